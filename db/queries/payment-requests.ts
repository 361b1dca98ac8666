import type { Database, Transaction } from "../connection.ts";

export type RequestKind = "advance" | "interim" | "final";
export type RequestState = "draft" | "submitted" | "returned" | "approved" | "paid" | "withdrawn";

/** What is written down about a request before it is submitted. Sums in haléře. */
export interface RequestFields {
  number: number;
  kind: RequestKind;
  /** As the information system of the programme numbers it. */
  requestNumber: string | null;
  periodId: number | null;
  milestoneId: number | null;
  advanceHalere: number;
  /** Other income of the project, which the settlement subtracts. */
  incomeHalere: number;
  note: string | null;
}

/** Sums kept beside a request from its facts in force. */
export interface RequestKept {
  directHalere: number;
  flatHalere: number;
  approvedDirectHalere: number;
  approvedFlatHalere: number;
  cutHalere: number;
  movedHalere: number;
  settledHalere: number;
  receivedHalere: number;
  submittedOn: string | null;
  decidedOn: string | null;
  receivedOn: string | null;
}

export interface PaymentRequest extends RequestFields, RequestKept {
  id: number;
  projectId: number;
  state: RequestState;
  returnedReason: string | null;
  version: number;
  periodNumber: number | null;
  periodStartsOn: string | null;
  periodEndsOn: string | null;
}

interface Key {
  projectId: number;
  id: number;
}

export async function listPaymentRequests(
  db: Database,
  projectId: number,
): Promise<PaymentRequest[]> {
  return requests(db).where("r.project_id", projectId).orderBy("r.number");
}

export async function findPaymentRequest(
  db: Database,
  key: Key,
): Promise<PaymentRequest | undefined> {
  return requests(db).where({ "r.project_id": key.projectId, "r.id": key.id }).first();
}

/** The highest number given so far; 0 before the first request. */
export async function findLastNumber(db: Database, projectId: number): Promise<number> {
  const row = await db("payment_requests")
    .where({ project_id: projectId })
    .max({ last: "number" })
    .first();
  return Number(row?.last ?? 0);
}

export async function isNumberTaken(
  db: Database,
  { projectId, number, butId }: { projectId: number; number: number; butId: number | null },
): Promise<boolean> {
  const taken = await db("payment_requests")
    .where({ project_id: projectId, number })
    .whereNot({ id: butId ?? 0 })
    .first("id");
  return taken !== undefined;
}

/** The duty to submit a request, which the agenda reminds of: that of its period, or of the advance. */
export async function findRequestDuty(
  db: Database,
  { projectId, periodId, kind }: Pick<RequestFields, "periodId" | "kind"> & { projectId: number },
): Promise<number | null> {
  if (periodId === null && kind !== "advance") return null;
  const own = periodId === null ? { duty: "advance-request" } : { period_id: periodId };
  const row = await db("milestones")
    .where({ project_id: projectId, kind: "payment-request", ...own })
    .whereNull("archived_at")
    .orderBy("id")
    .first("id");
  return row?.id ?? null;
}

export async function insertPaymentRequest(
  trx: Transaction,
  request: RequestFields & { projectId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("payment_requests")
    .insert({
      ...columns(request),
      project_id: request.projectId,
      created_at: request.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updatePaymentRequest(
  trx: Transaction,
  key: { id: number; version: number },
  fields: RequestFields,
): Promise<number> {
  return trx("payment_requests")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

/** What it claims or proposes to cut is other: forms opened on it before are to be looked at again. */
export async function updateRequestEdition(trx: Transaction, id: number): Promise<void> {
  await trx("payment_requests")
    .where({ id })
    .update({ version: trx.raw("version + 1") });
}

/** The state and what follows from facts; whoever calls it holds the lock of the project. */
export async function updateRequestKept(
  trx: Transaction,
  id: number,
  kept: RequestKept & {
    state: RequestState;
    returnedReason: string | null;
    /** Null unless it is returned. */
    returnedOn: string | null;
  },
): Promise<void> {
  await trx("payment_requests")
    .where({ id })
    .update({
      state: kept.state,
      direct_halere: kept.directHalere,
      flat_halere: kept.flatHalere,
      approved_direct_halere: kept.approvedDirectHalere,
      approved_flat_halere: kept.approvedFlatHalere,
      cut_halere: kept.cutHalere,
      moved_halere: kept.movedHalere,
      settled_halere: kept.settledHalere,
      received_halere: kept.receivedHalere,
      submitted_on: kept.submittedOn,
      decided_on: kept.decidedOn,
      received_on: kept.receivedOn,
      returned_reason: kept.returnedReason,
      returned_on: kept.returnedOn,
      version: trx.raw("version + 1"),
    });
}

function requests(db: Database) {
  return db("payment_requests as r")
    .leftJoin("monitoring_periods as p", "p.id", "r.period_id")
    .whereNull("r.archived_at")
    .select({
      id: "r.id",
      projectId: "r.project_id",
      number: "r.number",
      kind: "r.kind",
      requestNumber: "r.request_number",
      periodId: "r.period_id",
      milestoneId: "r.milestone_id",
      state: "r.state",
      advanceHalere: "r.advance_halere",
      incomeHalere: "r.income_halere",
      directHalere: "r.direct_halere",
      flatHalere: "r.flat_halere",
      approvedDirectHalere: "r.approved_direct_halere",
      approvedFlatHalere: "r.approved_flat_halere",
      cutHalere: "r.cut_halere",
      movedHalere: "r.moved_halere",
      settledHalere: "r.settled_halere",
      receivedHalere: "r.received_halere",
      submittedOn: "r.submitted_on",
      decidedOn: "r.decided_on",
      receivedOn: "r.received_on",
      returnedReason: "r.returned_reason",
      note: "r.note",
      version: "r.version",
      periodNumber: "p.number",
      periodStartsOn: "p.starts_on",
      periodEndsOn: "p.ends_on",
    });
}

function columns(fields: RequestFields) {
  return {
    number: fields.number,
    kind: fields.kind,
    request_number: fields.requestNumber,
    period_id: fields.periodId,
    milestone_id: fields.milestoneId,
    advance_halere: fields.advanceHalere,
    income_halere: fields.incomeHalere,
    note: fields.note,
  };
}
