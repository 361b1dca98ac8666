import type { Database } from "../../../db/connection.ts";
import { listHeadlinesBetween } from "../../../db/queries/month-figures.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { addToMonth, lastDayOf, type Month, monthOf } from "../../values/month.ts";
import type { BasisPoints } from "../../values/percent.ts";
import { type Measured, spentShareOf } from "./rules.ts";

/** What was reported of a project some months ago: what its pace is measured from. */
export interface EarlierFigures {
  /** The last day of the month that was reported. */
  on: CalendarDate;
  figures: Record<Measured, BasisPoints | null>;
}

const MONTHS_BACK = { least: 3, most: 6, best: 4 };

interface Reported {
  physicalBp: BasisPoints | null;
  indicatorsBp: BasisPoints | null;
  spentHalere: number | null;
  totalHalere: number | null;
}

/** The reported figures nearest to four months ago, of each of the projects that has some; one query. */
export async function listEarlierFigures(
  db: Database,
  { projectIds, today }: { projectIds: readonly number[]; today: CalendarDate },
): Promise<Map<number, EarlierFigures>> {
  const month = monthOf(today);
  const rows = await listHeadlinesBetween(db, {
    projectIds,
    from: addToMonth(month, -MONTHS_BACK.most),
    to: addToMonth(month, -MONTHS_BACK.least),
  });
  const wanted = addToMonth(month, -MONTHS_BACK.best);
  const found = new Map<number, { month: Month; figures: EarlierFigures }>();
  for (const { projectId, month: reported, headline } of rows) {
    const known = found.get(projectId);
    if (known && distance(known.month, wanted) <= distance(reported, wanted)) continue;
    found.set(projectId, { month: reported, figures: earlier(reported, JSON.parse(headline)) });
  }
  return new Map([...found].map(([projectId, { figures }]) => [projectId, figures]));
}

function earlier(month: Month, reported: Reported): EarlierFigures {
  const { physicalBp, indicatorsBp } = reported;
  const spent = spentShareOf(reported);
  return {
    on: lastDayOf(month),
    figures: { physical: physicalBp, indicators: indicatorsBp, spent },
  };
}

function distance(a: Month, b: Month): number {
  const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return Math.abs(index(a) - index(b));
}
