import type { Transaction } from "../../../db/connection.ts";
import {
  deleteSearchEntry,
  type SearchObjectType,
  upsertSearchEntry,
} from "../../../db/queries/searches.ts";
import { foldText } from "../../values/fold.ts";

export interface SearchedRecord {
  objectType: SearchObjectType;
  objectId: number;
  projectId: number;
  datedOn: string | null;
  title: string;
  body: string;
}

/** Keeps the record findable; in the same transaction as the change of the record itself. */
export async function indexForSearch(trx: Transaction, record: SearchedRecord): Promise<void> {
  await upsertSearchEntry(trx, { ...record, folded: foldText(`${record.title} ${record.body}`) });
}

/** For an archived or deleted record. */
export async function dropFromSearch(
  trx: Transaction,
  record: { objectType: SearchObjectType; objectId: number },
): Promise<void> {
  await deleteSearchEntry(trx, record);
}
