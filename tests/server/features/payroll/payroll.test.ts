import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import {
  createAssignment,
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
  createPaymentRequest,
  createPosition,
  createTimesheet,
} from "../../../support/money-factories.ts";

const NBSP = "\u00a0";

describe.each(engines)("items of pay on %s", (engine) => {
  let house: TestApp;
  let finance: Browser;
  let projectId: number;
  let assignmentId: number;
  let expenditureId: number;
  let address: string;
  let entry: Record<string, string>;
  beforeEach(async () => {
    house = await openTestApp(engine);
    const { db } = house;
    projectId = await createProject(db);
    finance = await memberOf("finance");
    await insert(db, "programme_rules", {
      programme: "OPZ+",
      kind: "employer-levies",
      valid_from: "2021-01-01",
      value: "33.8",
      source: "Zákony",
      created_at: "2026-01-01T00:00:00Z",
    });
    const { versionId } = await createBudgetVersion(db, projectId, { eligible_halere: 5_000_000 });
    const given = { code: "1.1.1.1", is_leaf: true, is_staff: true };
    const lineId = await createBudgetLine(db, { projectId, versionId }, given);
    const positionId = await createPosition(db, projectId, { budget_line_id: lineId });
    const userId = await createUser(db);
    assignmentId = await createAssignment(db, { projectId, positionId }, { user_id: userId });
    expenditureId = await createExpenditure(db, projectId, {
      kind: "payroll",
      description: "Mzda Eva Malá",
      amount_halere: 1_338_000,
      budget_line_id: lineId,
    });
    address = `/projects/${projectId}/expenditures/${expenditureId}/payroll`;
    entry = {
      assignmentId: String(assignmentId),
      month: "2026-01",
      contractCode: "Smlouva",
      pay: "10000",
      fundHours: "88",
      projectHours: "88",
    };
  });
  afterEach(() => house.close());

  async function memberOf(role: string): Promise<Browser> {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role });
    return house.signedInAs(userId);
  }

  const items = () => house.db("payroll_items");

  test("are proposed by the rule of levies so that they add up to the expenditure", async () => {
    const form = await finance.get(address);
    expect(form.text).toContain('value="10000,00"');
    expect(form.text).toContain('value="3380,00"');
    expect(form.text).toContain(`33,8${NBSP}%`);
    const accesses = await house.db("staff_data_accesses");
    expect(accesses.map(({ page }) => page)).toEqual([
      "GET /projects/:projectId/expenditures/:expenditureId/payroll",
    ]);
  });

  test("take levies by the rule where none are typed, and refuse a sum that differs by how much", async () => {
    const more = await finance.post(address, { ...entry, pay: "10000,01" });
    expect(more.status).toBe(422);
    expect(more.text).toContain(`Součet je o 0,01${NBSP}Kč vyšší než částka výdaje.`);
    const less = await finance.post(address, { ...entry, levies: "3000" });
    expect(less.text).toContain(`Součet je o 380,00${NBSP}Kč nižší než částka výdaje.`);
    expect(await items()).toEqual([]);
    expect((await finance.post(address, entry)).status).toBe(303);
    const [item] = await items();
    expect(item).toMatchObject({ pay_halere: 1_000_000, levies_halere: 338_000 });
    expect(item).toMatchObject({ fund_hours_e2: 8800, project_hours_e2: 8800, version: 1 });
  });

  test("take fund and hours from the approved timesheet, whatever was typed; without one they are asked for", async () => {
    const { fundHours: _fund, projectHours: _project, ...untold } = entry;
    const asked = await finance.post(address, untold);
    expect(asked.text).toContain("Výkaz za tento měsíc není schválený.");
    const key = { projectId, assignmentId, month: "2026-01" };
    const hours = { fund_hours_e2: 8_800, worked_hours_e2: 8_000, vacation_hours_e2: 777 };
    const sheetId = await createTimesheet(house.db, key, { ...hours, state: "submitted" });
    expect((await finance.post(address, untold)).status).toBe(422);
    await house.db("timesheets").where({ id: sheetId }).update({ state: "approved" });
    expect((await finance.post(address, { ...entry, fundHours: "1" })).status).toBe(303);
    expect((await items())[0]).toMatchObject({ fund_hours_e2: 8_800, project_hours_e2: 8_777 });
  });

  test("a contract of another chapter, a month without work and a position of the flat rate are refused", async () => {
    const wrong = await finance.post(address, { ...entry, contractCode: "DPP" });
    expect(wrong.text).toContain("Druh vztahu neodpovídá položce rozpočtu");
    const before = await finance.post(address, { ...entry, month: "2025-12" });
    expect(before.text).toContain("V tomto měsíci člověk na pozici nepracoval.");
    const flat = await createPosition(house.db, projectId, { funding: "flat-rate" });
    const userId = await createUser(house.db);
    const place = { projectId, positionId: flat };
    const other = await createAssignment(house.db, place, { user_id: userId });
    const onRate = await finance.post(address, { ...entry, assignmentId: String(other) });
    expect(onRate.status).toBe(422);
    expect(await items()).toEqual([]);
  });

  test("belong to pay alone, and to those who may read it", async () => {
    const invoice = await createExpenditure(house.db, projectId);
    const invoiceAddress = `/projects/${projectId}/expenditures/${invoice}/payroll`;
    expect((await finance.get(invoiceAddress)).status).toBe(409);
    expect((await finance.post(invoiceAddress, entry)).status).toBe(409);
    const coordinator = await memberOf("coordinator");
    expect((await coordinator.get(address)).status).toBe(403);
    const admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
    expect((await admin.get(address)).status).toBe(403);
    expect((await admin.post(address, entry)).status).toBe(403);
    const foreign = await createExpenditure(house.db, await createProject(house.db), {
      kind: "payroll",
    });
    const foreignAddress = `/projects/${projectId}/expenditures/${foreign}/payroll`;
    expect((await finance.post(foreignAddress, entry)).status).toBe(404);
    expect(await items()).toEqual([]);
  });

  test("that no longer add up to a corrected sum are told of with the difference, also by the list SD-2", async () => {
    const { db } = house;
    await finance.post(address, entry);
    const page = `/projects/${projectId}/expenditures/${expenditureId}`;
    expect((await finance.get(page)).text).not.toContain("Součet rozpisu mzdy");
    const requestId = await createPaymentRequest(db, projectId);
    await insert(db, "claims", {
      ...{ project_id: projectId, payment_request_id: requestId, expenditure_id: expenditureId },
      claimed_halere: 1_338_000,
    });
    const lists = `/projects/${projectId}/payment-requests/${requestId}/voucher-lists`;
    const before = await finance.get(lists);
    expect(before.text).toContain("Mzda Eva Malá");
    expect(before.text).not.toContain("součet rozpisu mzdy je");
    const corrected = { version: "1", kind: "payroll", state: "recorded", reason: "Překlep" };
    const document = { description: "Mzda Eva Malá", paidOn: "2026-02-10", issuedOn: "2026-02-02" };
    const line = String((await db("expenditures").first()).budget_line_id);
    const answer = await finance.post(page, {
      ...{ ...corrected, ...document, amount: "13500", budgetLineId: line },
    });
    expect(answer.status).toBe(303);
    const told = await finance.get(page);
    expect(told.text).toContain(
      `Součet rozpisu mzdy je o 120,00${NBSP}Kč nižší než částka výdaje.`,
    );
    const listed = await finance.get(lists);
    expect(listed.text).toContain(`součet rozpisu mzdy je o 120,00${NBSP}Kč nižší než výdaj`);
    await db("expenditures").update({ amount_halere: 1_338_000 - 1, claimed_halere: 0 });
    expect((await finance.get(page)).text).toContain(`0,01${NBSP}Kč vyšší než částka výdaje`);
    const coordinator = await memberOf("coordinator");
    expect((await coordinator.get(page)).text).not.toContain("Součet rozpisu mzdy");
  });

  test("the second editor is told, and the history names no sum", async () => {
    await finance.post(address, entry);
    await finance.post(address, { ...entry, version: "1", projectHours: "80" });
    const late = await finance.post(address, { ...entry, version: "1", projectHours: "70" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("80,00");
    expect((await items())[0].project_hours_e2).toBe(8000);
    const events = await house.db("audit_events").whereLike("action", "payroll.%");
    expect(events.map(({ action }) => action)).toEqual(["payroll.created", "payroll.edited"]);
    expect(JSON.stringify(events)).not.toMatch(/1000000|338000|10000/);
  });
});
