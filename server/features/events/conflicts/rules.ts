import { type CalendarDate, dayOfWeek } from "../../../values/calendar-date.ts";
import { minutesBetween, type TimeOfDay } from "../../../values/time-of-day.ts";
import { isHoliday } from "../../../values/working-days.ts";

/** Support of one person in one day above which somebody should look twice; a custom of the house, no rule. */
export const MOST_MINUTES_A_DAY = 600;

interface Timed {
  heldOn: CalendarDate;
  startsAt: TimeOfDay;
  endsAt: TimeOfDay;
}

/** Whether two sessions share a minute; one that begins as the other ends does not. */
export function overlap(one: Timed, other: Timed): boolean {
  return one.heldOn === other.heldOn && one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

export interface Checked extends Timed {
  capacity: number | null;
  registered: number;
  activityStartsOn: CalendarDate | null;
  activityEndsOn: CalendarDate | null;
}

interface Project {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export type DayConflict =
  | "over-capacity"
  | "holiday"
  | "weekend"
  | "outside-project"
  | "outside-activity"
  | "long-day"
  | "own-overlap";

/** What is odd about one session of an event, seen beside the others of the same event. */
export function conflictsOf(
  session: Checked,
  siblings: readonly Timed[],
  project: Project,
): DayConflict[] {
  const { heldOn, activityStartsOn, activityEndsOn } = session;
  const sameDay = siblings.filter((one) => one.heldOn === heldOn);
  const minutes = sameDay.reduce((sum, one) => sum + minutesBetween(one.startsAt, one.endsAt), 0);
  const isFirst = sameDay[0] === session;
  const found: [DayConflict, boolean][] = [
    ["holiday", isHoliday(heldOn)],
    ["weekend", !isHoliday(heldOn) && dayOfWeek(heldOn) > 5],
    ["outside-project", heldOn < project.startsOn || heldOn > project.endsOn],
    [
      "outside-activity",
      (activityStartsOn !== null && heldOn < activityStartsOn) ||
        (activityEndsOn !== null && heldOn > activityEndsOn),
    ],
    // Of a day and of the event told once, with its first session.
    ["long-day", isFirst && minutes > MOST_MINUTES_A_DAY],
    ["own-overlap", isFirst && sameDay.some((one) => one !== session && overlap(one, session))],
    ["over-capacity", siblings[0] === session && isOver(session)],
  ];
  return found.filter(([, holds]) => holds).map(([conflict]) => conflict);
}

function isOver({ capacity, registered }: Pick<Checked, "capacity" | "registered">): boolean {
  return capacity !== null && registered > capacity;
}
