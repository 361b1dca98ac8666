import type { Database } from "../../../../db/connection.ts";
import { listGuests } from "../../../../db/queries/event-guests.ts";
import {
  type EventMailing,
  findEventMailing,
  listStillWaiting,
  listTellings,
  type Told,
} from "../../../../db/queries/event-mailing.ts";
import { listAddressees } from "../../../../db/queries/event-messages.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import type { Change } from "../../../change.ts";
import { addDays, pragueDay, pragueInstant } from "../../../values/calendar-date.ts";
import { addMinutes } from "../../../values/instant.ts";
import { type QueuedMail, queueMails } from "../../mails/service.ts";
import { type Audience, isAmong, type MessageKind, mayLeave, messageKey } from "../rules.ts";

/** Whom a message is for: somebody registered, or a guest. */
export type Recipient =
  | { registrationId: number; participantId: number }
  | { userId: number | null; contactId: number | null; participantId?: never };

/** So that what was done by mistake can be undone, and several changes make one message. */
const MINUTES_TO_UNDO = 10;
const WAITS_AT_MOST_DAYS = 3;

export interface Automatic {
  kind: MessageKind;
  audience: Audience;
  params?: Record<string, string | number | null>;
  /** When it may leave; after the time to undo unless told. */
  dueAt?: string;
  expiresAt?: string;
  /** In place of the usual key. */
  keyOf?: (who: string) => string;
}

/** Whether the system may send such a message about the event by itself. */
export async function sendsByItself(
  { trx, at }: Pick<Change, "trx" | "at">,
  event: EventRecord,
  kind: MessageKind,
): Promise<boolean> {
  const mailing = await findEventMailing(trx, event.id);
  return mailing !== undefined && isOn(mailing) && mayLeave(kind, event, pragueDay(at));
}

function isOn({ sendsMails, projectArchivedAt }: EventMailing): boolean {
  return sendsMails && projectArchivedAt === null;
}

/** Those of the event who have an address and are what the message is for. */
export async function peopleAmong(
  { trx }: Pick<Change, "trx">,
  eventId: number,
  audience: Audience,
  isChosen: (registrationId: number) => boolean = () => true,
): Promise<Recipient[]> {
  const people = await listAddressees(trx, eventId);
  return people.filter(
    (person) =>
      person.email !== null && isAmong(person, audience) && isChosen(person.registrationId),
  );
}

/** Guests who were invited, and so count on the event. */
export async function guestsTold(
  { trx }: Pick<Change, "trx">,
  eventId: number,
): Promise<Recipient[]> {
  const { isTold, guests } = await guestsOf(trx, eventId);
  return guests.filter(isTold);
}

/** Guests who have not been invited yet. */
export async function guestsNotTold(
  { trx }: Pick<Change, "trx">,
  eventId: number,
): Promise<Recipient[]> {
  const { isTold, guests } = await guestsOf(trx, eventId);
  return guests.filter((guest) => !isTold(guest));
}

/**
 * Whoever counts on the event; those whose invitation has not left learn by it how things stand. Of a
 * confidential one those alone who were called before it was.
 */
export async function peopleConcerned(
  { trx }: Pick<Change, "trx">,
  { id: eventId, isConfidential }: Pick<EventRecord, "id" | "isConfidential">,
): Promise<Recipient[]> {
  const waiting = await listStillWaiting(trx, { eventId, template: "event-invitation" });
  const uninformed = new Set(waiting.map(keyOfTold));
  const people = await peopleAmong({ trx }, eventId, "concerned");
  const { isTold, guests } = await guestsOf(trx, eventId);
  const concerned = [...people, ...guests.filter(isTold)].filter(
    (recipient) => !uninformed.has(keyOfTold(recipient)),
  );
  if (!isConfidential) return concerned;
  const called = await calledBefore(trx, eventId);
  return concerned.filter((recipient) => called.has(keyOfTold(recipient)));
}

