import type { Database } from "../../../../db/connection.ts";
import { type EventSession, listSessions } from "../../../../db/queries/event-sessions.ts";
import { type ImportableEvent, listImportableEvents } from "../../../../db/queries/import-twins.ts";
import { InvalidInput } from "../../../errors.ts";
import { parseCalendarDate } from "../../../values/calendar-date.ts";
import { foldText } from "../../../values/fold.ts";

type Values = Record<string, string>;

export const eventFields = [{ name: "event", isRequired: true }, { name: "eventOn" }];

/** Finds events by title, and by their first day where several have the same one. */
export async function eventFinder(
  db: Database,
  of: { projectId: number; viewerId: number },
): Promise<(values: Values) => ImportableEvent> {
  const events = await listImportableEvents(db, of);
  return ({ event = "", eventOn = "" }) => {
    const day = optionalDayOf("eventOn", eventOn);
    const found = events
      .filter(({ title }) => foldText(title) === foldText(event))
      .filter(({ startsOn }) => day === undefined || startsOn === day);
    const [first] = found;
    if (!first) throw new InvalidInput({ event: event === "" ? "required" : "unknownEvent" });
    if (found.length > 1) throw new InvalidInput({ eventOn: "severalEvents" });
    return first;
  };
}

function optionalDayOf(field: string, text: string): string | undefined {
  const day = text === "" ? undefined : parseCalendarDate(text);
  if (text !== "" && day === undefined) throw new InvalidInput({ [field]: "validDate" });
  return day;
}

/** The session of a day, and of an hour where the day has several; each event is asked once. */
export function sessionFinder(db: Database) {
  const known = new Map<number, EventSession[]>();
  return async (eventId: number, values: Values): Promise<EventSession> => {
    const sessions = known.get(eventId) ?? (await listSessions(db, eventId));
    known.set(eventId, sessions);
    return sessionAt(sessions, values);
  };
}

function sessionAt(
  sessions: readonly EventSession[],
  { heldOn = "", startsAt = "" }: Values,
): EventSession {
  const day = optionalDayOf("heldOn", heldOn);
  if (day === undefined) throw new InvalidInput({ heldOn: "required" });
  const hour = startsAt.replace(".", ":").padStart(5, "0");
  const found = sessions
    .filter((session) => session.heldOn === day)
    .filter((session) => startsAt === "" || session.startsAt === hour);
  const [first] = found;
  if (!first) throw new InvalidInput({ heldOn: "unknownSession" });
  if (found.length > 1) throw new InvalidInput({ startsAt: "required" });
  return first;
}
