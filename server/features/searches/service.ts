import type { Transaction } from "../../../db/connection.ts";
import {
  deleteSearchEntriesOf,
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

const ENTRIES_AT_ONCE = 200;

/** The same for many records at once. */
export async function indexAllForSearch(
  trx: Transaction,
  records: readonly SearchedRecord[],
): Promise<void> {
  for (let from = 0; from < records.length; from += ENTRIES_AT_ONCE) {
    const some = records.slice(from, from + ENTRIES_AT_ONCE);
    await upsertSearchEntries(trx, some.map(withWords));
  }
}

export async function dropAllFromSearch(
  trx: Transaction,
  { objectType, objectIds }: { objectType: SearchObjectType; objectIds: readonly number[] },
): Promise<void> {
  for (let from = 0; from < objectIds.length; from += ENTRIES_AT_ONCE) {
    const some = objectIds.slice(from, from + ENTRIES_AT_ONCE);
    await deleteSearchEntriesOf(
      trx,
      some.map((objectId) => ({ objectType, objectId })),
    );
  }
}

export function withWords(record: SearchedRecord): SearchEntry {
  const titleWords = searchWords(record.title);
  return { ...record, titleWords, words: searchWords(`${record.title}\n${record.body}`) };
}
