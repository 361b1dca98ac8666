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

describe.each(engines)("the plan of drawdown on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let browser: Browser;
  let sources: number[];
  let periods: number[];
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db, { total_halere: 1_000_000 });
    sources = [await source("ESF+", "eu", 767_350), await source("Kraj", "region", 232_650)];
    periods = [
      await createPeriod(app.db, projectId),
      await createPeriod(app.db, projectId, {
        number: 2,
        starts_on: "2025-07-01",
        ends_on: "2025-12-31",
      }),
    ];
    browser = await member("finance");
  });
  afterEach(() => app.close());

  const source = (name: string, kind: string, share_ppm: number | null) =>
    insert(app.db, "project_sources", {
      project_id: projectId,
      name,
      kind,
      position: 1,
      share_ppm,
    });
  const member = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const stored = () => app.db("drawdown_plans").where({ project_id: projectId }).orderBy("id");
  const amounts = async () => (await stored()).map((row) => row.amount_halere);
  const address = () => `/projects/${projectId}/funding/plan`;
  const row = (index: number, first: string, second: string, total: string) => ({
    [`plan-${periods[index]}-${sources[0]}`]: first,
    [`plan-${periods[index]}-${sources[1]}`]: second,
    [`total-${periods[index]}`]: total,
  });
  const save = (version: string, ...rows: Record<string, string>[]) =>
    browser.post(address(), { version, ...Object.assign({}, ...rows) });
  const page = async () => (await browser.get(`/projects/${projectId}/funding`)).text;

  test("splits the total of a period by shares to the haléř", async () => {
    expect((await save("1", row(0, "", "", "333,33"))).status).toBe(303);
    expect(await amounts()).toEqual([25_578, 7_755]);
    expect(await page()).toContain("Do celku chybí 9\u00a0666,67\u00a0Kč.");
  });

  test("takes amounts of sources as they are typed, and says when they make the whole", async () => {
    await save("1", row(0, "1000", "", ""), row(1, "8 000", "1 000,00", "9 000"));
    expect(await amounts()).toEqual([100_000, 800_000, 100_000]);
    expect(await page()).toContain("Plán odpovídá celkovým způsobilým výdajům.");
  });

  test("an unchanged amount leaves no row, a cleared one takes back what was planned", async () => {
    await save("1", row(0, "100", "200", ""), row(1, "", "5", ""));
    await save("4", row(0, "100", "", "300"), row(1, "", "5", "5"));
    expect(await amounts()).toEqual([10_000, 20_000, 500, null]);
    expect((await save("5", row(0, "100", "", "100"), row(1, "", "5", "5"))).status).toBe(303);
    expect(await stored()).toHaveLength(4);
  });

  test("a changed total alone is split anew, and a cleared one clears its period", async () => {
    await save("1", row(0, "100", "200", ""));
    await save("3", row(0, "100", "200", "1 000"));
    expect((await amounts()).slice(2)).toEqual([76_735, 23_265]);
    await save("5", row(0, "767,35", "232,65", ""));
    expect((await amounts()).slice(4)).toEqual([null, null]);
    expect(await page()).toContain("Čerpání zatím není naplánováno.");
  });

  test("a total that differs from amounts typed with it is asked about, nothing is saved", async () => {
    const answer = await save("1", row(0, "100", "200", "400"), row(1, "1", "", ""));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Částky zdrojů dávají 300,00 Kč.");
    expect(answer.text).toContain('value="400"');
    expect(await stored()).toEqual([]);
  });

  test("a total is never split while the shares do not make the whole", async () => {
    await app.db("project_sources").where({ id: sources[1] }).update({ share_ppm: 232_649 });
    const answer = await save("1", row(0, "", "", "400"));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Součet nelze rozdělit");
    expect(await page()).toContain("Podíly dávají dohromady 99,9999\u00a0%, chybí 0,0001\u00a0%.");
  });

  test.each([
    ["2.200", "Částka není jednoznačná"],
    ["-5", "Zadejte částku v korunách"],
    ["5 EUR", "Zadejte částku v korunách"],
    ["1,234", "Částka není jednoznačná"],
    ["moc", "Zadejte částku v korunách"],
  ])("%s is refused in its own cell and stays there", async (typed, message) => {
    const answer = await save("1", row(0, typed, "10", ""));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain(`value="${typed}"`);
    expect(await stored()).toEqual([]);
  });

  test("the second of two editors is told what the first one planned", async () => {
    await save("1", row(0, "100", "", ""));
    const answer = await save("1", row(0, "150", "", ""));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("100,00");
    expect(await amounts()).toEqual([10_000]);
  });

  test("the form sent twice plans once, and columns of others change nothing", async () => {
    const nonce = "6f1f0c2e-2b8f-4a50-9d7f-3a2b1c0d9e8f";
    const fields = {
      _submission: nonce,
      version: "1",
      "plan-999-999": "7",
      ...row(0, "1", "", ""),
    };
    await browser.post(address(), fields);
    expect((await browser.post(address(), fields)).status).toBe(303);
    expect(await amounts()).toEqual([100]);
  });

  test("is shown as it was known on an earlier day", async () => {
    await save("1", row(0, "100", "", ""));
    app.clock.advanceDays(10);
    browser = await member("finance");
    await save("2", row(0, "250", "", "100"));
    const then = await browser.get(`/projects/${projectId}/funding?asOf=2026-03-05`);
    expect(then.text).toContain("100,00\u00a0Kč");
    expect(then.text).not.toContain("250,00\u00a0Kč");
    expect(await page()).toContain("250,00\u00a0Kč");
  });

  test("readers see it and change nothing, strangers find nothing", async () => {
    const reader = await member("reader");
    expect((await reader.get(`/projects/${projectId}/funding`)).status).toBe(200);
    expect((await reader.get(`${address()}/edit`)).status).toBe(403);
    expect((await reader.post(address(), { version: "1" })).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`/projects/${projectId}/funding`)).status).toBe(404);
    expect((await stranger.post(address(), { version: "1" })).status).toBe(404);
  });

  test("a grid of a project without periods says what is missing", async () => {
    await app.db("monitoring_periods").where({ project_id: projectId }).delete();
    expect(await page()).toContain("Projekt nemá sledovaná období");
  });
});
