import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { foldText } from "../../../../server/values/fold.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the list of projects on %s", (engine) => {
  let app: TestApp;
  let administrator: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    administrator = await createUser(app.db, { is_administrator: true });
  });
  afterEach(() => app.close());

  const project = (given: Record<string, unknown>) => {
    const title = String(given.title);
    return createProject(app.db, { search_text: foldText(title), short_name: title, ...given });
  };
  const names = (page: { text: string }) =>
    [...page.text.matchAll(/<a href="\/projects\/\d+">([^<]+)<\/a>/g)].map(([, name]) => name);

  test("shows each project's figures, its nearest deadline and what is overdue", async () => {
    const id = await project({
      title: "Reforma péče",
      starts_on: "2025-03-03",
      ends_on: "2027-03-02",
      total_halere: 1_000_000,
    });
    await app.db("project_totals").where({ project_id: id }).update({
      physical_bp: 3_150,
      indicators_bp: 4_200,
      spent_halere: 250_000,
      health: "at-risk",
      health_on: "2026-02-15",
    });
    await createMilestone(app.db, id, { due_on: "2026-02-28", title: "Plakát" });
    await createMilestone(app.db, id, { due_on: "2026-02-20", done_on: "2026-02-20" });
    await createMilestone(app.db, id, { due_on: "2026-03-31", title: "Zpráva o realizaci" });
    await createMilestone(app.db, id, { due_on: "2026-03-20", cancelled_on: "2026-01-01" });
    const manager = await createUser(app.db, { name: "Alena Dvořáková" });
    await addMember(app.db, { projectId: id, userId: manager });

    const page = await (await app.signedInAs(administrator)).get("/projects");

    expect(page.status).toBe(200);
    for (const figure of ["50 %", "32 %", "42 %", "25 %", "Ohroženo", "k 15.\u00a02."]) {
      expect(page.text).toContain(figure.replace(" %", "\u00a0%"));
    }
    expect(page.text).toContain("Zpráva o realizaci");
    expect(page.text).toContain("1 po termínu");
    expect(page.text).toContain("Alena Dvořáková");
  });

  test("is sorted as Czechs sort and finds words by their beginning without diacritics", async () => {
    for (const title of ["Chata", "Hora", "Čaj pro seniory", "Cesta domů", "Šetření"]) {
      await project({ title });
    }
    const browser = await app.signedInAs(administrator);
    expect(names(await browser.get("/projects"))).toEqual([
      "Cesta domů",
      "Čaj pro seniory",
      "Hora",
      "Chata",
      "Šetření",
    ]);
    expect(names(await browser.get("/projects?q=SETR"))).toEqual(["Šetření"]);
    expect(names(await browser.get("/projects?q=senior+caj"))).toEqual(["Čaj pro seniory"]);
    expect(names(await browser.get("/projects?q=eniory"))).toEqual([]);
    expect(names(await browser.get("/projects?q=%25"))).toEqual([]);
    const nothing = await browser.get("/projects?q=autobus");
    expect(nothing.text).toContain("Filtru neodpovídá žádný projekt.");
  });

  test("is narrowed by phase, status, programme, department, manager, mine, favourite and archive", async () => {
    const first = await project({ title: "Alfa", department: "Sociální věci", programme: "OPZ" });
    const second = await project({ title: "Beta", phase: "idea" });
    await project({ title: "Gama", archived_at: "2026-02-20T08:00:00.000Z" });
    await app.db("project_totals").where({ project_id: first }).update({ health: "off-track" });
    await addMember(app.db, { projectId: first, userId: administrator, role: "reader" });
    const manager = await createUser(app.db);
    await addMember(app.db, { projectId: second, userId: manager });
    const browser = await app.signedInAs(administrator);
    await browser.post(`/projects/${second}/favourite`);

    const found = async (query: string) => names(await browser.get(`/projects?${query}`));
    expect(await found("phase=idea")).toEqual(["Beta"]);
    expect(await found("health=off-track")).toEqual(["Alfa"]);
    expect(await found("health=none")).toEqual(["Beta"]);
    expect(await found("programme=OPZ")).toEqual(["Alfa"]);
    expect(await found(`department=${encodeURIComponent("Sociální věci")}`)).toEqual(["Alfa"]);
    expect(await found(`manager=${manager}`)).toEqual(["Beta"]);
    expect(await found("mine=true")).toEqual(["Alfa"]);
    expect(await found("favourite=true")).toEqual(["Beta"]);
    expect(await found("archived=true")).toEqual(["Gama"]);
    expect(await found("phase=nonsense&health=1&manager=x&sort=;drop&page=-4")).toEqual([
      "Alfa",
      "Beta",
    ]);
  });

  test("is sorted by any figure, projects without it last", async () => {
    const [a, b] = [await project({ title: "A" }), await project({ title: "B" })];
    await project({ title: "C" });
    const totals = (id: number, row: object) =>
      app.db("project_totals").where({ project_id: id }).update(row);
    await totals(a, { physical_bp: 10, indicators_bp: 900, health: "on-track" });
    await totals(b, { physical_bp: 90, indicators_bp: 100, health: "off-track" });
    await createMilestone(app.db, a, { due_on: "2026-05-01" });
    await createMilestone(app.db, b, { due_on: "2026-04-01" });
    const browser = await app.signedInAs(administrator);
    const sorted = async (sort: string) =>
      names(await browser.get(`/projects?sort=${sort}`)).join("");
    expect(await sorted("physical")).toBe("ABC");
    expect(await sorted("-physical")).toBe("BAC");
    expect(await sorted("indicators")).toBe("BAC");
    expect(await sorted("health")).toBe("BCA");
    expect(await sorted("deadline")).toBe("BAC");
    expect(await sorted("-name")).toBe("CBA");

    const late = await project({ title: "D" });
    await createMilestone(app.db, late, { due_on: "2026-01-05" });
    expect(await sorted("health")).toBe("BDCA");
  });

  test("holds only what is within reach", async () => {
    const mine = await project({ title: "Můj" });
    await project({ title: "Cizí" });
    const member = await createUser(app.db);
    await addMember(app.db, { projectId: mine, userId: member, role: "coordinator" });
    expect(names(await (await app.signedInAs(member)).get("/projects"))).toEqual(["Můj"]);
    const newcomer = await createUser(app.db);
    const empty = await (await app.signedInAs(newcomer)).get("/projects");
    expect(empty.text).toContain("Zatím tu není žádný projekt.");
    expect(empty.text).not.toContain('href="/projects/new"');
  });

  test("pages by 50 and asks the database as much for 3 projects as for 120", async () => {
    for (let n = 0; n < 3; n += 1) await project({ title: `Projekt ${n}` });
    const browser = await app.signedInAs(administrator);
    const few = await statementsOf(app.db, async () => browser.get("/projects"));
    for (let n = 3; n < 120; n += 1) await project({ title: `Projekt ${n}` });
    const many = await statementsOf(app.db, async () => browser.get("/projects"));
    // The session, the page of the list; nothing for each row.
    expect(few.length).toBeLessThanOrEqual(3);
    expect(many).toEqual(few);

    const second = await browser.get("/projects?page=3&sort=-name");
    expect(names(second)).toHaveLength(20);
    expect(second.text).toContain("101–120 z 120 projektů");
    expect((await browser.get("/projects?page=9")).headers.location).toBe("/projects");
  });

  test("is downloaded as a workbook", async () => {
    await project({ title: "Alfa" });
    const answer = await (await app.signedInAs(administrator)).get("/projects?format=xlsx");
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toContain("spreadsheetml");
    expect(answer.headers["content-disposition"]).toContain("projekty.xlsx");
  });
});
