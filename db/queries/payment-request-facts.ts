import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

/** What was asked for, decided and received of one request, as its facts have it. Haléře throughout. */
export interface SumsOfRequest {
  requestId: number;
  advance: number;
  direct: number;
  flat: number;
  approvedDirect: number;
  approvedFlat: number;
  cut: number;
  moved: number;
  settled: number;
  /** Other income that the decision took into account. */
  income: number;
  received: number;
  submittedOn: string | null;
  /** When the submission that stands was entered. */
  submittedAt: string | null;
  decidedOn: string | null;
  receivedOn: string | null;
}

/** The sums of each request that has any fact, true on a day as they were known at an instant. */
export async function listSumsOfRequests(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<SumsOfRequest[]> {
  return sums(db, moment).where("f.project_id", projectId);
}

export async function findSumsOfRequest(
  db: Database,
  requestId: number,
  moment: Moment,
): Promise<SumsOfRequest | undefined> {
  return sums(db, moment).where("f.payment_request_id", requestId).first();
}

function sums(db: Database, moment: Moment): Knex.QueryBuilder {
  const of = (kind: string, column: string, name: string) =>
    db.raw(
      `cast(coalesce(sum(case when f.kind = ? then coalesce(f.${column}_halere, 0) else 0 end), 0) as bigint) as ??`,
      [kind, name],
    );
  // A correction without a sum withdraws: its day is not the day of anything.
  const last = (kind: string, column: string, name: string) =>
    db.raw(
      `max(case when f.kind = ? and f.${column}_halere is not null then f.valid_on end) as ??`,
      [kind, name],
    );
  return inForce(db, "payment_request_facts", moment)
    .groupBy("f.payment_request_id")
    .select({ requestId: "f.payment_request_id" })
    .select([
      of("submitted", "advance", "advance"),
      of("submitted", "direct", "direct"),
      of("submitted", "flat", "flat"),
      of("approved", "direct", "approvedDirect"),
      of("approved", "flat", "approvedFlat"),
      of("approved", "cut", "cut"),
      of("approved", "moved", "moved"),
      of("approved", "settled", "settled"),
      of("approved", "income", "income"),
      of("received", "received", "received"),
      last("submitted", "direct", "submittedOn"),
      db.raw("max(case when f.kind = 'submitted' then f.recorded_at end) as ??", ["submittedAt"]),
      last("approved", "direct", "decidedOn"),
      last("received", "received", "receivedOn"),
    ]);
}

export interface Receipt {
  id: number;
  receivedHalere: number;
  validOn: string;
  note: string | null;
}

/** Payments and refunds of a request that stand. */
export async function listReceipts(
  db: Database,
  requestId: number,
  moment: Moment,
): Promise<Receipt[]> {
  return inForce(db, "payment_request_facts", moment)
    .where({ "f.payment_request_id": requestId, "f.kind": "received" })
    .whereNotNull("f.received_halere")
    .orderBy(["f.valid_on", "f.id"])
    .select({
      id: "f.id",
      receivedHalere: "f.received_halere",
      validOn: "f.valid_on",
      note: "f.note",
    });
}

export interface NewRequestFact {
  requestId: number;
  projectId: number;
  kind: "submitted" | "approved" | "received" | "withdrawn";
  sums?: Partial<
    Record<
      "advance" | "direct" | "flat" | "income" | "cut" | "moved" | "settled" | "received",
      number
    >
  >;
  note?: string | null;
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
  correctsId?: number | null;
}

export async function insertRequestFact(trx: Transaction, fact: NewRequestFact): Promise<void> {
  const { sums: given = {} } = fact;
  await trx("payment_request_facts").insert({
    payment_request_id: fact.requestId,
    project_id: fact.projectId,
    kind: fact.kind,
    ...Object.fromEntries(Object.entries(given).map(([name, sum]) => [`${name}_halere`, sum])),
    note: fact.note ?? null,
    valid_on: fact.validOn,
    recorded_at: fact.recordedAt,
    recorded_by: fact.recordedBy,
    corrects_id: fact.correctsId ?? null,
  });
}

/** The fact of a kind that stands: what a further submission or decision corrects. */
export async function findStandingFact(
  trx: Transaction,
  requestId: number,
  kind: "submitted" | "approved",
): Promise<number | null> {
  const row = await trx("payment_request_facts as f")
    .where({ "f.payment_request_id": requestId, "f.kind": kind })
    .whereNotExists(
      trx("payment_request_facts as c").whereRaw("c.corrects_id = f.id").select(trx.raw("1")),
    )
    .first("f.id");
  return row?.id ?? null;
}
