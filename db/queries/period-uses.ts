import type { Database } from "../connection.ts";

/** What refers to each period of a project. */
export interface PeriodUses {
  id: number;
  hasTargets: boolean;
  /** A plan of drawdown, an expenditure as it ever was, or a request for payment. */
  hasMoney: boolean;
  /** A report, or a file that was made for it. */
  hasPapers: boolean;
  /** Its report was handed in, or is told to be. */
  isSettled: boolean;
}

const MONEY = ["drawdown_plans", "expenditures", "expenditure_facts", "payment_requests"];
const PAPERS = ["reports", "is_esf_exports", "audit_packs"];

const refers = (table: string, condition = ""): string =>
  `exists (select 1 from ${table} as t where t.period_id = p.id ${condition})`;
const flag = (conditions: string[]): string =>
  `case when ${conditions.join(" or ")} then 1 else 0 end`;

/** Every period of the project, in order. One query. */
export async function listPeriodUses(db: Database, projectId: number): Promise<PeriodUses[]> {
  const rows = await db("monitoring_periods as p")
    .where("p.project_id", projectId)
    .orderBy("p.number")
    .select({
      id: "p.id",
      hasTargets: db.raw(flag([refers("indicator_targets")])),
      hasMoney: db.raw(flag(MONEY.map((table) => refers(table)))),
      hasPapers: db.raw(flag(PAPERS.map((table) => refers(table)))),
      isSettled: db.raw(
        flag([
          refers("reports", "and t.state in ('submitted', 'returned', 'accepted')"),
          refers("milestones", "and t.duty = 'report' and t.done_on is not null"),
        ]),
      ),
    });
  return rows.map(({ id, hasTargets, hasMoney, hasPapers, isSettled }) => ({
    id,
    hasTargets: Number(hasTargets) === 1,
    hasMoney: Number(hasMoney) === 1,
    hasPapers: Number(hasPapers) === 1,
    isSettled: Number(isSettled) === 1,
  }));
}
