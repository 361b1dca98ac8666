import { documentKey } from "../../server/values/document-key.ts";
import { foldText } from "../../server/values/fold.ts";
import type { Database, Transaction } from "../connection.ts";

export type ExpenditureKind = "invoice" | "payroll" | "travel" | "direct-support" | "other";
export type RecordedState = "planned" | "ordered" | "recorded";
export type ExpenditureState = RecordedState | "claimed" | "approved" | "cut" | "moved";

/** Where an expenditure belongs. */
export interface ExpenditurePlace {
  budgetLineId: number | null;
  activityId: number | null;
  eventId: number | null;
  internshipId: number | null;
  periodId: number | null;
}

/** What the document says. Sums in haléře. */
export interface ExpenditureDocument {
  kind: ExpenditureKind;
  documentNumber: string | null;
  supplierName: string | null;
  supplierIco: string | null;
  description: string;
  issuedOn: string | null;
  paidOn: string | null;
  totalHalere: number | null;
  netHalere: number | null;
  contractNumber: string | null;
  orderNumber: string | null;
  procurementNote: string | null;
}

export interface ExpenditureFields extends ExpenditureDocument, ExpenditurePlace {
  state: ExpenditureState;
  /** What the project bears. */
  amountHalere: number;
  /** The day it is of: paid, or issued. */
  validOn: string;
}

export interface Expenditure extends ExpenditureFields {
  id: number;
  projectId: number;
  claimedHalere: number;
  approvedHalere: number;
  cutHalere: number;
  archivedAt: string | null;
  version: number;
}

export const EXPENDITURE = {
  id: "e.id",
  projectId: "e.project_id",
  kind: "e.kind",
  documentNumber: "e.document_number",
  supplierName: "e.supplier_name",
  supplierIco: "e.supplier_ico",
  description: "e.description",
  issuedOn: "e.issued_on",
  paidOn: "e.paid_on",
  totalHalere: "e.total_halere",
  netHalere: "e.net_halere",
  contractNumber: "e.contract_number",
  orderNumber: "e.order_number",
  procurementNote: "e.procurement_note",
  state: "e.state",
  amountHalere: "e.amount_halere",
  validOn: "e.valid_on",
  budgetLineId: "e.budget_line_id",
  activityId: "e.activity_id",
  eventId: "e.event_id",
  internshipId: "e.internship_id",
  periodId: "e.period_id",
  claimedHalere: "e.claimed_halere",
  approvedHalere: "e.approved_halere",
  cutHalere: "e.cut_halere",
  archivedAt: "e.archived_at",
  version: "e.version",
} satisfies Record<keyof Expenditure, string>;

export async function findExpenditure(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Expenditure | undefined> {
  return db("expenditures as e")
    .where({ "e.project_id": key.projectId, "e.id": key.id })
    .first(EXPENDITURE);
}

export async function listExpendituresById(
  db: Database,
  { projectId, ids }: { projectId: number; ids: readonly number[] },
): Promise<Expenditure[]> {
  return db("expenditures as e")
    .where("e.project_id", projectId)
    .whereNull("e.archived_at")
    .whereIn("e.id", ids)
    .orderBy(["e.valid_on", "e.id"])
    .select(EXPENDITURE);
}

const ROWS_AT_ONCE = 200;

/** Ids of the new records, in the order given. */
export async function insertExpenditures(
  trx: Transaction,
  rows: readonly ExpenditureFields[],
  came: { projectId: number; createdBy: number | null; createdAt: string },
): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const inserted: { id: number }[] = await trx("expenditures")
      .insert(
        rows.slice(from, from + ROWS_AT_ONCE).map((one) => ({
          ...expenditureColumns(one),
          project_id: came.projectId,
          created_by: came.createdBy,
          created_at: came.createdAt,
        })),
      )
      .returning("id");
    // Given out in the order of the rows, though not always told in it.
    ids.push(...inserted.map(({ id }) => id).toSorted((a, b) => a - b));
  }
  return ids;
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updateExpenditure(
  trx: Transaction,
  key: { id: number; version: number },
  fields: ExpenditureFields,
): Promise<number> {
  return trx("expenditures")
    .where({ id: key.id, version: key.version })
    .update({ ...expenditureColumns(fields), version: key.version + 1 });
}

export async function updateExpenditureArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("expenditures")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

/** Puts all of them in the same place where one is given. */
export async function updateExpenditurePlaces(
  trx: Transaction,
  ids: readonly number[],
  place: Partial<Pick<ExpenditurePlace, "budgetLineId" | "activityId" | "periodId">>,
): Promise<void> {
  await trx("expenditures")
    .whereIn("id", ids)
    .update({
      ...("budgetLineId" in place ? { budget_line_id: place.budgetLineId } : {}),
      ...("activityId" in place ? { activity_id: place.activityId } : {}),
      ...("periodId" in place ? { period_id: place.periodId } : {}),
      version: trx.raw("version + 1"),
    });
}

function searchKey(one: ExpenditureDocument): string {
  const { documentNumber, supplierName, supplierIco, description } = one;
  const parts = [documentNumber, documentKey(documentNumber), supplierName, supplierIco];
  return foldText([...parts, description].filter(Boolean).join(" "));
}

function expenditureColumns(one: ExpenditureFields) {
  return {
    kind: one.kind,
    document_number: one.documentNumber,
    document_key: documentKey(one.documentNumber),
    search_key: searchKey(one),
    supplier_name: one.supplierName,
    supplier_ico: one.supplierIco,
    description: one.description,
    issued_on: one.issuedOn,
    paid_on: one.paidOn,
    total_halere: one.totalHalere,
    net_halere: one.netHalere,
    contract_number: one.contractNumber,
    order_number: one.orderNumber,
    procurement_note: one.procurementNote,
    state: one.state,
    amount_halere: one.amountHalere,
    valid_on: one.validOn,
    ...placeColumns(one),
  };
}

export function placeColumns(place: ExpenditurePlace) {
  return {
    budget_line_id: place.budgetLineId,
    activity_id: place.activityId,
    event_id: place.eventId,
    internship_id: place.internshipId,
    period_id: place.periodId,
  };
}
