import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createPeriod,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";

const AT = "2026-01-05T08:00:00.000Z";

describe.each(engines)("sources of a project on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let browser: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db, { total_halere: 1_000_000 });
    browser = await member("finance");
  });
  afterEach(() => app.close());

  const member = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const stored = () => app.db("project_sources").where({ project_id: projectId }).orderBy("id");
  const source = (name: string, kind: string, position: number, share_ppm: number | null = null) =>
    insert(app.db, "project_sources", { project_id: projectId, name, kind, position, share_ppm });
  const planned = async (source_id: number, amount_halere: number | null) => {
    const period_id = await createPeriod(app.db, projectId);
    const fact = { project_id: projectId, valid_on: "2026-01-05", recorded_at: AT };
    await insert(app.db, "drawdown_plans", { period_id, source_id, amount_halere, ...fact });
  };
  const address = () => `/projects/${projectId}/funding/sources`;
  const rows = (...sources: [id: number | string, kind: string, name: string, share: string][]) =>
    Object.fromEntries(
      sources.flatMap(([id, kind, name, share], index) => [
        [`source${index + 1}Id`, String(id)],
        [`source${index + 1}Kind`, kind],
        [`source${index + 1}Name`, name],
        [`source${index + 1}Share`, share],
      ]),
    );

  test("keep what they are when they are called otherwise, moved and given a share", async () => {
    const [eu, region] = [await source("ESF", "eu", 1), await source("Kraj", "region", 2)];
    const answer = await browser.post(address(), {
      version: "1",
      ...rows([region, "region", "Liberecký kraj", "23,265"], [eu, "eu", "ESF+", "76,735"]),
    });
    expect(answer.status).toBe(303);
    expect(await stored()).toMatchObject([
      { id: eu, name: "ESF+", share_ppm: 767_350, position: 2 },
      { id: region, name: "Liberecký kraj", share_ppm: 232_650, position: 1 },
    ]);
    const history = await app.db("audit_events").where({ action: "project.edited" });
    expect(history).toHaveLength(1);
  });

  test("three times 33,333 % is not a whole, and nothing of it is saved", async () => {
    const answer = await browser.post(address(), {
      version: "1",
      ...rows(["", "eu", "A", "33,333"], ["", "state", "B", "33,333"], ["", "own", "C", "33,333"]),
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Podíly dávají dohromady 99,999 %, ne 100 %.");
    expect(answer.text).toContain('value="33,333"');
    expect(await stored()).toEqual([]);
  });

  test("are asked for kind and name where they are, the spare rows for nothing", async () => {
    await source("ESF+", "eu", 1);
    const { text } = await browser.get(`${address()}/edit`);
    for (const name of ["source1Kind", "source1Name"])
      expect(text).toMatch(new RegExp(`id="${name}"[^>]* required`));
    expect(text).not.toMatch(/id="(source1Share|source2\w+)"[^>]* required/);
  });

  test("may leave a share unknown", async () => {
    const answer = await browser.post(address(), {
      version: "1",
      ...rows(["", "eu", "ESF+", "76,735"], ["", "state", "Stát", ""]),
    });
    expect(answer.status).toBe(303);
    expect((await stored()).map(({ share_ppm }) => share_ppm)).toEqual([767_350, null]);
  });

  test.each([
    ["a share over the whole", rows(["", "eu", "ESF+", "100,0001"]), "nejvýše 100"],
    [
      "shares over the whole",
      rows(["", "eu", "A", "60"], ["", "own", "B", "41"]),
      "přesahují 100 %",
    ],
    ["a negative share", rows(["", "eu", "ESF+", "-5"]), "alespoň 0"],
    ["a share without a name", rows(["", "eu", "", "100"]), "Vyplňte toto pole."],
    ["a name without a kind", rows(["", "", "ESF+", ""]), "Vyplňte toto pole."],
    ["an unknown kind", rows(["", "fund", "ESF+", ""]), "Vyberte jednu z nabízených možností."],
    ["a name of ten thousand signs", rows(["", "eu", "x".repeat(10_000), ""]), "nejvýše 120"],
    [
      "a source of nobody",
      rows([999_999, "eu", "ESF+", ""]),
      "Vyberte jednu z nabízených možností.",
    ],
  ])("refuse %s", async (_what, fields, message) => {
    const answer = await browser.post(address(), { version: "1", ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(await stored()).toEqual([]);
  });

  test("a source of another project is nobody's here", async () => {
    const project_id = await createProject(app.db);
    const foreign = { project_id, name: "ESF", kind: "eu", position: 1 };
    const id = await insert(app.db, "project_sources", foreign);
    const answer = await browser.post(address(), { version: "1", ...rows([id, "eu", "Můj", ""]) });
    expect(answer.status).toBe(422);
    expect(await app.db("project_sources").where({ id }).first()).toMatchObject({ name: "ESF" });
  });

  test("one that is planned of does not disappear silently, neither here nor with the record", async () => {
    const [eu, own] = [await source("ESF+", "eu", 1), await source("Kraj", "own", 2)];
    await planned(own, 50_000);
    const gone = { version: "1", ...rows([eu, "eu", "ESF+", ""], [own, "", "", ""]) };
    const answer = await browser.post(address(), gone);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Ze zdroje je naplánováno čerpání.");
    const manager = await member("manager");
    const record = {
      ...{ title: "Podpora", shortName: "P", programme: "OPZ+", phase: "running" },
      ...{ startsOn: "2025-01-01", endsOn: "2027-12-31" },
    };
    expect((await manager.post(`/projects/${projectId}`, { ...record, ...gone })).status).toBe(422);
    expect(await stored()).toHaveLength(2);
  });

  test("one whose plan was taken back leaves the project and stays among the facts", async () => {
    const own = await source("Kraj", "own", 1);
    await planned(own, null);
    expect((await browser.post(address(), { version: "1" })).status).toBe(303);
    expect((await stored())[0]?.archived_at).not.toBeNull();
    expect((await browser.get(address().replace("sources", "sources/edit"))).text).not.toContain(
      "Kraj",
    );
  });

  test("one nobody planned of is gone for good", async () => {
    await source("Kraj", "own", 1);
    expect((await browser.post(address(), { version: "1" })).status).toBe(303);
    expect(await stored()).toEqual([]);
  });

  test("the second of two editors is told what the first one saved", async () => {
    const own = await source("Kraj", "own", 1);
    const first = { version: "1", ...rows([own, "own", "Liberecký kraj", ""]) };
    expect((await browser.post(address(), first)).status).toBe(303);
    const answer = await browser.post(address(), {
      version: "1",
      ...rows([own, "own", "Město", ""]),
    });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Liberecký kraj");
  });

  test("the form sent twice saves once", async () => {
    const fields = {
      _submission: "6f1f0c2e-2b8f-4a50-9d7f-3a2b1c0d9e8f",
      version: "1",
      ...rows(["", "eu", "ESF+", ""]),
    };
    await browser.post(address(), fields);
    expect((await browser.post(address(), fields)).status).toBe(303);
    expect(await stored()).toHaveLength(1);
  });

  test("readers and strangers do not change them", async () => {
    expect((await (await member("reader")).post(address(), { version: "1" })).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.post(address(), { version: "1" })).status).toBe(404);
  });

  test("the total of a project cannot fall under what was spent", async () => {
    await createExpenditure(app.db, projectId, { amount_halere: 900_000 });
    const manager = await member("manager");
    const record = {
      ...{ title: "Podpora", shortName: "P", programme: "OPZ+", phase: "running", version: "1" },
      ...{ startsOn: "2025-01-01", endsOn: "2027-12-31" },
    };
    const less = await manager.post(`/projects/${projectId}`, { ...record, total: "8 999,99" });
    expect(less.status).toBe(422);
    expect(less.text).toMatch(/Vyčerpáno už je 9\s000,00\sKč; méně projekt mít nemůže/);
    expect(
      (await manager.post(`/projects/${projectId}`, { ...record, total: "9 000" })).status,
    ).toBe(303);
    expect(await app.db("drawdown_totals").where({ project_id: projectId }).first()).toMatchObject({
      cap_halere: 900_000,
      recorded_halere: 900_000,
    });
  });
});
