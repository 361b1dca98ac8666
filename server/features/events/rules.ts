import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { minutesBetween, type TimeOfDay } from "../../values/time-of-day.ts";

const eventStates = ["planned", "confirmed", "held", "closed", "cancelled"] as const;
export type EventState = (typeof eventStates)[number];

export const closings = ["signed-sheet", "login-list", "head-count"] as const;
export const sessionForms = ["in-person", "electronic"] as const;
export const eventLanguages = ["cs", "en"] as const;

interface Guarded {
  isConfidential: boolean;
  ownerUserId: number | null;
}

/**
 * Whether the viewer may read what a confidential event is called and who is there: its coordinator only.
 * Nobody's eyes (`null`) are those of mails, feeds, the search, exports and all other lists made for many.
 */
export function seesInside(event: Guarded, viewerId: number | null): boolean {
  return !event.isConfidential || (viewerId !== null && viewerId === event.ownerUserId);
}

/** What the event is called before the viewer's eyes. */
export function titleFor(
  event: Guarded & { title: string },
  viewerId: number | null,
  { events }: Pick<Texts, "events">,
): string {
  return seesInside(event, viewerId) ? event.title : events.confidential;
}

/** What the form of attendance, minutes and the like may still change: all but what is over. */
export function isOpen({ state }: { state: EventState }): boolean {
  return state !== "closed" && state !== "cancelled";
}

/** Passed by its last day and neither closed nor cancelled: somebody still owes its attendance. */
export function waitsForClosing(
  event: { state: EventState; endsOn: CalendarDate | null },
  today: CalendarDate,
): boolean {
  return isOpen(event) && event.endsOn !== null && event.endsOn < today;
}

export const steps = ["confirmation", "completion", "renewal"] as const;
export type Step = (typeof steps)[number];

const STEPS: Record<Step, { from: readonly EventState[]; to: EventState }> = {
  confirmation: { from: ["planned"], to: "confirmed" },
  completion: { from: ["planned", "confirmed"], to: "held" },
  // A step too far is taken back; what is closed is reopened with its attendance.
  renewal: { from: ["confirmed", "held", "cancelled"], to: "planned" },
};

interface Standing {
  state: EventState;
  startsOn: CalendarDate | null;
}

/** The state that the step leads to; undefined when it cannot be taken now. */
export function stateAfter(step: Step, event: Standing, today: CalendarDate) {
  const { from, to } = STEPS[step];
  if (!from.includes(event.state)) return undefined;
  const hasBegun = event.startsOn !== null && event.startsOn <= today;
  return step === "completion" && !hasBegun ? undefined : to;
}

/**
 * Support proposed for a session, in minutes of the clock: all of it by hours of the clock, the whole
 * teaching hours in it by those of 45 minutes (the rest is breaks). Whether a teaching hour counts as an
 * hour of support is for the programme to say; here it is turned into minutes once, and may be changed.
 */
export function proposedSupport(session: {
  startsAt: TimeOfDay;
  endsAt: TimeOfDay;
  hourMinutes: 45 | 60;
}): { minutes: number; hours: number | null } {
  const length = Math.max(0, minutesBetween(session.startsAt, session.endsAt));
  if (session.hourMinutes === 60) return { minutes: length, hours: null };
  const hours = Math.floor(length / 45);
  return { minutes: hours * 45, hours };
}
