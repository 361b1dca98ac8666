import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../../db/connection.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { createBudgetedProject, stepsOf } from "./world.ts";

const AT_ONCE = 20;

describe.each(engines)("twenty at once on %s", (engine) => {
  let deps: TestDeps;
  let others: Connection[];
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
    // A connection of its own for every one who asks, as processes have.
    others =
      engine === "postgres" ? Array.from({ length: 4 }, () => deps.database.connectAgain()) : [];
  });
  afterEach(async () => {
    await Promise.all(others.map((one) => one.destroy()));
    await deps.close();
  });
  const from = (projectId: number, index: number) => {
    const db = others[index % Math.max(1, others.length)] ?? deps.db;
    return stepsOf({ db, clock: deps.clock }, projectId);
  };
  const totals = (projectId: number) =>
    deps.db("drawdown_totals").where({ project_id: projectId }).first();

  test("claims of the same expenditure never exceed it", async () => {
    const { projectId, serviceLine } = await createBudgetedProject(deps.db);
    const id = await createExpenditure(deps.db, projectId, {
      ...{ budget_line_id: serviceLine, amount_halere: 100_000 },
    });
    const requests: number[] = [];
    for (let index = 0; index < AT_ONCE; index += 1)
      requests.push(await from(projectId, index).create({ number: index + 2 }));
    const answers = await Promise.allSettled(
      requests.map((request, index) => from(projectId, index).claim(request, { [id]: 30_000 })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const held = await deps.db("claims").sum({ claimed: "claimed_halere" }).first();
    expect(Number(held?.claimed)).toBe(90_000);
    expect(await deps.db("expenditures").where({ id }).first()).toMatchObject({
      claimed_halere: 90_000,
    });
  });

  test("submissions never pass the cap, though each alone would fit", async () => {
    // Twenty haléře of direct costs bring ten of the flat rate, yet each by itself rounds half a haléř up.
    const flat = { cap: 30, rateBp: 5000, kind: "flat-rate-54a" };
    const { projectId, serviceLine } = await createBudgetedProject(deps.db, flat);
    const requests: number[] = [];
    for (let index = 0; index < AT_ONCE; index += 1) {
      const id = await createExpenditure(deps.db, projectId, {
        ...{ budget_line_id: serviceLine, amount_halere: 1, document_number: `FP-${index}` },
      });
      const request = await from(projectId, index).create({ number: index + 2 });
      await from(projectId, index).claim(request, { [id]: null });
      requests.push(request);
    }
    const answers = await Promise.allSettled(
      requests.map((request, index) => from(projectId, index).submit(request)),
    );
    const refused = answers.filter(({ status }) => status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused)
      expect(one).toMatchObject({ reason: { errors: { form: "overTheProject" } } });
    const facts = await deps
      .db("payment_request_facts")
      .where({ kind: "submitted" })
      .select("direct_halere", "flat_halere");
    const asked = facts.reduce((sum, one) => sum + one.direct_halere + one.flat_halere, 0);
    expect(asked).toBeLessThanOrEqual(30);
    expect(await totals(projectId)).toMatchObject({ claimed_halere: asked });
    expect(facts).toHaveLength(AT_ONCE - refused.length);
  });

  test("the same request is submitted once", async () => {
    const { projectId, serviceLine } = await createBudgetedProject(deps.db);
    await createExpenditure(deps.db, projectId, { budget_line_id: serviceLine });
    const request = await from(projectId, 0).create();
    await from(projectId, 0).claimWhole(request);
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => from(projectId, index).submit(request)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await deps.db("payment_request_facts")).toHaveLength(1);
  });

  test("the database itself refuses what would pass the cap or the expenditure", async () => {
    const { projectId, serviceLine } = await createBudgetedProject(deps.db, { cap: 200_000 });
    const id = await createExpenditure(deps.db, projectId, { budget_line_id: serviceLine });
    const request = await from(projectId, 0).create();
    await from(projectId, 0).claimWhole(request);
    await from(projectId, 0).submit(request);
    await expect(
      deps
        .db("drawdown_totals")
        .where({ project_id: projectId })
        .update({ claimed_halere: 200_001 }),
    ).rejects.toThrow(/claimed_within_cap/);
    await expect(
      deps.db("expenditures").where({ id }).update({ claimed_halere: 100_001 }),
    ).rejects.toThrow(/claimed_within_amount/);
    await expect(
      deps
        .db("claims")
        .where({ expenditure_id: id })
        .update({
          ...{ approved_halere: 1, cut_halere: 0, moved_halere: 0 },
        }),
    ).rejects.toThrow(/decided_whole/);
  });
});
