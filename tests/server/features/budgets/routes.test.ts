import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../../../db/queries/budget-versions.ts";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
} from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const json = { accept: "application/json" };

describe.each(engines)("pages of a budget on %s", (engine) => {
  let app: TestApp;
  let browser: Browser;
  let projectId: number;
  let at: string;
  beforeEach(async () => {
    app = await openTestApp(engine);
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db);
    browser = await memberOf(projectId, "finance");
    at = `/projects/${projectId}/budget`;
  });
  afterEach(() => app.close());

  async function memberOf(project: number, role: string): Promise<Browser> {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId: project, userId, role });
    return app.signedInAs(userId);
  }

  const start = () => browser.post(at, { start: "chapters" });

  async function draftLines() {
    const draft = await findDraftVersion(app.db, projectId);
    return draft ? listBudgetLines(app.db, draft.id) : [];
  }

  async function lineOf(code: string) {
    const line = (await draftLines()).find((one) => one.code === code);
    if (!line) throw new Error(`no line ${code}`);
    return { ...line, path: `${at}/lines/${line.lineId}` };
  }

  test("a first budget is offered, once, and its chapters come from the programme", async () => {
    expect((await browser.get(at)).text).toContain("Projekt zatím nemá rozpočet");
    expect((await browser.post(at, { start: "other" })).status).toBe(422);
    const answer = await start();
    expect([answer.status, answer.headers.location]).toEqual([303, `${at}/edit`]);
    expect((await draftLines()).map(({ code }) => code)).toContain("1.1.4.3");
    expect((await start()).status).toBe(409);
    expect((await browser.get(at)).text).toContain("připravuje se");
    const other = await createProject(app.db);
    const there = await memberOf(other, "manager");
    await there.post(`/projects/${other}/budget`, { start: "empty" });
    const draft = await findDraftVersion(app.db, other);
    expect(await listBudgetLines(app.db, draft?.id ?? 0)).toMatchObject([{ code: "1" }]);
  });

  test("a line is added, edited and deleted by forms; errors keep what was typed", async () => {
    await start();
    expect((await browser.get(`${at}/lines/new?parent=1.1.4.3`)).text).toContain(
      'value="1.1.4.3.1"',
    );
    const typed = {
      code: "1.1.4.3.1",
      name: "Nájem",
      unit: "den",
      unitPrice: "333,33",
      units: "1,5",
    };
    const refused = await browser.post(`${at}/lines`, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Nejblíž vyjde cena 333,32\u00a0Kč nebo 333,34\u00a0Kč");
    expect(refused.text).toContain("Nejblíž vyjde počet 1 nebo 2");
    expect(refused.text).toContain('value="333,33"');
    const faults: [object, string][] = [
      [{ unitPrice: "2.200" }, "Částka není jednoznačná"],
      [{ unitPrice: "100 €" }, "Zadejte částku v korunách"],
      [{ units: "2.200" }, "Počet není jednoznačný"],
      [{ units: "-1" }, "nesmí být záporná"],
      [{ code: "1,1" }, "Zadejte kód"],
      [{ code: "1.1.9.1", units: "3" }, "chybí nadřazená kapitola 1.1.9"],
      [{ code: "1", units: "3" }, "Takový kořen už"],
      [{ name: "" }, "Vyplňte toto pole"],
    ];
    for (const [change, message] of faults)
      expect((await browser.post(`${at}/lines`, { ...typed, ...change })).text).toContain(message);
    const _submission = "7f3a1c7e-4d0a-4b4e-8f7e-2b8f1c1d9a01";
    const right = { ...typed, units: "3", _submission, amount_halere: "1" };
    for (const _ of [1, 2])
      expect((await browser.post(`${at}/lines`, right)).headers.location).toBe(`${at}/edit`);
    expect(await lineOf("1.1.4.3.1")).toMatchObject({ amountHalere: 99_999 });
    const { path } = await lineOf("1.1.4.3.1");
    expect((await browser.get(`${path}/edit`)).text).toContain('value="333,33"');
    const edit = { ...right, _submission: "", name: "Nájem sálu", units: "6", version: "1" };
    expect((await browser.post(path, edit)).status).toBe(303);
    expect(await lineOf("1.1.4")).toMatchObject({ amountHalere: 199_998 });
    const late = await browser.post(path, { ...edit, name: "Jinak" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Nájem sálu");
    expect((await browser.post(`${path}/deletion`)).status).toBe(303);
    expect(await lineOf("1.1.4.3")).toMatchObject({ amountHalere: 0, isLeaf: true });
  });

  test("the grid saves one cell and hears what moved with it, what is wrong, and who was first", async () => {
    await start();
    await browser.post((await lineOf("1.2")).path, {
      name: "Paušál",
      flatRateKind: "flat-rate-54a",
      version: "1",
    });
    const { path, name, lineId } = await lineOf("1.1.4.3");
    const cell = { name, unitPrice: "1000", units: "2,5", version: "1" };
    const saved = await browser.post(path, cell, json);
    expect(saved.body).toMatchObject({
      version: 2,
      cells: { amount: "2\u00a0500,00", units: "2,5" },
    });
    expect(saved.body.moved[String((await lineOf("1")).lineId)]).toBe("2\u00a0675,00");
    expect(saved.body.moved[String((await lineOf("1.2")).lineId)]).toBe("175,00");
    expect(saved.body.moved[String(lineId)]).toBeUndefined();
    expect(saved.body.totals).toMatchObject({ eligible: "2\u00a0675,00\u00a0Kč" });
    const refused = await browser.post(path, { ...cell, units: "1,00001", version: "2" }, json);
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ["units"]]);
    const late = await browser.post(path, cell, json);
    expect([late.status, late.body.version, late.body.values.units]).toEqual([409, 2, "2,5"]);
    const statements = await statementsOf(app.db, () =>
      browser.post(path, { ...cell, units: "3", version: "2" }, json),
    );
    expect(statements.length).toBeLessThanOrEqual(12);
  });

  test("a pasted block is shown with its faults by row and saved whole or not at all", async () => {
    await start();
    const wrong =
      "Kód\tNázev\tJednotka\tCena\tPočet\n1.1.4.3.1\tNájem\tden\t100\t2\n1.1.9.1\tNěco\tks\t2.200\t1";
    const preview = await browser.post(`${at}/pastes`, { lines: wrong });
    expect(preview.text).toContain("Jeden řádek je třeba opravit");
    expect(preview.text).toContain("chybí nadřazená kapitola 1.1.9");
    const forced = await browser.post(`${at}/pastes`, { lines: wrong, isConfirmed: "true" });
    expect(forced.status).toBe(422);
    expect(await draftLines()).toHaveLength(12);
    const right = "1.1.4.3.1\tNájem\tden\t100\t2\t200,00 Kč\r\n1.1.4.3.2\tTisk\t\t\t\t1 500";
    const shown = await browser.post(`${at}/pastes`, { lines: right });
    expect(shown.text).toContain(
      "V pořádku: 2 položky. Celkové způsobilé výdaje po uložení: 1\u00a0700,00\u00a0Kč",
    );
    expect(await draftLines()).toHaveLength(12);
    const saved = await browser.post(`${at}/pastes`, { lines: right, isConfirmed: "true" });
    expect(saved.headers.location).toBe(`${at}/edit`);
    expect(await lineOf("1.1.4.3.2")).toMatchObject({ unitPriceHalere: 150_000, unitsE4: 10_000 });
    const over = { lines: right, flatRateKind: "flat-rate-54a", flatRate: "8" };
    expect((await browser.post(`${at}/pastes`, over)).text).toContain("nejvýše 7");
    expect((await browser.post(`${at}/pastes`, { lines: " " })).status).toBe(422);
  });

  test("activities are linked to a line, those of another project are not", async () => {
    await start();
    const { path } = await lineOf("1.1.4.3");
    const activityId = await createActivity(app.db, projectId, { number: "7" });
    const foreign = await createActivity(app.db, await createProject(app.db));
    const link = (id: number) => browser.post(`${path}/activities`, { activities: String(id) });
    expect((await link(foreign)).status).toBe(422);
    expect((await link(activityId)).status).toBe(303);
    expect((await browser.get(`${path}/activities/edit`)).text).toMatch(/value="\d+" checked/);
    expect((await browser.get(at)).text).toContain("Aktivity: KA7");
  });

  test("the version in force is shown with what is drawn of it; a draft only where it is asked for", async () => {
    const first = await createBudgetVersion(app.db, projectId, {
      eligible_halere: 107_000,
      direct_halere: 100_000,
      flat_halere: 7_000,
    });
    const key = { projectId, versionId: first.versionId };
    const chapter = { is_leaf: false };
    const root = await createBudgetLine(app.db, key, {
      ...{ code: "1", name: "Vše", category: "eligible", amount_halere: 107_000 },
      ...chapter,
    });
    const direct = await createBudgetLine(app.db, key, {
      ...{ code: "1.1", name: "Přímé", amount_halere: 100_000, parent_line_id: root },
      ...chapter,
    });
    const lineId = await createBudgetLine(app.db, key, {
      ...{ code: "1.1.4", name: "Služby", amount_halere: 100_000, parent_line_id: direct },
    });
    await createBudgetLine(app.db, key, {
      ...{ code: "1.2", name: "Paušál", category: "flat-rate", amount_halere: 7_000 },
      ...{ parent_line_id: root, flat_rate_kind: "flat-rate-54a", flat_rate_bp: 700 },
    });
    await createExpenditure(app.db, projectId, { budget_line_id: lineId, amount_halere: 120_000 });
    const page = await browser.get(at);
    expect(page.text).toContain("platný rozpočet");
    expect(page.text).toContain("Položka 1.1.4 Služby je přečerpána o 200,00\u00a0Kč");
    // With the flat rate that the direct costs bring.
    expect(page.text).toContain("1\u00a0284,00\u00a0Kč / 1\u00a0070,00\u00a0Kč");
    expect((await browser.get(`${at}/edit`)).status).toBe(409);
    await createBudgetVersion(app.db, projectId, { state: "draft" });
    expect((await browser.get(at)).text).toContain("Otevřít návrh");
    expect((await browser.get(`${at}?version=2`)).text).toContain("Zobrazit platný rozpočet");
    expect((await browser.get(`${at}?version=9`)).status).toBe(404);
    const reader = await memberOf(projectId, "reader");
    expect((await reader.get(at)).text).not.toContain("Pokračovat v návrhu");
    expect((await statementsOf(app.db, () => browser.get(at))).length).toBeLessThanOrEqual(14);
  });

  test("a line of another project is nobody's here", async () => {
    await start();
    const foreign = await createProject(app.db);
    const { versionId } = await createBudgetVersion(app.db, foreign, { state: "draft" });
    const lineId = await createBudgetLine(app.db, { projectId: foreign, versionId });
    expect((await browser.get(`${at}/lines/${lineId}/edit`)).status).toBe(404);
    expect((await browser.post(`${at}/lines/${lineId}/deletion`)).status).toBe(404);
  });
});
