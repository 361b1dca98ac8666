import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../server/change.ts";
import { decideRequest } from "../../../../server/features/payment-requests/decisions/service.ts";
import { submitRequest } from "../../../../server/features/payment-requests/steps/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createUser } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { type Budgeted, createBudgetedProject, stepsOf } from "./world.ts";

describe.each(engines)("two at the same request on %s", (engine) => {
  let app: TestApp;
  let money: Budgeted;
  let browser: Browser;
  let request: number;
  let ids: string[];
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    money = await createBudgetedProject(app.db);
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId: money.projectId, userId, role: "finance" });
    browser = await app.signedInAs(userId);
    request = await steps().create();
    ids = [];
    for (const description of ["Sál", "Tisk"]) {
      const given = { budget_line_id: money.serviceLine, description };
      ids.push(String(await createExpenditure(app.db, money.projectId, given)));
    }
  });
  afterEach(() => app.close());

  const steps = () => stepsOf(app, money.projectId);
  const path = (rest = "") => `/projects/${money.projectId}/payment-requests/${request}${rest}`;
  /** The edition a form is opened on. */
  const opened = async () => {
    const { text } = await browser.get(path());
    return /name="version" value="(\d+)"/.exec(text)?.[1] ?? "";
  };
  const cuts = () => app.db("claims").orderBy("expenditure_id").pluck("cut_halere");
  const claimed = () => app.db("claims").orderBy("expenditure_id").pluck("claimed_halere");

  test("the second is told instead of letting go of what the first has claimed", async () => {
    const version = await opened();
    const rows = { version, expenditure: ids };
    const amount = ["", ""];
    const first = await browser.post(path("/claims"), { ...rows, claim: ids, amount });
    expect(first.status).toBe(303);
    const part = { claim: [ids[1] ?? ""], amount: ["", "77,10"] };
    const second = await browser.post(path("/claims"), { ...rows, ...part });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Záznam mezitím změnil někdo jiný");
    expect(second.text).toContain('value="77,10"');
    expect(await claimed()).toEqual([100_000, 100_000]);
    const looked = /name="version" value="(\d+)"/.exec(second.text)?.[1] ?? "";
    const again = await browser.post(path("/claims"), { ...rows, ...part, version: looked });
    expect(again.status).toBe(303);
    expect(await claimed()).toEqual([7_710]);
  });

  test("cuts of the first are not wiped by the page of the second, nor decided unseen", async () => {
    await steps().claimWhole(request);
    await steps().submit(request);
    const version = await opened();
    const rows = { version, expenditure: ids, moved: ["", ""] };
    const cut = { cut: ["100", ""], reason: ["Nad obvyklou cenu", ""] };
    expect((await browser.post(path("/cuts"), { ...rows, ...cut })).status).toBe(303);
    const wiped = { cut: ["", ""], reason: ["", ""] };
    expect((await browser.post(path("/cuts"), { ...rows, ...wiped })).status).toBe(409);
    const key = { projectId: money.projectId, id: request };
    const unseen = { version: Number(version), decidedOn: "2026-03-02", flat: null, note: null };
    await expect(decideRequest(app, system, key, unseen)).rejects.toMatchObject({
      key: "changedMeanwhile",
    });
    expect(await cuts()).toEqual([10_000, 0]);
  });

  test("nothing is submitted that was claimed after its sum was shown", async () => {
    await steps().claim(request, { [Number(ids[0])]: null });
    const version = Number(await opened());
    await steps().claim(request, { [Number(ids[1])]: null });
    const shown = { version, submittedOn: "2026-03-02" };
    const key = { projectId: money.projectId, id: request };
    await expect(submitRequest(app, system, key, shown)).rejects.toMatchObject({
      key: "changedMeanwhile",
    });
  });
});
