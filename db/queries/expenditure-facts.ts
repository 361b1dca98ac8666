import type { Database, Transaction } from "../connection.ts";
import { type ExpenditurePlace, placeColumns, type RecordedState } from "./expenditures.ts";

/** What was recorded of an expenditure; no sum withdraws it. */
export interface ExpenditureFact extends ExpenditurePlace {
  expenditureId: number;
  state: RecordedState;
  amountHalere: number | null;
  validOn: string;
  reason: string | null;
  correctsId: number | null;
}

const ROWS_AT_ONCE = 200;

export async function insertExpenditureFacts(
  trx: Transaction,
  facts: readonly ExpenditureFact[],
  came: { projectId: number; recordedAt: string; recordedBy: number | null },
): Promise<void> {
  for (let from = 0; from < facts.length; from += ROWS_AT_ONCE) {
    await trx("expenditure_facts").insert(
      facts.slice(from, from + ROWS_AT_ONCE).map((fact) => ({
        expenditure_id: fact.expenditureId,
        project_id: came.projectId,
        state: fact.state,
        amount_halere: fact.amountHalere,
        ...placeColumns(fact),
        reason: fact.reason,
        valid_on: fact.validOn,
        recorded_at: came.recordedAt,
        recorded_by: came.recordedBy,
        corrects_id: fact.correctsId,
      })),
    );
  }
}

export interface FactInForce extends ExpenditureFact {
  id: number;
}

const COLUMNS = {
  id: "f.id",
  expenditureId: "f.expenditure_id",
  state: "f.state",
  amountHalere: "f.amount_halere",
  validOn: "f.valid_on",
  reason: "f.reason",
  correctsId: "f.corrects_id",
  budgetLineId: "f.budget_line_id",
  activityId: "f.activity_id",
  eventId: "f.event_id",
  internshipId: "f.internship_id",
  periodId: "f.period_id",
};

/** The one fact of each that nothing has corrected yet. */
export async function listFactsInForce(
  db: Database,
  expenditureIds: readonly number[],
): Promise<FactInForce[]> {
  return db("expenditure_facts as f")
    .whereIn("f.expenditure_id", expenditureIds)
    .whereNotExists(
      db("expenditure_facts as c").whereRaw("c.corrects_id = f.id").select(db.raw("1")),
    )
    .orderBy("f.id")
    .select(COLUMNS);
}

export interface RecordedFact extends FactInForce {
  recordedAt: string;
  recordedByName: string | null;
  lineCode: string | null;
  periodNumber: number | null;
}

/** Everything that was ever recorded of an expenditure, newest first; codes as a version of the budget has them. */
export async function listExpenditureFacts(
  db: Database,
  { expenditureId, versionId }: { expenditureId: number; versionId: number | null },
): Promise<RecordedFact[]> {
  return db("expenditure_facts as f")
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .leftJoin("monitoring_periods as p", "p.id", "f.period_id")
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "f.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [versionId ?? 0]));
    })
    .where("f.expenditure_id", expenditureId)
    .orderBy("f.id", "desc")
    .limit(100)
    .select({
      ...COLUMNS,
      recordedAt: "f.recorded_at",
      recordedByName: "u.name",
      lineCode: "l.code",
      periodNumber: "p.number",
    });
}

export interface ClaimOfExpenditure {
  paymentRequestId: number;
  requestNumber: number;
  requestState: string;
  claimedHalere: number;
  approvedHalere: number | null;
  cutHalere: number | null;
  movedHalere: number | null;
  cutReason: string | null;
}

/** In which requests for payment it was claimed, in their order. */
export async function listClaimsOfExpenditure(
  db: Database,
  expenditureId: number,
): Promise<ClaimOfExpenditure[]> {
  return db("claims as c")
    .join("payment_requests as r", "r.id", "c.payment_request_id")
    .where("c.expenditure_id", expenditureId)
    .orderBy("r.number")
    .select({
      paymentRequestId: "r.id",
      requestNumber: "r.number",
      requestState: "r.state",
      claimedHalere: "c.claimed_halere",
      approvedHalere: "c.approved_halere",
      cutHalere: "c.cut_halere",
      movedHalere: "c.moved_halere",
      cutReason: "c.cut_reason",
    });
}
