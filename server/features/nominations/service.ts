import { type EventRecord, findEvent } from "../../../db/queries/events.ts";
import {
  findAddressee,
  findNominationLink,
  insertAddressee,
  insertNominationLink,
  type NominationLink,
  revokeNominationLinks,
  updateNudged,
} from "../../../db/queries/nomination-links.ts";
import { cancelQueuedMails } from "../../../db/queries/outgoing-mails.ts";
import { lockPlaces } from "../../../db/queries/registrations.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { addDays, pragueDay, pragueInstant } from "../../values/calendar-date.ts";
import { czechSortKey } from "../../values/fold.ts";
import { hashOfSignature } from "../../values/signature.ts";
import { queueMail } from "../mails/service.ts";
import { resolveOrganisation } from "../organisations/service.ts";
import { linkState, mayNudge, nominationToken, opennessOf } from "./rules.ts";
import type { RequestEntry } from "./schema.ts";

type Writing = Pick<Deps, "db" | "clock">;

export interface EventKey {
  projectId: number;
  eventId: number;
}

const SUBJECT = "nomination-link";
const HOLDS_AT_MOST_DAYS = 90;

/**
 * A link by which an organisation names people for the event. An earlier one of the same organisation loses
 * its force. Mailed when an address was given.
 * @returns the id of the link
 */
export async function requestNomination(
  deps: Writing & Pick<Deps, "config">,
  author: Author,
  key: EventKey,
  entry: RequestEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    await nominatingEvent(one, key);
    const today = pragueDay(one.at);
    if (entry.answerBy < today) throw new InvalidInput({ answerBy: "notInPast" });
    if (entry.answerBy > addDays(today, HOLDS_AT_MOST_DAYS))
      throw new InvalidInput({ answerBy: "linkTooLong" });
    const named = { name: entry.organisation, ico: entry.ico };
    const organisationId = await resolveOrganisation(one, named);
    const { eventId } = key;
    await takeBack(one, { eventId, organisationId });
    const contactId = await addresseeOf(one, { ...entry, organisationId });
    const id = await insertNominationLink(one.trx, {
      ...{ eventId, organisationId, createdAt: one.at },
      hashOf: (id) =>
        hashOfSignature(nominationToken(deps.config.secretKey, { id, createdAt: one.at })),
      places: entry.places,
      answerBy: entry.answerBy,
      createdBy: one.by,
      contactId,
    });
    await mailRequest(one, { id, contactId, answerBy: entry.answerBy }, null);
    tell(one, key, "nomination.requested", {
      organisation: [null, entry.organisation],
      places: [null, entry.places],
      answerBy: [null, entry.answerBy],
    });
    return id;
  });
}

/** Reminds an organisation that has not answered; at most once a day. */
export async function nudgeNomination(
  deps: Writing,
  author: Author,
  key: EventKey & { id: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    await nominatingEvent(one, key);
    const link = await linkAt(one, key);
    const today = pragueDay(one.at);
    if (!mayNudge(link, today)) throw new Conflict("nudgedToday");
    await updateNudged(one.trx, link.id, one.at);
    await mailRequest(one, link, today);
    tell(one, key, "nomination.nudged", { organisation: [null, link.organisationName] });
  });
}

/** Takes a link back; a mail with it that has not left does not leave. Who was named by it stays. */
export async function revokeNomination(
  deps: Writing,
  author: Author,
  key: EventKey & { id: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    const link = await linkAt(one, key);
    if (linkState(link, pragueDay(one.at)) === "revoked") throw new Conflict("linkClosed");
    await takeBack(one, { id: link.id });
    tell(one, key, "nomination.revoked", { organisation: [link.organisationName, null] });
  });
}

async function takeBack(
  one: Change,
  which: { id: number } | { eventId: number; organisationId: number },
): Promise<void> {
  for (const id of await revokeNominationLinks(one.trx, which, one.at))
    await cancelQueuedMails(one.trx, {
      subjectType: SUBJECT,
      subjectId: id,
      reason: "link-revoked",
    });
}

/** The event, once changes of its places have waited for one another; only one that is still ahead. */
async function nominatingEvent(
  { trx, at }: Change,
  { projectId, eventId }: EventKey,
): Promise<EventRecord> {
  await lockPlaces(trx, eventId);
  const event = await findEvent(trx, { projectId, eventId });
  if (!event) throw new NotFound("event");
  const fresh = { answer: null, answerBy: "9999-12-31", revokedAt: null };
  if (opennessOf(fresh, event, pragueDay(at)) !== "open") throw new Conflict("nominationOver");
  return event;
}

async function linkAt(
  { trx }: Change,
  { eventId, id }: { eventId: number; id: number },
): Promise<NominationLink> {
  const link = await findNominationLink(trx, { eventId, id });
  if (!link) throw new NotFound("link");
  return link;
}

/** An address that the organisation gave for such messages; a contact of its own, so that mails can be stopped. */
async function addresseeOf(
  { trx, at }: Change,
  of: { organisationId: number; organisation: string; email: string | null },
): Promise<number | null> {
  const { organisationId, organisation: name, email } = of;
  if (email === null) return null;
  const known = await findAddressee(trx, { organisationId, email });
  if (known) return known.id;
  const sortKey = czechSortKey(name);
  return insertAddressee(trx, { organisationId, name, sortKey, email, agreedToMailAt: at });
}

async function mailRequest(
  { trx, at }: Change,
  link: { id: number; contactId: number | null; answerBy: string },
  nudgedOn: string | null,
): Promise<void> {
  if (link.contactId === null) return;
  await queueMail(trx, {
    kind: "participant",
    template: "nomination-request",
    dedupeKey: nudgedOn === null ? `${SUBJECT}:${link.id}` : `${SUBJECT}:${link.id}:${nudgedOn}`,
    recipientContactId: link.contactId,
    subjectType: SUBJECT,
    subjectId: link.id,
    params: { isNudge: nudgedOn === null ? 0 : 1 },
    at,
    expiresAt: pragueInstant(addDays(link.answerBy, 1), "00:00"),
  });
}

type Changes = Record<string, [unknown, unknown]>;

export function tell(
  { record }: Change,
  { projectId, eventId }: EventKey,
  action: string,
  changes: Changes,
): void {
  record({ action, objectType: "event", objectId: eventId, projectId, changes });
}
