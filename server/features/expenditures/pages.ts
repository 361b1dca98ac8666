import type { Response } from "express";
import { can } from "../../access/allow.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import type { Writer } from "./service.ts";
import { nameOf } from "./words.ts";

const SHORT = 24;

/** Who reads and writes here, and whether pay is theirs to read. */
export function readerOf(res: Response): Writer & { viewerId: number } {
  return { viewerId: viewerOf(res).id, readsPay: can(res, "staff-data:read") };
}

/** The way from the project to the expenditure at hand, or to the list where there is none. */
export function expenditureCrumbs(res: Response): Crumb[] {
  const { expenditure, texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.expenditures.title, href: paths.expenditures(id) };
  if (!expenditure) return [list];
  const name = nameOf(expenditure, readerOf(res), texts);
  const label = name.length > SHORT ? `${name.slice(0, SHORT).trimEnd()}…` : name;
  return [list, { label, href: paths.expenditure(id, expenditure.id) }];
}

export function showFormPage(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...expenditureCrumbs(res), { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

/** Back to the expenditure, with a word when its line has less than is recorded on it. */
export function backToExpenditure(
  res: Response,
  { id, isOverLine }: { id: number; isOverLine: boolean },
): void {
  if (isOverLine) res.locals.say("savedOverLine", "warning");
  else res.locals.say("saved");
  res.redirect(303, paths.expenditure(projectOf(res).id, id));
}
