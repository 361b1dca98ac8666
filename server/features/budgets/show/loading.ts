import type { Database } from "../../../../db/connection.ts";
import { type LineActivity, listLineActivities } from "../../../../db/queries/budget-line-uses.ts";
import { type BudgetLine, listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { type BudgetVersion, listBudgetVersions } from "../../../../db/queries/budget-versions.ts";
import { type LineClaims, sumClaimsByLine } from "../../../../db/queries/claims-by-line.ts";
import { type LineSum, sumRecordedByLine } from "../../../../db/queries/drawdowns.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { findPhysicalProgress } from "../../../../db/queries/project-totals.ts";
import { NotFound } from "../../../errors.ts";
import { type Drawdown, drawdownAt } from "../../drawdowns/service.ts";

/** A version of a budget with everything that was drawn of it. */
export interface BudgetPage {
  version: BudgetVersion;
  /** The version in force, if any; shown unless another is asked for. */
  inForceId: number | null;
  draft: BudgetVersion | null;
  lines: BudgetLine[];
  drawdown: Drawdown;
  recorded: LineSum[];
  claims: LineClaims[];
  activities: LineActivity[];
  physicalBp: number | null;
}

/**
 * The version of that number, else the one in force, else the latest that was not turned down; null while
 * the project has none. The number of queries is the same for any budget.
 */
export async function loadBudget(
  db: Database,
  { projectId, number }: { projectId: number; number: number | null },
  moment: Moment,
): Promise<BudgetPage | null> {
  const versions = await listBudgetVersions(db, projectId);
  if (versions.length === 0 && number === null) return null;
  const drawdown = await drawdownAt(db, projectId, moment);
  const inForceId = drawdown.budget?.id ?? null;
  const version = chosen(versions, number, inForceId);
  if (!version) throw new NotFound("budget version");
  const [lines, recorded, claims, activities, physicalBp] = await Promise.all([
    listBudgetLines(db, version.id),
    sumRecordedByLine(db, projectId, moment),
    sumClaimsByLine(db, projectId, moment),
    listLineActivities(db, projectId),
    findPhysicalProgress(db, projectId),
  ]);
  const draft = versions.find(({ state, lockedAt }) => state === "draft" && !lockedAt) ?? null;
  const drawn = { drawdown, recorded, claims, activities, physicalBp };
  return { version, inForceId, draft, lines, ...drawn };
}

function chosen(
  versions: readonly BudgetVersion[],
  number: number | null,
  inForceId: number | null,
): BudgetVersion | undefined {
  if (number !== null) return versions.find((one) => one.number === number);
  const inForce = versions.find(({ id }) => id === inForceId);
  return inForce ?? versions.find(({ state }) => state !== "rejected") ?? versions[0];
}
