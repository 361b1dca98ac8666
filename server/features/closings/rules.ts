import type { EventToClose, SessionCoverage } from "../../../db/queries/event-closings.ts";
import type { FieldErrors } from "../../errors.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

export interface ClosingEntry {
  headCount: number | null;
  headCountWomen: number | null;
  /** Why no signed sheet or list of logins is attached. */
  sheetReason: string | null;
}

interface Circumstances {
  event: Pick<EventToClose, "closing">;
  coverage: readonly SessionCoverage[];
  hasSheet: boolean;
  today: CalendarDate;
}

export interface Obstacles {
  noSessions: boolean;
  /** Not over by today. */
  ahead: SessionCoverage[];
  undecided: SessionCoverage[];
}

/** What stands in the way of closing, whatever is typed into the form. */
export function obstaclesOf({ event, coverage, today }: Circumstances): Obstacles {
  const ahead = coverage.filter(({ heldOn }) => heldOn > today);
  if (event.closing === "head-count") return { noSessions: false, ahead, undecided: [] };
  return {
    noSessions: coverage.length === 0,
    ahead,
    undecided: coverage.filter(({ heldOn, undecided }) => heldOn <= today && undecided > 0),
  };
}

export function hasObstacles({ noSessions, ahead, undecided }: Obstacles): boolean {
  return noSessions || ahead.length > 0 || undecided.length > 0;
}

/** What is wrong with what was typed: field → text key. */
export function closingProblems(entry: ClosingEntry, around: Circumstances): FieldErrors {
  if (hasObstacles(obstaclesOf(around))) return { form: "closingIncomplete" };
  if (around.event.closing === "head-count") return headCountProblems(entry);
  return around.hasSheet || entry.sheetReason !== null ? {} : { sheetReason: "sheetMissing" };
}

function headCountProblems({ headCount, headCountWomen }: ClosingEntry): FieldErrors {
  if (headCount === null) return { headCount: "required" };
  const isMore = headCountWomen !== null && headCountWomen > headCount;
  return isMore ? { headCountWomen: "womenOverHeads" } : {};
}
