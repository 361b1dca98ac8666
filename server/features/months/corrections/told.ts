import type { Database } from "../../../../db/connection.ts";
import { listMonthFigures } from "../../../../db/queries/month-figures.ts";
import { findPortfolioMonth } from "../../../../db/queries/month-portfolios.ts";
import { addToMonth, type Month } from "../../../values/month.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { correctionsOf } from "./rules.ts";

/**
 * What was told of a month: the figures that its summary was mailed with, or the latest ones while it was not.
 * Two queries for any number of projects.
 */
async function factsTold(
  db: Database,
  { month, projectIds }: { month: Month; projectIds: readonly number[] },
): Promise<Map<number, MonthFacts>> {
  const { mailedAt } = await findPortfolioMonth(db, month);
  const told = await listMonthFigures(db, { month, projectIds, toldBy: mailedAt ?? undefined });
  return new Map([...told].map(([id, facts]) => [id, JSON.parse(facts) as MonthFacts]));
}

/** The figures of a month with what came to be different since the one before it was told. */
export async function withCorrections(
  db: Database,
  month: Month,
  figures: ReadonlyMap<number, MonthFacts>,
): Promise<Map<number, MonthFacts>> {
  const projectIds = [...figures.keys()];
  const told = await factsTold(db, { month: addToMonth(month, -1), projectIds });
  return new Map(
    [...figures].map(([id, facts]) => {
      const before = told.get(id);
      return [id, before ? { ...facts, corrections: correctionsOf(before, facts) } : facts];
    }),
  );
}
