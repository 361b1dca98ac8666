import type { Database } from "../../../db/connection.ts";
import { listAttendances } from "../../../db/queries/attendances.ts";
import { listSessions } from "../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../db/queries/events.ts";
import { listKeptSupport } from "../../../db/queries/kept-support.ts";
import {
  type FormMinutes,
  listPendingSupport,
  listPostedOfEvent,
} from "../../../db/queries/pending-support.ts";
import type { ProjectSpan } from "../../../db/queries/project-locks.ts";
import { listRegistrations, type Registration } from "../../../db/queries/registrations.ts";
import { countOf, isExpected } from "../registrations/rules.ts";
import { addMinutes, minutesOf, type SupportMinutes } from "../support/rules.ts";
import { loadSupportRule } from "../support/service.ts";

/** Everything the attendance of an event shows; eight statements, however many people there are. */
export async function loadAttendance(db: Database, event: EventRecord, project: ProjectSpan) {
  const [sessions, registrations, cells, rule] = await Promise.all([
    listSessions(db, event.id),
    listRegistrations(db, event.id),
    listAttendances(db, event.id),
    loadSupportRule(db, project),
  ]);
  const people = registrations.filter((one) => isExpected(one) || one.hasAttendance);
  const elsewhere = await loadSupportElsewhere(db, event, people);
  return { event, sessions, cells, rule, elsewhere, people, count: countOf(registrations) };
}

export type Attendance = Awaited<ReturnType<typeof loadAttendance>>;

/** Posted and pending support of each person apart from this event: what its own hours are added to. */
async function loadSupportElsewhere(
  db: Database,
  event: EventRecord,
  people: readonly Registration[],
): Promise<Map<number, SupportMinutes>> {
  const { projectId, id: eventId } = event;
  const participantIds = people.map(({ participantId }) => participantId);
  const kept = await listKeptSupport(db, { projectId, participantIds });
  const participationIds = [...new Set(kept.map(({ participationId }) => participationId))];
  const [pending, posted] = await Promise.all([
    listPendingSupport(db, { projectId, participationIds, exceptEventId: eventId }),
    listPostedOfEvent(db, { projectId, eventId }),
  ]);
  const own = posted.map((row) => ({ ...row, minutes: -row.minutes }));
  const moved = minutesByPerson([...pending, ...own]);
  return new Map(
    kept.map(({ participantId, participationId, inPerson, electronic }) => [
      participantId,
      addMinutes({ inPerson, electronic }, ...(moved.get(participationId) ?? [])),
    ]),
  );
}

function minutesByPerson(rows: readonly FormMinutes[]): Map<number, SupportMinutes[]> {
  const persons = new Map<number, SupportMinutes[]>();
  for (const row of rows) {
    const parts = persons.get(row.participationId) ?? [];
    persons.set(row.participationId, [...parts, minutesOf([row])]);
  }
  return persons;
}
