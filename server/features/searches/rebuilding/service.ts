import type { Transaction } from "../../../../db/connection.ts";
import { listSearchSources } from "../../../../db/queries/search-sources.ts";
import {
  deleteSearchEntries,
  type SearchObjectType,
  upsertSearchEntries,
} from "../../../../db/queries/searches.ts";
import type { Deps } from "../../../deps.ts";
import { searchTypes } from "../schema.ts";
import { withWords } from "../service.ts";

const READ_AT_ONCE = 200;
const MOST_OF_A_PROJECT = 2_000;

/**
 * Makes the search index again from the records themselves; what was kept entry by entry has to equal it. In
 * short transactions, so that others may write meanwhile; until it ends not everything is found.
 * @returns how many records are found again
 */
export async function rebuildSearchIndex({ db }: Pick<Deps, "db">): Promise<number> {
  await db.transaction(deleteSearchEntries);
  let rebuilt = 0;
  for (const type of searchTypes) rebuilt += await rebuildType(db, type);
  return rebuilt;
}

async function rebuildType(db: Deps["db"], objectType: SearchObjectType): Promise<number> {
  let rebuilt = 0;
  let afterId = 0;
  for (;;) {
    const page = { afterId, limit: READ_AT_ONCE };
    const sources = await db.transaction((trx) => indexPage(trx, objectType, page));
    rebuilt += sources.length;
    afterId = sources.at(-1)?.objectId ?? afterId;
    if (sources.length < READ_AT_ONCE) return rebuilt;
  }
}

/** Makes everything of a project findable that was written down at once, as when it was copied. */
export async function indexWholeProject(trx: Transaction, projectId: number): Promise<void> {
  for (const type of searchTypes) {
    await indexPage(trx, type, { afterId: 0, limit: MOST_OF_A_PROJECT, projectId });
  }
}

async function indexPage(
  trx: Transaction,
  objectType: SearchObjectType,
  page: { afterId: number; limit: number; projectId?: number },
) {
  const read = await listSearchSources(trx, objectType, page);
  const records = read.map(({ texts, ...record }) =>
    withWords({ ...record, objectType, body: texts.filter(Boolean).join("\n") }),
  );
  if (records.length > 0) await upsertSearchEntries(trx, records);
  return read;
}
