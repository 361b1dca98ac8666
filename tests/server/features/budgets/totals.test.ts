import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { refreshDrawdownTotals } from "../../../../server/features/drawdowns/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createBudgetVersion, createExpenditure } from "../../../support/money-factories.ts";

const entry = {
  title: "Podpora procesů",
  shortName: "Procesy",
  programme: "OPZ+",
  startsOn: "2023-05-01",
  endsOn: "2026-04-30",
  phase: "running",
  version: "1",
};

describe.each(engines)("the total of a project typed by hand on %s", (engine) => {
  let app: TestApp;
  let browser: Browser;
  let projectId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    await seedCatalogues(app.db, app.clock.now());
    const userId = await createUser(app.db, { is_founder: true });
    browser = await app.signedInAs(userId);
    projectId = await createProject(app.db, { total_halere: 500_000 });
    await addMember(app.db, { projectId, userId });
  });
  afterEach(() => app.close());

  const totals = () => app.db("drawdown_totals").where({ project_id: projectId }).first();
  const save = (total: string) => browser.post(`/projects/${projectId}`, { ...entry, total });

  test("is what nobody may draw beyond, and never less than what is drawn", async () => {
    await createExpenditure(app.db, projectId, { amount_halere: 300_000 });
    expect((await save("4 000")).status).toBe(303);
    expect(await totals()).toMatchObject({ cap_halere: 400_000, recorded_halere: 300_000 });
    const refused = await browser.post(`/projects/${projectId}`, {
      ...entry,
      version: "2",
      total: "2 999,99",
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Vyčerpáno už je 3\u00a0000,00\u00a0Kč");
    expect(await totals()).toMatchObject({ cap_halere: 400_000 });
  });

  test("follows the budget once one is approved, and the field says so", async () => {
    await createBudgetVersion(app.db, projectId, { eligible_halere: 500_000 });
    const form = await browser.get(`/projects/${projectId}/edit`);
    expect(form.text).toContain("Částku určuje schválený rozpočet");
    expect((await save("4 000")).text).toContain("Částku určuje schválený rozpočet");
    expect((await save("5 000")).status).toBe(303);
  });

  test("of a new project is kept from its first day", async () => {
    const { version: _version, ...fields } = entry;
    const answer = await browser.post("/projects", { ...fields, total: "1 000" });
    expect(answer.status).toBe(303);
    projectId = Number(/\d+$/.exec(answer.headers.location ?? "")?.[0]);
    expect(await totals()).toMatchObject({ cap_halere: 100_000, recorded_halere: 0 });
    await app.db.transaction((trx) => refreshDrawdownTotals(trx, projectId));
    expect(await totals()).toMatchObject({ cap_halere: 100_000, recorded_halere: 0 });
  });
});
