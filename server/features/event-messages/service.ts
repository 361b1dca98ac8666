import { type Addressee, listAddressees } from "../../../db/queries/event-messages.ts";
import { type EventRecord, findEvent } from "../../../db/queries/events.ts";
import { type Author, change } from "../../change.ts";
import type { Config } from "../../config.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import type { AnnouncedTo } from "../../mail/event-letter.ts";
import { addDays, pragueDay, pragueInstant } from "../../values/calendar-date.ts";
import { queueMails } from "../mails/service.ts";
import { type Audience, isAmong, kindsFor, messageKey } from "./rules.ts";
import type { MessageEntry } from "./schema.ts";

const WAITS_AT_MOST_DAYS = 3;

/**
 * Queues a message to the chosen people of an event; it is written when it leaves, and only to those for
 * whom it is still true. The same message does not go to the same person twice a day.
 * @returns how many were queued
 */
export async function sendMessages(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; eventId: number },
  entry: MessageEntry,
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    const event = await findEvent(trx, key);
    if (!event) throw new NotFound("event");
    const { kind, audience } = entry;
    const day = pragueDay(at);
    if (!kindsFor(event, day).includes(kind)) throw new Conflict("messageNotNow");
    const people = chosen(await listAddressees(trx, key.eventId), entry);
    const added = await queueMails(
      trx,
      people.map(({ registrationId, participantId }) => ({
        kind: "participant",
        template: `event-${kind}`,
        dedupeKey: messageKey(kind, { who: registrationId, day, version: event.version }),
        recipientParticipantId: participantId,
        subjectType: "event",
        subjectId: event.id,
        params: { projectId: key.projectId, registrationId, audience },
        at,
        expiresAt: pragueInstant(addDays(day, WAITS_AT_MOST_DAYS), "00:00"),
      })),
    );
    record({
      action: "event-message.queued",
      objectType: "event",
      objectId: event.id,
      projectId: key.projectId,
      changes: { message: [null, kind], recipients: [null, added.length] },
    });
    return added.length;
  });
}

/** Nobody in particular, for whom the wording is shown. */
export function sampleReader(
  { language }: Pick<EventRecord, "language">,
  audience: Audience,
  config: Config,
): Omit<AnnouncedTo, "wordings"> {
  const as = audience === "waiting" || audience === "registered" ? audience : "invited";
  const nobody = { userId: null, contactId: null, participantId: null };
  const recipient = { ...nobody, name: "", address: "", language };
  return { recipient, config, as, certificate: null };
}

/** Those chosen who still are what they were chosen for and have an address. */
function chosen(people: Addressee[], { registrations, kind, audience }: MessageEntry): Addressee[] {
  const wanted = new Set(registrations);
  const found = people.filter(
    (person) =>
      wanted.has(person.registrationId) &&
      person.email !== null &&
      isAmong(person, audience) &&
      (kind !== "certificate-ready" || person.hasCertificate),
  );
  if (found.length !== wanted.size) throw new InvalidInput({ registrations: "recipientsChanged" });
  return found;
}
