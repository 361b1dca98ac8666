import type { Database } from "../../../../db/connection.ts";
import {
  type LateExpenditure,
  type LateSpan,
  listLateEntries,
  listLateExpenditures,
  listLatePercents,
  listLateSpends,
  listLateStates,
  listLateStatuses,
  listLateValues,
} from "../../../../db/queries/month-corrections.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";

export type Corrections = Awaited<ReturnType<typeof correctionsSince>>;

/** Everything of a month, or of an earlier one that it builds on, that was entered after an instant. */
export async function correctionsSince(
  db: Database,
  of: { projectId: number; month: Month; after: string; readsPay: boolean },
) {
  const { projectId, month, after, readsPay } = of;
  const span: LateSpan = { projectId, from: firstDayOf(month), to: lastDayOf(month), after };
  const [values, percents, statuses, spends, expenditures, states, entries] = await Promise.all([
    listLateValues(db, span),
    listLatePercents(db, span),
    listLateStatuses(db, span),
    listLateSpends(db, span),
    listLateExpenditures(db, span),
    listLateStates(db, span),
    listLateEntries(db, span),
  ]);
  return {
    ...{ values, percents, statuses, spends, states, entries },
    expenditures: byDay(expenditures, readsPay),
  };
}

type LateSum = Pick<LateExpenditure, "recordedAt" | "authorName" | "month"> & {
  /** Null: it is of one item of pay, which the reader may not tell. */
  halere: number | null;
};

/** What one person entered on one day comes to one sum for a month. */
function byDay(expenditures: readonly LateExpenditure[], readsPay: boolean): LateSum[] {
  const sums = new Map<string, LateExpenditure>();
  for (const one of expenditures) {
    const key = JSON.stringify([pragueDay(one.recordedAt), one.authorName, one.month]);
    const known = sums.get(key);
    sums.set(key, known ? together(known, one) : one);
  }
  return [...sums.values()]
    .filter(({ halere }) => halere !== 0)
    .map(({ recordedAt, authorName, month, halere, isPay, firstId, lastId }) => {
      const isSecret = isPay && firstId === lastId && !readsPay;
      return { recordedAt, authorName, month, halere: isSecret ? null : halere };
    });
}

function together(one: LateExpenditure, other: LateExpenditure): LateExpenditure {
  return {
    ...other,
    halere: one.halere + other.halere,
    firstId: Math.min(one.firstId, other.firstId),
    lastId: Math.max(one.lastId, other.lastId),
    isPay: one.isPay && other.isPay,
  };
}
