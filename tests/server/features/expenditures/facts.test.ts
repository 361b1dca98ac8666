import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../server/change.ts";
import { drawdownAt } from "../../../../server/features/drawdowns/service.ts";
import { newExpenditureSchema } from "../../../../server/features/expenditures/schema.ts";
import {
  createExpenditure,
  editExpenditure,
} from "../../../../server/features/expenditures/service.ts";
import {
  restoreExpenditure,
  withdrawExpenditure,
} from "../../../../server/features/expenditures/withdrawal/service.ts";
import { parse } from "../../../../server/web/form.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";

const CAP = 5_000_00;
const writer = { viewerId: null, readsPay: true };

interface Known {
  amount: number;
  isOwn: boolean;
  paidOn: string;
  isRecorded: boolean;
  isWithdrawn: boolean;
}

const step = fc.record({
  does: fc.constantFrom("create", "create", "edit", "edit", "withdraw", "restore"),
  which: fc.nat(9),
  amount: fc.integer({ min: 1, max: 2_000_00 }),
  isOwn: fc.boolean(),
  day: fc.integer({ min: 1, max: 28 }),
  isRecorded: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const spent = (all: Iterable<Known>) =>
  [...all]
    .filter((one) => one.isRecorded && !one.isWithdrawn && !one.isOwn)
    .reduce((sum, { amount }) => sum + amount, 0);

describe.each(engines)("what was recorded of expenditure on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let lines: { direct: number; own: number };
  const open = async () => {
    projectId = await createProject(deps.db);
    const { versionId } = await createBudgetVersion(deps.db, projectId, { eligible_halere: CAP });
    const key = { projectId, versionId };
    lines = {
      direct: await createBudgetLine(deps.db, key, { code: "1.1.4" }),
      own: await createBudgetLine(deps.db, key, { code: "2.1", category: "ineligible" }),
    };
  };
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
  });
  afterEach(() => deps.close());

  const entryOf = ({ amount, isOwn, day, isRecorded }: Step) =>
    parse(newExpenditureSchema, {
      kind: "other",
      state: isRecorded ? "recorded" : "ordered",
      description: "Doklad",
      paidOn: `2026-02-${String(day).padStart(2, "0")}`,
      amount: `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, "0")}`,
      budgetLineId: String(isOwn ? lines.own : lines.direct),
    });

  /** Does the step through the services, or gives what refused it. */
  const take = async (one: Step, id: number | undefined): Promise<number | undefined> => {
    if (one.does === "create" || id === undefined) {
      const given = { projectId, writer, entry: entryOf(one) };
      return (await createExpenditure(deps, system, given)).id;
    }
    const { version } = await deps.db("expenditures").where({ id }).first("version");
    const key = { projectId, id, version };
    if (one.does === "withdraw")
      await withdrawExpenditure(deps, system, { ...key, reason: "Omyl", writer });
    else if (one.does === "restore") await restoreExpenditure(deps, system, { ...key, writer });
    else {
      const entry = { ...entryOf(one), version, reason: "Oprava" };
      await editExpenditure(deps, system, key, { writer, entry, formOf: () => ({}) });
    }
    return id;
  };

  /** The same in plain words, on a map; undefined where it must be refused. */
  const plain = (
    before: Map<number, Known>,
    one: Step,
    id: number,
  ): Map<number, Known> | undefined => {
    const was = before.get(id);
    const { amount, isOwn, isRecorded } = one;
    const paidOn = `2026-02-${String(one.day).padStart(2, "0")}`;
    const typed = { amount, isOwn, isRecorded, paidOn, isWithdrawn: false };
    const isNew = one.does === "create" || was === undefined;
    if (!isNew && (one.does === "restore") !== was.isWithdrawn) return undefined;
    const now =
      isNew || one.does === "edit" ? typed : { ...was, isWithdrawn: one.does === "withdraw" };
    const after = new Map(before).set(id, now);
    return spent(after.values()) > CAP ? undefined : after;
  };

  const takenIn = async (known: Map<number, Known>, one: Step): Promise<Map<number, Known>> => {
    const ids = [...known.keys()];
    const id = ids[one.which % (ids.length || 1)];
    const expected = plain(known, one, one.does === "create" ? -1 : (id ?? -1));
    const done = take(one, id);
    if (expected === undefined) {
      await expect(done).rejects.toThrow();
      return known;
    }
    const made = (await done) ?? 0;
    return new Map([...expected].map(([place, one]) => [place === -1 ? made : place, one]));
  };

  const isTrueAt = async (asOf: string, known: Map<number, Known>) => {
    const at = (on: string) => drawdownAt(deps.db, projectId, { on, asOf });
    const early = [...known.values()].filter(({ paidOn }) => paidOn <= "2026-02-14");
    expect((await at("2026-03-02")).recorded.direct).toBe(spent(known.values()));
    expect((await at("2026-02-14")).recorded.direct).toBe(spent(early));
  };

  test("comes to the same as reckoned by hand, then and at any moment before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        await open();
        const moments: { asOf: string; known: Map<number, Known> }[] = [];
        let known = new Map<number, Known>();
        for (const one of steps) {
          deps.clock.advance(60_000);
          known = await takenIn(known, one);
          moments.push({ asOf: deps.clock.now(), known });
        }
        await isAsReckoned(known);
        for (const moment of moments) await isTrueAt(moment.asOf, moment.known);
      }),
      { seed: 20_261_123, numRuns: 20 },
    );
  }, 60_000);

  const isAsReckoned = async (known: Map<number, Known>) => {
    const rows = await deps.db("expenditures").where({ project_id: projectId }).orderBy("id");
    const kept = rows.map((row) => ({
      ...{ amount: row.amount_halere, isOwn: row.budget_line_id === lines.own },
      ...{ paidOn: row.valid_on, isRecorded: row.state === "recorded" },
      isWithdrawn: row.archived_at !== null,
    }));
    expect(kept).toEqual([...known.values()]);
    const totals = await deps.db("drawdown_totals").where({ project_id: projectId }).first();
    expect(totals?.recorded_halere ?? 0).toBe(spent(known.values()));
    const open = await deps
      .db("expenditure_facts as f")
      .where("f.project_id", projectId)
      .whereNotExists(
        deps.db("expenditure_facts as c").whereRaw("c.corrects_id = f.id").select("c.id"),
      )
      .pluck("f.expenditure_id");
    expect(open.toSorted((a, b) => a - b)).toEqual([...known.keys()]);
  };
});
