import type { Database } from "../../../../db/connection.ts";
import { listDuties, listPeriods, type Period } from "../../../../db/queries/periods.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { InvalidInput } from "../../../errors.ts";
import { compareDuties, dutiesOf } from "../duties/rules.ts";
import { loadOffsetRules } from "../duties/service.ts";
import { type Span, withNeighbours } from "../rules.ts";

/** What would follow from other days of a period: its neighbours, and duties whose rule counts from it. */
export async function previewPeriodEdit(
  db: Database,
  project: ProjectSpan,
  period: Period,
  entry: Span,
) {
  const [before, duties, rules] = await Promise.all([
    listPeriods(db, project.id),
    listDuties(db, project.id),
    loadOffsetRules(db, project),
  ]);
  const changed = { number: period.number, startsOn: entry.startsOn, endsOn: entry.endsOn };
  const { errors, periods: after } = withNeighbours(before, changed, project);
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors as Record<string, string>);
  const due = dutiesOf(after, project, rules.readable);
  const idOf = ({ number }: { number: number }) => after.find((one) => one.number === number)?.id;
  const compared = compareDuties(due, duties, idOf);
  return {
    changes: changesOf(before, after),
    outdated: compared.flatMap(({ due, stored, isOutdated }) =>
      isOutdated && stored ? [{ due, stored }] : [],
    ),
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
