import type { Database } from "../../../../db/connection.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { countPeople, listLecturers } from "../../../../db/queries/event-people.ts";
import { listSessions } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";

const HISTORY_SHOWN = 30;

/** Everything on the page of one event; four queries. */
export async function loadEventPage(db: Database, event: EventRecord) {
  const [people, sessions, lecturers, history] = await Promise.all([
    countPeople(db, event.id),
    listSessions(db, event.id),
    listLecturers(db, event.id),
    listHistory(db, { objectType: "event", objectId: event.id, limit: HISTORY_SHOWN }),
  ]);
  return { event, people, sessions, lecturers, history };
}

export type EventPage = Awaited<ReturnType<typeof loadEventPage>>;
