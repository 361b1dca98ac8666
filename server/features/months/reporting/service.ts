import { createHash } from "node:crypto";
import type { Transaction } from "../../../../db/connection.ts";
import {
  insertMonthFigures,
  isMonthReported,
  listProjectsToReport,
  listSummaryReaders,
} from "../../../../db/queries/month-figures.ts";
import { advanceSetting, findSetting } from "../../../../db/queries/settings.ts";
import type { Deps } from "../../../deps.ts";
import { canonicalJson } from "../../../values/canonical-json.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { queueMails } from "../../mails/service.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { headlineOf } from "../figures/rules.ts";
import { figuresOfProjects } from "../figures/service.ts";
import { lastMonthToReport, monthsToReport } from "../rules.ts";

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
 * management know. Safe to run again and beside itself.
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
 * Puts down what is known of a month now as what was reported, once for each project that ran in it.
 * @returns of how many projects
 */
export async function reportMonth(
  { db, clock }: ReportingDeps,
  month: Month,
  isStopping = () => false,
): Promise<number> {
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  const ids = await listProjectsToReport(db, { month, ...days });
  let reported = 0;
  for (let start = 0; start < ids.length && !isStopping(); start += PROJECTS_AT_ONCE) {
    const asOf = clock.now();
    const some = ids.slice(start, start + PROJECTS_AT_ONCE);
    // Whatever is entered meanwhile is known later than `asOf`: nothing needs to be locked while reading.
    const figures = await figuresOfProjects(db, some, { on: days.to, asOf });
    const rows = [...figures].map(([projectId, facts]) => ({
      ...{ projectId, month, revision: 1, state: "reported" as const, asOf, createdAt: asOf },
      health: facts.totals.health,
      headline: canonicalJson(headlineOf(facts)),
      ...sealed(facts),
    }));
    reported += await db.transaction((trx) => insertMonthFigures(trx, rows));
  }
  return reported;
}

/** Facts as they are stored: equal facts are equal text and have an equal hash. */
export function sealed(facts: MonthFacts): { facts: string; hash: string } {
  const text = canonicalJson(facts);
  return { facts: text, hash: createHash("sha256").update(text).digest("hex") };
}

/** One mail for each reader and month, and the mark that the month is done, all at once. */
async function tellManagement({ db, clock }: ReportingDeps, month: Month): Promise<number> {
  return db.transaction(async (trx) => {
    const at = clock.now();
    const mails = (await isMonthReported(trx, month)) ? await queueFor(trx, month, at) : 0;
    await advanceSetting(trx, { key: LAST_REPORTED, value: month, at });
    return mails;
  });
}

async function queueFor(trx: Transaction, month: Month, at: string): Promise<number> {
  const readers = await listSummaryReaders(trx);
  const added = await queueMails(
    trx,
    readers.map((userId) => ({
      kind: "summary",
      template: "monthly-summary",
      dedupeKey: `summary:${userId}:${month}`,
      recipientUserId: userId,
      params: { month },
      at,
    })),
  );
  return added.length;
}
