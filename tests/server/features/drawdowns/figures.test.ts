import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../../db/connection.ts";
import { listBudgetPortfolio } from "../../../../db/queries/budget-portfolio.ts";
import { byYear } from "../../../../server/features/drawdowns/series/rules.ts";
import {
  approvedOf,
  claimedOf,
  drawdownAt,
  refreshDrawdownTotals,
} from "../../../../server/features/drawdowns/service.ts";
import {
  type DrawdownFacts,
  loadDrawdown,
} from "../../../../server/features/drawdowns/show/service.ts";
import { cofinancingAt } from "../../../../server/features/funding/cofinancing/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { type EnteredMoney, enterMoney } from "./entered-money.ts";
import { dayAt, instantAt } from "./money-days.ts";
import { type PlainMoment, type PlainMoney, plainMoney } from "./plain-money.ts";
import { randomMoney } from "./random-money.ts";

const EVERYBODY = { userId: 0, userIds: [0], seesEverything: true, isAuditor: false };
const NOW = { on: "9999-12-31", asOf: "9999-12-31T00:00:00.000Z" };

describe.each(engines)("every figure of money on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  const check = (
    runs: number,
    work: (money: EnteredMoney, moments: PlainMoment[]) => Promise<void>,
  ) =>
    fc.assert(
      fc.asyncProperty(randomMoney, async (given) => {
        // In one transaction: a hundred of them would take SQLite a hundred times to the disk.
        const money = await deps.db.transaction((trx) =>
          enterMoney(trx as unknown as Connection, given),
        );
        const moments = given.moments.map(({ on, asOf }) => ({
          on: dayAt(on),
          asOf: instantAt(asOf),
        }));
        await work(money, moments);
      }),
      { seed: 20_261_123, numRuns: runs },
    );

  const project = ({ projectId: id, total: totalHalere }: EnteredMoney) => ({
    ...{ id, totalHalere, endsOn: "2027-12-31" },
  });

  test("of the drawdown page is that of a plain computation, on any day as known at any instant", async () => {
    await check(engine === "sqlite" ? 40 : 20, async (money, moments) => {
      for (const moment of moments) {
        const facts = await loadDrawdown(deps.db, project(money), moment);
        const plain = plainMoney(money, moment);
        expectFigures(facts, plain);
        expectChapters(facts, plain);
        const alone = await drawdownAt(deps.db, money.projectId, moment);
        expect(alone).toEqual(facts.drawdown);
      }
    });
  }, 120_000);

  test("of the co-financing table adds up by source and by column, and is that of a plain computation", async () => {
    await check(engine === "sqlite" ? 40 : 20, async (money, moments) => {
      for (const moment of moments) await expectCofinancing(deps, money, moment);
    });
  }, 120_000);

  test("kept beside projects is the one computed from facts, and the portfolio is their sum", async () => {
    const plains: PlainMoney[] = [];
    await check(engine === "sqlite" ? 25 : 10, async (money) => {
      await deps.db.transaction((trx) => refreshDrawdownTotals(trx, money.projectId));
      plains.push(plainMoney(money, NOW));
      const { rows, sums } = await listBudgetPortfolio(
        deps.db,
        { reach: EVERYBODY, words: [] },
        {
          ...{ sort: "name", isDescending: false, limit: 1_000, offset: 0 },
        },
      );
      const row = rows.find(({ id }) => id === money.projectId);
      const plain = plains.at(-1) as PlainMoney;
      expect(row).toMatchObject(numbersOf(plain));
      const sum = (of: (one: PlainMoney) => bigint) =>
        Number(plains.reduce((sofar, one) => sofar + of(one), 0n));
      expect(sums).toEqual({
        cap: sum(({ cap }) => cap),
        spent: rows.reduce((sofar, { spent }) => sofar + (spent ?? 0), 0),
        claimed: sum(({ claimed }) => claimed),
        approved: sum(({ approved }) => approved),
        cut: sum(({ cut }) => cut),
        received: sum(({ received }) => received),
      });
    });
  }, 120_000);
});

function numbersOf({ cap, claimed, approved, cut, received }: PlainMoney) {
  return {
    ...{ cap: Number(cap), claimed: Number(claimed), approved: Number(approved) },
    ...{ cut: Number(cut), received: Number(received) },
  };
}

