import type { Response } from "express";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";

/** Where the pages of reminder rules lie. */
export function reminderRuleCrumbs(res: Response, ...labels: string[]): Crumb[] {
  const { texts } = res.locals;
  const all = {
    label: texts.reminderRules.title,
    ...(labels.length > 0 && { href: paths.reminderRules() }),
  };
  return [
    { label: texts.frame.navigation.administration },
    { label: texts.programmeRules.title, href: paths.rules() },
    all,
    ...labels.map((label) => ({ label })),
  ];
}

/** A page of the rules, named by its own heading. */
export function showRulePage(
  res: Response,
  view: string,
  model: { pageHeader: { title: string } },
): void {
  const { title } = model.pageHeader;
  res.locals.page(view, model, { title, breadcrumbs: reminderRuleCrumbs(res, title) });
}
