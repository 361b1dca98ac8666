import type { Database } from "../../../../db/connection.ts";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listEventKinds } from "../../../../db/queries/event-kinds.ts";
import {
  countEventsByState,
  type EventFilter,
  listEvents,
} from "../../../../db/queries/event-list.ts";
import type { EventListView } from "./schema.ts";

/** One page of the list with everything around it: four queries. */
export async function loadEventList(
  db: Database,
  projectId: number,
  view: EventListView,
  of: { today: string; page: { limit: number; offset: number } },
) {
  const filter = filterOf(projectId, view, of.today);
  const [rows, counts, kinds, activities] = await Promise.all([
    listEvents(db, filter, { isDescending: view.sort === "-day", page: of.page }),
    countEventsByState(db, filter),
    listEventKinds(db),
    listActivityNames(db, projectId),
  ]);
  return { projectId, rows, counts, kinds, activities };
}

export type EventList = Awaited<ReturnType<typeof loadEventList>>;

export function filterOf(projectId: number, view: EventListView, today: string): EventFilter {
  const { kind, activity, from, to, state } = view;
  return {
    projectId,
    today,
    state,
    kindId: kind === "" ? undefined : Number(kind),
    activityId: activity === "" ? undefined : activity === "none" ? null : Number(activity),
    from: from || undefined,
    to: to || undefined,
  };
}