function expectFigures(facts: DrawdownFacts, plain: PlainMoney): void {
  const { drawdown, series } = facts;
  const spent = Number(plain.direct + plain.flat);
  expect(drawdown.recorded).toMatchObject({
    direct: Number(plain.direct),
    staff: Number(plain.staff),
    ineligible: Number(plain.ineligible),
  });
  expect(facts).toMatchObject({
    cap: Number(plain.cap),
    claimed: Number(plain.claimed),
    approved: Number(plain.approved),
  });
  expect(claimedOf(drawdown.requests)).toBe(Number(plain.claimed));
  expect(approvedOf(drawdown.requests)).toBe(Number(plain.approved));
  expect(drawdown.flat).toBe(Number(plain.flat));
  if (drawdown.recorded.firstOn !== null) expect(drawdown.spent).toBe(spent);
  expect(drawdown.requests.received).toBe(Number(plain.received));
  const last = series.at(-1) ?? { spent: 0, claimed: 0, approved: 0, received: 0 };
  expect(last).toMatchObject({
    spent,
    claimed: Number(plain.claimed),
    approved: Number(plain.approved),
    received: Number(plain.received),
  });
  const years = byYear(series);
  expect(years.reduce((sum, year) => sum + year.spent, 0)).toBe(spent);
  expect(years.reduce((sum, year) => sum + year.claimed, 0)).toBe(Number(plain.claimed));
  expect(facts.planned.at(-1)?.planned ?? 0).toBe(Number(plain.planned));
  expect(facts.events.reduce((sum, { real }) => sum + real, 0)).toBe(Number(plain.events));
}

const CHAPTER = { flat: "flat", ineligible: "ineligible", "without-line": "none" };

function expectChapters({ chapters }: DrawdownFacts, plain: PlainMoney): void {
  const shown = chapters.map(({ kind, code, planned, recorded, claimed, approved }) => [
    kind === "line" ? code : CHAPTER[kind],
    [planned, recorded, claimed, approved],
  ]);
  const wanted = [...plain.chapters].map(([name, sums]) => [name, sums.map(Number)]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(wanted));
}

async function expectCofinancing(
  { db }: TestDeps,
  money: EnteredMoney,
  moment: PlainMoment,
): Promise<void> {
  const plain = plainMoney(money, moment);
  const project = { id: money.projectId, totalHalere: money.total };
  const { requests } = await cofinancingAt(db, project, {}, moment);
  for (const { id, number } of requests) {
    const { together, bySource } = await cofinancingAt(db, project, { requestId: id }, moment);
    const earlier = [...plain.requests].filter(([other]) => other < number).map(([, one]) => one);
    const own = plain.requests.get(number) ?? { reported: 0n, received: 0n };
    const previous = earlier.reduce((sum, one) => sum + one.reported, 0n);
    const paid = earlier.reduce((sum, one) => sum + one.received, own.received);
    expect(together).toMatchObject({
      total: Number(plain.cap),
      previous: Number(previous),
      current: Number(own.reported),
      soFar: Number(previous + own.reported),
      remaining: Number(plain.cap - previous - own.reported),
      paid: Number(paid),
    });
    expect(bySource === null).toBe(money.sources.some(({ share }) => share === null));
    if (!bySource) continue;
    for (const { source, row } of bySource) {
      expect(row.previous + row.current).toBe(row.soFar);
      expect((row.total ?? 0) - row.soFar).toBe(row.remaining);
      // Within a haléř of its exact share, whatever the others are.
      const exact = Number(
        BigInt(row.soFar) * 1_000_000n - BigInt(together.soFar) * BigInt(source.sharePpm ?? 0),
      );
      expect(Math.abs(exact)).toBeLessThan(1_000_000);
    }
    for (const column of ["total", "previous", "current", "soFar", "remaining"] as const)
      expect(bySource.reduce((sum, { row }) => sum + (row[column] ?? 0), 0)).toBe(together[column]);
    const payments = bySource.map(({ row }) => row.paid ?? 0);
    expect(payments.reduce((sum, one) => sum + one, 0)).toBe(together.paid);
  }
}
