import type { ActivityLine } from "../../../db/queries/activities.ts";
import type { TimelinePin, TimelineProject } from "../../../db/queries/timelines.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { stateOf } from "../milestones/rules.ts";
import type { PinState, RowState } from "./drawing/chart-input.ts";
import type { Span } from "./rules.ts";

interface Dated {
  startsOn: string | null;
  endsOn: string | null;
}

/** Both ends known, or nothing to draw. */
export function spanOf({ startsOn, endsOn }: Dated): Span | null {
  const from = startsOn ?? endsOn;
  const to = endsOn ?? startsOn;
  return from && to ? { from, to } : null;
}

/** The dates first agreed, where they differ from those of today. */
export function movedBaseline(activity: ActivityLine): Span | null {
  const { baselineStartsOn, baselineEndsOn, startsOn, endsOn } = activity;
  if (baselineStartsOn === startsOn && baselineEndsOn === endsOn) return null;
  return spanOf({ startsOn: baselineStartsOn, endsOn: baselineEndsOn });
}

export function leaves(inner: Span | null, outer: Span | null): boolean {
  return inner !== null && outer !== null && (inner.from < outer.from || inner.to > outer.to);
}

/** An activity past its end and not done is off track, whatever it is set to. */
export function activityRowState(activity: ActivityLine, today: CalendarDate): RowState {
  if (activity.state === "done") return "done";
  if (activity.state === "cancelled") return "paused";
  if (activity.endsOn !== null && activity.endsOn < today) return "late";
  return activity.state;
}

const BY_HEALTH = {
  "on-track": "running",
  "at-risk": "at-risk",
  "off-track": "late",
  "on-hold": "paused",
} as const;

export function projectRowState(project: TimelineProject, today: CalendarDate): RowState {
  if (["finished", "sustainability", "archived"].includes(project.phase)) return "done";
  if (project.startsOn > today) return "planned";
  return project.health ? BY_HEALTH[project.health] : "running";
}

export function pinState(pin: TimelinePin, today: CalendarDate): PinState {
  // What only takes place is over when it has passed; nobody is late with it.
  if (pin.objectType !== "milestone") return pin.doneOn === null ? "open" : "done";
  const state = stateOf(pin, today);
  return state === "cancelled" ? "done" : state;
}
