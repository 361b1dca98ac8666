import {
  insertMonthFigures,
  isMonthReported,
  listProjectsToClose,
  listProjectsToReport,
} from "../../../../db/queries/month-figures.ts";
import {
  lockPortfolioMonth,
  updatePortfolioClosed,
} from "../../../../db/queries/month-portfolios.ts";
import { lockProjects } from "../../../../db/queries/project-locks.ts";
import { advanceSetting, findSetting } from "../../../../db/queries/settings.ts";
import { change, system } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { figuresToTell, rowOf } from "../closing/freezing.ts";
import { recordClosing } from "../closing/portfolio.ts";
import { lastMonthToReport, monthsToReport } from "../rules.ts";
import { mailSummary } from "./mailing.ts";

type ReportingDeps = Pick<Deps, "db" | "clock">;

/** Small enough that nobody waits for the transaction. */
const PROJECTS_AT_ONCE = 20;
const LAST_REPORTED = "months.last-reported";

/** The month whose report is due now. */
export function monthDue({ clock }: Pick<Deps, "clock">): Month {
  return lastMonthToReport(clock.now());
}

/**
 * Reports every month that is due and was not reported yet, each of them once, however late, and lets
 * management know, unless it was closed and told before. Safe to run again and beside itself.
 */
export async function reportDueMonths(
  deps: ReportingDeps,
  isStopping = () => false,
): Promise<{ months: Month[]; projects: number; mails: number; isComplete: boolean }> {
  const done = await findSetting(deps.db, LAST_REPORTED);
  const report = { months: monthsToReport(done, deps.clock.now()), projects: 0, mails: 0 };
  for (const month of report.months) {
    report.projects += await reportMonth(deps, month, isStopping);
    if (isStopping()) return { ...report, isComplete: false };
    report.mails += await tellManagement(deps, month);
  }
  return { ...report, isComplete: true };
}

/**
 * Puts down what is known of a month now as what was reported, once for each project that ran in it and has
 * neither closed it nor been reported.
 * @returns of how many projects
 */
export async function reportMonth(
  { db, clock }: ReportingDeps,
  month: Month,
  isStopping = () => false,
): Promise<number> {
  const ids = await listProjectsToReport(db, daysOf(month));
  let reported = 0;
  for (let start = 0; start < ids.length && !isStopping(); start += PROJECTS_AT_ONCE) {
    const asOf = clock.now();
    const projectIds = ids.slice(start, start + PROJECTS_AT_ONCE);
    // Whatever is entered meanwhile is known later than `asOf`: nothing needs to be locked while reading,
    // and whoever closes a month at the same time comes before or after.
    const figures = await figuresToTell(db, { month, projectIds, asOf });
    const rows = [...figures].map(([projectId, facts]) =>
      rowOf(facts, { projectId, month, revision: 1, state: "reported", asOf }),
    );
    reported += await db.transaction(async (trx) => {
      await lockProjects(trx, projectIds);
      return insertMonthFigures(trx, rows);
    });
  }
  return reported;
}

/**
 * One mail for each reader and month, and the mark that the month is done, all at once. A month that every
 * project has closed is closed by that; otherwise readers are told that it is not.
 */
async function tellManagement(deps: ReportingDeps, month: Month): Promise<number> {
  return change(deps, system, async ({ trx, at, record }) => {
    const { closedAt, mailedAt } = await lockPortfolioMonth(trx, month);
    await advanceSetting(trx, { key: LAST_REPORTED, value: month, at });
    if (mailedAt !== null || !(await isMonthReported(trx, month))) return 0;
    const isClosed = (await listProjectsToClose(trx, daysOf(month))).length === 0;
    if (isClosed && closedAt === null) {
      await updatePortfolioClosed(trx, month, { at, by: system.userId });
      recordClosing(record, month);
    }
    return mailSummary(trx, month, { at, wasClosed: isClosed });
  });
}

function daysOf(month: Month) {
  return { month, from: firstDayOf(month), to: lastDayOf(month) };
}
