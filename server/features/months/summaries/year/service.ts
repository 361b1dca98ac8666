import type { Database } from "../../../../../db/connection.ts";
import { listPortfolioMonths } from "../../../../../db/queries/month-portfolios.ts";
import type { Reach } from "../../../../../db/queries/reach.ts";
import { listHeadlinesOfReach } from "../../../../../db/queries/summaries.ts";
import { groupedBy } from "../../../../values/grouped.ts";
import { type Month, monthsFrom } from "../../../../values/month.ts";
import type { Headline } from "../../figures/facts.ts";
import {
  type PortfolioRow,
  type RegionFigures,
  regionFigures,
  worstFirst,
} from "../../ranking/rules.ts";

export interface MonthOfYear {
  month: Month;
  isClosed: boolean;
  /** Null where nothing was reported. */
  region: RegionFigures | null;
}

export interface ProjectOfYear {
  /** How it stood in the last month that was reported. */
  last: PortfolioRow;
  rows: Map<Month, PortfolioRow>;
}

export interface Year {
  months: MonthOfYear[];
  /** By how they stood last, the worst first. */
  projects: ProjectOfYear[];
}

/** Every month of a year as it was told, of the region and of each project: two queries. */
export async function yearOf(
  db: Database,
  { reach, year }: { reach: Reach; year: string },
): Promise<Year> {
  const [from, to] = [`${year}-01`, `${year}-12`];
  const [headlines, portfolio] = await Promise.all([
    listHeadlinesOfReach(db, { reach, from, to }),
    listPortfolioMonths(db),
  ]);
  const closed = new Set(
    portfolio.filter(({ closedAt }) => closedAt !== null).map(({ month }) => month),
  );
  const rows = headlines.map(({ month, projectId, headline }) => {
    const row: PortfolioRow = { projectId, ...(JSON.parse(headline) as Headline) };
    return { month, row };
  });
  const byMonth = groupedBy(rows, ({ month }) => month);
  return {
    months: monthsFrom(from, to).map((month) => {
      const own = byMonth.get(month);
      return {
        month,
        isClosed: closed.has(month),
        region: own ? regionFigures(own.map(({ row }) => row)) : null,
      };
    }),
    projects: projectsOf(rows),
  };
}

function projectsOf(rows: readonly { month: Month; row: PortfolioRow }[]): ProjectOfYear[] {
  const told = groupedBy(rows, ({ row }) => row.projectId);
  const last = [...told.values()].flatMap((own) => own.at(-1)?.row ?? []);
  return worstFirst(last).map((row) => ({
    last: row,
    rows: new Map((told.get(row.projectId) ?? []).map((one) => [one.month, one.row])),
  }));
}
