import type { Database } from "../../../../db/connection.ts";
import { listMonthFigures } from "../../../../db/queries/month-figures.ts";
import type { Month } from "../../../values/month.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { figuresOfProjects } from "../figures/service.ts";
import { dayKnown } from "./scope.ts";

/** The facts of projects in the order asked for: as they were stored by an instant, else as they were known then. */
export async function factsOfMonth(
  db: Database,
  { month, projectIds, asOf }: { month: Month; projectIds: readonly number[]; asOf: string },
): Promise<MonthFacts[]> {
  const stored = await listMonthFigures(db, { month, projectIds, toldBy: asOf });
  const open = projectIds.filter((id) => !stored.has(id));
  const computed = await figuresOfProjects(db, open, { on: dayKnown(month, asOf), asOf });
  return projectIds.flatMap((id) => {
    const text = stored.get(id);
    const facts = text === undefined ? computed.get(id) : (JSON.parse(text) as MonthFacts);
    return facts ? [facts] : [];
  });
}
