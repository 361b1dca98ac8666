import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

// What was drawn of a project's money, summed from the facts. Haléře throughout.

export interface RecordedSum {
  /** Null: recorded without a line, or on one that the version in force does not have. */
  category: "eligible" | "direct" | "flat-rate" | "ineligible" | "information" | null;
  isStaff: boolean;
  halere: number;
  firstOn: string;
  lastOn: string;
}

/** Recorded expenditure by what its lines are in a version of the budget. */
export async function sumRecordedByCategory(
  db: Database,
  key: { projectId: number; versionId: number | null },
  moment: Moment,
): Promise<RecordedSum[]> {
  // A line has many facts: summed by line first, what the line is gets looked up once for each.
  const byLine = recorded(db, key.projectId, moment)
    .groupBy("f.budget_line_id")
    .select("f.budget_line_id", sum(db, "f.amount_halere", "halere"))
    .min({ first_on: "f.valid_on" })
    .max({ last_on: "f.valid_on" });
  const rows = await db
    .from(byLine.as("s"))
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "s.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [key.versionId ?? 0]));
    })
    .groupBy("l.category", "l.is_staff")
    .select({ category: "l.category", isStaff: "l.is_staff" })
    .select(sum(db, "s.halere", "halere"))
    .min({ firstOn: "s.first_on" })
    .max({ lastOn: "s.last_on" });
  return (rows as RecordedSum[]).map((row) => ({ ...row, isStaff: Boolean(row.isStaff) }));
}

export interface LineSum {
  budgetLineId: number | null;
  halere: number;
}

/** Recorded expenditure by line. */
export async function sumRecordedByLine(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<LineSum[]> {
  return (await recorded(db, projectId, moment)
    .groupBy("f.budget_line_id")
    .select({ budgetLineId: "f.budget_line_id" })
    .select(sum(db, "f.amount_halere", "halere"))) as LineSum[];
}

function recorded(db: Database, projectId: number, moment: Moment): Knex.QueryBuilder {
  return inForce(db, "expenditure_facts", moment)
    .where({ "f.project_id": projectId, "f.state": "recorded" })
    .whereNotNull("f.amount_halere");
}

export interface RequestSums {
  advance: number;
  claimedDirect: number;
  claimedFlat: number;
  approvedDirect: number;
  approvedFlat: number;
  cut: number;
  moved: number;
  settled: number;
  received: number;
}

/** What requests for payment asked for, what of it was recognised and what came. */
export async function sumRequests(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<RequestSums> {
  return (await inForce(db, "payment_request_facts", moment)
    .where("f.project_id", projectId)
    .first(requestSums(db))) as RequestSums;
}

/** The same of many projects at once, under their ids; those without a request are missing. */
export async function sumRequestsOfProjects(
  db: Database,
  projectIds: readonly number[],
  moment: Moment,
): Promise<Map<number, RequestSums>> {
  const rows = (await inForce(db, "payment_request_facts", moment)
    .whereIn("f.project_id", [...projectIds])
    .groupBy("f.project_id")
    .select({ projectId: "f.project_id" })
    .select(requestSums(db))) as (RequestSums & { projectId: number })[];
  return new Map(rows.map(({ projectId, ...sums }) => [projectId, sums]));
}

function requestSums(db: Database): Knex.Raw[] {
  const of = (kind: string, column: string, name: string) =>
    db.raw(
      `cast(coalesce(sum(case when f.kind = ? then coalesce(f.${column}_halere, 0) else 0 end), 0) as bigint) as ??`,
      [kind, name],
    );
  return [
    of("submitted", "advance", "advance"),
    of("submitted", "direct", "claimedDirect"),
    of("submitted", "flat", "claimedFlat"),
    of("approved", "direct", "approvedDirect"),
    of("approved", "flat", "approvedFlat"),
    of("approved", "cut", "cut"),
    of("approved", "moved", "moved"),
    of("approved", "settled", "settled"),
    of("received", "received", "received"),
  ];
}

/** Sums kept beside the project; the database itself refuses those beyond the cap. */
export interface DrawdownTotals {
  capHalere: number | null;
  recordedHalere: number;
  flatHalere: number;
  claimedHalere: number;
  approvedHalere: number;
  cutHalere: number;
  receivedHalere: number;
  firstRecordedOn: string | null;
}

const KEPT = {
  capHalere: "cap_halere",
  recordedHalere: "recorded_halere",
  flatHalere: "flat_halere",
  claimedHalere: "claimed_halere",
  approvedHalere: "approved_halere",
  cutHalere: "cut_halere",
  receivedHalere: "received_halere",
  firstRecordedOn: "first_recorded_on",
} satisfies Record<keyof DrawdownTotals, string>;

export async function findDrawdownTotals(
  db: Database,
  projectId: number,
): Promise<DrawdownTotals | undefined> {
  return db("drawdown_totals").where({ project_id: projectId }).first(KEPT);
}

export async function putDrawdownTotals(
  trx: Transaction,
  projectId: number,
  totals: DrawdownTotals,
): Promise<void> {
  const row = Object.fromEntries(
    Object.entries(KEPT).map(([name, column]) => [column, totals[name as keyof DrawdownTotals]]),
  );
  await trx("drawdown_totals")
    .insert({ project_id: projectId, ...row })
    .onConflict("project_id")
    .merge();
}

/** A sum of bigints is text on PostgreSQL unless it is told. */
function sum(db: Database, column: string, name: string): Knex.Raw {
  return db.raw("cast(coalesce(sum(??), 0) as bigint) as ??", [column, name]);
}
