import type { Database } from "../../../../db/connection.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { countPeople, listLecturers } from "../../../../db/queries/event-people.ts";
import { listSessions } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import { sumOccasionCosts } from "../../../../db/queries/occasion-costs.ts";
import { findConflicts } from "../conflicts/service.ts";
import { isOpen } from "../rules.ts";

const HISTORY_SHOWN = 30;

/** Everything on the page of one event; nine queries, five once it is over. */
export async function loadEventPage(
  db: Database,
  event: EventRecord,
  project: { startsOn: string; endsOn: string },
  { readsPay }: { readsPay: boolean },
) {
  const scope = { projectId: event.projectId, eventId: event.id };
  const [people, sessions, lecturers, history, costs, conflicts] = await Promise.all([
    countPeople(db, event.id),
    listSessions(db, event.id),
    listLecturers(db, event.id),
    listHistory(db, { objectType: "event", objectId: event.id, limit: HISTORY_SHOWN }),
    sumOccasionCosts(db, { eventId: event.id }, readsPay),
    isOpen(event) ? findConflicts(db, scope, project) : [],
  ]);
  return { event, people, sessions, lecturers, history, costs, conflicts };
}

export type EventPage = Awaited<ReturnType<typeof loadEventPage>>;
