import type { Database, Transaction } from "../connection.ts";

/** What tells an expenditure from another. */
export interface ExpenditureLike {
  id: number;
  documentKey: string | null;
  supplierIco: string | null;
  budgetLineId: number | null;
  amountHalere: number;
  validOn: string;
  description: string;
}

/** All living expenditure of a project by what tells it apart. */
export async function listExpendituresLike(
  db: Database,
  projectId: number,
): Promise<ExpenditureLike[]> {
  return db("expenditures").where({ project_id: projectId }).whereNull("archived_at").select({
    id: "id",
    documentKey: "document_key",
    supplierIco: "supplier_ico",
    budgetLineId: "budget_line_id",
    amountHalere: "amount_halere",
    validOn: "valid_on",
    description: "description",
  });
}

const IDS_AT_ONCE = 500;

/** Those that somebody has worked on since they came: edited, withdrawn or claimed. */
export async function listWorkedOn(trx: Transaction, ids: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some: number[] = await trx("expenditures as e")
      .whereIn("e.id", ids.slice(from, from + IDS_AT_ONCE))
      .where((touched) => {
        touched
          .where("e.version", ">", 1)
          .orWhereNotNull("e.archived_at")
          .orWhereExists(
            trx("claims as c").whereRaw("c.expenditure_id = e.id").select(trx.raw("1")),
          );
      })
      .pluck("e.id");
    found.push(...some);
  }
  return found;
}

export async function archiveExpenditures(
  trx: Transaction,
  ids: readonly number[],
  archivedAt: string,
): Promise<void> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    await trx("expenditures")
      .whereIn("id", ids.slice(from, from + IDS_AT_ONCE))
      .update({ archived_at: archivedAt, version: trx.raw("version + 1") });
  }
}
