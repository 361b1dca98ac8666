import { createHash } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import { type BudgetInForce, findApprovedBudget } from "../../../../db/queries/budgets-in-force.ts";
import { updateItemFrom } from "../../../../db/queries/project-change-items.ts";
import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import { lockProject, type ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { lockVersion } from "../../budgets/versions/service.ts";
import { refreshDrawdownTotals } from "../../drawdowns/service.ts";
import {
  applyReplan,
  checkReplanSeen,
  hasConsequences,
  previewReplan,
  type Replan,
  type ReplanChoice,
} from "../../duties/replanning/service.ts";
import { amendProject } from "../../projects/service.ts";
import { type ItemNow, listItemsNow } from "../items/service.ts";
import { changeForStep, takeStep } from "../steps/service.ts";
import { applyItems } from "./applying/service.ts";

type Doing = Pick<Deps, "db" | "clock" | "config">;
interface Key {
  projectId: number;
  id: number;
}

/** What has moved since a change was put down: whoever approves it has to have seen it. */
export interface MovedMeanwhile {
  items: ItemNow[];
  /** The budget approved since in place of the one that the draft was made from. */
  budget: BudgetInForce | null;
  /** Names what stands there now; null where nothing has moved. */
  seen: string | null;
}

export async function movedMeanwhile(
  db: Database,
  change: Pick<ChangeWithBudget, "projectId" | "id" | "versionId" | "basedOnId">,
  items: readonly ItemNow[],
): Promise<MovedMeanwhile> {
  const approved =
    change.versionId === null ? null : await findApprovedBudget(db, change.projectId);
  const isOther = approved !== null && (approved?.id ?? null) !== change.basedOnId;
  const budget = (isOther && approved) || null;
  const moved = items.filter(({ hasMoved }) => hasMoved);
  if (moved.length === 0 && !budget) return { items: [], budget: null, seen: null };
  const stands = [budget?.id ?? null, moved.map(({ id, presentValue }) => [id, presentValue])];
  const seen = createHash("sha256").update(JSON.stringify(stands)).digest("hex");
  return { items: moved, budget, seen };
}

export interface ApprovalEntry {
  version: number;
  effectiveOn: CalendarDate;
  decidedOn: CalendarDate;
  note: string | null;
  seen?: string;
  isConfirmed?: boolean;
  /** What shall follow for periods and duties where the project's own days move. */
  replan?: ReplanChoice;
}

/** What would follow for periods and duties; null where the change leaves the project's days alone. */
export async function previewReplanOf(
  db: Database,
  project: ProjectSpan,
  { items, today }: { items: readonly ItemNow[]; today: CalendarDate },
): Promise<Replan | null> {
  const days = items.filter(
    ({ record, field }) => record.subject === "project" && DAYS.includes(field),
  );
  const values = Object.fromEntries(days.map(({ field, toValue }) => [field, toValue]));
  const after = { ...project, ...(values as Partial<ProjectSpan>) };
  if (after.startsOn === project.startsOn && after.endsOn === project.endsOn) return null;
  if (after.endsOn < after.startsOn) return null;
  const replan = await previewReplan(db, { before: project, after, today });
  // A duty whose day the change sets itself follows the change.
  const set = items.filter(({ record }) => record.subject === "milestone");
  const isSet = (id: number | undefined) => set.some(({ objectId }) => objectId === id);
  const duties = replan.board.duties.filter(({ written }) => !isSet(written?.id));
  const gone = replan.board.gone.filter(({ id }) => !isSet(id));
  const left = { ...replan, board: { duties, gone } };
  return hasConsequences(left) ? left : null;
}

const DAYS: readonly string[] = ["startsOn", "endsOn"];

/**
 * Approves a change from a day on: its budget is in force, its texts, dates and targets are set, the total of
 * the project is the eligible sum. All of it or nothing.
 * @throws InvalidInput `isConfirmed` when something moved meanwhile that was not seen; of the form when more
 * was drawn than the budget has, or a record refuses its value
 */
export async function approveChange(
  deps: Doing,
  author: Author,
  key: Key,
  entry: ApprovalEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    const before = await changeForStep(one, key, { step: "approval", version: entry.version });
    if (entry.decidedOn > pragueDay(one.at)) throw new InvalidInput({ decidedOn: "notInFuture" });
    const items = await listItemsNow(trx, { projectId: key.projectId, changeId: key.id });
    await checkSeen(trx, before, items, entry);
    const { effectiveOn, decidedOn, note } = entry;
    await takeStep(one, before, {
      ...{ step: "approval", state: "approved", validOn: effectiveOn, note },
      kept: { effectiveOn, decidedOn },
    });
    const reason = reasonOf(before);
    const span = await lockProject(trx, key.projectId);
    const replan = await previewReplanOf(trx, span, { items, today: pragueDay(one.at) });
    if (entry.replan) checkReplanSeen(replan, entry.replan);
    await applyItems(one, key.projectId, { items, reason });
    if (entry.replan) await followDays(one, deps, span, entry.replan);
    for (const item of items.filter(({ hasMoved }) => hasMoved))
      await updateItemFrom(trx, item.id, item.presentValue);
    if (before.versionId === null) return;
    await lockVersion(trx, before.versionId, one.at);
    await followBudget(one, key.projectId, reason);
  });
}

