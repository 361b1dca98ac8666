import { type Guest, listGuests } from "../../../../db/queries/event-guests.ts";
import {
  listStillWaiting,
  raiseCalendarSequence,
  supersedeMessages,
} from "../../../../db/queries/event-mailing.ts";
import type { EventSession } from "../../../../db/queries/event-sessions.ts";
import { type EventRecord, findEvent } from "../../../../db/queries/events.ts";
import type { Change } from "../../../change.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { Audience } from "../rules.ts";
import {
  calledBefore,
  guestsGone,
  guestsNotTold,
  invitedNow,
  keyOfTold,
  peopleAmong,
  peopleConcerned,
  queueAutomatic,
  type Recipient,
  sendsByItself,
} from "./queueing.ts";

interface EventKey {
  projectId: number;
  eventId: number;
}

/**
 * Tells those who have just been given a place, invited, or put among those who wait; whoever had been
 * called to come learns that they only wait now. `occasion` is what else happened that day, so that a freed
 * place is told of after the waiting was.
 */
export async function tellOfRegistrations(
  one: Change,
  key: EventKey,
  ids: readonly number[],
  occasion: "added" | "changed" = "added",
): Promise<void> {
  if (ids.length === 0) return;
  const event = await findEvent(one.trx, key);
  if (!event) return;
  const chosen = new Set(ids);
  const moved = new Set(await tellOfLostPlaces(one, event, chosen));
  if (!(await sendsByItself(one, event, "invitation"))) return;
  for (const audience of ["invited", "registered", "waiting"] satisfies Audience[]) {
    const isTold = (id: number) => chosen.has(id) && !moved.has(id);
    const people = await peopleAmong(one, event.id, audience, isTold);
    const day = pragueDay(one.at);
    const keyOf = (who: string) => `event-invitation:${who}:${day}:${audience}:${one.at}`;
    const message = { kind: "invitation", audience } as const;
    await queueAutomatic(
      one,
      event,
      people,
      occasion === "added" ? message : { ...message, keyOf },
    );
  }
}

/**
 * Takes the event out of calendars of those who had a place and only wait for one now.
 * @returns ids of their registrations
 */
async function tellOfLostPlaces(
  one: Change,
  event: EventRecord,
  chosen: ReadonlySet<number>,
): Promise<number[]> {
  if (!(await sendsByItself(one, event, "waitlisted"))) return [];
  const people = await peopleAmong(one, event.id, "waiting", (id) => chosen.has(id));
  const called = people.length === 0 ? new Set() : await calledBefore(one.trx, event.id);
  const moved = people.filter((person) => called.has(keyOfTold(person)));
  const queued = await listStillWaiting(one.trx, {
    eventId: event.id,
    template: "event-waitlisted",
  });
  const known = new Set(queued.map(keyOfTold));
  await queueAutomatic(
    one,
    event,
    moved.filter((person) => !known.has(keyOfTold(person))),
    {
      kind: "waitlisted",
      audience: "waiting",
      keyOf: (who) => `event-waitlisted:${who}:${one.at}`,
    },
  );
  return moved.flatMap((person) => ("registrationId" in person ? person.registrationId : []));
}

/**
 * Invites guests who do not know of it yet, once the event is confirmed and has a day; whoever was invited
 * and is a guest no more learns that as well.
 */
export async function inviteGuests(one: Change, event: EventRecord): Promise<void> {
  if (event.state !== "confirmed" || event.startsOn === null) return;
  if (await sendsByItself(one, event, "invitation")) {
    const guests = await guestsNotTold(one, event.id);
    await queueAutomatic(one, event, guests, { kind: "invitation", audience: "all" });
  }
  if (!(await sendsByItself(one, event, "withdrawn"))) return;
  await dismiss(one, event, await guestsGone(one, event.id));
}

/** Takes the event out of calendars of those who lost their place; who never heard of it hears nothing. */
export async function tellOfWithdrawal(
  one: Change,
  key: EventKey,
  people: readonly { registrationId: number; participantId: number }[],
): Promise<void> {
  const event = people.length === 0 ? undefined : await findEvent(one.trx, key);
  if (!event || !(await sendsByItself(one, event, "withdrawn"))) return;
  const haveLeft = event.isConfidential;
  const invited = new Set((await invitedNow(one.trx, event.id, { haveLeft })).map(keyOfTold));
  await dismiss(
    one,
    event,
    people.filter((person) => invited.has(keyOfTold(person))),
  );
}

