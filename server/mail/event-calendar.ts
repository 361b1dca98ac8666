import type { EventSession } from "../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../db/queries/events.ts";
import {
  type CalendarEntry,
  type CalendarPerson,
  calendarHost,
  calendarText,
  calendarUid,
} from "../icalendar.ts";
import type { CalendarPart } from "./mailer.ts";

type Session = Pick<
  EventSession,
  "id" | "heldOn" | "startsAt" | "endsAt" | "place" | "topic" | "calendarSequence"
>;

export interface CalendarLetter {
  method: CalendarPart["method"];
  event: Pick<EventRecord, "title" | "goal" | "place" | "onlineUrl">;
  sessions: readonly Session[];
  organizer: CalendarPerson;
  attendee: CalendarPerson;
  publicUrl: string;
  /** Instant at which the letter is written. */
  at: string;
}

/** A file for each session: by RFC 5546 a message speaks of one thing alone. */
export function calendarsOf(letter: CalendarLetter): CalendarPart[] {
  const { method, event, sessions, at } = letter;
  return sessions.map((session) => ({
    method,
    fileName: `${session.heldOn}-${session.startsAt.replace(":", "")}.ics`,
    content: calendarText({
      ...{ name: event.title, method, at },
      entries: [entryOf(letter, session)],
    }),
  }));
}

function entryOf(letter: CalendarLetter, session: Session): CalendarEntry {
  const { event, organizer, attendee, method, at } = letter;
  const title = [event.title, session.topic].filter(Boolean).join(": ");
  return {
    uid: calendarUid(calendarHost(letter.publicUrl), "session", session.id),
    sequence: session.calendarSequence,
    ...{ title, organizer, attendee },
    description: [event.goal, event.onlineUrl].filter(Boolean).join("\n\n") || undefined,
    place: session.place ?? event.place ?? event.onlineUrl ?? undefined,
    status: method === "CANCEL" ? "cancelled" : "confirmed",
    changedAt: at,
    startsAt: `${session.heldOn}T${session.startsAt}`,
    endsAt: `${session.heldOn}T${session.endsAt}`,
  };
}
