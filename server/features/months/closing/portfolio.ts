import { isMonthReported, listProjectsToClose } from "../../../../db/queries/month-figures.ts";
import {
  findPortfolioMonth,
  lockPortfolioMonth,
  updatePortfolioClosed,
} from "../../../../db/queries/month-portfolios.ts";
import { lockProjects } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { mailSummary } from "../reporting/mailing.ts";
import { freeze, holdSummary, type Read, readFigures } from "./freezing.ts";
import { isOver } from "./rules.ts";

type ClosingDeps = Pick<Deps, "db" | "clock">;

/** Small enough that nobody waits long for the transaction. */
const PROJECTS_AT_ONCE = 50;

export interface ClosedPortfolio {
  /** How many projects' months were closed with it. */
  projects: number;
  mails: number;
}

/**
 * Closes the month of every project that has not closed it, then the month of all together, and hands its
 * summary over to the mail. Stopped half way it goes on where it stopped; of two who close at once, one does.
 */
export async function closePortfolio(
  deps: ClosingDeps,
  author: Author,
  month: Month,
): Promise<ClosedPortfolio> {
  if (!isOver(month, deps.clock.today())) throw new Conflict("monthRunning");
  const { closedAt } = await findPortfolioMonth(deps.db, month);
  const projects = closedAt === null ? await closeProjects(deps, author, month) : 0;
  const mails = await change(deps, author, (one) => closeTogether(one, month));
  return { projects, mails };
}

async function closeProjects(deps: ClosingDeps, author: Author, month: Month): Promise<number> {
  const ids = await listProjectsToClose(deps.db, daysOf(month));
  let closed = 0;
  for (let start = 0; start < ids.length; start += PROJECTS_AT_ONCE) {
    const projectIds = ids.slice(start, start + PROJECTS_AT_ONCE);
    const read = await readFigures(deps, { month, projectIds });
    // The nonce of the form belongs to the last of the transactions: a form sent twice goes on to it.
    closed += await change(deps, { ...author, submission: null }, (one) =>
      closeSome(one, { month, projectIds }, read),
    );
  }
  return closed;
}

/** Whoever closes one of them at the same time comes before or after. */
async function closeSome(
  one: Change,
  { month, projectIds }: { month: Month; projectIds: readonly number[] },
  read: Read,
): Promise<number> {
  await holdSummary(one, month, read);
  await lockProjects(one.trx, projectIds);
  const open = new Set(await listProjectsToClose(one.trx, daysOf(month)));
  const ids = projectIds.filter((id) => open.has(id));
  return (await freeze(one, { month, projectIds: ids, act: "closed" }, read)).length;
}

/** @returns how many mails were made */
async function closeTogether(one: Change, month: Month): Promise<number> {
  const { trx, at, by, record } = one;
  const { closedAt, mailedAt } = await lockPortfolioMonth(trx, month);
  if (closedAt !== null) throw new Conflict("portfolioMonthClosed");
  // Opened again, or begun to belong to the month, since the others were closed.
  if ((await listProjectsToClose(trx, daysOf(month))).length > 0)
    throw new Conflict("monthsStillOpen");
  await updatePortfolioClosed(trx, month, { at, by });
  recordClosing(record, month);
  const isToTell = mailedAt === null && (await isMonthReported(trx, month));
  return isToTell ? mailSummary(trx, month, { at, wasClosed: true }) : 0;
}

/** A line in the record of activities: the month of all projects has no history of its own. */
export function recordClosing(record: Change["record"], month: Month): void {
  record({
    action: "portfolio-month.closed",
    objectType: "portfolio-month",
    changes: { month: [null, month] },
  });
}

function daysOf(month: Month) {
  return { month, from: firstDayOf(month), to: lastDayOf(month) };
}
