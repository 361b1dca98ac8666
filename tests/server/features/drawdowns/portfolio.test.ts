import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refreshDrawdownTotals } from "../../../../server/features/drawdowns/service.ts";
import { foldText } from "../../../../server/values/fold.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("budgets of all projects on %s", (engine) => {
  let app: TestApp;
  let userId: number;
  let browser: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    userId = await createUser(app.db);
    browser = await app.signedInAs(userId);
  });
  afterEach(() => app.close());

  const project = async (title: string, total: number | null, spent = 0) => {
    const projectId = await createProject(app.db, {
      ...{ title, short_name: title, search_text: foldText(title), total_halere: total },
      department: "Odbor sociálních věcí",
    });
    await addMember(app.db, { projectId, userId, role: "reader" });
    if (spent > 0) await createExpenditure(app.db, projectId, { amount_halere: spent });
    await app.db.transaction((trx) => refreshDrawdownTotals(trx, projectId));
    return projectId;
  };
  const page = async (query = "") => {
    const answer = await browser.get(`/budgets${query}`);
    expect(answer.status).toBe(200);
    return answer.text.replaceAll("\u00a0", " ");
  };
  const order = (text: string, ...names: string[]) =>
    names.toSorted((a, b) => text.indexOf(`>${a}</a>`) - text.indexOf(`>${b}</a>`));

  test("sum what is within reach and nothing else", async () => {
    await project("Alfa", 1_579_560_005, 100_001);
    await project("Beta", 972_945_624, 200_002);
    await createProject(app.db, { title: "Cizí", total_halere: 500 });
    const text = await page();
    expect(text).not.toContain("Cizí");
    expect(text).toContain("25 525 056,29 Kč");
    expect(text).toContain("3 000,03 Kč");
  });

  test("sum all projects chosen, also those of other pages", async () => {
    for (let n = 0; n < 52; n += 1) await project(`Projekt ${n}`, 1_000_00);
    const text = await page("?page=2");
    expect(text).toContain("51–52 z 52");
    expect(text).toContain("52 000,00 Kč");
  });

  test("are narrowed by words, phase and department, and sorted by any column", async () => {
    await project("Podpora pečujících", 1_000_000, 900_000);
    await project("Kvalita služeb", 2_000_000, 100_000);
    expect(await page("?q=pecuj")).not.toContain("Kvalita služeb");
    expect(await page("?phase=finished")).toContain("Filtru neodpovídá žádný projekt.");
    expect(await page("?department=Odbor%20soci%C3%A1ln%C3%ADch%20v%C4%9Bc%C3%AD")).toContain(
      "Kvalita",
    );
    const names = ["Kvalita služeb", "Podpora pečujících"];
    expect(order(await page("?sort=spent"), ...names)).toEqual(names);
    expect(order(await page("?sort=-spent"), ...names)).toEqual(names.toReversed());
    for (const sort of ["name", "cap", "claimed", "approved", "cut", "received", "end", "moc"])
      expect(await page(`?sort=-${sort}`)).toContain("Kvalita služeb");
  });

  test("say what is not known, and what is only declared", async () => {
    const projectId = await project("Bez rozpočtu", null);
    expect(await page()).toContain("neuvedeno");
    const fact = { valid_on: "2026-01-31", recorded_at: "2026-02-01T08:00:00.000Z" };
    await insert(app.db, "project_spends", {
      project_id: projectId,
      spent_halere: 55_500,
      ...fact,
    });
    await app.db.transaction((trx) => refreshDrawdownTotals(trx, projectId));
    const text = await page();
    expect(text).toContain("555 Kč");
    expect(text).toContain("zapsaný součet");
  });

  test("are a workbook with amounts as numbers", async () => {
    await project("Alfa", 1_579_560_005, 100_001);
    const answer = await browser.get("/budgets?format=xlsx").responseType("blob");
    const [sheet] = await readXlsxFile(answer.body);
    const rows = (sheet as unknown as { data: unknown[][] }).data;
    expect(rows[1]).toContain(15_795_600.05);
    expect(rows[1]).toContain(1_000.01);
  });

  test("take one query for the money of however many projects", async () => {
    await project("Alfa", 100);
    const few = await statementsOf(app.db, () => page());
    for (let n = 0; n < 10; n += 1) await project(`Projekt ${n}`, 100);
    const many = await statementsOf(app.db, () => page());
    expect(many).toHaveLength(few.length);
    expect(many.filter((sql) => sql.includes("drawdown_totals"))).toHaveLength(1);
  });

  test("an empty reach says so", async () => {
    expect(await page()).toContain("Zatím žádný projekt.");
  });
});
