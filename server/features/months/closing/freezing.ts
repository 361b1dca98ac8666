import { createHash } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import { insertMonthActs, type MonthAct } from "../../../../db/queries/month-acts.ts";
import {
  insertMonthFigures,
  listLatestRevisions,
  type MonthFigures,
} from "../../../../db/queries/month-figures.ts";
import { lockPortfolioMonth } from "../../../../db/queries/month-portfolios.ts";
import type { Change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { canonicalJson } from "../../../values/canonical-json.ts";
import { lastDayOf, type Month } from "../../../values/month.ts";
import { withCorrections } from "../corrections/told.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { headlineOf } from "../figures/rules.ts";
import { figuresOfProjects } from "../figures/service.ts";

export interface Frozen {
  projectId: number;
  revision: number;
}

/** The figures of a month that is over as they are known at an instant, with corrections of earlier months. */
export async function figuresToTell(
  db: Database,
  of: { month: Month; projectIds: readonly number[]; asOf: string },
): Promise<Map<number, MonthFacts>> {
  const moment = { on: lastDayOf(of.month), asOf: of.asOf };
  return withCorrections(db, of.month, await figuresOfProjects(db, of.projectIds, moment));
}

/** Facts as they are stored: equal facts are equal text and have an equal hash. */
export function sealed(facts: MonthFacts): { facts: string; hash: string } {
  const text = canonicalJson(facts);
  return { facts: text, hash: createHash("sha256").update(text).digest("hex") };
}

/** Facts as a row to be stored. */
export function rowOf(
  facts: MonthFacts,
  of: Pick<MonthFigures, "projectId" | "month" | "revision" | "state" | "asOf">,
) {
  return {
    ...of,
    createdAt: of.asOf,
    health: facts.totals.health,
    headline: canonicalJson(headlineOf(facts)),
    ...sealed(facts),
  };
}

/** Figures that are to be frozen, and when they were read. */
export interface Read {
  asOf: string;
  figures: ReadonlyMap<number, MonthFacts>;
}

/**
 * Reads them before the transaction that freezes them: whatever is entered in between is known later than
 * `asOf`, so nobody has to wait while they are put together.
 */
export async function readFigures(
  { db, clock }: Pick<Deps, "db" | "clock">,
  of: { month: Month; projectIds: readonly number[] },
): Promise<Read> {
  const asOf = clock.now();
  return { asOf, figures: await figuresToTell(db, { ...of, asOf }) };
}

/**
 * Keeps the summary from leaving until the figures are put down. Those read before it left would pass for what
 * was told: they are refused.
 */
export async function holdSummary({ trx }: Change, month: Month, { asOf }: Read): Promise<void> {
  const { mailedAt } = await lockPortfolioMonth(trx, month);
  if (mailedAt !== null && mailedAt > asOf) throw new Conflict("monthBeingMailed");
}

/**
 * Puts down the figures of projects' month as a further revision and what happened to it. The caller holds the
 * projects, so that nobody else freezes them meanwhile.
 */
export async function freeze(
  one: Change,
  of: { month: Month; projectIds: readonly number[]; act: Exclude<MonthAct, "reopened"> },
  { asOf, figures }: Read,
): Promise<Frozen[]> {
  const { trx, at, by } = one;
  const { month, act } = of;
  const latest = await listLatestRevisions(trx, of);
  const rows = of.projectIds.flatMap((projectId) => {
    const facts = figures.get(projectId);
    const revision = (latest.get(projectId) ?? 0) + 1;
    return facts ? [rowOf(facts, { projectId, month, revision, state: "frozen", asOf })] : [];
  });
  await insertMonthFigures(trx, rows);
  const stamp = { reason: null, recordedAt: at, recordedBy: by };
  await insertMonthActs(
    trx,
    rows.map(({ projectId, revision }) => ({ projectId, month, act, revision, ...stamp })),
  );
  for (const { projectId, revision } of rows) recordAct(one, act, { projectId, month, revision });
  return rows.map(({ projectId, revision }) => ({ projectId, revision }));
}

/** A line in the history of the project. */
export function recordAct(
  { record }: Change,
  act: MonthAct,
  told: { projectId: number; month: Month; revision: number | null; reason?: string },
): void {
  const { projectId, month, revision, reason } = told;
  record({
    action: `month.${act}`,
    objectType: "month",
    projectId,
    changes: {
      month: [null, month],
      revision: [null, revision],
      ...(reason !== undefined && { reason: [null, reason] }),
    },
  });
}
