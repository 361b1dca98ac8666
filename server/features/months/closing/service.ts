import { insertMonthActs, listLastActs, type MonthAct } from "../../../../db/queries/month-acts.ts";
import { findMonthFigures } from "../../../../db/queries/month-figures.ts";
import { lockPortfolioMonth } from "../../../../db/queries/month-portfolios.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import type { Month } from "../../../values/month.ts";
import { ranIn } from "../rules.ts";
import {
  type Frozen,
  freeze,
  holdSummary,
  type Read,
  readFigures,
  recordAct,
  sealed,
} from "./freezing.ts";
import { closingState, isOver } from "./rules.ts";

type ClosingDeps = Pick<Deps, "db" | "clock">;

export interface ProjectMonth {
  projectId: number;
  month: Month;
}

/** Freezes the figures of a project's month as they are known now. Of two who close at once, one does. */
export async function closeMonth(
  deps: ClosingDeps,
  author: Author,
  of: ProjectMonth,
): Promise<Frozen> {
  if (!isOver(of.month, deps.clock.today())) throw new Conflict("monthRunning");
  const read = await readOne(deps, of);
  return change(deps, author, async (one) => {
    await holdSummary(one, of.month, read);
    if (closingState(await lockMonth(one, of)) === "closed") throw new Conflict("monthClosed");
    return freezeOne(one, of, "closed", read);
  });
}

/**
 * Takes what was entered since the closing into the closed figures: a further revision, and no correction.
 * Possible only until the summary was mailed. Where nothing differs, the revision stays.
 */
export async function mendMonth(
  deps: ClosingDeps,
  author: Author,
  of: ProjectMonth,
): Promise<Frozen> {
  const read = await readOne(deps, of);
  return change(deps, author, async (one) => {
    const { mailedAt } = await lockPortfolioMonth(one.trx, of.month);
    if (mailedAt !== null) throw new Conflict("monthMailed");
    if (closingState(await lockMonth(one, of)) !== "closed") throw new Conflict("monthNotClosed");
    return (await unchanged(one, of, read)) ?? freezeOne(one, of, "mended", read);
  });
}

/** Lets the month be closed again; what was frozen stays and is shown until it is. */
export async function reopenMonth(
  deps: ClosingDeps,
  author: Author,
  { reason, ...of }: ProjectMonth & { reason: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    if (closingState(await lockMonth(one, of)) !== "closed") throw new Conflict("monthNotClosed");
    const revision = (await findMonthFigures(one.trx, of))?.revision ?? null;
    const stamp = { reason, recordedAt: one.at, recordedBy: one.by };
    await insertMonthActs(one.trx, [{ ...of, act: "reopened", revision, ...stamp }]);
    recordAct(one, "reopened", { ...of, revision, reason });
  });
}

/** Holds the project until the change is over, and says what happened to its month last. */
async function lockMonth(
  { trx }: Change,
  { projectId, month }: ProjectMonth,
): Promise<MonthAct | undefined> {
  const project = await lockProject(trx, projectId);
  if (!ranIn(project, month)) throw new NotFound("month");
  const [last] = await listLastActs(trx, { month, projectIds: [projectId] });
  return last?.act;
}

async function readOne(deps: ClosingDeps, { projectId, month }: ProjectMonth): Promise<Read> {
  return readFigures(deps, { month, projectIds: [projectId] });
}

async function freezeOne(
  one: Change,
  { projectId, month }: ProjectMonth,
  act: "closed" | "mended",
  read: Read,
): Promise<Frozen> {
  const [frozen] = await freeze(one, { month, projectIds: [projectId], act }, read);
  if (!frozen) throw new NotFound("project");
  return frozen;
}

/**
 * The standing revision, if the figures are still those that were frozen, or if somebody else has put down
 * figures that were read later than these.
 */
async function unchanged(
  { trx }: Change,
  of: ProjectMonth,
  { asOf, figures }: Read,
): Promise<Frozen | undefined> {
  const stored = await findMonthFigures(trx, of);
  const facts = figures.get(of.projectId);
  if (!stored || !facts) return undefined;
  if (asOf >= stored.asOf && sealed(facts).hash !== stored.hash) return undefined;
  return { projectId: of.projectId, revision: stored.revision };
}
