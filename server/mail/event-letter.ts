import type { EventSession } from "../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../db/queries/events.ts";
import type { Config } from "../config.ts";
import type { MessageKind } from "../features/event-messages/rules.ts";
import { timesText } from "../features/events/words.ts";
import type { CalendarPerson } from "../icalendar.ts";
import { formatsFor } from "../texts/formats.ts";
import { type Language, textsFor } from "../texts/index.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { parseEmailAddress } from "../values/email-address.ts";
import { calendarsOf } from "./event-calendar.ts";
import type { Letter, Recipient } from "./letter.ts";
import type { CalendarPart } from "./mailer.ts";
import { parseSender } from "./mime.ts";
import { writeNotice } from "./notice.ts";
import { wayOut } from "./way-out.ts";
import { reworded, type Wordings, withoutGaps } from "./wording.ts";

type ToldSession = Pick<
  EventSession,
  "id" | "heldOn" | "startsAt" | "endsAt" | "place" | "topic" | "calendarSequence"
>;

/** What a message about an event is made of: nothing of anybody who comes to it. */
export interface Announced {
  event: EventRecord;
  sessions: EventSession[];
  coordinator: { name: string | null; email: string | null } | undefined;
  /** Ids of the sessions that a change is about; null is all of them. */
  changed: number[] | null;
  /** A single session that is held no more. */
  removed: ToldSession | null;
  now: string;
  today: CalendarDate;
}

/** As what somebody reads it. */
export type ReadAs = "invited" | "registered" | "waiting" | "declined" | "withdrawn" | "guest";

export interface AnnouncedTo {
  recipient: Recipient;
  config: Config;
  as: ReadAs;
  certificate: { href: string; until: CalendarDate } | null;
  wordings: Wordings;
}

/** In the language of the event; of a confidential one no more than that it is, and when. */
export function writeEventMessage(kind: MessageKind, told: Announced, to: AnnouncedTo): Letter {
  const { language, isConfidential } = told.event;
  const { mail } = textsFor(language).eventMessages;
  const announced = isConfidential ? veiled(told, mail) : told;
  const calendars = calendarsFor(kind, announced, to);
  const letter = writeNotice({
    language,
    subject: subjectOf(kind, announced, mail),
    paragraphs: [
      mail.greeting,
      openingOf(kind, announced, to),
      ...(isAboutAhead(kind) ? detailsOf(announced) : []),
      ...(isConfidential && kind === "change" ? [mail.veiled.askForRest] : []),
      ...calendarNote(calendars, mail),
      ...contactOf(announced, mail),
    ],
    ...certificateButton(to, language),
    why: to.as === "guest" ? mail.whyGuest : mail.why,
    ...(isNobody(to.recipient) ? {} : { wayOut: wayOut(to, "events") }),
    // Whoever reworded the letter wrote of events that have a name.
    ...(isConfidential
      ? {}
      : reworded(`event-${kind}`, wordsFor(kind, language, to), placeholdersOf(announced))),
  });
  return {
    ...letter,
    ...answersTo(announced),
    ...(calendars.length > 0 ? { calendars } : {}),
  };
}

/** Without what only its coordinator may read, in the calendar of the reader as well. */
function veiled(announced: Announced, { veiled: { title } }: MailWords): Announced {
  const { event, sessions, removed } = announced;
  const nothing = { place: null, topic: null };
  return {
    ...announced,
    event: { ...event, title, goal: null, place: null, onlineUrl: null },
    sessions: sessions.map((session) => ({ ...session, ...nothing })),
    removed: removed && { ...removed, ...nothing },
  };
}

function subjectOf(kind: MessageKind, { event }: Announced, mail: MailWords): string {
  const words: Partial<Record<MessageKind, { subject: string }>> = mail.veiled.kinds;
  return (event.isConfidential && words[kind]?.subject) || mail[kind].subject(event.title);
}

/** Whoever only waits for a place must read that, whatever an invitation says. */
function wordsFor(kind: MessageKind, language: Language, { as, wordings }: AnnouncedTo) {
  const words = wordings[language];
  if (words === undefined || kind !== "invitation" || as !== "waiting") return words;
  const { opening: _invites, ...rest } = words;
  return rest;
}

function placeholdersOf({ event, removed }: Announced) {
  const { notSetYet } = textsFor(event.language).mails;
  const dates = removed ? sessionText(removed, event) : datesOf(event);
  return { event: event.title, ...withoutGaps({ dates, place: event.place }, notSetYet) };
}

/** For whom the wording is only shown. */
function isNobody({ userId, contactId, participantId }: Recipient): boolean {
  return userId === null && contactId === null && participantId === null;
}

function certificateButton({ certificate }: AnnouncedTo, language: Language) {
  if (certificate === null) return {};
  const { mail } = textsFor(language).eventMessages;
  return {
    button: { label: mail.certificate, href: certificate.href },
    note: mail.certificateUntil(formatsFor(language).date(certificate.until)),
  };
}