/** One and the same for a person and for the mails to them. */
export function keyOfTold(one: Partial<Told>): string {
  return [one.userId ?? "", one.contactId ?? "", one.participantId ?? ""].join(":");
}

/** Guests who were invited, and whom the list of guests has no more. */
export async function guestsGone(
  { trx }: Pick<Change, "trx">,
  eventId: number,
): Promise<Recipient[]> {
  const { guests, invited } = await guestsOf(trx, eventId);
  const present = new Set(guests.map(keyOfTold));
  return invited.filter((one) => !present.has(keyOfTold(one)));
}

async function guestsOf(trx: Change["trx"], eventId: number) {
  const guests = await listGuests(trx, eventId);
  const invited = (await invitedNow(trx, eventId)).filter(isGuest);
  const known = new Set(invited.map(keyOfTold));
  return { guests, invited, isTold: (one: Partial<Told>) => known.has(keyOfTold(one)) };
}

const CALLING = ["event-invitation", "event-reminder", "event-change"];
const DISMISSING = ["event-withdrawn", "event-waitlisted"];

/** Those who were told to come and not told otherwise since; `haveLeft` leaves out what still waits. */
export async function invitedNow(
  db: Database,
  eventId: number,
  { haveLeft = false } = {},
): Promise<Told[]> {
  const templates = [...CALLING, ...DISMISSING];
  const last = new Map<string, Told & { template: string }>();
  for (const telling of await listTellings(db, { eventId, templates, haveLeft }))
    last.set(keyOfTold(telling), telling);
  return [...last.values()].filter(({ template }) => CALLING.includes(template));
}

/** Keys of those whom a message that has left told to come. */
export async function calledBefore(db: Database, eventId: number): Promise<Set<string>> {
  return new Set((await invitedNow(db, eventId, { haveLeft: true })).map(keyOfTold));
}

function isGuest(one: Told): one is Told & { participantId: never } {
  return one.participantId === null;
}

/** @returns how many were queued; whoever has it in the queue already gets no second one */
export async function queueAutomatic(
  { trx, at }: Pick<Change, "trx" | "at">,
  event: EventRecord,
  recipients: readonly Recipient[],
  message: Automatic,
): Promise<number> {
  const { kind, audience, dueAt = addMinutes(at, MINUTES_TO_UNDO) } = message;
  const day = pragueDay(at);
  const mails = recipients.map((recipient): QueuedMail => {
    const who = whoOf(recipient, event.id);
    const key = { who, day, version: event.version };
    return {
      kind: "participant",
      template: `event-${kind}`,
      dedupeKey: message.keyOf?.(who) ?? messageKey(kind, key),
      ...addressOf(recipient),
      subjectType: "event",
      subjectId: event.id,
      params: {
        projectId: event.projectId,
        ...personOf(recipient, audience),
        isAutomatic: 1,
        ...message.params,
      },
      ...{ at, dueAt },
      expiresAt:
        message.expiresAt ?? pragueInstant(addDays(pragueDay(dueAt), WAITS_AT_MOST_DAYS), "00:00"),
    };
  });
  return (await queueMails(trx, mails)).length;
}

/** Part of the key of a message to one of the people. */
function whoOf(recipient: Recipient, eventId: number): string {
  if ("registrationId" in recipient) return String(recipient.registrationId);
  const { userId, contactId } = recipient;
  return `${eventId}:${userId === null ? `contact-${contactId}` : `user-${userId}`}`;
}

function addressOf(recipient: Recipient): Partial<QueuedMail> {
  if ("registrationId" in recipient) return { recipientParticipantId: recipient.participantId };
  const { userId, contactId } = recipient;
  if (userId !== null) return { recipientUserId: userId };
  return contactId === null ? {} : { recipientContactId: contactId };
}

function personOf(recipient: Recipient, audience: Audience) {
  if ("registrationId" in recipient) return { registrationId: recipient.registrationId, audience };
  return { isGuest: 1 };
}
