import type { CalendarDate } from "../../values/calendar-date.ts";

export const messageKinds = [
  "invitation",
  "reminder",
  "change",
  "cancelled",
  "certificate-ready",
] as const;
export type MessageKind = (typeof messageKinds)[number];

export const audiences = [
  "all",
  "invited",
  "registered",
  "waiting",
  "declined",
  "withdrawn",
  "attended",
  "absent",
  "certified",
] as const;
export type Audience = (typeof audiences)[number];

/** Whom each kind of message is for, unless others are chosen. */
export const USUAL_AUDIENCE: Record<MessageKind, Audience> = {
  invitation: "invited",
  reminder: "registered",
  change: "registered",
  cancelled: "registered",
  "certificate-ready": "certified",
};

interface Person {
  state: string;
  wasThere: boolean;
  wasMissing: boolean;
  hasCertificate: boolean;
}

export function isAmong(person: Person, audience: Audience): boolean {
  if (audience === "all") return true;
  if (audience === "attended") return person.wasThere;
  if (audience === "absent") return person.wasMissing;
  if (audience === "certified") return person.hasCertificate;
  return person.state === audience;
}

interface Standing {
  state: string;
  isConfidential: boolean;
  archivedAt: string | null;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
}

/**
 * What may be said about the event now: nothing of a confidential one, that it is cancelled once it is, and
 * of what is ahead only while it is.
 */
export function kindsFor(event: Standing, today: CalendarDate): MessageKind[] {
  if (event.isConfidential || event.archivedAt !== null) return [];
  if (event.state === "cancelled") return ["cancelled"];
  if (event.state === "closed") return ["certificate-ready"];
  const isAhead = event.endsOn === null || event.endsOn >= today;
  return isAhead && event.state !== "held" ? ["invitation", "reminder", "change"] : [];
}

/** A message of a kind leaves once a day to the same person; one about a change once for each version. */
export function messageKey(
  kind: MessageKind,
  of: { registrationId: number; day: CalendarDate; version: number },
): string {
  const key = `event-${kind}:${of.registrationId}:${of.day}`;
  return kind === "change" ? `${key}:${of.version}` : key;
}
