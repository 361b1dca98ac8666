import {
  insertExpenditureFacts,
  listFactsInForce,
} from "../../../../db/queries/expenditure-facts.ts";
import { listOverdrawnLines } from "../../../../db/queries/expenditure-list.ts";
import {
  type Expenditure,
  listExpendituresById,
  updateExpenditurePlaces,
} from "../../../../db/queries/expenditures.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { checkActivity } from "../../activities/choices/service.ts";
import { checkBudgetLine } from "../../budgets/choices/service.ts";
import { refreshDrawdownTotals } from "../../drawdowns/service.ts";
import { findNamingVersion } from "../lines/service.ts";
import { recordedStateOf } from "../rules.ts";
import { tell } from "../service.ts";
import type { AssignmentEntry } from "./schema.ts";

type Place = Partial<Pick<Expenditure, "budgetLineId" | "activityId" | "periodId">>;

/**
 * Puts the chosen expenditures on a line, under an activity, into a period; each gets a fact of it. Pay is
 * moved by those who may read it: alone on a line, the sum of the line would tell it.
 */
export async function assignExpenditures(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  { entry, readsPay }: { entry: AssignmentEntry; readsPay: boolean },
): Promise<{ isOverLine: boolean }> {
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    const ids = entry.expenditureIds;
    const chosen = await listExpendituresById(one.trx, { projectId, ids });
    if (chosen.length < ids.length) throw new NotFound("expenditure");
    if (!readsPay && chosen.some(({ kind }) => kind === "payroll"))
      throw new InvalidInput({ expenditureIds: "payIsHidden" });
    const place = await checkedPlace(one, projectId, entry);
    const moved = chosen.filter((expenditure) => isElsewhere(expenditure, place));
    checkMoved(moved, place, entry.reason);
    await move(one, projectId, { moved, place, reason: entry.reason });
    const versionId = await findNamingVersion(one.trx, projectId);
    const { budgetLineId = null } = place;
    const over = await listOverdrawnLines(one.trx, { projectId, versionId, budgetLineId });
    return { isOverLine: over.length > 0 };
  });
}

async function move(
  one: Change,
  projectId: number,
  { moved, place, reason }: { moved: Expenditure[]; place: Place; reason: string | null },
): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ id }) => id);
  const facts = await listFactsInForce(one.trx, ids);
  const came = { projectId, recordedAt: one.at, recordedBy: one.by };
  const corrections = facts.map((fact) => ({ ...fact, ...place, reason, correctsId: fact.id }));
  await insertExpenditureFacts(one.trx, corrections, came);
  await updateExpenditurePlaces(one.trx, ids, place);
  await refreshDrawdownTotals(one.trx, projectId);
  for (const expenditure of moved) tell(one, "expenditure.assigned", expenditure, {});
}

async function checkedPlace(
  one: Change,
  projectId: number,
  { budgetLineId, activityId, periodId }: AssignmentEntry,
): Promise<Place> {
  const place: Place = {
    ...(budgetLineId === null ? {} : { budgetLineId: orNone(budgetLineId) }),
    ...(activityId === null ? {} : { activityId: orNone(activityId) }),
    ...(periodId === null ? {} : { periodId: orNone(periodId) }),
  };
  if (Object.keys(place).length === 0) throw new InvalidInput({ budgetLineId: "nothingChosen" });
  await checkBudgetLine(one.trx, projectId, place.budgetLineId ?? null);
  await checkActivity(one, projectId, place.activityId ?? null, null);
  if (typeof place.periodId === "number") {
    const periods = await listPeriods(one.trx, projectId);
    if (!periods.some(({ id }) => id === place.periodId))
      throw new InvalidInput({ periodId: "unknownChoice" });
  }
  return place;
}

function orNone(chosen: number | "none"): number | null {
  return chosen === "none" ? null : chosen;
}

function isElsewhere(expenditure: Expenditure, place: Place): boolean {
  return (Object.keys(place) as (keyof Place)[]).some((name) => expenditure[name] !== place[name]);
}

function checkMoved(moved: Expenditure[], place: Place, reason: string | null): void {
  const isOtherLine = (one: Expenditure) =>
    "budgetLineId" in place && one.budgetLineId !== place.budgetLineId;
  if (moved.some((one) => one.claimedHalere > 0 && isOtherLine(one)))
    throw new InvalidInput({ budgetLineId: "claimedKeepsLine" });
  // To put on a line what had none is no correction.
  const isCorrected = moved.some(
    (one) =>
      recordedStateOf(one.state) === "recorded" && isOtherLine(one) && one.budgetLineId !== null,
  );
  if (isCorrected && reason === null) throw new InvalidInput({ reason: "reasonOfCorrection" });
}
