import type { Database } from "../../../db/connection.ts";
import { listCalendar } from "../../../db/queries/calendars.ts";
import { listEventKinds } from "../../../db/queries/event-kinds.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { listAgendaFilters } from "../agenda/service.ts";
import { weeksOf } from "./rules.ts";
import type { CalendarQuery } from "./schema.ts";

/** What stands in the weeks shown, and what the filters offer: four queries. */
export async function loadCalendar(
  db: Database,
  reach: Reach,
  query: CalendarQuery,
  today: CalendarDate,
) {
  const on = query.on || today;
  const weeks = weeksOf(query.view, on);
  const owner = numberOf(query.who === "mine" ? "" : query.who);
  const named = owner === undefined ? undefined : [owner];
  const [entries, kinds, filters] = await Promise.all([
    listCalendar(db, reach, {
      from: weeks[0]?.[0] ?? on,
      to: weeks.at(-1)?.[6] ?? on,
      projectId: numberOf(query.project),
      kindId: numberOf(query.kind),
      ownerUserIds: query.who === "mine" ? reach.userIds : named,
    }),
    listEventKinds(db),
    listAgendaFilters(db, reach),
  ]);
  return { on, weeks, entries, kinds, ...filters, query, viewerId: reach.userId };
}

export type CalendarPage = Awaited<ReturnType<typeof loadCalendar>>;

function numberOf(text: string): number | undefined {
  return text === "" ? undefined : Number(text);
}
