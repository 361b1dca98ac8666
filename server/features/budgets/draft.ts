import type { Response } from "express";
import type { Database } from "../../../db/connection.ts";
import { type BudgetVersion, findDraftVersion } from "../../../db/queries/budget-versions.ts";
import { projectOf } from "../../access/project-of.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";

/** The draft that pages of editing show; without one they say how to begin. */
export async function draftOf(db: Database, res: Response): Promise<BudgetVersion> {
  const draft = await findDraftVersion(db, projectOf(res).id);
  if (!draft) throw new Conflict("noBudgetDraft");
  return draft;
}

export function budgetCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const list = { label: res.locals.texts.budgets.title, href: paths.budget(projectOf(res).id) };
  return projectCrumbs(res, list, ...rest);
}
