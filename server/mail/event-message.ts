import { findAddressee, findCoordinator } from "../../db/queries/event-messages.ts";
import { type EventSession, listSessions } from "../../db/queries/event-sessions.ts";
import { type EventRecord, findEvent } from "../../db/queries/events.ts";
import {
  type Audience,
  isAmong,
  kindsFor,
  type MessageKind,
} from "../features/event-messages/rules.ts";
import { timesText } from "../features/events/words.ts";
import { formatsFor } from "../texts/formats.ts";
import { textsFor } from "../texts/index.ts";
import type { Letter, LetterBuilder } from "./letter.ts";
import { writeNotice } from "./notice.ts";

/** What a message about an event is made of: nothing of anybody who comes to it. */
export interface Announced {
  event: EventRecord;
  sessions: EventSession[];
  coordinator: { name: string | null; email: string | null } | undefined;
}

/**
 * A message to one of the people of an event. Asked once more as it leaves: whether the event still stands
 * as it did, and the person is still whom it was meant for.
 */
export function eventMessage(kind: MessageKind): LetterBuilder {
  return async ({ db, today }, { subjectId, params }) => {
    const projectId = Number(params.projectId);
    const event = await findEvent(db, { projectId, eventId: subjectId ?? 0 });
    if (!event) return { unneeded: "event-gone" };
    if (!kindsFor(event, today).includes(kind)) return { unneeded: "event-changed" };
    const registrationId = Number(params.registrationId);
    const person = await findAddressee(db, { eventId: event.id, registrationId });
    if (!person || !isAmong(person, params.audience as Audience))
      return { unneeded: "no-longer-among" };
    const sessions = await listSessions(db, event.id);
    const coordinator = await findCoordinator(db, event.id);
    return writeEventMessage(kind, { event, sessions, coordinator });
  };
}

/** The same for everybody it goes to; in the language of the event. */
export function writeEventMessage(kind: MessageKind, announced: Announced): Letter {
  const { event, coordinator } = announced;
  const { language } = event;
  const { mail } = textsFor(language).eventMessages;
  const words = mail[kind];
  const isAhead = kind !== "cancelled" && kind !== "certificate-ready";
  const contact = [coordinator?.name, coordinator?.email].filter(Boolean).join(", ");
  return writeNotice({
    language,
    subject: words.subject(event.title),
    paragraphs: [
      mail.greeting,
      words.text(event.title, datesOf(event)),
      ...(isAhead ? detailsOf(announced) : []),
      ...(contact === "" ? [] : [mail.contact(contact)]),
    ],
    why: mail.why,
  });
}

function datesOf({ startsOn, endsOn, language }: EventRecord): string | null {
  return startsOn && formatsFor(language).dateRange(startsOn, endsOn ?? startsOn);
}

/** When and where, and what it is for. */
function detailsOf({ event, sessions }: Announced): string[] {
  const formats = formatsFor(event.language);
  const { mail } = textsFor(event.language).eventMessages;
  const days = sessions.map(
    (session) => `${formats.longDate(session.heldOn)} ${timesText(session, formats)}`,
  );
  return [
    ...(days.length > 0 ? [mail.when(days.join("; "))] : []),
    ...(event.place === null ? [] : [mail.venue(event.place)]),
    ...(event.onlineUrl === null ? [] : [mail.online(event.onlineUrl)]),
    ...(event.goal === null ? [] : [mail.goal(event.goal)]),
  ];
}
