import { findStandingCertificate } from "../../db/queries/certificates.ts";
import { findGuest } from "../../db/queries/event-guests.ts";
import { findEventMailing } from "../../db/queries/event-mailing.ts";
import { findAddressee, findCoordinator, hasPlace } from "../../db/queries/event-messages.ts";
import { listSessions } from "../../db/queries/event-sessions.ts";
import { type EventRecord, findEvent } from "../../db/queries/events.ts";
import { listPreferences } from "../../db/queries/notification-preferences.ts";
import { certificateLink } from "../features/certificates/links/rules.ts";
import { calledBefore, keyOfTold } from "../features/event-messages/automatic/queueing.ts";
import {
  type Audience,
  isAmong,
  isNecessary,
  type MessageKind,
  mayLeave,
  remindedDays,
} from "../features/event-messages/rules.ts";
import { effectiveWay } from "../features/notification-preferences/rules.ts";
import { paths } from "../paths.ts";
import { type Announced, type AnnouncedTo, writeEventMessage } from "./event-letter.ts";
import type { LetterBuilder, MailToWrite, Unneeded, WritingDeps } from "./letter.ts";

/**
 * A message to one of the people of an event. Asked once more as it leaves: whether the event still stands
 * as it did, and the person is still whom it was meant for.
 */
export function eventMessage(kind: MessageKind): LetterBuilder {
  return async (deps, mail) => {
    const projectId = Number(mail.params.projectId);
    const event = await findEvent(deps.db, { projectId, eventId: mail.subjectId ?? 0 });
    if (!event) return { unneeded: "event-gone" };
    const stopped =
      (await stoppedByEvent(deps, kind, event, mail)) ??
      (await stoppedBySecrecy(deps, event, mail));
    if (stopped) return { unneeded: stopped };
    const to = await addressedPerson(deps, kind, event, mail);
    if ("unneeded" in to) return to;
    const announced = await announcedOf(deps, event, mail);
    if (isOfMovedDay(announced, mail)) return { unneeded: "event-changed" };
    return writeEventMessage(kind, announced, to);
  };
}

/** Of a confidential event nobody hears who was not called before it was one. */
async function stoppedBySecrecy(
  { db }: WritingDeps,
  { id, isConfidential }: EventRecord,
  { recipient }: MailToWrite,
): Promise<string | undefined> {
  const isStranger = isConfidential && !(await calledBefore(db, id)).has(keyOfTold(recipient));
  return isStranger ? "event-changed" : undefined;
}

/** A reminder of a day on which the event is held no more; of the new one another is made. */
function isOfMovedDay({ sessions }: Announced, { params }: MailToWrite): boolean {
  return Boolean(params.day) && !remindedDays(sessions).includes(String(params.day));
}

/** What the system began by itself is stopped by a switch; nothing leaves about a project laid aside. */
async function stoppedByEvent(
  { db, today }: WritingDeps,
  kind: MessageKind,
  event: EventRecord,
  { params }: MailToWrite,
): Promise<string | undefined> {
  const mailing = await findEventMailing(db, event.id);
  const isLive = mailing !== undefined && mailing.projectArchivedAt === null;
  if (!isLive || !mayLeave(kind, event, today)) return "event-changed";
  return params.isAutomatic && !mailing.sendsMails ? "mails-off" : undefined;
}

async function addressedPerson(
  deps: WritingDeps,
  kind: MessageKind,
  event: EventRecord,
  mail: MailToWrite,
): Promise<AnnouncedTo | Unneeded> {
  const { recipient, params } = mail;
  const to = {
    recipient: { ...recipient, language: event.language },
    ...{ config: deps.config, wordings: deps.wordings },
    certificate: null,
  };
  if (params.isGuest) {
    const stopped = await stoppedByGuest(deps, kind, event, mail);
    return stopped ? { unneeded: stopped } : { ...to, as: "guest" };
  }
  if (kind === "withdrawn") {
    const participantId = recipient.participantId ?? 0;
    const isBack = await hasPlace(deps.db, { eventId: event.id, participantId });
    return isBack ? { unneeded: "no-longer-among" } : { ...to, as: "withdrawn" };
  }
  const person = await registeredPerson(deps, kind, event, mail);
  return "unneeded" in person ? person : { ...to, ...person };
}

async function registeredPerson(
  deps: WritingDeps,
  kind: MessageKind,
  event: EventRecord,
  mail: MailToWrite,
): Promise<Pick<AnnouncedTo, "as" | "certificate"> | Unneeded> {
  const registrationId = Number(mail.params.registrationId);
  const person = await findAddressee(deps.db, { eventId: event.id, registrationId });
  if (!person || !isAmong(person, mail.params.audience as Audience))
    return { unneeded: "no-longer-among" };
  if (person.refusesMails && !isNecessary(kind)) return { unneeded: "mails-refused" };
  const brings = kind === "thanks" || kind === "certificate-ready";
  const certificate = brings ? await certificateOf(deps, registrationId, mail) : null;
  return { as: person.state, certificate };
}

async function stoppedByGuest(
  deps: WritingDeps,
  kind: MessageKind,
  event: EventRecord,
  { recipient: { userId, contactId } }: MailToWrite,
): Promise<string | undefined> {
  const guest = await findGuest(deps.db, { eventId: event.id, userId, contactId });
  if ((kind === "withdrawn") === (guest !== undefined)) return "no-longer-among";
  if (isNecessary(kind)) return undefined;
  return (await wantsNone(deps, userId, event.projectId)) ? "switched-off-events" : undefined;
}

async function wantsNone({ db }: WritingDeps, userId: number | null, projectId: number) {
  const preferences =
    userId === null ? undefined : (await listPreferences(db, [userId])).get(userId);
  if (!preferences) return false;
  return effectiveWay(preferences, "events", projectId, { isResponsible: false }) === "off";
}

/** The link is signed anew each time the mail is written; how long it holds follows from the mail. */
async function certificateOf(
  { db, config }: WritingDeps,
  registrationId: number,
  { createdAt, recipient }: MailToWrite,
) {
  const standing = await findStandingCertificate(db, registrationId);
  if (!standing || recipient.participantId === null) return null;
  const { token, until } = certificateLink(config.secretKey, { id: standing.id, from: createdAt });
  return { href: `${config.publicUrl}${paths.certificateLink(token)}`, until };
}

async function announcedOf(
  { db, now, today }: WritingDeps,
  event: EventRecord,
  { params }: MailToWrite,
): Promise<Announced> {
  const { sessionId, heldOn, startsAt, endsAt, sequence, sessions } = params;
  const removed = sessionId
    ? {
        id: Number(sessionId),
        heldOn: String(heldOn),
        startsAt: String(startsAt),
        endsAt: String(endsAt),
        calendarSequence: Number(sequence),
        ...{ place: null, topic: null },
      }
    : null;
  return {
    event,
    sessions: await listSessions(db, event.id),
    changed: sessions ? String(sessions).split(",").map(Number) : null,
    removed,
    coordinator: await findCoordinator(db, event.id),
    ...{ now, today },
  };
}
