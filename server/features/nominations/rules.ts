import { addDays, type CalendarDate, pragueDay } from "../../values/calendar-date.ts";
import { sign } from "../../values/signature.ts";

export const MOST_PLACES = 50;

interface SignedLink {
  id: number;
  createdAt: string;
}

/** What stands in the address; made anew when it is shown or mailed, never stored. */
export function nominationToken(secretKey: string, link: SignedLink): string {
  return sign(secretKey, ["nomination-link", link.id, link.createdAt]);
}

export type LinkState = "waiting" | "nominated" | "declined" | "expired" | "revoked";

interface Dated {
  answer: "nominated" | "declined" | null;
  answerBy: CalendarDate;
  revokedAt: string | null;
}

/** What its coordinator reads: an answer says more than a deadline that has passed since. */
export function linkState(link: Dated, today: CalendarDate): LinkState {
  if (link.revokedAt !== null) return "revoked";
  if (link.answer !== null) return link.answer;
  return today > link.answerBy ? "expired" : "waiting";
}

export type Openness = "open" | "revoked" | "expired" | "over";

/** Whether an answer is taken, also a changed one: through the last day, while the event is ahead. */
export function opennessOf(
  link: Dated,
  event: { state: string; isConfidential: boolean; archivedAt: string | null },
  today: CalendarDate,
): Openness {
  if (link.revokedAt !== null) return "revoked";
  const isAhead = event.state === "planned" || event.state === "confirmed";
  if (!isAhead || event.archivedAt !== null || event.isConfidential) return "over";
  return today > link.answerBy ? "expired" : "open";
}

/** Once a day, and not on the day the link was made. */
export function mayNudge(
  link: Dated & { createdAt: string; nudgedAt: string | null; contactId: number | null },
  today: CalendarDate,
): boolean {
  if (linkState(link, today) !== "waiting" || link.contactId === null) return false;
  return pragueDay(link.nudgedAt ?? link.createdAt) < today;
}

const USUAL_DAYS = 14;

/** Two weeks, but before the event begins. */
export function proposedDeadline(startsOn: CalendarDate | null, today: CalendarDate): CalendarDate {
  const usual = addDays(today, USUAL_DAYS);
  if (startsOn === null || startsOn > usual) return usual;
  const eve = addDays(startsOn, -1);
  return eve < today ? today : eve;
}

/** Enough of a name to know the person again by, for whoever holds the link. */
export function shortName(person: { firstName: string | null; surname: string | null }): string {
  const initial = person.surname?.[0];
  return [person.firstName, initial && `${initial}.`].filter(Boolean).join(" ");
}

/** Over this no more people are taken by one link, however often its answer is changed. */
export function mostEver(places: number): number {
  return places * 3;
}
