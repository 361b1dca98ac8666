import type { Database } from "../../../../db/connection.ts";
import { type BudgetLine, listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { type BudgetVersion, listBudgetVersions } from "../../../../db/queries/budget-versions.ts";
import { findBudgetInForce } from "../../../../db/queries/budgets-in-force.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import {
  type ChapterChange,
  type ComparedLine,
  compareChapters,
  compareLines,
  transferredBetweenChapters,
} from "./rules.ts";

export interface Comparison {
  from: BudgetVersion;
  to: BudgetVersion;
  lines: ComparedLine<BudgetLine>[];
  chapters: ChapterChange[];
  transferred: number;
}

export interface VersionsPage {
  projectId: number;
  versions: BudgetVersion[];
  inForceId: number | null;
  comparison: Comparison | null;
}

/**
 * Versions of a project's budget and a comparison of two of them: those asked for, else the newest with the
 * one it was made from. Four queries.
 */
export async function loadVersions(
  db: Database,
  projectId: number,
  {
    on,
    asOf,
    from,
    to,
  }: { on: CalendarDate; asOf: string; from: number | null; to: number | null },
): Promise<VersionsPage> {
  const [versions, inForce] = await Promise.all([
    listBudgetVersions(db, projectId),
    findBudgetInForce(db, projectId, { on, asOf }),
  ]);
  const newer = versions.find(({ id }) => id === to) ?? versions[0];
  const older = versions.find(({ id }) => id === (from ?? newer?.basedOnId));
  return {
    projectId,
    versions,
    inForceId: inForce?.id ?? null,
    comparison: older && newer && older !== newer ? await compare(db, older, newer) : null,
  };
}

async function compare(db: Database, from: BudgetVersion, to: BudgetVersion): Promise<Comparison> {
  const [before, after] = await Promise.all([
    listBudgetLines(db, from.id),
    listBudgetLines(db, to.id),
  ]);
  return {
    from,
    to,
    lines: compareLines(before, after),
    chapters: compareChapters(before, after),
    transferred: transferredBetweenChapters(before, after),
  };
}
