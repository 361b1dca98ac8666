import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { RecordedSum } from "./drawdowns.ts";
import { inForce, type Moment } from "./facts.ts";

// The same facts as in drawdowns.ts, summed by month, request, line and event. Haléře throughout.

/** `2026-03`: a day is a text on SQLite and a date on PostgreSQL. */
const MONTH = "substr(cast(f.valid_on as text), 1, 7)";

function sum(db: Database, expression: string, name: string): Knex.Raw {
  return db.raw(`cast(coalesce(sum(${expression}), 0) as bigint) as ??`, [name]);
}

export type RecordedMonth = RecordedSum & { month: string };

/** Recorded expenditure by month and by what its lines are in a version of the budget, the earliest first. */
export async function listRecordedMonths(
  db: Database,
  key: { projectId: number; versionId: number | null },
  moment: Moment,
): Promise<RecordedMonth[]> {
  const rows = await recorded(db, key.projectId, moment)
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "f.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [key.versionId ?? 0]));
    })
    .groupByRaw(`${MONTH}, l.category, l.is_staff`)
    .orderBy("month")
    .select(db.raw(`${MONTH} as month`), { category: "l.category", isStaff: "l.is_staff" })
    .select(sum(db, "f.amount_halere", "halere"))
    .min({ firstOn: "f.valid_on" })
    .max({ lastOn: "f.valid_on" });
  return (rows as RecordedMonth[]).map((row) => ({ ...row, isStaff: Boolean(row.isStaff) }));
}

function recorded(db: Database, projectId: number, moment: Moment): Knex.QueryBuilder {
  return inForce(db, "expenditure_facts", moment)
    .where({ "f.project_id": projectId, "f.state": "recorded" })
    .whereNotNull("f.amount_halere");
}

/** What became of requests in a month: asked for, recognised, refused for good, put off, received. */
export interface RequestMonth {
  month: string;
  submitted: number;
  approved: number;
  cut: number;
  moved: number;
  received: number;
}

export async function listRequestMonths(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<RequestMonth[]> {
  return (await inForce(db, "payment_request_facts", moment)
    .where("f.project_id", projectId)
    .groupByRaw(MONTH)
    .orderBy("month")
    .select(db.raw(`${MONTH} as month`))
    .select(requestSums(db))) as RequestMonth[];
}

/** Sums of the facts of requests; what was asked for and recognised is direct and flat together. */
function requestSums(db: Database): Knex.Raw[] {
  const whole = "coalesce(f.direct_halere, 0) + coalesce(f.flat_halere, 0)";
  const of = (kind: string, expression: string) =>
    `case when f.kind = '${kind}' then ${expression} else 0 end`;
  return [
    sum(db, of("submitted", whole), "submitted"),
    sum(db, of("approved", whole), "approved"),
    sum(db, of("approved", "coalesce(f.cut_halere, 0)"), "cut"),
    sum(db, of("approved", "coalesce(f.moved_halere, 0)"), "moved"),
    sum(db, of("received", "coalesce(f.received_halere, 0)"), "received"),
  ];
}

/** A request that was submitted, with its sums; by their numbers. */
export interface ReportedRequest extends Omit<RequestMonth, "month"> {
  id: number;
  number: number;
  kind: "advance" | "interim" | "final";
  periodId: number | null;
  /** Null for a request that only received money: its submission was taken back. */
  submittedOn: string | null;
}

export async function listReportedRequests(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<ReportedRequest[]> {
  return (await inForce(db, "payment_request_facts", moment)
    .join("payment_requests as r", "r.id", "f.payment_request_id")
    .where("f.project_id", projectId)
    .groupBy("r.id", "r.number", "r.kind", "r.period_id")
    .orderBy("r.number")
    .select({ id: "r.id", number: "r.number", kind: "r.kind", periodId: "r.period_id" })
    .select(requestSums(db))
    .select(
      db.raw(`min(case when f.kind = 'submitted' then f.valid_on end) as "submittedOn"`),
    )) as ReportedRequest[];
}

/** A line of a version as its place in the tree needs it. */
export interface TreeLine {
  budgetLineId: number;
  parentLineId: number | null;
  code: string;
  name: string;
  category: "eligible" | "direct" | "flat-rate" | "ineligible" | "information";
  isLeaf: boolean;
  amountHalere: number;
}

export async function listTreeLines(db: Database, versionId: number): Promise<TreeLine[]> {
  const rows = await db("budget_line_versions")
    .where({ budget_version_id: versionId })
    .orderBy(["code_key", "id"])
    .select({
      budgetLineId: "budget_line_id",
      parentLineId: "parent_line_id",
      code: "code",
      name: "name",
      category: "category",
      isLeaf: "is_leaf",
      amountHalere: "amount_halere",
    });
  return rows.map((row) => ({ ...row, isLeaf: Boolean(row.isLeaf) }));
}

/** An event with what it was to cost and what was recorded on it. */
export interface EventCost {
  id: number;
  title: string;
  startsOn: string | null;
  isConfidential: boolean;
  ownerUserId: number | null;
  planned: number | null;
  real: number;
  /** What of the real cost is pay. */
  pay: number;
  /** How many expenditures the real cost is made of, and how many of those are pay. */
  expenditures: number;
  payrolls: number;
}

/** Events that anything was planned for or recorded on, the latest first. */
export async function listEventCosts(
  db: Database,
  projectId: number,
  moment: Moment,
  limit: number,
): Promise<EventCost[]> {
  const real = recorded(db, projectId, moment)
    .join("expenditures as x", "x.id", "f.expenditure_id")
    .whereNotNull("f.event_id")
    .groupBy("f.event_id")
    .select({ event_id: "f.event_id" })
    .select(sum(db, "f.amount_halere", "real"))
    .select(sum(db, "case when x.kind = 'payroll' then f.amount_halere else 0 end", "pay"))
    .select(db.raw("cast(count(*) as integer) as expenditures"))
    .select(
      db.raw("cast(sum(case when x.kind = 'payroll' then 1 else 0 end) as integer) as payrolls"),
    );
  return db("events as e")
    .leftJoin(real.as("c"), "c.event_id", "e.id")
    .where("e.project_id", projectId)
    .whereRaw("(e.planned_costs_halere is not null or c.event_id is not null)")
    .orderByRaw("e.starts_on desc nulls last, e.id desc")
    .limit(limit)
    .select({
      id: "e.id",
      title: "e.title",
      startsOn: "e.starts_on",
      isConfidential: "e.is_confidential",
      ownerUserId: "e.owner_user_id",
      planned: "e.planned_costs_halere",
    })
    .select(
      db.raw(`coalesce(c."real", 0) as "real"`),
      db.raw("coalesce(c.pay, 0) as pay"),
      db.raw("coalesce(c.expenditures, 0) as expenditures"),
      db.raw("coalesce(c.payrolls, 0) as payrolls"),
    )
    .then((rows) =>
      rows.map((row: EventCost) => ({ ...row, isConfidential: Boolean(row.isConfidential) })),
    );
}
