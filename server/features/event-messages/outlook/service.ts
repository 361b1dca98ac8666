import type { Database } from "../../../../db/connection.ts";
import { listGuests } from "../../../../db/queries/event-guests.ts";
import {
  findEventMailing,
  listWaitingMessages,
  type WaitingMessages,
} from "../../../../db/queries/event-mailing.ts";
import { listAddressees } from "../../../../db/queries/event-messages.ts";
import { listSessions } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { invitedNow, keyOfTold } from "../automatic/queueing.ts";
import { isAmong, isThankedOn, kindsFor, type ReminderStep, reminderSteps } from "../rules.ts";

/** What will leave about an event by itself, as things stand. */
export interface Outlook {
  sendsMails: boolean;
  isProjectArchived: boolean;
  waiting: WaitingMessages[];
  reminders: ReminderStep[];
  /** How many people a reminder would go to now. */
  reminded: number;
  /** Who may be written to besides those registered, and whether they were invited. */
  guests: { name: string; isInvited: boolean }[];
  /** What will be told once the event is closed. */
  afterClosing: "thanks" | "certificate-ready" | null;
}

/** Seven queries at most, whatever the size of the event. */
export async function loadOutlook(
  db: Database,
  event: EventRecord,
  today: CalendarDate,
): Promise<Outlook> {
  const mailing = await findEventMailing(db, event.id);
  const isProjectArchived = mailing?.projectArchivedAt !== null;
  const sendsMails = mailing?.sendsMails ?? false;
  const isOn = sendsMails && !isProjectArchived && !event.isConfidential;
  const reminds = isOn && kindsFor(event, today).includes("reminder");
  const sessions = reminds ? await listSessions(db, event.id) : [];
  const guests = reminds ? await listInvitedGuests(db, event.id) : [];
  const registered = reminds ? await countReminded(db, event.id) : 0;
  return {
    ...{ sendsMails, isProjectArchived, guests },
    waiting: await listWaitingMessages(db, event.id),
    reminders: reminderSteps(sessions).filter(({ on }) => on > today),
    reminded: registered + guests.filter(({ isInvited }) => isInvited).length,
    afterClosing: isOn ? toldAfterClosing(event, today) : null,
  };
}

/** Closed later than people are thanked for it, an event tells of certificates alone. */
function toldAfterClosing(event: EventRecord, today: CalendarDate): Outlook["afterClosing"] {
  const isToClose = ["planned", "confirmed", "held"].includes(event.state);
  if (event.archivedAt !== null || !isToClose) return null;
  return event.endsOn === null || isThankedOn(event, today) ? "thanks" : "certificate-ready";
}

async function countReminded(db: Database, eventId: number): Promise<number> {
  const people = await listAddressees(db, eventId);
  return people.filter(
    (person) => person.email !== null && !person.refusesMails && isAmong(person, "registered"),
  ).length;
}

async function listInvitedGuests(db: Database, eventId: number): Promise<Outlook["guests"]> {
  const guests = await listGuests(db, eventId);
  const known = new Set((await invitedNow(db, eventId)).map(keyOfTold));
  return guests.map((guest) => ({ name: guest.name, isInvited: known.has(keyOfTold(guest)) }));
}
