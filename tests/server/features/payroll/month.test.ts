import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import {
  createAssignment,
  createBudgetLine,
  createBudgetVersion,
  createPosition,
  createTimesheet,
} from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const NBSP = "\u00a0";

// February 2026 has 20 weekdays; the day of the tests is 2 March.
describe.each(engines)("pay of a month on %s", (engine) => {
  let house: TestApp;
  let finance: Browser;
  let projectId: number;
  let versionId: number;
  let lineId: number;
  let eva: number;
  let address: string;
  beforeEach(async () => {
    house = await openTestApp(engine);
    const { db } = house;
    projectId = await createProject(db, { ends_on: "2026-12-31" });
    finance = await memberOf("finance");
    await insert(db, "programme_rules", {
      programme: "OPZ+",
      kind: "employer-levies",
      valid_from: "2021-01-01",
      value: "33.8",
      source: "Zákony",
      created_at: "2026-01-01T00:00:00Z",
    });
    ({ versionId } = await createBudgetVersion(db, projectId, { eligible_halere: 20_000_000 }));
    lineId = await lineOf("1.1.1.1", 10_000_000);
    eva = await personOf("Eva Malá", { budget_line_id: lineId }, MONTHLY);
    address = `/projects/${projectId}/staff/payroll?month=2026-02`;
  });
  afterEach(() => house.close());

  const MONTHLY = { pay_unit: "month", pay_halere: 4_000_000 };

  async function memberOf(role: string): Promise<Browser> {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role });
    return house.signedInAs(userId);
  }

  const lineOf = (code: string, amount_halere: number) =>
    createBudgetLine(
      house.db,
      { projectId, versionId },
      { code, amount_halere, is_leaf: true, is_staff: true },
    );

  async function personOf(name: string, position: object, given: object): Promise<number> {
    const positionId = await createPosition(house.db, projectId, { ...position });
    const userId = await createUser(house.db, { name });
    return createAssignment(house.db, { projectId, positionId }, { user_id: userId, ...given });
  }

  const sheetOf = (assignmentId: number, hours: number, state = "approved") =>
    createTimesheet(
      house.db,
      { projectId, assignmentId, month: "2026-02" },
      { fund_hours_e2: 8_000, worked_hours_e2: hours, state },
    );

  const entryOf = (...ids: number[]) => ({
    issuedOn: "2026-02-28",
    paidOn: "2026-03-02",
    assignment: ids.map(String),
    chosen: ids.map(String),
    documentNumber: ids.map((id) => `MZ-${id}`),
    contractCode: ids.map(() => "Smlouva"),
    pay: ids.map(() => "20000"),
    levies: ids.map(() => ""),
    fundHours: ids.map(() => "80"),
    projectHours: ids.map(() => "80"),
  });

  const expenditures = () => house.db("expenditures").orderBy("id");
  const items = () => house.db("payroll_items").orderBy("id");

  test("is proposed from agreed pay, workload and timesheet; chosen is what needs no more to be told", async () => {
    await sheetOf(eva, 8_000);
    const jan = await personOf("Jan Novák", {}, {});
    const page = await finance.get(address);
    expect(page.text).toContain('value="20000,00"');
    expect(page.text).toContain('value="6760,00"');
    expect(page.text).toContain('value="MZ-2026-02-01"');
    expect(page.text).toMatch(new RegExp(`name="chosen" value="${eva}"[^>]* checked>`));
    expect(page.text).toMatch(new RegExp(`name="chosen" value="${jan}"[^>]*"\\s*>`));
    expect(page.text).toContain("odměna není sjednaná");
    const [access] = await house.db("staff_data_accesses");
    expect(access.page).toBe("GET /projects/:projectId/staff/payroll");
  });

  test("of a month held in part is paid for its weekdays, of work by the hour for approved hours", async () => {
    await house.db("staff_assignments").where({ id: eva }).update({ starts_on: "2026-02-16" });
    const hourly = { pay_unit: "hour", pay_halere: 35_000, workload_milli: null };
    const position = { contract: "dpp", workload_milli: null };
    const byHours = await personOf("Petr Hodinový", position, hourly);
    const before = await finance.get(address);
    expect(before.text).toContain(`10 z 20 pracovních dnů`);
    expect(before.text).toContain('value="10000,00"');
    expect(before.text).not.toContain('value="4375,00"');
    await sheetOf(byHours, 1_250);
    expect((await finance.get(address)).text).toContain('value="4375,00"');
  });

  test("is recorded whole: an expenditure with its parts for each, then shown and proposed no more", async () => {
    await sheetOf(eva, 7_500);
    const jan = await personOf("Jan Novák", { budget_line_id: lineId }, MONTHLY);
    const answer = await finance.post(address, entryOf(eva, jan));
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(address);
    const made = await expenditures();
    expect(made).toHaveLength(2);
    expect(made[0]).toMatchObject({
      ...{ kind: "payroll", state: "recorded", amount_halere: 2_676_000 },
      ...{ document_number: `MZ-${eva}`, budget_line_id: lineId, valid_on: "2026-03-02" },
      description: "Eva Malá, Odborný pracovník: 2026-02",
    });
    expect(await items()).toMatchObject([
      { assignment_id: eva, levies_halere: 676_000, fund_hours_e2: 8_000, project_hours_e2: 7_500 },
      { assignment_id: jan, levies_halere: 676_000, fund_hours_e2: 8_000, project_hours_e2: 8_000 },
    ]);
    expect(await house.db("expenditure_facts")).toHaveLength(2);
    const totals = await house.db("drawdown_totals").first();
    expect(totals.recorded_halere).toBe(5_352_000);
    const page = await finance.get(address);
    expect(page.text).toContain(`53${NBSP}520,00${NBSP}Kč`);
    expect(page.text).not.toContain('name="chosen"');
    const again = await finance.post(address, entryOf(eva));
    expect(again.status).toBe(422);
    expect(again.text).toContain("Některou z mezd už mezitím někdo zapsal");
    expect(await expenditures()).toHaveLength(2);
  });

  test("of a form sent twice is recorded once, and pay of a withdrawn expenditure is proposed again", async () => {
    const submission = "11111111-2222-4333-8444-555555555555";
    const entry = { ...entryOf(eva), _submission: submission };
    await finance.post(address, entry);
    expect((await finance.post(address, entry)).status).toBe(303);
    expect(await expenditures()).toHaveLength(1);
    await house.db("expenditures").update({ archived_at: "2026-03-02T08:00:00.000Z" });
    expect((await finance.get(address)).text).toContain('name="chosen"');
  });

  test("is refused whole when one cell is wrong, with everything that was typed", async () => {
    const jan = await personOf("Jan Novák", {}, {});
    const entry = entryOf(eva, jan);
    const wrong = await finance.post(address, {
      ...entry,
      pay: ["20000", "2.200"],
      fundHours: ["80", ""],
      contractCode: ["DPP", "Smlouva"],
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`href="#pay-${jan}"`);
    expect(wrong.text).toContain('value="2.200"');
    const others = { ...entry, fundHours: ["80", ""], contractCode: ["DPP", "Smlouva"] };
    const told = await finance.post(address, others);
    expect(told.text).toContain(`href="#contractCode-${eva}"`);
    expect(told.text).toContain(`href="#fundHours-${jan}"`);
    const nobody = await finance.post(address, { ...entry, chosen: [] });
    expect(nobody.text).toContain("Vyberte aspoň jednu mzdu.");
    const zero = await finance.post(address, { ...entry, pay: ["20000", "0"] });
    expect(zero.text).toContain(`href="#pay-${jan}"`);
    const late = await finance.post(address, { ...entry, paidOn: "2026-03-03" });
    expect(late.text).toContain("Datum nesmí být v budoucnosti.");
    expect(await expenditures()).toEqual([]);
  });

  test("beyond the project is refused whole, beyond its line it is told", async () => {
    const jan = await personOf("Jan Novák", { budget_line_id: lineId }, MONTHLY);
    const entry = entryOf(eva, jan);
    const much = await finance.post(address, { ...entry, pay: ["100000", "60000"] });
    expect(much.status).toBe(422);
    expect(much.text).toContain(`href="#pay-${jan}"`);
    expect(much.text).toContain("překročil své celkové způsobilé výdaje");
    expect(await expenditures()).toEqual([]);
    const over = await finance.post(address, { ...entry, pay: ["60000", "60000"] });
    expect(over.status).toBe(303);
    const page = await finance.get(address);
    expect(page.text).toContain("položka rozpočtu je překročena");
  });

  test("belongs to those who may read and record pay, and to direct positions of this project", async () => {
    for (const role of ["coordinator", "reader"])
      expect((await (await memberOf(role)).get(address)).status).toBe(403);
    const admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
    expect((await admin.post(address, entryOf(eva))).status).toBe(403);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get(address)).status).toBe(404);
    const flat = await personOf("Jan Paušální", { funding: "flat-rate" }, MONTHLY);
    expect((await finance.post(address, entryOf(flat))).status).toBe(422);
    expect((await finance.get(address)).text).not.toContain("Jan Paušální");
    const events = await house.db("audit_events").whereLike("action", "%.created");
    expect(JSON.stringify(events)).not.toContain("2000000");
    expect(await expenditures()).toEqual([]);
  });

  test("its page asks as many queries of one person as of many", async () => {
    const measure = async () => (await statementsOf(house.db, () => finance.get(address))).length;
    const one = await measure();
    for (const name of ["Adam", "Boris", "Cyril"])
      await sheetOf(await personOf(name, { budget_line_id: lineId }, MONTHLY), 8_000);
    expect(await measure()).toBe(one);
  });
});
