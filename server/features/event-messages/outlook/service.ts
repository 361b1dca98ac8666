import type { Database } from "../../../../db/connection.ts";
import { listGuests } from "../../../../db/queries/event-guests.ts";
import {
  findEventMailing,
  listTold,
  listWaitingMessages,
  type WaitingMessages,
} from "../../../../db/queries/event-mailing.ts";
import { listAddressees } from "../../../../db/queries/event-messages.ts";
import { listSessions } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { keyOfTold } from "../automatic/queueing.ts";
import { isAmong, kindsFor, type ReminderStep, reminderSteps } from "../rules.ts";

/** What will leave about an event by itself, as things stand. */
export interface Outlook {
  sendsMails: boolean;
  isProjectArchived: boolean;
  waiting: WaitingMessages[];
  reminders: ReminderStep[];
  /** How many people a reminder would go to now. */
  reminded: number;
  /** Whether those who come will be thanked once the event is closed. */
  isThanking: boolean;
}

/** Six queries, whatever the size of the event. */
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
  return {
    ...{ sendsMails, isProjectArchived },
    waiting: await listWaitingMessages(db, event.id),
    reminders: reminderSteps(sessions).filter(({ on }) => on > today),
    reminded: reminds ? await countReminded(db, event.id) : 0,
    isThanking:
      isOn && event.archivedAt === null && ["planned", "confirmed", "held"].includes(event.state),
  };
}

async function countReminded(db: Database, eventId: number): Promise<number> {
  const people = await listAddressees(db, eventId);
  const registered = people.filter(
    (person) => person.email !== null && !person.refusesMails && isAmong(person, "registered"),
  );
  const guests = await listGuests(db, eventId);
  const told = await listTold(db, { eventId, templates: ["event-invitation"] });
  const known = new Set(told.map(keyOfTold));
  return registered.length + guests.filter((guest) => known.has(keyOfTold(guest))).length;
}
