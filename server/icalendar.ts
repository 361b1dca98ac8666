import { foldLine, parameterText, plainText } from "./icalendar-text.ts";
import { addDays, type CalendarDate } from "./values/calendar-date.ts";

export interface CalendarPerson {
  name: string;
  email: string;
}

interface Described {
  /** The same for the whole life of what it stands for. */
  uid: string;
  /** Rises with each change that matters: when, where, what. */
  sequence: number;
  title: string;
  description?: string | undefined;
  place?: string | undefined;
  url?: string | undefined;
  organizer?: CalendarPerson | undefined;
  attendee?: CalendarPerson | undefined;
  status: "confirmed" | "tentative" | "cancelled";
  /** Instant of the last change. */
  changedAt: string;
  /** Minutes before it starts (for whole days: before midnight); below nought after that. */
  alarms?: readonly number[] | undefined;
}

/** Whole days, the last of them included. */
export interface WholeDays {
  day: CalendarDate;
  untilDay?: CalendarDate | undefined;
}

/** Local time of Prague, `2026-03-12T09:00`. */
export interface Hours {
  startsAt: string;
  endsAt: string;
}

export type CalendarEntry = Described & (WholeDays | Hours);

interface CalendarFile {
  name: string;
  /** Of a message; what is subscribed to has none. */
  method?: "REQUEST" | "CANCEL" | undefined;
  entries: readonly CalendarEntry[];
  /** When the message was made. Without a message that is, by RFC 5545, when the entry last changed. */
  at?: string | undefined;
}

/** A file of RFC 5545, to the byte the same for the same input. */
export function calendarText({ name, method, entries, at }: CalendarFile): string {
  const hasHours = entries.some((entry) => "startsAt" in entry);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Osnova//Osnova//CS",
    "CALSCALE:GREGORIAN",
    ...(method ? [`METHOD:${method}`] : subscribed(name)),
    ...(hasHours ? PRAGUE : []),
    ...entries.flatMap((entry) => linesOf(entry, at ?? entry.changedAt)),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

/** `session-5@osnova.example`: the same in invitations and in calendars that are subscribed to. */
export function calendarUid(host: string, objectType: string, id: number): string {
  return `${objectType}-${id}@${host}`;
}

export function calendarHost(publicUrl: string): string {
  return new URL(publicUrl).hostname;
}

function subscribed(name: string): string[] {
  const text = plainText(name);
  return [
    `NAME:${text}`,
    `X-WR-CALNAME:${text}`,
    `X-WR-TIMEZONE:${ZONE}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
  ];
}

function linesOf(entry: CalendarEntry, stamp: string): string[] {
  const title = plainText(entry.title);
  return [
    "BEGIN:VEVENT",
    `UID:${plainText(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    ...whenOf(entry),
    `SUMMARY:${title}`,
    ...given("DESCRIPTION", entry.description),
    ...given("LOCATION", entry.place),
    ...(entry.url ? [`URL:${addressText(entry.url)}`] : []),
    `STATUS:${entry.status.toUpperCase()}`,
    ...(entry.organizer ? [`ORGANIZER;${personOf(entry.organizer)}`] : []),
    ...(entry.attendee ? [`ATTENDEE;${ATTENDS};${personOf(entry.attendee)}`] : []),
    ...(entry.alarms ?? []).flatMap((minutes) => alarmOf(minutes, title)),
    "END:VEVENT",
  ];
}

/** A deadline takes nobody's time: its day stays free. */
function whenOf(entry: WholeDays | Hours): string[] {
  if ("startsAt" in entry) {
    return [
      `DTSTART;TZID=${ZONE}:${local(entry.startsAt)}`,
      `DTEND;TZID=${ZONE}:${local(entry.endsAt)}`,
    ];
  }
  return [
    `DTSTART;VALUE=DATE:${digits(entry.day)}`,
    `DTEND;VALUE=DATE:${digits(addDays(entry.untilDay ?? entry.day, 1))}`,
    "TRANSP:TRANSPARENT",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
  ];
}

function alarmOf(minutes: number, title: string): string[] {
  const duration = `PT${Math.abs(minutes)}M`;
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:${minutes > 0 ? "-" : ""}${duration}`,
    `DESCRIPTION:${title}`,
    "END:VALARM",
  ];
}

function given(property: string, text: string | undefined): string[] {
  return text ? [`${property}:${plainText(text)}`] : [];
}

function personOf({ name, email }: CalendarPerson): string {
  return `CN="${parameterText(name)}":mailto:${addressText(email)}`;
}

// Nobody reads answers of calendars here: who comes is said on the event's page.
const ATTENDS = "CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE";

function addressText(address: string): string {
  return address.replace(/\s/g, "");
}

function utc(instant: string): string {
  return `${digits(instant.slice(0, 19))}Z`;
}

function local(moment: string): string {
  return `${digits(moment)}00`;
}

function digits(text: string): string {
  return text.replace(/[-:]/g, "");
}

const ZONE = "Europe/Prague";
// The rule of the European Union, in force in Prague since 1996.
const PRAGUE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "TZNAME:CEST",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZNAME:CET",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];
