import type { Response } from "express";
import { can } from "../../access/allow.ts";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";

const SHORT = 24;

/** The way from the project to its team, to the position at hand, and on. */
export function staffCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { position, texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.positions.title, href: paths.staff(id) };
  if (!position) return projectCrumbs(res, list, ...rest);
  const { name } = position;
  const label = name.length > SHORT ? `${name.slice(0, SHORT).trimEnd()}…` : name;
  const here = { label, href: paths.position(id, position.id) };
  return projectCrumbs(res, list, here, ...rest);
}

/** What stands beside each other: each only for those to whom it is open; nothing where one would stand alone. */
export function staffTabs(
  res: Response,
  current: "positions" | "timesheets" | "payroll" | "accesses",
) {
  const { tabs } = res.locals.texts.positions;
  const { id } = projectOf(res);
  const all = [
    { name: "positions", href: paths.staff(id), isOpen: true },
    { name: "timesheets", href: paths.timesheets(id), isOpen: can(res, "timesheet:write") },
    { name: "payroll", href: paths.payrollMonth(id), isOpen: canWritePay(res) },
    { name: "accesses", href: paths.staffAccesses(id), isOpen: can(res, "staff-access:view") },
  ] as const;
  const open = all.filter(({ isOpen }) => isOpen);
  if (open.length === 1) return undefined;
  return open.map(({ name, href }) => ({ href, label: tabs[name], isCurrent: name === current }));
}

/** Whoever edits expenditure may not read pay for that alone: an administrator does not. */
export function canWritePay(res: Response): boolean {
  return can(res, "expenditure:edit") && can(res, "staff-data:read");
}

export function showFormPage(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  res.locals.page("partials/form-page", model, {
    title,
    breadcrumbs: staffCrumbs(res, { label: title }),
  });
}

export function backToPosition(
  res: Response,
  key: { projectId: number; id: number },
  said: Parameters<Response["locals"]["say"]> = ["saved"],
): void {
  res.locals.say(...said);
  res.redirect(303, paths.position(key.projectId, key.id));
}
