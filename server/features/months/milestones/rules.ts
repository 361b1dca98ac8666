import type {
  MilestoneOfMonth,
  MoveOfMilestone,
  StateOfMilestone,
} from "../../../../db/queries/months.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";

export interface MilestoneThen {
  id: number;
  kind: string;
  title: string;
  dueOn: CalendarDate;
  doneOn: CalendarDate | null;
  cancelledOn: CalendarDate | null;
}

interface Facts {
  milestones: readonly MilestoneOfMonth[];
  /** In the order of writing, whenever they were written. */
  states: readonly StateOfMilestone[];
  moves: readonly MoveOfMilestone[];
}

/** Milestones as they stood on a day, as it was known at an instant. */
export function milestonesThen(
  { milestones, states, moves }: Facts,
  moment: { on: CalendarDate; asOf: string },
): MilestoneThen[] {
  const statesOf = groupedBy(states, (state) => state.milestoneId);
  const movesOf = groupedBy(moves, (move) => move.milestoneId);
  return milestones.map((milestone) => ({
    id: milestone.id,
    kind: milestone.kind,
    title: milestone.title,
    dueOn: dueThen(milestone, movesOf.get(milestone.id) ?? [], moment.asOf),
    ...outcomeThen(milestone, statesOf.get(milestone.id) ?? [], moment),
  }));
}

/** Only moves are put down: before the first one the day was the original one. */
function dueThen(milestone: MilestoneOfMonth, moves: readonly MoveOfMilestone[], asOf: string) {
  if (moves.length === 0) return milestone.dueOn;
  const known = moves.filter((move) => move.recordedAt <= asOf);
  return known.at(-1)?.dueOn ?? milestone.baselineDueOn;
}

/** The state told last of those true by the day; a milestone without any is read as it stands. */
function outcomeThen(
  milestone: MilestoneOfMonth,
  states: readonly StateOfMilestone[],
  { on, asOf }: { on: CalendarDate; asOf: string },
) {
  if (states.length === 0) return standing(milestone, on);
  const last = states.filter((state) => state.recordedAt <= asOf && state.validOn <= on).at(-1);
  return {
    doneOn: last?.state === "done" ? last.validOn : null,
    cancelledOn: last?.state === "cancelled" ? last.validOn : null,
  };
}

function standing({ doneOn, cancelledOn }: MilestoneOfMonth, on: CalendarDate) {
  return {
    doneOn: doneOn !== null && doneOn <= on ? doneOn : null,
    cancelledOn: cancelledOn !== null && cancelledOn <= on ? cancelledOn : null,
  };
}
