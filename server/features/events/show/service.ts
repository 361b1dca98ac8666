import type { Database } from "../../../../db/connection.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { countPeople, listLecturers } from "../../../../db/queries/event-people.ts";
import { listSessions } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import { findConflicts } from "../conflicts/service.ts";
import { isOpen } from "../rules.ts";

const HISTORY_SHOWN = 30;

/** Everything on the page of one event; eight queries, four once it is over. */
export async function loadEventPage(
  db: Database,
  event: EventRecord,
  project: { startsOn: string; endsOn: string },
) {
  const scope = { projectId: event.projectId, eventId: event.id };
  const [people, sessions, lecturers, history, conflicts] = await Promise.all([
    countPeople(db, event.id),
    listSessions(db, event.id),
    listLecturers(db, event.id),
    listHistory(db, { objectType: "event", objectId: event.id, limit: HISTORY_SHOWN }),
    isOpen(event) ? findConflicts(db, scope, project) : [],
  ]);
  return { event, people, sessions, lecturers, history, conflicts };
}

export type EventPage = Awaited<ReturnType<typeof loadEventPage>>;
