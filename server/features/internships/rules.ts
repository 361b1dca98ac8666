import type { InternshipState } from "../../../db/queries/internships.ts";
import type { FieldErrors } from "../../errors.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { isHoliday } from "../../values/working-days.ts";

/** The way of an internship from the plan to the accepted report. */
const WAY = ["planned", "agreed", "running", "finished", "report-accepted"] as const;
export const internshipStates = [...WAY, "cancelled"] as const satisfies InternshipState[];

export const MINUTES_OF_DAY = 1440;

export interface Steps {
  forward: InternshipState | null;
  back: InternshipState | null;
  canCancel: boolean;
}

/** Where an internship may go from a state: one step on, one step back, or off. */
export function stepsFrom(state: InternshipState): Steps {
  if (state === "cancelled") return { forward: null, back: "planned", canCancel: false };
  const place = WAY.indexOf(state);
  return {
    forward: WAY[place + 1] ?? null,
    back: WAY[place - 1] ?? null,
    canCancel: place < WAY.indexOf("finished"),
  };
}

export function isStep(from: InternshipState, to: InternshipState): boolean {
  const { forward, back, canCancel } = stepsFrom(from);
  return to === forward || to === back || (to === "cancelled" && canCancel);
}

/** A step that undoes something or ends it is explained; the way forward goes without words. */
export function needsReason(from: InternshipState, to: InternshipState): boolean {
  return to !== stepsFrom(from).forward;
}

export interface Standing {
  trainees: number;
  hosts: number;
  workedMinutes: number;
  unconfirmedMinutes: number;
}

/** Why the step cannot be taken as things stand, as a key of `errors`. */
export function faultOfStep(
  from: InternshipState,
  to: InternshipState,
  standing: Standing,
): string | null {
  if (to === "cancelled") return standing.workedMinutes > 0 ? "internshipHasDays" : null;
  if (to !== stepsFrom(from).forward) return null;
  if (to === "agreed" && (standing.trainees === 0 || standing.hosts === 0))
    return "internshipNeedsPeople";
  if (to === "report-accepted" && standing.unconfirmedMinutes > 0) return "internshipUnconfirmed";
  return null;
}

/** Days are written while something was agreed and the report is not closed. */
export function takesDays(state: InternshipState): boolean {
  return state === "agreed" || state === "running" || state === "finished";
}

export interface DayEntry {
  workedOn: CalendarDate;
  minutes: number;
}

/** What is wrong with a day by itself and with everything else the person did on it. */
export function faultsOfDay(
  entry: DayEntry,
  within: { startsOn: CalendarDate; endsOn: CalendarDate },
  on: { today: CalendarDate; otherMinutes: number },
): FieldErrors {
  const faults: FieldErrors = {};
  if (entry.workedOn < within.startsOn || entry.workedOn > within.endsOn)
    faults.workedOn = "outsideInternship";
  else if (entry.workedOn > on.today) faults.workedOn = "notInFuture";
  if (entry.minutes + on.otherMinutes > MINUTES_OF_DAY) faults.hours = "dayTooLong";
  return faults;
}

/** A free day is no mistake, only worth a second look. */
export function isWorthNoticing(day: CalendarDate): boolean {
  return isHoliday(day);
}

/** Per cent of the plan in whole, for a bar; null without a plan. */
export function percentWorked(worked: number, planned: number | null): number | null {
  return planned === null || planned === 0 ? null : Math.floor((worked * 100) / planned);
}
