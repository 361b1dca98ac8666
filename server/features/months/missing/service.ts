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
  // One after another: a mail asks within its transaction, which has one connection.
  return itemsByProject(wanted.projectIds, {
    status: await countWithoutStatus(db, scope),
    log: await countWithoutLog(db, scope),
    indicators: await countIndicatorsWithoutValue(db, scope),
    spending: await countWithoutSpending(db, scope),
    events: await countUnclosedEvents(db, scope),
    attendance: await countSessionsWithoutAttendance(db, scope),
    timesheets: await countMissingTimesheets(db, scope),
    expenditures: await countUndecidedExpenditures(db, scope),
    overdue: await countOverdue(db, scope),
    documents: await missingDocumentCounts(db, scope),
    risks: await countRisksToReview(db, scope),
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
