import type { Database } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";
import type { ReportSpan } from "./report-drafts.ts";

// Money that a report tells of, in haléře. Pay is only in sums of a whole project, never an item of it.

/** Recorded expenditure by the day it is of, until a day; what is not eligible is left out. */
export async function listRecordedByDay(
  db: Database,
  key: { projectId: number; versionId: number | null; to: string },
): Promise<{ on: string; halere: number }[]> {
  return inForce(db, "expenditure_facts", { on: key.to, asOf: EVER.asOf })
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "f.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [key.versionId ?? 0]));
    })
    .where({ "f.project_id": key.projectId, "f.state": "recorded" })
    .whereNotNull("f.amount_halere")
    .where((eligible) =>
      eligible.whereNull("l.category").orWhereNotIn("l.category", ["ineligible", "information"]),
    )
    .groupBy("f.valid_on")
    .orderBy("f.valid_on")
    .select({ on: "f.valid_on" })
    .select(db.raw("cast(coalesce(sum(f.amount_halere), 0) as bigint) as ??", ["halere"]));
}

export interface ReportedCosts {
  activityId: number | null;
  halere: number;
  documents: number;
}

/** What was spent on an activity in the span beside pay. */
export async function sumReportedCosts(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedCosts[]> {
  return inForce(db, "expenditure_facts", { on: to, asOf: EVER.asOf })
    .join("expenditures as e", "e.id", "f.expenditure_id")
    .where({ "f.project_id": projectId, "f.state": "recorded" })
    .whereNotNull("f.amount_halere")
    .whereNot("e.kind", "payroll")
    .where("f.valid_on", ">=", from)
    .groupBy("f.activity_id")
    .select({ activityId: "f.activity_id" })
    .select(
      db.raw("cast(coalesce(sum(f.amount_halere), 0) as bigint) as ??", ["halere"]),
      db.raw("cast(count(*) as integer) as ??", ["documents"]),
    ) as unknown as Promise<ReportedCosts[]>;
}

export interface ReportedContract {
  contractNumber: string | null;
  description: string;
  procurementNote: string | null;
  halere: number;
  on: string;
}

/** Expenditure of the span under a contract or with a note on how it was procured; not who supplied it. */
export async function listReportedContracts(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedContract[]> {
  return inForce(db, "expenditure_facts", { on: to, asOf: EVER.asOf })
    .join("expenditures as e", "e.id", "f.expenditure_id")
    .where("f.project_id", projectId)
    .whereNotNull("f.amount_halere")
    .whereNotIn("e.kind", ["payroll", "travel"])
    .whereNull("e.archived_at")
    .where("f.valid_on", ">=", from)
    .where((either) =>
      either.whereNotNull("e.contract_number").orWhereNotNull("e.procurement_note"),
    )
    .orderBy(["e.contract_number", "f.valid_on", "e.id"])
    .select({
      contractNumber: "e.contract_number",
      description: "e.description",
      procurementNote: "e.procurement_note",
      halere: "f.amount_halere",
      on: "f.valid_on",
    });
}

export interface ReportedRequest {
  number: number;
  kind: "advance" | "interim" | "final";
  state: string;
  directHalere: number;
  flatHalere: number;
  incomeHalere: number;
}

/** Requests for payment that belong to the period. */
export async function listReportedRequests(
  db: Database,
  periodId: number,
): Promise<ReportedRequest[]> {
  return db("payment_requests")
    .where({ period_id: periodId })
    .whereNull("archived_at")
    .whereNot("state", "withdrawn")
    .orderBy("number")
    .select({
      number: "number",
      kind: "kind",
      state: "state",
      directHalere: "direct_halere",
      flatHalere: "flat_halere",
      incomeHalere: "income_halere",
    });
}