/** An invitation that has not left is cancelled by itself, and this with it: see the claim. */
async function dismiss(one: Change, event: EventRecord, people: readonly Recipient[]) {
  const waiting = await listStillWaiting(one.trx, {
    eventId: event.id,
    template: "event-invitation",
  });
  const unaware = new Set(waiting.map(keyOfTold));
  await queueAutomatic(
    one,
    event,
    people.filter((person) => !unaware.has(keyOfTold(person))),
    {
      kind: "withdrawn",
      audience: "all",
      keyOf: (who) => `event-withdrawn:${who}:${one.at}`,
    },
  );
}

/** What people are told of an event as a whole; the title of a confidential one nobody is. */
export function isToldOtherwise(before: EventRecord, after: EventRecord): boolean {
  const isRenamed = before.title !== after.title && !after.isConfidential;
  return isRenamed || before.place !== after.place || before.onlineUrl !== after.onlineUrl;
}

type Told = Pick<EventSession, "heldOn" | "startsAt" | "endsAt" | "place" | "topic">;

/** The same of one session; the topic of a confidential event is its title. */
export function isSessionToldOtherwise(
  { isConfidential }: Pick<EventRecord, "isConfidential">,
  before: Told,
  after: Told,
): boolean {
  const names = ["heldOn", "startsAt", "endsAt", "place"] as const;
  const isRenamed = before.topic !== after.topic && !isConfidential;
  return isRenamed || names.some((name) => before[name] !== after[name]);
}

/**
 * Raises the number by which calendars know that all sessions changed, and tells whoever counts on the event.
 */
export async function tellOfChangedEvent(one: Change, event: EventRecord): Promise<void> {
  await raiseCalendarSequence(one.trx, { eventId: event.id });
  await tellOfChange(one, event, null);
}

/** Tells of sessions that were moved or added; `null` stands for all of them. */
export async function tellOfChange(
  one: Change,
  event: EventRecord,
  sessionIds: readonly number[] | null,
): Promise<void> {
  if (!(await sendsByItself(one, event, "change"))) return;
  const earlier = await supersedeMessages(one.trx, {
    eventId: event.id,
    template: "event-change",
  });
  await queueAutomatic(one, event, await peopleConcerned(one, event), {
    kind: "change",
    audience: "concerned",
    params: { sessions: joined(sessionIds, earlier) },
  });
}

/** What earlier messages were to tell of is told of by this one. */
function joined(ids: readonly number[] | null, earlier: { params: string }[]): string | null {
  const before = earlier.map(({ params }) => JSON.parse(params).sessions as string | null);
  if (ids === null || before.includes(null)) return null;
  const all = before.flatMap((text) => (text ?? "").split(",")).map(Number);
  return [...new Set([...all, ...ids])].join(",");
}

/** Lets calendars drop a session that is held no more, unless its day has passed. */
export async function tellOfRemovedSession(
  one: Change,
  event: EventRecord,
  session: EventSession,
): Promise<void> {
  if (session.heldOn < pragueDay(one.at)) return;
  if (!(await sendsByItself(one, event, "session-cancelled"))) return;
  const { id: sessionId, heldOn, startsAt, endsAt, calendarSequence } = session;
  await queueAutomatic(one, event, await peopleConcerned(one, event), {
    kind: "session-cancelled",
    audience: "concerned",
    params: { sessionId, heldOn, startsAt, endsAt, sequence: calendarSequence + 1 },
  });
}

/** The event is held no more: calendars drop it, and people learn why they may stay at home. */
export async function tellOfCancelledEvent(
  one: Change,
  event: EventRecord,
  before: EventRecord,
): Promise<void> {
  await raiseCalendarSequence(one.trx, { eventId: event.id });
  const wasAhead = before.endsOn === null || before.endsOn >= pragueDay(one.at);
  if (!wasAhead || before.state === "held") return;
  if (!(await sendsByItself(one, event, "cancelled"))) return;
  const message = { kind: "cancelled", audience: "concerned" } as const;
  await queueAutomatic(one, event, await peopleConcerned(one, event), message);
}

/**
 * Guests to whom no letter of that kind goes by itself, so that they may be told in another way; of a
 * confidential event those whom no invitation has reached.
 */
export async function guestsWithoutLetter(
  one: Change,
  event: EventRecord,
  kind: "change" | "cancelled",
): Promise<Guest[]> {
  const writes = await sendsByItself(one, event, kind);
  if (writes && !event.isConfidential) return [];
  const guests = await listGuests(one.trx, event.id);
  const called = writes ? await calledBefore(one.trx, event.id) : new Set();
  return guests.filter((guest) => !called.has(keyOfTold(guest)));
}