async function followDays(
  one: Change,
  deps: Pick<Deps, "config">,
  before: ProjectSpan,
  choice: ReplanChoice,
): Promise<void> {
  const after = await lockProject(one.trx, before.id);
  if (after.startsOn === before.startsOn && after.endsOn === before.endsOn) return;
  await applyReplan(one, deps, { before, after }, choice);
}

async function checkSeen(
  db: Database,
  before: ChangeWithBudget,
  items: readonly ItemNow[],
  { seen, isConfirmed }: ApprovalEntry,
): Promise<void> {
  const moved = await movedMeanwhile(db, before, items);
  if (moved.seen === null) return;
  if (!isConfirmed || moved.seen !== seen)
    throw new InvalidInput({ isConfirmed: "confirmMovedMeanwhile" });
}

/**
 * Corrects an approval: another day of effect, or an approval that never was (no day). Texts, dates and
 * targets that it set stay; a further change sets them anew.
 */
export async function correctApproval(
  deps: Doing,
  author: Author,
  key: Key,
  entry: { version: number; effectiveOn: CalendarDate | null; note: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await changeForStep(one, key, { step: "correction", version: entry.version });
    const { effectiveOn, note } = entry;
    if (effectiveOn === before.effectiveOn) throw new InvalidInput({ effectiveOn: "sameDay" });
    const isWithdrawn = effectiveOn === null;
    await takeStep(one, before, {
      step: "correction",
      state: isWithdrawn ? "announced" : "approved",
      validOn: effectiveOn ?? before.announcedOn ?? pragueDay(one.at),
      note,
      kept: isWithdrawn ? { decidedOn: null } : { effectiveOn },
      isCorrection: true,
    });
    if (before.versionId !== null) await followBudget(one, key.projectId, note);
  });
}

/** The total of the project and everything kept beside it, as the budget approved last has them. */
async function followBudget(one: Change, projectId: number, reason: string): Promise<void> {
  const budget = await findApprovedBudget(one.trx, projectId);
  if (budget) await amendProject(one, projectId, { totalHalere: budget.eligible, reason });
  try {
    await refreshDrawdownTotals(one.trx, projectId);
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput({ form: "budgetBelowDrawn" });
    throw error;
  }
}

/** Why a record is other than it was: the change that set it. */
function reasonOf({ title, reason }: ChangeWithBudget): string {
  return (reason === null ? title : `${title}: ${reason}`).slice(0, 1_000);
}
