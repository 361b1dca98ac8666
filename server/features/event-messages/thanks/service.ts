import { listStillWaiting, listTold } from "../../../../db/queries/event-mailing.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import type { Change } from "../../../change.ts";
import { addDays, pragueDay, pragueInstant } from "../../../values/calendar-date.ts";
import { keyOfTold, peopleAmong, queueAutomatic, sendsByItself } from "../automatic/queueing.ts";
import { isThankedOn } from "../rules.ts";

/**
 * Thanks those who came, on the morning after; with their certificate, if it is ready by then. Of an event
 * closed long after it nobody is thanked, and certificates are told of as they are drawn.
 */
export async function thankPeople(one: Change, event: EventRecord): Promise<void> {
  if (!isThankedOn(event, pragueDay(one.at)) || !(await sendsByItself(one, event, "thanks")))
    return;
  const thanked = await listTold(one.trx, { eventId: event.id, templates: ["event-thanks"] });
  const known = new Set(thanked.map(keyOfTold));
  const people = await peopleAmong(one, event.id, "attended");
  await queueAutomatic(
    one,
    event,
    people.filter((person) => !known.has(keyOfTold(person))),
    {
      kind: "thanks",
      audience: "attended",
      dueAt: pragueInstant(addDays(pragueDay(one.at), 1), "08:00"),
      // Closed again after a correction: nobody is thanked twice.
      keyOf: (who) => `event-thanks:${who}:${event.version}`,
    },
  );
}

/** Tells whose certificate has just been drawn, unless the thanks that still wait will bring it. */
export async function tellOfCertificate(
  one: Pick<Change, "trx" | "at">,
  event: EventRecord,
  certificate: { id: number; registrationId: number },
): Promise<void> {
  if (!(await sendsByItself(one, event, "certificate-ready"))) return;
  const waiting = await listStillWaiting(one.trx, { eventId: event.id, template: "event-thanks" });
  const served = new Set(waiting.map(keyOfTold));
  const isTheirs = (id: number) => id === certificate.registrationId;
  const people = await peopleAmong(one, event.id, "certified", isTheirs);
  await queueAutomatic(
    one,
    event,
    people.filter((person) => !served.has(keyOfTold(person))),
    {
      kind: "certificate-ready",
      audience: "certified",
      keyOf: () => `event-certificate-ready:certificate-${certificate.id}`,
    },
  );
}
