import {
  listNearSessions,
  listTold,
  type NearSession,
} from "../../../../db/queries/event-mailing.ts";
import { listRegisteredSince } from "../../../../db/queries/event-messages.ts";
import { findEvent } from "../../../../db/queries/events.ts";
import { type Change, change, system } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { addDays, pragueDay, pragueInstant } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import {
  guestsTold,
  keyOfTold,
  peopleAmong,
  queueAutomatic,
  type Recipient,
} from "../automatic/queueing.ts";
import { type ReminderStep, stepsReached } from "../rules.ts";

/** Of Prague; people are reminded on any day of the week, as events are held on any. */
export const REMINDS_AT = "08:00";
const FARTHEST_DAYS = 3;

/**
 * Queues reminders of events that are near, each once; what an outage held up is made up for while it is of
 * use. Running it again changes nothing.
 * @returns how many were queued
 */
export async function remindOfEvents(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  const today = deps.clock.today();
  const near = await listNearSessions(deps.db, {
    from: addDays(today, 1),
    to: addDays(today, FARTHEST_DAYS),
  });
  let queued = 0;
  for (const [, sessions] of groupedBy(near, ({ eventId }) => eventId)) {
    for (const step of stepsReached(sessions, today))
      queued += await change(deps, system, (one) => remind(one, sessions, step));
  }
  return queued;
}

async function remind(
  one: Change,
  sessions: readonly NearSession[],
  step: ReminderStep,
): Promise<number> {
  const session = sessions.find(({ heldOn }) => heldOn === step.of);
  const event = session && (await findEvent(one.trx, session));
  if (!event) return 0;
  const { of, daysBefore } = step;
  const people = await stillUnaware(one, event.id, step);
  return queueAutomatic(one, event, people, {
    kind: "reminder",
    audience: "registered",
    params: { day: of },
    dueAt: one.at,
    expiresAt: pragueInstant(of, session.startsAt),
    keyOf: (who) => `event-reminder:${who}:${of}:${daysBefore}`,
  });
}

/** But for those who were told of it that day already, or invited after the reminder was to leave. */
async function stillUnaware(
  one: Change,
  eventId: number,
  step: ReminderStep,
): Promise<Recipient[]> {
  const since = pragueInstant(step.on, REMINDS_AT);
  const late = new Set(await listRegisteredSince(one.trx, { eventId, since }));
  const today = pragueInstant(pragueDay(one.at), "00:00");
  const templates = ["event-reminder"];
  const reminded = await listTold(one.trx, { eventId, templates, since: today });
  const told = new Set(reminded.map(keyOfTold));
  const people = await peopleAmong(one, eventId, "registered", (id) => !late.has(id));
  const all = [...people, ...(await guestsTold(one, eventId))];
  return all.filter((recipient) => !told.has(keyOfTold(recipient)));
}
