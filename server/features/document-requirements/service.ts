import type { Database, Transaction } from "../../../db/connection.ts";
import {
  listLivingProjectIds,
  putAwaitedDocuments,
} from "../../../db/queries/awaited-documents.ts";
import {
  countMissingDocuments,
  sumMissingDocuments,
} from "../../../db/queries/required-documents.ts";
import type { Deps } from "../../deps.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

/** Project → how many papers it lacks, in one query. */
export function missingDocumentCounts(
  db: Database,
  of: { projectIds: readonly number[]; until: CalendarDate },
): Promise<Map<number, number>> {
  return countMissingDocuments(db, of);
}

/**
 * Brings up to date what the agenda says a project lacks. A paper that comes or goes tells it at once; what is
 * owed because a day has passed or a record changed is found the next night.
 */
export async function refreshAwaitedDocuments(
  trx: Transaction,
  { projectIds, today }: { projectIds: readonly number[]; today: CalendarDate },
): Promise<number> {
  const rows = await sumMissingDocuments(trx, { projectIds, until: today });
  await putAwaitedDocuments(trx, projectIds, rows);
  return rows.length;
}

const PROJECTS_AT_ONCE = 50;

/** The same of every living project, some at a time so that nobody waits for it. Gives how many lack something. */
export async function refreshAllAwaitedDocuments({
  db,
  clock,
}: Pick<Deps, "db" | "clock">): Promise<number> {
  const today = clock.today();
  let [lacking, after] = [0, 0];
  for (;;) {
    const projectIds = await listLivingProjectIds(db, { after, limit: PROJECTS_AT_ONCE });
    const last = projectIds.at(-1);
    if (last === undefined) return lacking;
    lacking += await db.transaction((trx) => refreshAwaitedDocuments(trx, { projectIds, today }));
    after = last;
  }
}
