import { insertMilestoneMoves } from "../../../../db/queries/milestone-facts.ts";
import { listLaterOpen, type MilestoneLine } from "../../../../db/queries/milestone-list.ts";
import {
  listMilestonesById,
  type Milestone,
  updateMilestoneDue,
} from "../../../../db/queries/milestones.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { listActiveRules } from "../../../../db/queries/reminder-rules.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, daysBetween } from "../../../values/calendar-date.ts";
import { tellOfMoves } from "../../notifications/owners/service.ts";
import { categoryOfMilestone } from "../../notifications/rules.ts";
import { ruleFor } from "../../reminders/addressees/rules.ts";
import { nextInSeries } from "../recurrence/rules.ts";
import { datesSetBy } from "../rules.ts";
import { keepMilestoneFound, milestoneAt } from "../service.ts";
import { type Consequences, consequencesOf, movedAlong, type Span } from "./rules.ts";
import type { MoveEntry } from "./schema.ts";

export interface MovePreview {
  consequences: Consequences;
  later: (Pick<MilestoneLine, "id" | "kind" | "title" | "dueOn"> & { movedTo: CalendarDate })[];
  /** The next one of its series keeps its day. */
  nextInSeriesOn: CalendarDate | null;
}

/** What would follow from the move; the day itself is checked as it is when saving. */
export async function previewMove(
  { db, clock }: Pick<Deps, "db" | "clock">,
  project: Span & { id: number; programme: string },
  milestone: Milestone,
  dueOn: CalendarDate,
): Promise<MovePreview> {
  checkMovable(milestone, dueOn);
  const { id, activityId } = milestone;
  const [periods, rules, later] = await Promise.all([
    listPeriods(db, project.id),
    listActiveRules(db),
    listLaterOpen(db, { projectId: project.id, activityId, id, dueOn: milestone.dueOn }),
  ]);
  const today = clock.today();
  const rule = ruleFor(rules, {
    ...milestone,
    objectType: "milestone",
    programme: project.programme,
  });
  const ladder = rule?.daysBefore ?? [];
  const consequences = consequencesOf({
    from: milestone,
    to: dueOn,
    project,
    periods,
    ladder,
    today,
  });
  const { recurrence, seriesFirstOn: firstOn, baselineDueOn: currentOn, recursUntil } = milestone;
  return {
    consequences,
    later: later.map((one) => ({ ...one, movedTo: movedAlong(one.dueOn, consequences.days) })),
    nextInSeriesOn: nextInSeries({ recurrence, firstOn, currentOn, until: recursUntil }),
  };
}

/** Moves the binding day, and by as many days the later milestones that were chosen to go along. */
export async function moveMilestone(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; id: number },
  entry: Pick<MoveEntry, "version" | "dueOn" | "reason" | "alsoIds">,
): Promise<void> {
  await change(deps, author, async (one) => {
    const milestone = await milestoneAt(one, key, { version: entry.version });
    checkMovable(milestone, entry.dueOn);
    const days = daysBetween(milestone.dueOn, entry.dueOn);
    const along = await chosenToGoAlong(one, milestone, entry.alsoIds);
    const moves = [
      { milestone, dueOn: entry.dueOn },
      ...along.map((other) => ({ milestone: other, dueOn: movedAlong(other.dueOn, days) })),
    ];
    await moveAll(one, moves, entry.reason);
  });
}

/** Moves one milestone within a change that has begun; nothing when it is due on that day already. */
export async function moveWithin(
  one: Change,
  key: { projectId: number; id: number },
  { dueOn, reason }: { dueOn: CalendarDate; reason: string },
): Promise<void> {
  const milestone = await milestoneAt(one, key);
  if (milestone.dueOn === dueOn) return;
  checkMovable(milestone, dueOn);
  await moveAll(one, [{ milestone, dueOn }], reason);
}

export interface Move {
  milestone: Milestone;
  dueOn: CalendarDate;
}

/** Sets the days by hand; a day that a rule gave is overridden, and set back when it is the same again. */
export async function moveAll(one: Change, moves: Move[], reason: string): Promise<void> {
  for (const { milestone, dueOn } of moves) {
    const { computedDueOn } = milestone;
    const isOverridden = computedDueOn !== null && computedDueOn !== dueOn;
    const updated = await updateMilestoneDue(one.trx, milestone, {
      ...datesSetBy(dueOn),
      computedDueOn,
      overriddenDueOn: isOverridden ? dueOn : null,
      overrideReason: isOverridden ? reason : null,
    });
    if (updated === 0) throw new Conflict("changedMeanwhile");
    await keepMilestoneFound(one, milestone);
  }
  await recordMoves(one, moves, reason);
}

/** The appended facts and the history of moves already made. */
export async function recordMoves(one: Change, moves: Move[], reason: string): Promise<void> {
  if (moves.length === 0) return;
  await insertMilestoneMoves(
    one.trx,
    moves.map(({ milestone, dueOn }) => ({
      milestoneId: milestone.id,
      dueOn,
      reason,
      recordedAt: one.at,
      recordedBy: one.by,
    })),
  );
  for (const { milestone, dueOn } of moves) {
    one.record({
      action: "milestone.moved",
      objectType: "milestone",
      objectId: milestone.id,
      projectId: milestone.projectId,
      changes: { dueOn: [milestone.dueOn, dueOn], reason: [null, reason] },
    });
  }
  await tellOwners(one, moves);
}

async function tellOwners(one: Change, moves: readonly Move[]): Promise<void> {
  const projectId = moves[0]?.milestone.projectId ?? 0;
  const moved = moves.map(({ milestone, dueOn: to }) => {
    const { id: objectId, kind, ownerUserId, dueOn: from } = milestone;
    const category = categoryOfMilestone(kind);
    return { objectType: "milestone" as const, objectId, ownerUserId, category, from, to };
  });
  await tellOfMoves(one, projectId, moved);
}

function checkMovable(milestone: Milestone, dueOn: CalendarDate): void {
  if (milestone.doneOn !== null || milestone.cancelledOn !== null)
    throw new Conflict("milestoneClosed");
  if (milestone.dueOn === dueOn) throw new InvalidInput({ dueOn: "sameDay" });
}

async function chosenToGoAlong(
  one: Change,
  milestone: Milestone,
  ids: number[],
): Promise<Milestone[]> {
  if (ids.length === 0) return [];
  const { projectId, activityId, id, dueOn } = milestone;
  const later = await listLaterOpen(one.trx, { projectId, activityId, id, dueOn });
  const offered = new Set(later.map((other) => other.id));
  if (!ids.every((other) => offered.has(other)))
    throw new InvalidInput({ alsoIds: "unknownChoice" });
  return listMilestonesById(one.trx, { projectId, ids });
}
