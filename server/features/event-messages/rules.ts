import { addDays, type CalendarDate, daysBetween } from "../../values/calendar-date.ts";

export const messageKinds = [
  "invitation",
  "reminder",
  "change",
  "session-cancelled",
  "cancelled",
  "withdrawn",
  "waitlisted",
  "certificate-ready",
  "thanks",
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What follows from something done alone; the rest somebody may choose to send as well. */
const BY_ITSELF: readonly MessageKind[] = ["session-cancelled", "withdrawn", "waitlisted"];
export const kindsByHand = messageKinds.filter((kind) => !BY_ITSELF.includes(kind));

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
/** `concerned` are those whom a change of the event concerns; chosen by nobody, but by the system. */
export type Audience = (typeof audiences)[number] | "concerned";

/** Whom each kind of message is for, unless others are chosen. */
export const USUAL_AUDIENCE: Record<MessageKind, (typeof audiences)[number]> = {
  invitation: "invited",
  reminder: "registered",
  change: "registered",
  "session-cancelled": "registered",
  cancelled: "registered",
  withdrawn: "withdrawn",
  waitlisted: "waiting",
  "certificate-ready": "certified",
  thanks: "attended",
};

interface Person {
  state: string;
  wasThere: boolean;
  wasMissing: boolean;
  hasCertificate: boolean;
}

const CONCERNED = ["invited", "registered", "waiting"];

export function isAmong(person: Person, audience: Audience): boolean {
  if (audience === "all") return true;
  if (audience === "concerned") return CONCERNED.includes(person.state);
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
 * What may be said about the event now by whoever chooses to: nothing of a confidential one, that it is
 * cancelled once it is, and of what is ahead only while it is.
 */
export function kindsFor(event: Standing, today: CalendarDate): MessageKind[] {
  return event.isConfidential ? [] : kindsOf(event, today);
}

function kindsOf(event: Standing, today: CalendarDate): MessageKind[] {
  if (event.archivedAt !== null) return [];
  if (event.state === "cancelled") return ["cancelled"];
  if (event.state === "closed") return ["certificate-ready", "thanks"];
  return isAhead(event, today) ? ["invitation", "reminder", "change"] : [];
}

/**
 * The same for a message on its way: that a session was dropped stays true whatever becomes of the rest. Of
 * a confidential event only what is necessary leaves, to those who were called before and without a word of
 * what is confidential.
 */
export function mayLeave(kind: MessageKind, event: Standing, today: CalendarDate): boolean {
  if (event.isConfidential && !isNecessary(kind)) return false;
  if (kind === "session-cancelled") return event.archivedAt === null;
  return kindsOf(event, today).includes(TAKING_OUT.includes(kind) ? "invitation" : kind);
}

/** Whoever loses their place is told as long as an invitation would be. */
const TAKING_OUT: readonly MessageKind[] = ["withdrawn", "waitlisted"];

function isAhead(event: Standing, today: CalendarDate): boolean {
  const isOver = event.endsOn !== null && event.endsOn < today;
  return !isOver && event.state !== "held";
}

/** Days after its end; who reads thanks for an event of last season wonders which one that was. */
export const THANKED_WITHIN_DAYS = 30;

/** Whether people are thanked by themselves for coming, if it is closed that day; by hand on any. */
export function isThankedOn({ endsOn }: Pick<Standing, "endsOn">, day: CalendarDate): boolean {
  return endsOn !== null && daysBetween(endsOn, day) <= THANKED_WITHIN_DAYS;
}

const NECESSARY: readonly MessageKind[] = [
  "change",
  "session-cancelled",
  "cancelled",
  "withdrawn",
  "waitlisted",
];

/** Whoever wants no mails still learns that what they count on is otherwise or off. */
export function isNecessary(kind: MessageKind): boolean {
  return NECESSARY.includes(kind);
}

/**
 * A message of a kind leaves once a day to the same person; one about a change or a cancellation once for
 * each version of the event. `who` is the registration, or `<event>:user-5` for a guest.
 */
export function messageKey(
  kind: MessageKind,
  of: { who: string | number; day: CalendarDate; version: number },
): string {
  const key = `event-${kind}:${of.who}:${of.day}`;
  return isNecessary(kind) ? `${key}:${of.version}` : key;
}

/** Days before a session on which it is told of, the farther one first. */
const REMINDED_BEFORE = [3, 1] as const;

/**
 * The days that people are reminded of: the first of each run of sessions, so that nobody is reminded of
 * Tuesday at the course of Monday.
 */
export function remindedDays(sessions: readonly { heldOn: CalendarDate }[]): CalendarDate[] {
  const days = [...new Set(sessions.map(({ heldOn }) => heldOn))].sort();
  const [farthest] = REMINDED_BEFORE;
  return days.filter((day, index) => {
    const before = days[index - 1];
    return before === undefined || addDays(before, farthest) < day;
  });
}

export interface ReminderStep {
  /** The day that is reminded of. */
  of: CalendarDate;
  daysBefore: number;
  /** When it is to leave; later only if nothing could on that day. */
  on: CalendarDate;
}

/** All reminders of an event, in the order in which they leave. */
export function reminderSteps(sessions: readonly { heldOn: CalendarDate }[]): ReminderStep[] {
  return remindedDays(sessions)
    .flatMap((of) =>
      REMINDED_BEFORE.map((daysBefore) => ({ of, daysBefore, on: addDays(of, -daysBefore) })),
    )
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** Of each day ahead the last step that has come by today: missed ones are made up for by one. */
export function stepsReached(
  sessions: readonly { heldOn: CalendarDate }[],
  today: CalendarDate,
): ReminderStep[] {
  const reached = new Map<CalendarDate, ReminderStep>();
  for (const step of reminderSteps(sessions))
    if (step.on <= today && step.of > today) reached.set(step.of, step);
  return [...reached.values()];
}
