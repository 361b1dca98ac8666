import type { Response } from "express";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { planCrumbs } from "../plans/load-plan.ts";
import { planImportOf } from "./load-plan-import.ts";
import type { PlanImportKey } from "./service.ts";

/** What the pages of one import share: its key, the way back to it, where they lie. */
export function keyOf(res: Response): PlanImportKey {
  const { planId, id } = planImportOf(res);
  return { planId, id };
}

/** What came of an import as a whole is told by its page, so nothing more is said. */
export function backTo(res: Response, said?: keyof Texts["flash"]): void {
  const { planId, id } = keyOf(res);
  if (said) res.locals.say(said);
  res.redirect(303, paths.planImport(planId, id));
}

/** Plans, the plan, its imports, the import at hand, and what follows; the last is where one is. */
export function importCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { planId, id, fileName } = planImportOf(res);
  const list = { label: res.locals.texts.planImports.title, href: paths.planImports(planId) };
  const own = rest.length > 0 ? { href: paths.planImport(planId, id) } : {};
  return planCrumbs(res, list, { label: fileName, ...own }, ...rest);
}
