import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { type Budgeted, createBudgetedProject, stepsOf } from "./world.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("pages of payment requests on %s", (engine) => {
  let app: TestApp;
  let money: Budgeted;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    money = await createBudgetedProject(app.db);
    userId = await createUser(app.db);
    await addMember(app.db, { projectId: money.projectId, userId, role: "finance" });
  });
  afterEach(() => app.close());

  const path = (rest = "") => `/projects/${money.projectId}/payment-requests${rest}`;
  const browser = () => app.signedInAs(userId);
  const entry = (given = {}) => ({
    ...{ number: "2", kind: "interim", requestNumber: "ŽoP/7", advance: "", income: "" },
    ...{ note: "S doklady", periodId: "", claimsWhole: "true", ...given },
  });
  const steps = () => stepsOf(app, money.projectId);
  const invoice = (given = {}) =>
    createExpenditure(app.db, money.projectId, { budget_line_id: money.serviceLine, ...given });
  const stored = (id: number) => app.db("payment_requests").where({ id }).first();

  test("the first is proposed as an advance, the next one with what is recorded", async () => {
    const one = await browser();
    const first = await one.get(path("/new"));
    expect(first.text).toContain('value="advance" selected');
    await one.post(path(), entry({ number: "1", kind: "advance", advance: "1 000,50" }));
    await invoice();
    expect((await one.get(path("/new"))).text).toContain('value="interim" selected');
    await one.post(path(), entry({ _submission: SUBMISSION, state: "paid" }));
    await one.post(path(), entry({ _submission: SUBMISSION }));
    const requests = await app
      .db("payment_requests")
      .orderBy("number")
      .select("number", "state", "advance_halere");
    expect(requests).toEqual([
      { number: 1, state: "draft", advance_halere: 100_050 },
      { number: 2, state: "draft", advance_halere: 0 },
    ]);
    const list = await one.get(path());
    expect(list.text).toContain("Žádost o platbu č. 2");
    expect(list.text).toMatch(/1\s000,00\sKč/);
    expect(list.text).toContain("zatím nepředloženo");
    const sheet = await one.get(path("?format=xlsx"));
    expect(sheet.headers["content-type"]).toContain("spreadsheetml");
  });

  test.each([
    ["without a number", { number: "" }, "number"],
    ["with a number already given", { number: "9" }, "number"],
    ["with a period of another project", { periodId: "99999" }, "periodId"],
    ["with an ambiguous advance", { advance: "2.200" }, "advance"],
    ["for an advance of nothing", { kind: "advance" }, "advance"],
  ])("are refused %s", async (_case, given, field) => {
    await steps().create({ number: 9 });
    const answer = await (await browser()).post(path(), entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain("S doklady");
    expect(await app.db("payment_requests")).toHaveLength(1);
  });

  test("are built row by row: a tick, a part, and what is wrong with a row", async () => {
    const [a, b] = [await invoice(), await invoice({ description: "Tisk letáků" })];
    const id = await steps().create();
    const one = await browser();
    const claims = path(`/${id}/claims`);
    const rows = { version: "1", expenditure: [String(a), String(b)] };
    const wrong = await one.post(claims, {
      ...rows,
      claim: [String(a), String(b)],
      amount: ["1000,01", "2.200"],
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`href="#amount-${b}"`);
    expect(wrong.text).toContain('value="2.200"');
    const over = await one.post(claims, { ...rows, claim: [String(a)], amount: ["1000,01", ""] });
    expect(over.text).toMatch(/K prokázání zbývá 1\s000,00\sKč/);
    expect(await app.db("claims")).toEqual([]);
    const saved = await one.post(claims, {
      ...rows,
      claim: [String(a), String(b)],
      amount: ["250,50", ""],
    });
    expect(saved.status).toBe(303);
    expect(await app.db("claims").orderBy("expenditure_id").pluck("claimed_halere")).toEqual([
      25_050, 100_000,
    ]);
    const page = await one.get(path(`/${id}`));
    expect(page.text).toContain('value="250,50"');
    expect(page.text).toMatch(/1\s250,50\sKč/);
    expect((await one.post(path(`/${id}/claims/whole`), {})).status).toBe(303);
    expect(await app.db("claims").orderBy("expenditure_id").pluck("claimed_halere")).toEqual([
      100_000, 100_000,
    ]);
  });

  test("go from a draft to a payment through their forms", async () => {
    const id = await invoice();
    const request = await steps().create({ claimsWhole: true });
    const one = await browser();
    const version = async () => String((await stored(request)).version);
    const step = async (rest: string, fields: Record<string, string | string[]>) =>
      one.post(path(`/${request}${rest}`), { version: await version(), ...fields });
    expect((await step("/submission", { submittedOn: "1. 3. 2026" })).status).toBe(303);
    expect(
      (await one.post(path(`/${request}/submission`), { version: "1", submittedOn: "1. 3. 2026" }))
        .status,
    ).toBe(409);
    const rows = { expenditure: String(id), moved: "" };
    const bare = await step("/cuts", { ...rows, cut: "100", reason: "" });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain(`href="#reason-${id}"`);
    await step("/cuts", { ...rows, cut: "100", reason: "Nad obvyklou cenu" });
    expect((await one.get(path(`/${request}/decision/new`))).text).toMatch(/schváleno 900,00\sKč/);
    const early = await step("/decision", { decidedOn: "28. 2. 2026", flat: "" });
    expect(early.text).toContain('href="#decidedOn"');
    expect((await step("/decision", { decidedOn: "2. 3. 2026", flat: "" })).status).toBe(303);
    expect((await step("/receipts", { receivedOn: "2. 3. 2026", amount: "0" })).status).toBe(422);
    expect((await step("/receipts", { receivedOn: "2. 3. 2026", amount: "855" })).status).toBe(303);
    const page = await one.get(path(`/${request}`));
    expect(page.text).toContain("proplacená");
    expect(page.text).toContain("Nad obvyklou cenu");
    const list = await one.get(path());
    expect(list.text).toContain("Zbývá vypořádat");
    const { id: receipt } = await app
      .db("payment_request_facts")
      .where({ kind: "received" })
      .first();
    expect((await step(`/receipts/${receipt}/removal`, {})).status).toBe(303);
    expect(await stored(request)).toMatchObject({ state: "approved", received_halere: 0 });
  });

  test("are edited by one at a time; once submitted only their number and note", async () => {
    const id = await steps().create({ advance: 100 });
    const one = await browser();
    const edit = (given: Record<string, string>) =>
      one.post(path(`/${id}`), entry({ version: "1", ...given }));
    expect((await edit({ requestNumber: "ŽoP/8", advance: "1" })).status).toBe(303);
    const second = await edit({ requestNumber: "ŽoP/9" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("ŽoP/8");
    await steps().submit(id);
    const version = String((await stored(id)).version);
    await one.post(
      path(`/${id}`),
      entry({ version, number: "5", advance: "999", requestNumber: "ŽoP/10" }),
    );
    expect(await stored(id)).toMatchObject({
      number: 2,
      advance_halere: 100,
      request_number: "ŽoP/10",
    });
  });

  test("tell nothing of single pay to who may not read it, and claim it whole", async () => {
    const id = await createExpenditure(app.db, money.projectId, {
      ...{ kind: "payroll", budget_line_id: money.staffLine, amount_halere: 4_567_800 },
      ...{ description: "Mzda Jany Tajné", document_number: "MZ-77" },
    });
    await invoice();
    const request = await steps().create();
    const administrator = await app.signedInAs(
      await createUser(app.db, { is_administrator: true }),
    );
    const page = await administrator.get(path(`/${request}`));
    expect(page.text).toContain("Osobní náklady");
    expect(page.text).not.toMatch(/Tajné|MZ-77|45\s?678/);
    await administrator.post(path(`/${request}/claims`), {
      version: "1",
      expenditure: String(id),
      claim: String(id),
      amount: "1",
    });
    expect(await app.db("claims").where({ expenditure_id: id }).pluck("claimed_halere")).toEqual([
      4_567_800,
    ]);
    expect((await (await browser()).get(path(`/${request}`))).text).toContain("Mzda Jany Tajné");
  });

  test("are not for readers to change, nor for strangers to see", async () => {
    const id = await steps().create();
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId: money.projectId, userId: reader, role: "reader" });
    const asReader = await app.signedInAs(reader);
    expect((await asReader.post(path(), entry())).status).toBe(403);
    expect((await asReader.get(path(`/${id}`))).text).not.toContain("Předložit");
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(path(`/${id}`))).status).toBe(404);
    const other = await createProject(app.db);
    await addMember(app.db, { projectId: other, userId });
    expect((await (await browser()).get(`/projects/${other}/payment-requests/${id}`)).status).toBe(
      404,
    );
  });

  test("take the same number of queries however much they claim", async () => {
    const id = await steps().create();
    const one = await browser();
    const cost = async (address: string) =>
      (await statementsOf(app.db, async () => void (await one.get(address)))).length;
    await invoice();
    await cost(path());
    const few = [await cost(path()), await cost(path(`/${id}`))];
    for (let index = 0; index < 60; index += 1) await invoice();
    expect([await cost(path()), await cost(path(`/${id}`))]).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(20);
    expect((await one.get(path(`/${id}?page=2`))).text).toMatch(/51–61 z 61/);
  });
});
