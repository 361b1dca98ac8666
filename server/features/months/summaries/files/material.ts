import type { Database } from "../../../../../db/connection.ts";
import { listHeadlines } from "../../../../../db/queries/month-figures.ts";
import { addToMonth } from "../../../../values/month.ts";
import { type EscalatedThing, listEscalated } from "../../../reminder-rules/escalation/service.ts";
import type { Headline, MonthFacts } from "../../figures/facts.ts";
import { headlineOf } from "../../figures/rules.ts";
import {
  type PortfolioRow,
  type RegionFigures,
  regionFigures,
  worstFirst,
} from "../../ranking/rules.ts";
import { factsOfMonth } from "../facts.ts";
import { storedRow } from "../service.ts";
import type { SummaryOrder } from "./order.ts";

/** All that a file of a summary tells, worst first. */
export interface SummaryMaterial {
  order: SummaryOrder;
  projects: { row: PortfolioRow; facts: MonthFacts }[];
  region: RegionFigures;
  comparison: { month: string; region: RegionFigures | null };
  /** What had been owed too long on the day of the order. */
  escalated: EscalatedThing[];
  madeAt: string;
}

/** Small enough that nobody waits for the read. */
const PROJECTS_AT_ONCE = 25;

export async function readMaterial(
  db: Database,
  order: SummaryOrder,
  { madeAt, told }: { madeAt: string; told: (done: number) => Promise<void> },
): Promise<SummaryMaterial> {
  const { month, projectIds, standing } = order;
  const { asOf } = standing;
  const against = order.against ?? addToMonth(month, -1);
  const stored = await listHeadlines(db, { month, projectIds, toldBy: asOf });
  const rows = new Map(stored.map((row) => [row.projectId, storedRow(row)]));
  const earlier = await listHeadlines(db, { month: against, projectIds, toldBy: asOf });
  const before = new Map(
    earlier.map(({ projectId, headline }) => [projectId, JSON.parse(headline) as Headline]),
  );
  const factsOf = new Map<number, MonthFacts>();
  for (let start = 0; start < projectIds.length; start += PROJECTS_AT_ONCE) {
    const some = projectIds.slice(start, start + PROJECTS_AT_ONCE);
    for (const facts of await factsOfMonth(db, { month, projectIds: some, asOf }))
      factsOf.set(facts.project.id, facts);
    await told(Math.min(projectIds.length, start + PROJECTS_AT_ONCE));
  }
  const all = [...factsOf].map(([projectId, facts]) => {
    const row = rows.get(projectId) ?? { projectId, ...headlineOf(facts) };
    const isUsual = order.against === null && row.previous !== null;
    return isUsual ? row : { ...row, previous: before.get(projectId) ?? null };
  });
  return {
    order,
    projects: worstFirst(all).flatMap((row) => {
      const facts = factsOf.get(row.projectId);
      return facts ? [{ row, facts }] : [];
    }),
    region: regionFigures(all),
    comparison: {
      month: against,
      region: before.size > 0 ? regionFigures([...before.values()]) : null,
    },
    escalated: await escalatedOf(db, order),
    madeAt,
  };
}

async function escalatedOf(
  db: Database,
  { owedOn, projectIds }: SummaryOrder,
): Promise<EscalatedThing[]> {
  if (owedOn === undefined) return [];
  const told = new Set(projectIds);
  return (await listEscalated(db, { today: owedOn })).filter((one) => told.has(one.projectId));
}
