import type { Transaction } from "../../../db/connection.ts";
import {
  deleteSearchEntry,
  type SearchEntry,
  type SearchObjectType,
  upsertSearchEntries,
} from "../../../db/queries/searches.ts";
import { searchWords } from "./rules.ts";

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
  await upsertSearchEntries(trx, [withWords(record)]);
}

/** For an archived or deleted record. */
export async function dropFromSearch(
  trx: Transaction,
  record: { objectType: SearchObjectType; objectId: number },
): Promise<void> {
  await deleteSearchEntry(trx, record);
}

export function withWords(record: SearchedRecord): SearchEntry {
  const titleWords = searchWords(record.title);
  return { ...record, titleWords, words: searchWords(`${record.title}\n${record.body}`) };
}
