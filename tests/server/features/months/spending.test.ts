import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { drawdownAt } from "../../../../server/features/drawdowns/service.ts";
import { projectFigures } from "../../../../server/features/months/figures/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, insert } from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";

interface Fact {
  id: number;
  expenditure: number;
  amount: number | null;
  line: number | null;
  state: string;
  validOn: string;
  recordedAt: string;
  corrects: number | null;
}

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const instant = (n: number) => `${day(n)}T10:00:00.000Z`;

const history = fc.array(
  fc.record({
    /** A further fact of one of the expenditures before, or a new one. */
    corrects: fc.option(fc.nat(7), { nil: null }),
    amount: fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: null }),
    line: fc.constantFrom(null, 0, 1, 2),
    state: fc.constantFrom("planned", "recorded", "recorded", "recorded"),
    validOn: fc.nat(120),
    later: fc.nat(20),
  }),
  { minLength: 1, maxLength: 14 },
);

const standing = (facts: Fact[]) =>
  facts.filter(({ id }) => !facts.some(({ corrects }) => corrects === id));
const chosen = (open: Fact[], place: number | null) =>
  place === null ? undefined : open[place % (open.length || 1)];
const counts = ({ validOn, amount, state }: Fact, on: string) =>
  validOn <= on && amount !== null && state === "recorded";
const sum = (facts: Fact[]) => facts.reduce((total, { amount }) => total + (amount ?? 0), 0);

describe.each(engines)("money in the figures of a month on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  /** A budget whose second version, in force from day 60 on, has another rate and no third line. */
  const openProject = async () => {
    const { db } = deps;
    const projectId = await createProject(db);
    const first = await createBudgetVersion(db, projectId);
    const key = { projectId, versionId: first.versionId };
    const rate = { category: "flat-rate", flat_rate_kind: "flat-rate-56", code: "1.2" };
    const staff = await createBudgetLine(db, key, { code: "1.1.1", is_staff: true });
    const own = await createBudgetLine(db, key, { code: "2.1", category: "ineligible" });
    const other = await createBudgetLine(db, key, { code: "1.1.4" });
    const flat = await createBudgetLine(db, key, { ...rate, flat_rate_bp: 3_333 });
    const second = await createBudgetVersion(db, projectId);
    await db("project_change_states")
      .where({ change_id: second.changeId })
      .update({ valid_on: day(60), recorded_at: instant(50) });
    const next = { projectId, versionId: second.versionId };
    await createBudgetLine(db, next, { code: "1.1.1", is_staff: true, budget_line_id: staff });
    await createBudgetLine(db, next, { code: "2.1", category: "ineligible", budget_line_id: own });
    await createBudgetLine(db, next, { ...rate, flat_rate_bp: 4_000, budget_line_id: flat });
    const declared = { project_id: projectId, spent_halere: 77_777, valid_on: day(-10) };
    await insert(db, "project_spends", { ...declared, recorded_at: instant(-9) });
    return { projectId, lines: [staff, own, other] };
  };

  type Step = {
    corrects: number | null;
    amount: number | null;
    line: number | null;
    later: number;
  };

  const stored = (projectId: number, fact: Omit<Fact, "id">) => ({
    expenditure_id: fact.expenditure,
    project_id: projectId,
    state: fact.state,
    amount_halere: fact.amount,
    budget_line_id: fact.line,
    valid_on: fact.validOn,
    recorded_at: fact.recordedAt,
    corrects_id: fact.corrects,
  });

  const newExpenditure = (projectId: number) =>
    insert(deps.db, "expenditures", {
      project_id: projectId,
      kind: "other",
      description: "Doklad",
      state: "recorded",
      amount_halere: 0,
      valid_on: day(0),
      created_at: instant(0),
    });

  const write = async (
    { projectId, lines }: { projectId: number; lines: number[] },
    steps: (Step & { state: string; validOn: number })[],
  ): Promise<Fact[]> => {
    const facts: Fact[] = [];
    let at = 0;
    for (const { corrects, amount, line, state, validOn, later } of steps) {
      at += later;
      const corrected = chosen(standing(facts), corrects);
      const fact = {
        ...(corrected
          ? { expenditure: corrected.expenditure, amount, corrects: corrected.id }
          : { expenditure: await newExpenditure(projectId), amount: amount ?? 5, corrects: null }),
        line: lines[line ?? -1] ?? null,
        state,
        validOn: day(validOn),
        recordedAt: instant(at),
      };
      const id = await insert(deps.db, "expenditure_facts", stored(projectId, fact));
      facts.push({ id, ...fact });
    }
    return facts;
  };

  /** The same said plainly: rows that hold, without what is not eligible, and the rate of that day's budget. */
  const plain = (
    { lines: [staff, own] }: { lines: number[] },
    facts: Fact[],
    { on, asOf }: { on: string; asOf: string },
  ) => {
    const counted = standing(facts.filter(({ recordedAt }) => recordedAt <= asOf)).filter(
      (fact) => counts(fact, on) && fact.line !== own,
    );
    if (counted.length === 0) return { spentHalere: 77_777, spentOn: day(-10) };
    const rate = on >= day(60) && asOf >= instant(50) ? 4_000 : 3_333;
    const base = sum(counted.filter(({ line }) => line === staff));
    return {
      spentHalere: sum(counted) + Math.floor((base * rate + 5_000) / 10_000),
      spentOn: counted
        .map(({ validOn }) => validOn)
        .toSorted()
        .at(-1),
    };
  };

  test("is that of expenditure from its first day, declared before it, at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(
          fc.record({
            on: fc.integer({ min: 5, max: 130 }),
            asOf: fc.integer({ min: 5, max: 150 }),
          }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        async (steps, moments) => {
          const world = await openProject();
          const facts = await write(world, steps);
          for (const { on, asOf } of moments) {
            const moment = { on: day(on), asOf: instant(asOf) };
            const expected = plain(world, facts, moment);
            const figures = await projectFigures(deps.db, world.projectId, moment);
            const { spentHalere, spentOn } = figures?.totals ?? {};
            expect({ spentHalere, spentOn }).toEqual(expected);
            const drawn = await drawdownAt(deps.db, world.projectId, moment);
            expect({ spentHalere: drawn.spent, spentOn: drawn.spentOn }).toEqual(expected);
            const ended = new Date(`${moment.on.slice(0, 7)}-01T00:00:00Z`).getTime() - 86_400_000;
            const before = { ...moment, on: new Date(ended).toISOString().slice(0, 10) };
            if (before.on < "2026-01-05") continue;
            expect(figures?.previous).toMatchObject(plain(world, facts, before));
          }
        },
      ),
      { seed: 20_261_123, numRuns: 25 },
    );
  }, 60_000);
});
