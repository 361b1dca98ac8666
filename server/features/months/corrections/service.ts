import type { Database } from "../../../../db/connection.ts";
import {
  type LateSpan,
  listLateEntries,
  listLatePercents,
  listLateSpends,
  listLateStates,
  listLateStatuses,
  listLateValues,
} from "../../../../db/queries/month-corrections.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";

export type Corrections = Awaited<ReturnType<typeof correctionsSince>>;

/** Everything of a month, or of an earlier one that it builds on, that was entered after an instant. */
export async function correctionsSince(
  db: Database,
  { projectId, month, after }: { projectId: number; month: Month; after: string },
) {
  const span: LateSpan = { projectId, from: firstDayOf(month), to: lastDayOf(month), after };
  const [values, percents, statuses, spends, states, entries] = await Promise.all([
    listLateValues(db, span),
    listLatePercents(db, span),
    listLateStatuses(db, span),
    listLateSpends(db, span),
    listLateStates(db, span),
    listLateEntries(db, span),
  ]);
  return { values, percents, statuses, spends, states, entries };
}
