import type { Database } from "../../../../db/connection.ts";
import type { Period } from "../../../../db/queries/periods.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { InvalidInput } from "../../../errors.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { loadDutySources, reckonBoard } from "../../duties/service.ts";
import { type Span, withNeighbours } from "../rules.ts";

/** What would follow from other days of a period: its neighbours, and duties whose rule counts from it. */
export async function previewPeriodEdit(
  db: Database,
  project: ProjectSpan,
  period: Period,
  { entry, today }: { entry: Span; today: CalendarDate },
) {
  const sources = await loadDutySources(db, project, today);
  const { periods: before } = sources;
  const changed = { number: period.number, startsOn: entry.startsOn, endsOn: entry.endsOn };
  const { errors, periods: after } = withNeighbours(before, changed, project);
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors as Record<string, string>);
  const { duties } = reckonBoard({ ...sources, periods: after });
  return {
    changes: changesOf(before, after),
    outdated: duties.filter(({ asked }) => asked.kind === "move"),
  };
}

export type PeriodPreview = Awaited<ReturnType<typeof previewPeriodEdit>>;

function changesOf(before: Period[], after: Period[]) {
  return after.flatMap((period) => {
    const was = before.find(({ id }) => id === period.id);
    const isSame = was?.startsOn === period.startsOn && was.endsOn === period.endsOn;
    return was && !isSame ? [{ before: was, after: period }] : [];
  });
}
