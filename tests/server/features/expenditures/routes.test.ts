import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { insert } from "../../../support/factories.ts";
import { createPaymentRequest } from "../../../support/money-factories.ts";
import { type ExpenditureDesk, openExpenditureDesk } from "./expenditure-desk.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

const plain = ({ text }: { text: string }) => text.replaceAll("\u00a0", " ");

describe.each(engines)("expenditure on %s", (engine) => {
  let desk: ExpenditureDesk;
  beforeEach(async () => {
    desk = await openExpenditureDesk(engine);
  });
  afterEach(() => desk.close());

  test("is written down once and counts as spent", async () => {
    const { app, lineId, finance, path, entry, totals } = desk;
    await finance.post(path(), entry({ _submission: SUBMISSION, claimed_halere: "5" }));
    await finance.post(path(), entry({ _submission: SUBMISSION }));
    const rows = await app.db("expenditures");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      amount_halere: 1_210_050,
      claimed_halere: 0,
      state: "recorded",
      valid_on: "2026-02-14",
      document_key: "fp2026/14",
      budget_line_id: lineId,
    });
    expect(await totals()).toMatchObject({ recorded_halere: 1_210_050 });
    const list = await finance.get(path());
    expect(plain(list)).toContain("Tisk letáků");
    expect(plain(list)).toContain("12 100,50");
    const page = await finance.get(`${path()}/${rows[0].id}`);
    expect(plain(page)).toContain("zaúčtováno: 12 100,50 Kč");
    expect(plain(page)).toContain(`objectType=expenditure&amp;objectId=${rows[0].id}`);
    expect(plain(await finance.get("/search?q=letaku"))).toContain("Tisk ");
  });

  test.each([
    ["of a day before the project", { issuedOn: "31. 12. 2024" }, "issuedOn", "mimo dobu trvání"],
    ["of a day to come", { paidOn: "3. 3. 2026" }, "paidOn", "v budoucnosti"],
    ["paid before issued", { paidOn: "1. 1. 2026" }, "paidOn", "dříve než vystavení"],
    ["recorded without a day", { issuedOn: "", paidOn: "" }, "issuedOn", "datum vystavení"],
    ["in another currency", { amount: "120 EUR" }, "amount", "v korunách"],
    ["that is ambiguous", { amount: "2.200" }, "amount", "není jednoznačná"],
    ["of nothing", { amount: "0" }, "amount", "větší než nula"],
    ["below nothing", { amount: "-5" }, "amount", "Zadejte částku"],
    ["over the whole document", { total: "100" }, "amount", "s DPH je méně"],
    ["with more without VAT", { total: "13000", net: "14000" }, "net", "bez DPH"],
    ["with a wrong IČO", { supplierIco: "12345678" }, "supplierIco", "IČO"],
    ["on a foreign line", { budgetLineId: "99999" }, "budgetLineId", "nabízených"],
    ["of a foreign event", { occasion: "event:99999" }, "occasion", "nabízených"],
    ["of a foreign period", { period: "99999" }, "period", "nabízených"],
    ["of a foreign activity", { activityId: "99999" }, "activityId", "nabízených"],
    ["without a description", { description: "" }, "description", "Vyplňte"],
    ["of an unknown kind", { kind: "loan" }, "kind", "nabízených"],
  ])("is refused %s", async (_case, given, field, text) => {
    const { app, finance, path, entry } = desk;
    const answer = await finance.post(path(), entry({ contractNumber: "S-17", ...given }));
    expect(answer.status).toBe(422);
    expect(plain(answer)).toContain(`href="#${field}"`);
    expect(plain(answer)).toContain(text);
    expect(plain(answer)).toContain("S-17");
    expect(await app.db("expenditures")).toEqual([]);
  });

  test("over its line is saved and said, over the project refused", async () => {
    const { app, ownId, finance, path, entry, create, totals } = desk;
    const id = await create({ amount: "25 000" });
    const page = await finance.get(`${path()}/${id}`);
    expect(plain(page)).toContain("Uloženo, ale položka rozpočtu je překročena.");
    expect(plain(page)).toContain("Položka 1.1.4.1 Nákup služeb je překročena o 5 000,00 Kč");
    expect(plain(await finance.get(path()))).toContain("Překročené položky rozpočtu: 1.1.4.1");
    const answer = await finance.post(path(), entry({ amount: "75 000,01" }));
    expect(answer.status).toBe(422);
    expect(plain(answer)).toContain("celkové způsobilé výdaje");
    expect(await app.db("expenditures")).toHaveLength(1);
    await create({ amount: "75 000" });
    // What is not eligible draws nothing of the project.
    await create({ amount: "900 000", budgetLineId: String(ownId) });
    expect(await totals()).toMatchObject({ recorded_halere: 10_000_000 });
  });

  test("gets the period of its day and the name of a known supplier", async () => {
    const { app, projectId, finance, path, entry, first, create } = desk;
    const periodId = await insert(app.db, "monitoring_periods", {
      project_id: projectId,
      number: 3,
      starts_on: "2026-01-01",
      ends_on: "2026-06-30",
    });
    await create();
    const id = await create({ documentNumber: "FP 15", supplierName: "" });
    const { supplier_name, period_id } = await first();
    expect({ supplier_name, period_id }).toEqual({
      supplier_name: "Tisk s.r.o.",
      period_id: periodId,
    });
    await finance.post(
      `${path()}/${id}`,
      entry({ version: "1", period: "none", reason: "Nepatří sem" }),
    );
    expect((await first()).period_id).toBeNull();
  });

  test("says when the same document is there again", async () => {
    const { finance, path, create } = desk;
    const one = await create();
    const two = await create({ documentNumber: "fp2026/14" });
    const page = await finance.get(`${path()}/${two}`);
    expect(plain(page)).toContain("Stejný doklad téhož dodavatele");
    expect(plain(page)).toContain(`href="${path()}/${one}"`);
  });

  test("goes from a plan through an order to the accounts", async () => {
    const { app, finance, path, entry, first, create, totals } = desk;
    const id = await create({ state: "planned", issuedOn: "", paidOn: "" });
    expect(await totals()).toMatchObject({ recorded_halere: 0 });
    const page = await finance.get(`${path()}/${id}`);
    expect(plain(page)).toContain(`${path()}/${id}/edit?state=ordered`);
    expect(plain(await finance.get(`${path()}/${id}/edit?state=ordered`))).toMatch(
      /value="ordered" selected/,
    );
    const step = (version: string, given: object) =>
      finance.post(`${path()}/${id}`, entry({ version, ...given }));
    await step("1", { state: "ordered", issuedOn: "", paidOn: "" });
    await step("2", { state: "recorded" });
    expect(await first()).toMatchObject({ state: "recorded", version: 3 });
    const facts = await app.db("expenditure_facts").orderBy("id").select("state", "corrects_id");
    expect(facts.map(({ state }) => state)).toEqual(["planned", "ordered", "recorded"]);
    expect(facts.filter(({ corrects_id }) => corrects_id === null)).toHaveLength(1);
    expect(await totals()).toMatchObject({ recorded_halere: 1_210_050 });
  });

  test("is corrected with a reason, its document alone without one", async () => {
    const { app, finance, path, entry, first, create, totals } = desk;
    const id = await create();
    const edit = (given: object) => finance.post(`${path()}/${id}`, entry(given));
    expect(plain(await edit({ version: "1", amount: "12 000" }))).toContain(
      "Napište, proč se zaúčtovaný výdaj opravuje.",
    );
    expect((await edit({ version: "1", description: "Tisk plakátů" })).status).toBe(303);
    expect(await app.db("expenditure_facts")).toHaveLength(1);
    const corrected = { version: "2", amount: "12 000", reason: "Překlep" };
    expect((await edit(corrected)).status).toBe(303);
    expect(await first()).toMatchObject({ amount_halere: 1_200_000 });
    expect(await totals()).toMatchObject({ recorded_halere: 1_200_000 });
    const page = await finance.get(`${path()}/${id}`);
    expect(plain(page)).toContain("Překlep");
    expect(plain(page)).toContain("opraveno");
    const late = await edit({ version: "2", description: "Jiný popis" });
    expect(late.status).toBe(409);
    expect(plain(late)).toContain("Jiný popis");
  });

  test("keeps at least what is claimed of it, its line and its place in the list", async () => {
    const { app, projectId, ownId, finance, path, entry, create } = desk;
    const id = await create();
    const requestId = await createPaymentRequest(app.db, projectId, { state: "submitted" });
    await insert(app.db, "claims", {
      project_id: projectId,
      payment_request_id: requestId,
      expenditure_id: id,
      claimed_halere: 1_000_000,
    });
    await app.db("expenditures").where({ id }).update({ claimed_halere: 1_000_000 });
    const edit = (given: object) =>
      finance.post(`${path()}/${id}`, entry({ version: "1", reason: "Oprava", ...given }));
    expect(plain(await edit({ amount: "9 999,99" }))).toContain(
      "10 000,00 Kč; méně výdaj mít nemůže",
    );
    expect(plain(await edit({ budgetLineId: String(ownId) }))).toContain("položku změnit nelze");
    expect((await edit({ state: "planned" })).status).toBe(422);
    expect((await edit({ amount: "10 000" })).status).toBe(303);
    const withdrawal = { version: "2", reason: "Omyl" };
    expect((await finance.post(`${path()}/${id}/withdrawal`, withdrawal)).status).toBe(409);
    expect(plain(await finance.get(`${path()}/${id}`))).toContain("Žádost o platbu č. 1");
  });

  test("is withdrawn and comes back", async () => {
    const { finance, path, entry, create, totals } = desk;
    const id = await create();
    expect(plain(await finance.get(`${path()}/${id}/withdrawal/new`))).toContain("Stáhnout výdaj");
    const withdraw = (fields: Record<string, string>) =>
      finance.post(`${path()}/${id}/withdrawal`, fields);
    expect((await withdraw({ version: "1", reason: "" })).status).toBe(422);
    expect((await withdraw({ version: "1", reason: "Patří jinému projektu" })).status).toBe(303);
    expect(await totals()).toMatchObject({ recorded_halere: 0, first_recorded_on: null });
    expect(plain(await finance.get(path()))).not.toContain("Tisk letáků");
    expect(plain(await finance.get(`${path()}?state=withdrawn`))).toContain("Tisk letáků");
    expect((await finance.post(`${path()}/${id}`, entry({ version: "2" }))).status).toBe(409);
    expect((await finance.post(`${path()}/${id}/withdrawal/restoration`)).status).toBe(303);
    expect(await totals()).toMatchObject({ recorded_halere: 1_210_050 });
    expect(plain(await finance.get(path()))).toContain("Tisk letáků");
    expect((await finance.post(`${path()}/${id}/withdrawal/restoration`)).status).toBe(409);
  });
});