function answersTo({ coordinator }: Announced): Pick<Letter, "replyTo"> {
  const address = parseEmailAddress(coordinator?.email ?? "");
  return address ? { replyTo: { name: coordinator?.name ?? "", address } } : {};
}

type MailWords = ReturnType<typeof textsFor>["eventMessages"]["mail"];

function isAboutAhead(kind: MessageKind): boolean {
  return kind === "invitation" || kind === "reminder" || kind === "change";
}

function isAfterwards(kind: MessageKind): boolean {
  return kind === "thanks" || kind === "certificate-ready";
}

function openingOf(kind: MessageKind, announced: Announced, to: AnnouncedTo): string {
  const { event, removed } = announced;
  const when = removed ? sessionText(removed, event) : datesOf(event);
  const { kinds } = textsFor(event.language).eventMessages.mail.veiled;
  const words: Partial<Record<MessageKind, { text: (when: string | null) => string }>> = kinds;
  const veiledText = event.isConfidential ? words[kind]?.text : undefined;
  if (veiledText) return veiledText(when);
  return wordingOf(kind, event.language, to)(event.title, when);
}

type Wording = (title: string, when: string | null) => string;

/** An invitation and a reminder read otherwise to each; thanks say so where there is a certificate. */
function wordingOf(
  kind: MessageKind,
  language: Language,
  { as, certificate }: AnnouncedTo,
): Wording {
  const { mail } = textsFor(language).eventMessages;
  const usual: Wording = mail[kind].text;
  const invitations: Partial<Record<ReadAs, Wording>> = mail.invitationAs;
  if (kind === "invitation") return invitations[as] ?? usual;
  if (kind === "reminder") return as === "guest" ? mail.reminderGuest : usual;
  if (certificate === null) return usual;
  return kind === "thanks" ? mail.thanksCertified : mail.certificateHere;
}

function datesOf({ startsOn, endsOn, language }: EventRecord): string | null {
  return startsOn && formatsFor(language).dateRange(startsOn, endsOn ?? startsOn);
}

function sessionText(session: ToldSession, { language }: EventRecord): string {
  const formats = formatsFor(language);
  return `${formats.longDate(session.heldOn)} ${timesText(session, formats)}`;
}

/** When and where, and what it is for. */
function detailsOf({ event, sessions, today }: Announced): string[] {
  const { mail } = textsFor(event.language).eventMessages;
  const days = sessions
    .filter(({ heldOn }) => heldOn >= today)
    .map((session) => {
      const place = session.place !== event.place ? session.place : null;
      return [sessionText(session, event), session.topic, place].filter(Boolean).join(", ");
    });
  return [
    ...(days.length > 0 ? [mail.when(days.join("; "))] : []),
    ...(event.place === null ? [] : [mail.venue(event.place)]),
    ...(event.onlineUrl === null ? [] : [mail.online(event.onlineUrl)]),
    ...(event.goal === null ? [] : [mail.goal(event.goal)]),
  ];
}

function contactOf({ coordinator }: Announced, mail: MailWords): string[] {
  const contact = [coordinator?.name, coordinator?.email].filter(Boolean).join(", ");
  return contact === "" ? [] : [mail.contact(contact)];
}

function calendarNote(calendars: readonly CalendarPart[], mail: MailWords): string[] {
  const [first] = calendars;
  if (!first) return [];
  return [first.method === "CANCEL" ? mail.calendarDropped : mail.calendarHere(calendars.length)];
}

/** For whoever has a place, or had one: those who only wait keep their day free for something else. */
function calendarsFor(kind: MessageKind, announced: Announced, to: AnnouncedTo): CalendarPart[] {
  const onlyWaits = to.as === "waiting" && kind !== "waitlisted";
  if (onlyWaits || isAfterwards(kind)) return [];
  const { address, name } = to.recipient;
  return calendarsOf({
    method: isAboutAhead(kind) ? "REQUEST" : "CANCEL",
    event: announced.event,
    sessions: announced.removed ? [announced.removed] : sessionsAhead(announced),
    organizer: organizerOf(announced, to.config),
    // Mails to participants name nobody, not even them.
    attendee: { name: name || address, email: address },
    publicUrl: to.config.publicUrl,
    at: announced.now,
  });
}

function sessionsAhead({ sessions, changed, today }: Announced): EventSession[] {
  return sessions.filter(
    ({ id, heldOn }) => heldOn >= today && (changed === null || changed.includes(id)),
  );
}

function organizerOf({ coordinator }: Announced, { mailFrom }: Config): CalendarPerson {
  const sender = parseSender(mailFrom);
  const email = parseEmailAddress(coordinator?.email ?? "") ?? sender.address;
  return { name: coordinator?.name ?? sender.name, email };
}
