import type { Database } from "../../../../db/connection.ts";
import {
  listPlannedDays,
  listPlannedEvents,
  type PlannedDay,
  type PlannedEvent,
  updateReported,
} from "../../../../db/queries/activity-plan.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { announcedOf } from "./rules.ts";
import type { PlanView, ReportEntry } from "./schema.ts";

export type PlanRow = PlannedEvent & { days: PlannedDay[] };

/** The plan of activities: two queries. */
export async function loadPlan(
  db: Database,
  projectId: number,
  { show }: PlanView,
  today: string,
): Promise<PlanRow[]> {
  return planRows(db, { projectId, from: show === "coming" ? today : null });
}

/** Notes that the events chosen were announced as they stand. */
export async function reportEvents(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  { eventIds, reportedOn }: ReportEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    if (reportedOn > pragueDay(one.at)) throw new InvalidInput({ reportedOn: "notInFuture" });
    const rows = await planRows(one.trx, { projectId, from: null, ids: eventIds });
    if (rows.length !== eventIds.length) throw new InvalidInput({ eventIds: "unknownChoice" });
    for (const row of rows) {
      const reportedAs = JSON.stringify(announcedOf(row, row.days));
      await updateReported(one.trx, row.id, { reportedOn, reportedAs });
      one.record({
        action: "event.reported",
        objectType: "event",
        objectId: row.id,
        projectId,
        changes: { reportedOn: [row.reportedOn, reportedOn] },
      });
    }
  });
}

async function planRows(
  db: Database,
  of: { projectId: number; from: string | null; ids?: number[] },
): Promise<PlanRow[]> {
  const events = await listPlannedEvents(db, of);
  const days = groupedBy(
    await listPlannedDays(
      db,
      events.map(({ id }) => id),
    ),
    ({ eventId }) => eventId,
  );
  return events.map((event) => ({ ...event, days: days.get(event.id) ?? [] }));
}
