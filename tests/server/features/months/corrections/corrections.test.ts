import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../../server/change.ts";
import { closePortfolio } from "../../../../../server/features/months/closing/portfolio.ts";
import { closeMonth, reopenMonth } from "../../../../../server/features/months/closing/service.ts";
import type { MonthFacts } from "../../../../../server/features/months/figures/facts.ts";
import { projectFigures } from "../../../../../server/features/months/figures/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createIndicator, createProject } from "../../../../support/factories.ts";

describe.each(engines)("corrections of a month that was told, on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let indicator_id: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-04-01T08:00:00.000Z" });
    await newProject();
  });
  afterEach(() => deps.close());

  async function newProject(): Promise<void> {
    projectId = await createProject(deps.db);
    indicator_id = await createIndicator(deps.db, projectId, { target: 20 });
  }
  const insert = async (table: string, row: object): Promise<number> =>
    (await deps.db(table).insert(row).returning("id"))[0].id;
  const value = (value: number | null, valid_on: string, more: object = {}) =>
    insert("indicator_values", {
      ...{ indicator_id, value, valid_on, recorded_at: deps.clock.now() },
      ...more,
    });
  const stored = async (month: string): Promise<MonthFacts[]> =>
    (
      await deps
        .db("month_figures")
        .where({ month, project_id: projectId })
        .orderBy("revision")
        .pluck("facts")
    ).map((facts) => JSON.parse(facts));
  const corrections = async (month: string) => (await stored(month)).at(-1)?.corrections;
  const close = (month: string) => closeMonth(deps, system, { projectId, month });

  test("+3 persons for March are told by April, in the month they belong to", async () => {
    await value(9, "2026-03-12");
    await value(2, "2026-02-12");
    await closePortfolio(deps, system, "2026-03");
    deps.clock.set("2026-04-20T08:00:00.000Z");
    await value(3, "2026-03-20");
    await value(1, "2026-02-20");
    await value(5, "2026-04-18");
    deps.clock.set("2026-05-02T08:00:00.000Z");
    await close("2026-04");
    const increment = { kind: "increment", indicatorId: indicator_id };
    expect(await corrections("2026-04")).toEqual([
      { ...increment, month: "2026-02", by: 1 },
      { ...increment, month: "2026-03", by: 3 },
    ]);
    expect((await stored("2026-03")).map((one) => one.indicators[0]?.achieved)).toEqual([11]);
    expect(await corrections("2026-03")).toBeUndefined();
    deps.clock.set("2026-06-02T08:00:00.000Z");
    await close("2026-05");
    expect(await corrections("2026-05")).toEqual([]);
  });

  test("what was mended before the summary left is no correction", async () => {
    await value(9, "2026-03-12");
    await close("2026-03");
    deps.clock.advance(60_000);
    await value(3, "2026-03-20");
    await reopenMonth(deps, system, { projectId, month: "2026-03", reason: "Překlep" });
    await close("2026-03");
    deps.clock.set("2026-05-02T08:00:00.000Z");
    await close("2026-04");
    expect(await corrections("2026-04")).toEqual([]);
  });

  test("a month closed again after its summary was mailed is corrected against what was mailed", async () => {
    await value(9, "2026-03-12");
    await closePortfolio(deps, system, "2026-03");
    deps.clock.advanceDays(3);
    await value(3, "2026-03-20");
    await reopenMonth(deps, system, { projectId, month: "2026-03", reason: "Chyběla listina" });
    await close("2026-03");
    deps.clock.set("2026-05-02T08:00:00.000Z");
    await close("2026-04");
    expect(await corrections("2026-04")).toMatchObject([{ month: "2026-03", by: 3 }]);
  });

  test("states, spending and the manager's status say from what to what", async () => {
    const state = await createIndicator(deps.db, projectId, { behaviour: "state", target: 40 });
    await value(30, "2026-03-12", { indicator_id: state });
    const spend = (spent_halere: number, valid_on: string) =>
      insert("project_spends", {
        ...{ project_id: projectId, spent_halere, valid_on },
        recorded_at: deps.clock.now(),
      });
    const status = (health: string, valid_on: string) =>
      insert("project_statuses", {
        ...{ project_id: projectId, health, sentence: "Jde to.", valid_on },
        recorded_at: deps.clock.now(),
      });
    await spend(100_00, "2026-03-10");
    await status("on-track", "2026-03-10");
    await close("2026-03");
    deps.clock.set("2026-04-20T08:00:00.000Z");
    await value(34, "2026-03-30", { indicator_id: state });
    await spend(150_00, "2026-03-25");
    await status("at-risk", "2026-03-30");
    deps.clock.set("2026-05-02T08:00:00.000Z");
    await close("2026-04");
    const month = "2026-03";
    expect(await corrections("2026-04")).toEqual([
      { kind: "state", month, indicatorId: state, from: 30, to: 34 },
      { kind: "spent", month, from: 100_00, to: 150_00 },
      { kind: "health", month, from: "on-track", to: "at-risk" },
    ]);
  });

  test("figures stored before months were kept apart are corrected by the sum", async () => {
    await value(9, "2026-03-12");
    const facts = await projectFigures(deps.db, projectId, {
      on: "2026-03-31",
      asOf: deps.clock.now(),
    });
    const old = JSON.parse(JSON.stringify(facts)) as MonthFacts;
    for (const indicator of old.indicators) delete indicator.byMonth;
    await insert("month_figures", {
      ...{ project_id: projectId, month: "2026-03", revision: 1, state: "reported", hash: "x" },
      ...{ headline: "{}", facts: JSON.stringify(old) },
      ...{ as_of: deps.clock.now(), created_at: deps.clock.now() },
    });
    deps.clock.set("2026-05-02T08:00:00.000Z");
    await value(3, "2026-03-20");
    await value(1, "2026-02-20");
    await close("2026-04");
    expect(await corrections("2026-04")).toMatchObject([{ month: "2026-03", by: 4 }]);
  });

  test("closed figures never change, and with their corrections they are what is known today", async () => {
    const month = fc.nat(3).map((n) => `2026-0${n + 1}`);
    const step: fc.Arbitrary<Step> = fc.record({
      kind: fc.constantFrom(
        "add" as const,
        "add" as const,
        "correct" as const,
        "withdraw" as const,
      ),
      month,
      by: fc.integer({ min: 0, max: 9 }),
    });
    const history = fc.array(fc.array(step, { maxLength: 4 }), { minLength: 5, maxLength: 5 });
    const numRuns = engine === "sqlite" ? 15 : 6;
    await fc.assert(fc.asyncProperty(history, liveThrough), { seed: 20_260_331, numRuns });
  });

  /** Each round is entered in a month of its own, at whose beginning the month before is closed. */
  async function liveThrough(rounds: Step[][]): Promise<void> {
    await newProject();
    const plain: Row[] = [];
    const told = new Map<string, MonthFacts>();
    for (const [round, steps] of rounds.entries()) {
      deps.clock.set(`2026-0${round + 2}-01T09:00:00.000Z`);
      for (const one of steps) await enter(plain, one);
      deps.clock.advance(1_000);
      const month = `2026-0${round + 1}`;
      await close(month);
      const [facts] = await stored(month);
      told.set(month, facts as MonthFacts);
      expectToAddUp(facts as MonthFacts, told.get(`2026-0${round}`), plain);
    }
    for (const [month, facts] of told) expect(await stored(month)).toEqual([facts]);
  }

  interface Step {
    kind: "add" | "correct" | "withdraw";
    month: string;
    by: number;
  }

  interface Row {
    id: number;
    month: string;
    value: number;
    isCorrected: boolean;
  }

  /** The plain computation: rows that nothing corrects, by month. */
  async function enter(rows: Row[], { kind, by, month }: Step): Promise<void> {
    if (kind === "add") return put(rows, { month, value: by });
    const standing = rows.filter(({ isCorrected }) => !isCorrected);
    const target = standing[by % standing.length];
    if (!target) return;
    target.isCorrected = true;
    const instead = kind === "correct" ? { month, value: by } : { ...target, value: null };
    await put(rows, instead, { corrects_id: target.id });
  }

  async function put(
    rows: Row[],
    row: { month: string; value: number | null },
    more: object = {},
  ): Promise<void> {
    const id = await value(row.value, `${row.month}-10`, more);
    rows.push({ id, month: row.month, value: row.value ?? 0, isCorrected: false });
  }

  function expectToAddUp(facts: MonthFacts, before: MonthFacts | undefined, rows: Row[]): void {
    const until = (last: string) =>
      rows
        .filter(({ isCorrected, month }) => !isCorrected && month <= last)
        .reduce((sum, row) => sum + row.value, 0);
    const [indicator] = facts.indicators;
    expect(indicator?.achieved ?? 0).toBe(until(facts.month));
    if (!before) return;
    const corrected = (facts.corrections ?? []).reduce(
      (sum, one) => (one.kind === "increment" ? sum + one.by : sum),
      0,
    );
    const toldThen = before.indicators[0]?.achieved ?? 0;
    expect(toldThen + corrected).toBe(until(before.month));
    expect(toldThen + corrected + (indicator?.inMonth ?? 0)).toBe(until(facts.month));
  }
});
