import { type Database, selectRows } from "../connection.ts";
import type { Health } from "./project-list.ts";
import { type Reach, reachCondition } from "./reach.ts";

export interface PortfolioScope {
  reach: Reach;
  department: string | null;
  /** First and last day of the month: projects that ran on some day of it. */
  from: string;
  to: string;
  /** From when things are overdue. */
  today: string;
}

/** How a project stands by its kept totals: little enough to be read of all of them at once. */
export interface ProjectStanding {
  projectId: number;
  shortName: string;
  startsOn: string;
  endsOn: string;
  totalHalere: number | null;
  health: Health | null;
  indicatorsBp: number | null;
  indicatorsWithTarget: number;
  indicatorsMet: number;
  physicalBp: number | null;
  spentHalere: number | null;
  spentOn: string | null;
  decisionNeeded: string | null;
  overdue: number;
}

// Written as text: with a thousand projects it is asked for on every opening of the page.
const STANDING = `p.id as "projectId", p.short_name as "shortName", p.starts_on as "startsOn",
  p.ends_on as "endsOn", p.total_halere as "totalHalere", t.health,
  t.indicators_bp as "indicatorsBp", t.indicators_with_target as "indicatorsWithTarget",
  t.indicators_met as "indicatorsMet", t.physical_bp as "physicalBp",
  t.spent_halere as "spentHalere", t.spent_on as "spentOn",
  t.decision_needed as "decisionNeeded", coalesce(o.overdue, 0) as "overdue"`;
const OVERDUE = `select m.project_id, cast(count(*) as integer) as overdue from milestones as m
  where m.done_on is null and m.cancelled_on is null and m.archived_at is null and m.due_on < ?
  group by m.project_id`;
const RAN = `p.archived_at is null and p.phase not in ('idea', 'application', 'submitted')
  and p.starts_on <= ? and p.ends_on >= ?`;

export async function listStandings(
  db: Database,
  scope: PortfolioScope,
): Promise<ProjectStanding[]> {
  const within = reachCondition(scope.reach, "p.id");
  const conditions = [RAN, within?.sql, scope.department === null ? null : "p.department = ?"];
  const statement = `select ${STANDING} from projects as p
    join project_totals as t on t.project_id = p.id
    left join (${OVERDUE}) as o on o.project_id = p.id
    where ${conditions.filter(Boolean).join(" and ")}
    order by p.sort_key, p.id`;
  const bindings = [
    ...[scope.today, scope.to, scope.from],
    ...(within?.bindings ?? []),
    ...(scope.department === null ? [] : [scope.department]),
  ];
  return selectRows<ProjectStanding>(db, statement, bindings);
}

/** What managers said last, of the projects that are shown. */
export async function listStatusWords(
  db: Database,
  projectIds: readonly number[],
): Promise<{ projectId: number; sentence: string | null; statusOn: string | null }[]> {
  return db("project_totals").whereIn("project_id", projectIds).select({
    projectId: "project_id",
    sentence: "health_sentence",
    statusOn: "health_on",
  });
}

export async function listDepartments(db: Database, reach: Reach): Promise<string[]> {
  const within = reachCondition(reach, "p.id");
  return db("projects as p")
    .whereNull("p.archived_at")
    .whereNotNull("p.department")
    .modify((query) => {
      if (within) query.whereRaw(within.sql, within.bindings);
    })
    .distinct()
    .orderBy("p.department")
    .pluck("p.department");
}
