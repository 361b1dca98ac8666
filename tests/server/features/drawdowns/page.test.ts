import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createPeriod,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
  createPaymentRequest,
} from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createEvent } from "../../../support/training-factories.ts";

const AT = "2026-01-05T08:00:00.000Z";

describe.each(engines)("the pictures of a project's money on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let versionId: number;
  let line: number;
  let browser: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db, { total_halere: 1_400_000 });
    ({ versionId } = await createBudgetVersion(app.db, projectId, {
      eligible_halere: 1_400_000,
      direct_halere: 1_000_000,
      staff_halere: 0,
      flat_halere: 400_000,
    }));
    await tree();
    browser = await member("finance");
  });
  afterEach(() => app.close());

  const tree = async () => {
    const key = { projectId, versionId };
    const root = await createBudgetLine(app.db, key, {
      ...{ code: "1", name: "Způsobilé", category: "eligible", is_leaf: false },
      amount_halere: 1_400_000,
    });
    const direct = await createBudgetLine(app.db, key, {
      ...{ code: "1.1", name: "Přímé", is_leaf: false, parent_line_id: root },
      amount_halere: 1_000_000,
    });
    const chapter = await createBudgetLine(app.db, key, {
      ...{ code: "1.1.6", name: "Nákup služeb", is_leaf: false, parent_line_id: direct },
      amount_halere: 1_000_000,
    });
    line = await createBudgetLine(app.db, key, {
      ...{ code: "1.1.6.1", name: "Lektoři", parent_line_id: chapter },
      amount_halere: 1_000_000,
    });
    await createBudgetLine(app.db, key, {
      ...{ code: "1.2", name: "Paušál", category: "flat-rate", parent_line_id: root },
      ...{ flat_rate_kind: "flat-rate-54c", flat_rate_bp: 4_000, amount_halere: 400_000 },
    });
  };
  const member = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const spend = (amount_halere: number, paid_on: string, given: Record<string, unknown> = {}) =>
    createExpenditure(app.db, projectId, {
      ...{ amount_halere, paid_on, valid_on: paid_on, budget_line_id: line },
      ...given,
    });
  const page = async (query = "") => {
    const answer = await browser.get(`/projects/${projectId}/drawdown${query}`);
    expect(answer.status).toBe(200);
    return answer.text.replaceAll("\u00a0", " ");
  };

  test("show what was spent with its flat rate, by chapter, by year and on the axis of per cent", async () => {
    await spend(100_000, "2025-11-20");
    await spend(200_001, "2026-02-10");
    const text = await page();
    expect(text).toContain("1.1.6 Nákup služeb");
    expect(text).toContain("Paušální (nepřímé) náklady");
    // 300 001 × 40 % = 120 000,4: rounded once, 1 200,00 Kč.
    expect(text).toContain("4 200,01 Kč");
    expect(text).toContain("1 400,00 Kč");
    expect(text).toContain("2 800,01 Kč");
    expect(text).toContain("Vyčerpáno 30 %");
  });

  test("are those of an earlier day, and as they were known at an earlier one", async () => {
    await spend(100_000, "2025-11-20");
    const late = await spend(200_000, "2025-12-10");
    await app
      .db("expenditure_facts")
      .where({ expenditure_id: late })
      .update({ recorded_at: "2026-02-01T08:00:00.000Z" });
    expect(await page()).toContain("4 200,00 Kč");
    expect(await page("?on=2025-11-30")).not.toContain("4 200,00 Kč");
    const known = await page("?asOf=2026-01-31");
    expect(known).toContain("jak bylo známo k 31. 1. 2026");
    expect(known).not.toContain("4 200,00 Kč");
    expect(known).toContain("1 400,00 Kč");
  });

  test("say what nobody knows instead of inventing it", async () => {
    const text = await page();
    expect(text).toContain("Zatím není co kreslit");
    expect(text).toContain("Výdaje zatím nejsou zapsány, výhled nelze počítat.");
    expect(text).toContain("až jejich podíly dají dohromady 100 %");
    expect(text).toContain("U žádné akce nejsou uvedeny náklady.");
  });

  test("hide the name of a confidential event, and the pay of one person", async () => {
    const event_id = await createEvent(app.db, projectId, {
      title: "Supervize týmu Lípa",
      is_confidential: true,
      planned_costs_halere: 500_000,
    });
    await spend(123_456, "2026-02-10", { event_id, kind: "payroll" });
    expect(await page()).not.toContain("Supervize");
    expect(await page()).toContain("1 234,56 Kč");
    browser = await member("coordinator");
    const events = (await page()).split('id="events-title"')[1] ?? "";
    expect(events).toContain("osobní náklady");
    expect(events).not.toContain("1 234,56 Kč");
  });

  test("leave pay out of an event's cost where its other documents would tell it", async () => {
    const event_id = await createEvent(app.db, projectId, { title: "Kulatý stůl" });
    await spend(123_456, "2026-02-10", { event_id, kind: "payroll" });
    await spend(200_000, "2026-02-11", { event_id });
    const costs = async () => (await page()).split('id="events-title"')[1] ?? "";
    expect(await costs()).toContain("3 234,56 Kč");
    browser = await member("coordinator");
    const events = await costs();
    expect(events).toContain("2 000,00 Kč");
    expect(events).not.toContain("3 234,56");
    expect(events).toContain("bez osobních nákladů");
  });

  test("keep to a declared sum until there is expenditure", async () => {
    const fact = { valid_on: "2026-01-31", recorded_at: AT };
    await insert(app.db, "project_spends", {
      project_id: projectId,
      spent_halere: 700_000,
      ...fact,
    });
    expect(await page()).toContain("zapsaný součet k 31. 1. 2026, výdaje zatím nejsou");
  });

  test("take as many queries for two hundred expenditures as for one", async () => {
    await createPeriod(app.db, projectId);
    await createPaymentRequest(app.db, projectId);
    await spend(100, "2025-11-20");
    const few = await statementsOf(app.db, () => page());
    for (let day = 10; day < 30; day += 1)
      for (let n = 0; n < 10; n += 1) await spend(100, `2025-12-${day}`);
    const many = await statementsOf(app.db, () => page());
    expect(many).toHaveLength(few.length);
    expect(many.length).toBeLessThanOrEqual(18);
  });

  test("are closed to strangers", async () => {
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`/projects/${projectId}/drawdown`)).status).toBe(404);
  });
});
