import { type Database, selectRows } from "../connection.ts";
import type { Health } from "./project-list.ts";
import { type Reach, reachCondition, withinReach } from "./reach.ts";

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

/** The months before one that anything was reported of, the latest first. */
export async function listComparableMonths(db: Database, before: string): Promise<string[]> {
  return db("month_figures")
    .where("month", "<", before)
    .distinct("month")
    .orderBy("month", "desc")
    .pluck("month");
}

/** How many times figures of the month were frozen by an instant within a reader's reach, and of how many projects. */
export async function countFrozen(
  db: Database,
  of: { month: string; toldBy: string; reach: Reach; department: string | null },
): Promise<{ revisions: number; projects: number }> {
  const query = db("month_figures")
    .where({ month: of.month, state: "frozen" })
    .where("as_of", "<=", of.toldBy);
  if (of.department !== null) {
    const theirs = db("projects").where("department", of.department).select("id");
    query.whereIn("project_id", theirs);
  }
  const [row] = await withinReach(query, db, of.reach, "month_figures.project_id").select(
    db.raw("cast(count(*) as integer) as revisions"),
    db.raw("cast(count(distinct project_id) as integer) as projects"),
  );
  return row;
}

export interface SupportOfRegion {
  events: number;
  overThreshold: number;
  crossedInMonth: number;
}

/** What the projects of a running month have held, and whom they have brought over the threshold, as it is kept. */
export async function sumSupportOfRegion(
  db: Database,
  { reach, department, from, to, today }: PortfolioScope,
): Promise<SupportOfRegion> {
  const within = reachCondition(reach, "p.id");
  const conditions = [RAN, within?.sql, department === null ? null : "p.department = ?"];
  const projects = `select p.id from projects as p where ${conditions.filter(Boolean).join(" and ")}`;
  const bindings = [
    ...[to, from],
    ...(within?.bindings ?? []),
    ...(department === null ? [] : [department]),
  ];
  const events = `select cast(count(*) as integer) as events from events as e where e.state in ('held', 'closed') and e.archived_at is null
      and e.ends_on >= ? and e.ends_on <= ? and e.project_id in (${projects})`;
  const persons = `select cast(count(*) as integer) as "overThreshold",
      cast(coalesce(sum(case when n.threshold_on >= ? then 1 else 0 end), 0) as integer) as "crossedInMonth"
    from participations as n where n.threshold_on <= ? and n.merged_into_id is null
      and n.project_id in (${projects})`;
  const [[held], [crossed]] = await Promise.all([
    selectRows<Pick<SupportOfRegion, "events">>(db, events, [from, today, ...bindings]),
    selectRows<Pick<SupportOfRegion, "overThreshold" | "crossedInMonth">>(db, persons, [
      from,
      today,
      ...bindings,
    ]),
  ]);
  return { events: 0, overThreshold: 0, crossedInMonth: 0, ...held, ...crossed };
}

export interface WaitingResolution {
  id: number;
  projectId: number;
  title: string;
  decidedBy: string;
  submitBy: string;
  isSubmitted: boolean;
  meetsOn: string | null;
}

const MOST_WAITING = 50;

type Row = Omit<WaitingResolution, "isSubmitted"> & { state: string };

/** What has still to be decided of the projects of a running month, the earliest first. */
export async function listWaitingResolutions(
  db: Database,
  { reach, department, from, to }: PortfolioScope,
): Promise<WaitingResolution[]> {
  const rows: Row[] = await db("resolutions as r")
    .join("projects as p", "p.id", "r.project_id")
    .whereIn("r.state", ["planned", "submitted"])
    .whereNull("r.archived_at")
    .whereRaw(RAN, [to, from])
    .modify((query) => {
      withinReach(query, db, reach, "p.id");
      if (department !== null) query.where("p.department", department);
    })
    .orderBy(["r.submit_by", "r.id"])
    .limit(MOST_WAITING)
    .select({
      id: "r.id",
      projectId: "r.project_id",
      title: "r.title",
      decidedBy: "r.decided_by",
      submitBy: "r.submit_by",
      state: "r.state",
      meetsOn: "r.meets_on",
    });
  return rows.map(({ state, ...row }) => ({ ...row, isSubmitted: state === "submitted" }));
}

/** What was told last of each month between two, both included, of the projects within reach; by months. */
export async function listHeadlinesOfReach(
  db: Database,
  { reach, from, to }: { reach: Reach; from: string; to: string },
): Promise<{ projectId: number; month: string; headline: string }[]> {
  const within = reachCondition(reach, "f.project_id");
  const conditions = ["f.month >= ? and f.month <= ?", LATEST, within?.sql];
  const statement = `select f.project_id as "projectId", f.month, f.headline from month_figures as f
    where ${conditions.filter(Boolean).join(" and ")} order by f.month, f.project_id`;
  return selectRows(db, statement, [from, to, ...(within?.bindings ?? [])]);
}

const LATEST = `not exists (select 1 from month_figures as later where later.project_id = f.project_id
  and later.month = f.month and later.revision > f.revision)`;
