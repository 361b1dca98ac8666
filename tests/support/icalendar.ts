import ICAL from "ical.js";

export interface ReadEntry {
  uid: string;
  title: string;
  description: string | null;
  place: string | null;
  url: string | null;
  status: string;
  sequence: number;
  isAllDay: boolean;
  /** Days as `2026-03-12`, hours as the instant in UTC at which they come. */
  startsAt: string;
  endsAt: string;
  organizer: string | null;
  attendees: string[];
  /** Seconds from the start. */
  alarms: number[];
}

export interface ReadCalendar {
  name: string | null;
  method: string | null;
  entries: ReadEntry[];
}

/** What a calendar of somebody else makes of the text: zones are taken from the file alone. */
export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return {
    name: textOf(calendar, "x-wr-calname"),
    method: textOf(calendar, "method"),
    entries: calendar.getAllSubcomponents("vevent").map(readEntry),
  };
}

function readEntry(component: ICAL.Component): ReadEntry {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    title: event.summary,
    description: event.description,
    place: event.location,
    url: textOf(component, "url"),
    status: textOf(component, "status") ?? "",
    sequence: event.sequence,
    isAllDay: event.startDate.isDate,
    startsAt: momentOf(event.startDate),
    endsAt: momentOf(event.endDate),
    organizer: event.organizer,
    attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
    alarms: component.getAllSubcomponents("valarm").map((alarm) => {
      return (alarm.getFirstPropertyValue("trigger") as ICAL.Duration).toSeconds();
    }),
  };
}

function momentOf(time: ICAL.Time): string {
  if (time.isDate) return time.toString();
  // A time without a zone would float: nobody's calendar would agree on it.
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`no zone: ${time.toString()}`);
  return new Date(time.toUnixTime() * 1000).toISOString();
}

function textOf(component: ICAL.Component, property: string): string | null {
  const value = component.getFirstPropertyValue(property);
  return value === null ? null : String(value);
}
