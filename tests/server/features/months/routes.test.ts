import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reportMonth } from "../../../../server/features/months/reporting/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the pages of months on %s", (engine) => {
  let house: TestApp;
  let browser: Browser;
  let userId: number;
  let projectId: number;
  let indicatorId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-05-06T08:00:00.000Z" });
    userId = await createUser(house.db, { name: "Eva Dvořáková" });
    projectId = await createProject(house.db, { short_name: "Rodiny", total_halere: 900_000_00 });
    await addMember(house.db, { projectId, userId });
    indicatorId = await createIndicator(house.db, projectId, {
      name: "Podpoření účastníci",
      target: 20,
    });
    browser = await house.signedInAs(userId);
  });
  afterEach(() => house.close());

  const value = (value: number, valid_on: string, recorded_at: string, more: object = {}) =>
    house.db("indicator_values").insert({
      ...{ indicator_id: indicatorId, value, valid_on, recorded_at, recorded_by: userId },
      ...more,
    });
  const status = (project_id: number, health: string, more: object = {}) =>
    house
      .db("project_totals")
      .where({ project_id })
      .update({ health, ...more });
  const text = async (path: string) => {
    const answer = await browser.get(path);
    expect(answer.status).toBe(200);
    return answer.text.replace(/\s+/g, " ");
  };
  const march = () => `/projects/${projectId}/months/2026-03`;

  async function reportMarch(): Promise<void> {
    house.clock.set("2026-04-07T06:00:00.000Z");
    await reportMonth(house, "2026-03");
    house.clock.set("2026-05-06T08:00:00.000Z");
  }

  test("a value of March entered in May: as reported, as known today and the correction line", async () => {
    await value(9, "2026-03-12", "2026-03-12T10:00:00.000Z");
    await reportMarch();
    await value(3, "2026-03-20", "2026-05-05T10:00:00.000Z");
    const page = await text(march());
    expect(page).toContain("Vykázáno 7. 4. 2026 8:00, verze 1.");
    expect(page).toContain("Podpoření účastníci: +3 k 20. 3. 2026");
    expect(page).toContain("5. 5. 2026 12:00");
    expect(page).toContain("Eva Dvořáková");
    const cells = [...page.matchAll(/<td class="number" data-label="([^"]*)">(.*?)<\/td>/g)].map(
      ([, label, cell]) => [label, cell?.replace(/<[^>]*>/g, "").trim()],
    );
    expect(cells).toEqual([
      ["Vykázáno za měsíc", "+9"],
      ["Dnes za měsíc", "+12"],
      ["Vykázáno celkem", "9"],
      ["Dnes celkem", "12 opraveno"],
      ["Cíl", "20"],
    ]);
    expect(page).toContain("vykázáno 45 %");
  });

  test("a correction says from what to what, and a month without any says so", async () => {
    await value(9, "2026-03-12", "2026-03-12T10:00:00.000Z");
    const [first] = await house.db("indicator_values").select("id");
    await reportMarch();
    expect(await text(march())).toContain("Od vykázání se nic nezměnilo.");
    await value(7, "2026-03-12", "2026-05-05T10:00:00.000Z", { corrects_id: first.id });
    expect(await text(march())).toContain("Podpoření účastníci: oprava 9 na 7 k 12. 3. 2026");
  });

  test("the running month is shown as known today; one to come, one outside and nonsense are missing", async () => {
    expect(await text(`/projects/${projectId}/months/2026-05`)).toContain(
      "Měsíc běží, hodnoty k 6. 5. 2026.",
    );
    for (const month of ["2026-06", "2024-12", "2026-13", "x"])
      expect((await browser.get(`/projects/${projectId}/months/${month}`)).status).toBe(404);
    expect((await browser.get("/summaries/2026-06")).status).toBe(404);
    expect((await browser.get("/summaries/kveten")).status).toBe(404);
  });

  test("the list of months tells the reported ones from the others", async () => {
    await reportMarch();
    const page = await text(`/projects/${projectId}/months`);
    expect(page.indexOf("Květen 2026")).toBeLessThan(page.indexOf("Březen 2026"));
    expect(page).toContain("vykázáno<span");
    expect(page).toContain("nevykázáno<span");
    const idea = await createProject(house.db, { starts_on: "2027-01-01" });
    await addMember(house.db, { projectId: idea, userId });
    expect(await text(`/projects/${idea}/months`)).toContain("Projekt ještě nezačal.");
  });

  test("a stranger finds no month, and sees no foreign project in the summaries", async () => {
    const stranger = await house.signedInAs(await createUser(house.db));
    await reportMarch();
    for (const path of [march(), `/projects/${projectId}/months`])
      expect((await stranger.get(path)).status).toBe(404);
    for (const path of ["/summaries/2026-05", "/summaries/2026-03", "/summaries/2026-03/sheets"]) {
      const answer = await stranger.get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain("Rodiny");
    }
    expect((await house.visitor().get(march())).status).not.toBe(200);
    const reader = await createUser(house.db);
    await addMember(house.db, { projectId, userId: reader, role: "reader" });
    expect((await (await house.signedInAs(reader)).get(march())).status).toBe(200);
  });

  test("the summary of the running month puts first where figures disagree, then the worst by managers, then by figures", async () => {
    const named = async (short_name: string, health: string | null, more: object = {}) => {
      const id = await createProject(house.db, { short_name, title: short_name, ...more });
      await addMember(house.db, { projectId: id, userId });
      if (health) await status(id, health, { indicators_bp: 9_000 });
      return id;
    };
    await status(projectId, "on-track", { indicators_bp: 9_000 });
    await named("Ohrožený", "at-risk");
    const late = await named("Opožděný", "on-track");
    await createMilestone(house.db, late, { due_on: "2026-04-01" });
    const worst = await named("Nejhorší", "off-track", { department: "Sociální" });
    await status(worst, "off-track", { decision_needed: "Povolit změnu termínu" });
    const page = await text("/summaries/2026-05");
    const table = page.slice(page.indexOf("<tbody>"));
    const places = ["Opožděný", "Nejhorší", "Ohrožený", "Rodiny"].map((name) =>
      table.indexOf(name),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(-1);
    expect(page).toContain("1 ve skluzu, 1 ohroženo");
    expect(page).toContain("Povolit změnu termínu");
    expect(page).toContain("neshoda");
    const narrowed = await text("/summaries/2026-05?department=Soci%C3%A1ln%C3%AD");
    expect(narrowed).toContain("Nejhorší");
    expect(narrowed).not.toContain("Opožděný");
    expect(await text("/summaries/2026-05?department=jin%C3%BD")).toContain(
      "Výběru neodpovídá žádný projekt.",
    );
  });

  test("a reported month is shown as it was reported, with what moved against the month before", async () => {
    const fact = { project_id: projectId, sentence: "Nabíráme.", decision_needed: null };
    await house.db("project_statuses").insert([
      { ...fact, health: "on-track", valid_on: "2026-02-20", recorded_at: "2026-02-20T10:00:00Z" },
      { ...fact, health: "at-risk", valid_on: "2026-03-20", recorded_at: "2026-03-20T10:00:00Z" },
    ]);
    await value(5, "2026-02-12", "2026-02-12T10:00:00.000Z");
    await value(4, "2026-03-12", "2026-03-12T10:00:00.000Z");
    await reportMarch();
    await value(3, "2026-03-20", "2026-05-05T10:00:00.000Z");
    const page = await text("/summaries/2026-03");
    expect(page).toContain("Neuzavřeno, vykázáno 7. 4. 2026 8:00.");
    expect(page).toContain("45 %");
    expect(page).not.toContain("60 %");
    expect(page).toMatch(/\+20 p\. b\.<span class="visually-hidden"> více/);
    expect(page).toContain("zhoršení");
    const sheets = await text("/summaries/2026-03/sheets");
    expect(sheets.match(/class="month-paper page-break"/g)).toHaveLength(1);
    expect(sheets).toContain("Nabíráme.");
  });

  test("a month that was over before it was ever reported is computed of its own facts", async () => {
    await value(9, "2026-04-12", "2026-04-12T10:00:00.000Z");
    await value(3, "2026-05-02", "2026-05-02T10:00:00.000Z");
    const page = await text("/summaries/2026-04");
    expect(page).toContain(
      "Neuzavřeno, hodnoty jsou k 6. 5. 2026 10:00. Přehled se rozešle nejpozději 6. 5. 2026.",
    );
    expect(page).toContain("45 %");
    expect(page).not.toContain("60 %");
  });

  test("come as workbooks with typed cells", async () => {
    await value(9, "2026-03-12", "2026-03-12T10:00:00.000Z");
    await reportMarch();
    const rows = async (path: string) => {
      const answer = await browser.get(path).responseType("blob");
      const [sheet] = await readXlsxFile(answer.body);
      return (sheet as { data: unknown[][] }).data;
    };
    const indicators = await rows(`${march()}?format=xlsx`);
    expect(indicators[1]?.slice(1)).toEqual([
      ...["Podpoření účastníci", "osoby", 9, 9, 9, 9, 20, 0.45],
    ]);
    const months = await rows(`/projects/${projectId}/months?format=xlsx`);
    expect(months.find(([month]) => month === "březen 2026")?.[3]).toBe(0.45);
  });

  test("ask the database as often for many projects as for one", async () => {
    await reportMarch();
    const pages = ["/summaries/2026-05", "/summaries/2026-04", "/summaries/2026-03", "/summaries"];
    const ask = async (path: string) => (await statementsOf(house.db, () => text(path))).length;
    const one: number[] = [];
    for (const path of pages) one.push(await ask(path));
    for (let n = 0; n < 12; n += 1) {
      const id = await createProject(house.db);
      await addMember(house.db, { projectId: id, userId });
      await createMilestone(house.db, id, { due_on: "2026-05-20" });
    }
    await reportMarch();
    const many: number[] = [];
    for (const path of pages) many.push(await ask(path));
    expect(many).toEqual(one);
    expect(many).toEqual([12, 35, 8, 3]);
    expect(await ask(march())).toBe(52);
  });
});
