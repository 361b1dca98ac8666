import type { Database } from "../../../../db/connection.ts";
import {
  countIndicatorsWithoutValue,
  countMissingTimesheets,
  countOverdue,
  countRisksToReview,
  countSessionsWithoutAttendance,
  countUnclosedEvents,
  countUndecidedExpenditures,
  countWithoutLog,
  countWithoutSpending,
  countWithoutStatus,
  type MissingScope,
} from "../../../../db/queries/month-missing.ts";
import type { Deps } from "../../../deps.ts";
import { addDays, earlierOf } from "../../../values/calendar-date.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { missingDocumentCounts } from "../../document-requirements/service.ts";
import { itemsByProject, type MissingItem } from "./rules.ts";

interface Wanted {
  projectIds: readonly number[];
  month: Month;
}

/** What the month of each of the projects still lacks: as many queries for many as for one. */
export async function missingInMonth(
  { db, clock }: { db: Database; clock: Deps["clock"] },
  wanted: Wanted,
): Promise<Map<number, MissingItem[]>> {
  if (wanted.projectIds.length === 0) return new Map();
  const scope = scopeOf(wanted, { today: clock.today(), asOf: clock.now() });
  const [status, log, indicators, spending, events, attendance] = await Promise.all([
    countWithoutStatus(db, scope),
    countWithoutLog(db, scope),
    countIndicatorsWithoutValue(db, scope),
    countWithoutSpending(db, scope),
    countUnclosedEvents(db, scope),
    countSessionsWithoutAttendance(db, scope),
  ]);
  const [timesheets, expenditures, overdue, documents, risks] = await Promise.all([
    countMissingTimesheets(db, scope),
    countUndecidedExpenditures(db, scope),
    countOverdue(db, scope),
    missingDocumentCounts(db, scope),
    countRisksToReview(db, scope),
  ]);
  return itemsByProject(wanted.projectIds, {
    ...{ status, log, indicators, spending, events, attendance },
    ...{ timesheets, expenditures, overdue, documents, risks },
  });
}

/** While the month runs, what has come by today; afterwards, what came in it. */
function scopeOf(
  { projectIds, month }: Wanted,
  { today, asOf }: { today: string; asOf: string },
): MissingScope {
  const until = earlierOf(lastDayOf(month), today);
  const lateBefore = earlierOf(addDays(lastDayOf(month), 1), today);
  return { projectIds, month, from: firstDayOf(month), until, lateBefore, asOf };
}
