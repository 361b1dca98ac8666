import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../server/change.ts";
import { reconsiderRequest } from "../../../../server/features/payment-requests/decisions/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createMilestone, createPeriod } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { type Budgeted, createBudgetedProject, stepsOf } from "./world.ts";

describe.each(engines)("requests for payment on %s", (engine) => {
  let deps: TestDeps;
  let money: Budgeted;
  let steps: ReturnType<typeof stepsOf>;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
    money = await createBudgetedProject(deps.db);
    steps = stepsOf(deps, money.projectId);
  });
  afterEach(() => deps.close());

  const pay = (halere: number) =>
    createExpenditure(deps.db, money.projectId, {
      ...{ kind: "payroll", budget_line_id: money.staffLine, amount_halere: halere },
    });
  const invoice = (halere: number, given = {}) =>
    createExpenditure(deps.db, money.projectId, {
      ...{ budget_line_id: money.serviceLine, amount_halere: halere },
      ...given,
    });
  const request = (id: number) => deps.db("payment_requests").where({ id }).first();
  const expenditure = (id: number) => deps.db("expenditures").where({ id }).first();
  const totals = () => deps.db("drawdown_totals").where({ project_id: money.projectId }).first();

  test("build themselves from the expenditure of their period and of earlier ones", async () => {
    const { projectId } = money;
    const past = await createPeriod(deps.db, projectId);
    const periodId = await createPeriod(deps.db, projectId, {
      ...{ number: 2, starts_on: "2025-07-01", ends_on: "2025-12-31" },
    });
    const own = await invoice(40_000, { period_id: periodId });
    const byDay = await invoice(30_000, { valid_on: "2025-08-01" });
    const earlier = await invoice(20_000, { period_id: past });
    const later = await invoice(10_000, { valid_on: "2026-01-02" });
    await invoice(5_000, { budget_line_id: money.ownLine, valid_on: "2025-08-02" });
    const id = await steps.create({ periodId, claimsWhole: true });
    const claimed = () =>
      deps
        .db("claims")
        .where({ payment_request_id: id })
        .orderBy("expenditure_id")
        .pluck("expenditure_id");
    expect(await claimed()).toEqual([own, byDay]);
    await steps.claimWhole(id, "all");
    expect(await claimed()).toEqual([own, byDay, earlier]);
    expect(await expenditure(later)).toMatchObject({ claimed_halere: 0, state: "recorded" });
  });

  test("ask for direct costs and the flat rate, and do the duty of their period", async () => {
    const { projectId } = money;
    const periodId = await createPeriod(deps.db, projectId);
    const duty = await createMilestone(deps.db, projectId, {
      ...{ kind: "payment-request", period_id: periodId },
    });
    await pay(10_000_001);
    await invoice(5_000_000);
    const id = await steps.create({ periodId, advance: 700 });
    await steps.claimWhole(id, "all");
    // Nothing of March 2026 belongs to a period that ended in June 2025.
    await expect(steps.submit(id)).resolves.toBeUndefined();
    expect(await request(id)).toMatchObject({ direct_halere: 0, advance_halere: 700 });
    const next = await steps.create({ number: 3 });
    await steps.claimWhole(next, "all");
    await steps.submit(next, "2026-03-01");
    expect(await request(next)).toMatchObject({
      ...{ state: "submitted", submitted_on: "2026-03-01", direct_halere: 15_000_001 },
      // 40 % of 100 000,01 Kč of staff costs, rounded once.
      flat_halere: 4_000_000,
    });
    expect(await totals()).toMatchObject({ claimed_halere: 19_000_001 });
    expect(await deps.db("milestones").where({ id: duty }).first()).toMatchObject({
      done_on: "2026-03-02",
    });
  });

  test("do the duty that the decision brings when they ask for the advance", async () => {
    const { projectId } = money;
    const duty = await createMilestone(deps.db, projectId, {
      ...{ kind: "payment-request", duty: "advance-request" },
    });
    const id = await steps.create({ kind: "advance", advance: 10_000, periodId: null });
    expect((await request(id)).milestone_id).toBe(duty);
    await steps.submit(id);
    const done = await deps.db("milestones").where({ id: duty }).first();
    expect(done.done_on).toBe("2026-03-02");
  });

  test("hold a part of an expenditure, the rest of which another one may claim", async () => {
    const id = await invoice(100_000);
    const one = await steps.create();
    const other = await steps.create({ number: 3 });
    await steps.claim(one, { [id]: 60_000 });
    await expect(steps.claim(other, { [id]: 40_001 })).rejects.toMatchObject({
      errors: { [`amount-${id}`]: "overClaimable:40000" },
    });
    await steps.claim(other, { [id]: null });
    expect(await expenditure(id)).toMatchObject({ claimed_halere: 100_000, state: "claimed" });
    await steps.claim(one, { [id]: 0 });
    expect(await deps.db("claims").where({ payment_request_id: one })).toEqual([]);
    expect(await expenditure(id)).toMatchObject({ claimed_halere: 40_000 });
  });

  test("are decided with cuts: what was moved may be claimed again, its flat part as well", async () => {
    const salary = await pay(1_000_000);
    const rent = await invoice(500_000);
    const id = await steps.create();
    await steps.claimWhole(id);
    await steps.submit(id);
    await steps.cut(id, [
      { expenditureId: salary, cut: 100_000, moved: 300_000, reason: "Chybí výkaz" },
      { expenditureId: rent, cut: 50_000, moved: 0, reason: "Nad obvyklou cenu" },
    ]);
    expect(await expenditure(salary)).toMatchObject({ cut_halere: 0, state: "claimed" });
    await steps.decide(id);
    expect(await request(id)).toMatchObject({
      ...{ state: "approved", direct_halere: 1_500_000, flat_halere: 400_000 },
      ...{ approved_direct_halere: 1_050_000, approved_flat_halere: 240_000 },
      ...{ cut_halere: 150_000 + 40_000, moved_halere: 300_000 + 120_000 },
    });
    expect(await expenditure(salary)).toMatchObject({
      ...{ claimed_halere: 700_000, approved_halere: 600_000, cut_halere: 100_000 },
      state: "approved",
    });
    const next = await steps.create({ number: 3 });
    await steps.claimWhole(next);
    await steps.submit(next);
    expect(await request(next)).toMatchObject({ direct_halere: 300_000, flat_halere: 120_000 });
    expect(await totals()).toMatchObject({
      claimed_halere: 1_290_000 + 420_000,
      approved_halere: 1_290_000,
      cut_halere: 190_000,
    });
  });

  test("a decision can be taken back until what it moved is claimed elsewhere", async () => {
    const id = await invoice(100_000);
    const one = await steps.create();
    await steps.claimWhole(one);
    await steps.submit(one);
    await steps.cut(one, [{ expenditureId: id, cut: 0, moved: 40_000, reason: "Příště" }]);
    await steps.decide(one);
    const key = { projectId: money.projectId, id: one };
    await reconsiderRequest(deps, system, key);
    expect(await request(one)).toMatchObject({
      ...{ state: "submitted", approved_direct_halere: 0, moved_halere: 0, decided_on: null },
    });
    expect(await expenditure(id)).toMatchObject({ claimed_halere: 100_000, state: "claimed" });
    await steps.decide(one);
    const other = await steps.create({ number: 3 });
    await steps.claimWhole(other);
    await expect(reconsiderRequest(deps, system, key)).rejects.toMatchObject({
      key: "movedElsewhere",
    });
    expect(await request(one)).toMatchObject({ state: "approved", moved_halere: 40_000 });
  });

  test("come back for correction and are submitted anew; the first sums stay known", async () => {
    const [one, two] = [await invoice(100_000), await invoice(50_000)];
    const id = await steps.create();
    await steps.claimWhole(id);
    await steps.submit(id, "2026-02-10");
    await steps.giveBack(id);
    await steps.claim(id, { [one]: 0, [two]: 50_000 });
    expect(await request(id)).toMatchObject({
      ...{ state: "returned", returned_reason: "Doplnit", returned_on: "2026-03-02" },
    });
    await steps.submit(id, "2026-03-01");
    expect(await request(id)).toMatchObject({
      ...{ state: "submitted", direct_halere: 50_000, submitted_on: "2026-03-01" },
      ...{ returned_reason: null, returned_on: null },
    });
    expect(await expenditure(one)).toMatchObject({ claimed_halere: 0, state: "recorded" });
    const facts = await deps
      .db("payment_request_facts")
      .orderBy("id")
      .select("direct_halere", "corrects_id");
    expect(facts).toEqual([
      { direct_halere: 150_000, corrects_id: null },
      { direct_halere: 50_000, corrects_id: expect.any(Number) },
    ]);
    const claimFacts = await deps.db("claim_facts").orderBy("id").pluck("kind");
    expect(claimFacts.toSorted()).toEqual(["claimed", "claimed", "claimed", "withdrawn"]);
  });

  test("let go of everything when they are withdrawn", async () => {
    const id = await invoice(100_000);
    const one = await steps.create();
    await steps.claimWhole(one);
    await steps.submit(one);
    await steps.withdraw(one);
    expect(await request(one)).toMatchObject({ state: "withdrawn", direct_halere: 0 });
    expect(await totals()).toMatchObject({ claimed_halere: 0 });
    expect(await expenditure(id)).toMatchObject({ claimed_halere: 0, state: "recorded" });
    await expect(steps.submit(one)).rejects.toMatchObject({ key: "requestStep" });
  });

  test("are paid in parts; nobody returns more than has come", async () => {
    const advance = await steps.create({ number: 1, kind: "advance", advance: 1_000_000 });
    await steps.submit(advance);
    await steps.decide(advance);
    await steps.receive(advance, 600_000, "2026-02-20");
    await steps.receive(advance, 400_000, "2026-02-25");
    await expect(steps.receive(advance, -1_000_001)).rejects.toMatchObject({
      errors: { amount: "refundOverReceived" },
    });
    await steps.receive(advance, -100_000);
    expect(await request(advance)).toMatchObject({
      ...{ state: "paid", received_halere: 900_000, received_on: "2026-03-02" },
    });
    await invoice(800_000);
    const final = await steps.create({ kind: "final" });
    await steps.claimWhole(final);
    await steps.submit(final);
    await steps.decide(final);
    // 95 % of what was approved is public and covers as much of the advance.
    expect(await request(final)).toMatchObject({ settled_halere: 760_000 });
  });

  test.each([
    [
      "a day to come",
      (one: number) => steps.submit(one, "2026-03-03"),
      { submittedOn: "notInFuture" },
    ],
    ["nothing to ask for", (one: number) => steps.submit(one), { form: "requestEmpty" }],
  ])("are not submitted with %s", async (_case, act, errors) => {
    const one = await steps.create();
    await expect(act(one)).rejects.toMatchObject({ errors });
    expect(await deps.db("payment_request_facts")).toEqual([]);
  });

  test("claim no more than the project has, and leave nothing behind when refused", async () => {
    const small = await createBudgetedProject(deps.db, { cap: 100_000 });
    const own = stepsOf(deps, small.projectId);
    const id = await createExpenditure(deps.db, small.projectId, {
      ...{ budget_line_id: small.serviceLine, amount_halere: 100_001 },
    });
    const one = await own.create();
    await own.claim(one, { [id]: null });
    await expect(own.submit(one)).rejects.toMatchObject({ errors: { form: "overTheProject" } });
    expect(await request(one)).toMatchObject({ state: "draft", direct_halere: 0 });
    expect(await deps.db("payment_request_facts")).toEqual([]);
    expect(await deps.db("claim_facts")).toEqual([]);
  });
});
