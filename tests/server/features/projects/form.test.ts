import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";

const NUMBER = "CZ.03.02.02/00/22_006/0001329";

describe.each(engines)("the form of a project on %s", (engine) => {
  let app: TestApp;
  let founder: number;
  let browser: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    await seedCatalogues(app.db, app.clock.now());
    founder = await createUser(app.db, { name: "Jana Nová", is_founder: true });
    browser = await app.signedInAs(founder);
  });
  afterEach(() => app.close());

  const itemId = async (code: string) =>
    String((await app.db("code_list_items").where({ code }).first("id")).id);
  const least = {
    title: "Podpora procesů",
    shortName: "Procesy",
    programme: "OPZ+",
    startsOn: "2023-05-01",
    endsOn: "2026-04-30",
    phase: "running",
  };
  const stored = (id: number) => app.db("projects").where({ id }).first();
  const idOf = (answer: { headers: Record<string, string> }) =>
    Number(/\/projects\/(\d+)$/.exec(answer.headers.location ?? "")?.[1]);

  test("founds a project with everything, of which the founder becomes manager", async () => {
    const answer = await browser.post("/projects", {
      ...least,
      registrationNumber: "CZ 03.02.02/00/22_006/ 0001329",
      priorityAxis: "2.2",
      callName: "Podpora procesů ve službách – kraje",
      beneficiaryName: "Liberecký kraj",
      beneficiaryIco: "708 91 508",
      department: "Odbor sociálních věcí",
      districts: [await itemId("CZ0513"), await itemId("CZ0511")],
      municipalities: await itemId("5105"),
      targetGroups: [await itemId("social-workers")],
      vision: "Zvýšit kvalitu života.",
      goals: "Podpora spolupráce\r\n\r\nPodpora multidisciplinarity\n",
      decidedOn: "1. 4. 2023",
      total: "15.795.600,05 Kč",
      source1Kind: "eu",
      source1Name: "ESF+",
      source1Share: "76,735",
      source2Kind: "state",
      source2Name: "Státní rozpočet",
      source2Share: "",
      source4Kind: "region",
      source4Name: "Liberecký kraj",
      source4Share: "5",
      partner1Name: "Fokus Liberec",
      partner1HasFunds: "true",
      partner2Name: "LIBERECKÝ KRAJ",
    });
    expect(answer.status).toBe(303);
    const id = idOf(answer);
    expect(await stored(id)).toMatchObject({
      title: "Podpora procesů",
      registration_number: NUMBER,
      call_number: "03_22_006",
      total_halere: 1_579_560_005,
      decided_on: "2023-04-01",
      phase: "running",
      version: 1,
    });
    const goals = await app.db("project_goals").where({ project_id: id }).orderBy("position");
    expect(goals.map(({ goal }) => goal)).toEqual([
      "Podpora spolupráce",
      "Podpora multidisciplinarity",
    ]);
    const sources = await app.db("project_sources").where({ project_id: id }).orderBy("position");
    expect(sources.map(({ kind, share_ppm }) => [kind, share_ppm])).toEqual([
      ["eu", 767_350],
      ["state", null],
      ["region", 50_000],
    ]);
    const organisations = await app.db("organisations").orderBy("id").select("name", "ico");
    expect(organisations).toEqual([
      { name: "Liberecký kraj", ico: "70891508" },
      { name: "Fokus Liberec", ico: null },
    ]);
    expect(await app.db("project_code_items").where({ project_id: id })).toHaveLength(4);
    expect(await app.db("memberships").where({ project_id: id })).toMatchObject([
      { user_id: founder, role: "manager" },
    ]);
    expect(await app.db("project_totals").where({ project_id: id })).toHaveLength(1);
    expect((await browser.get(`/projects/${id}/edit`)).text).toContain('value="76,735"');
  });

  test("is content with a title, a short name and the dates", async () => {
    const answer = await browser.post("/projects", least);
    expect(answer.status).toBe(303);
    expect(await stored(idOf(answer))).toMatchObject({
      registration_number: null,
      call_number: null,
      total_halere: null,
      beneficiary_id: null,
    });
  });

  test.each([
    ["title", { title: " " }, "Vyplňte toto pole."],
    ["title", { title: "x".repeat(10_000) }, "nejvýše 300 znaků"],
    ["title", { title: ["a", "b"] }, "Zadejte jedinou hodnotu."],
    ["registrationNumber", { registrationNumber: "22_006/1329" }, "ve tvaru CZ.03.02.02"],
    ["programme", { programme: "OP VVV" }, "Vyberte jednu z nabízených možností."],
    ["startsOn", { startsOn: "2023-02-31" }, "Zadejte skutečné datum"],
    ["startsOn", { startsOn: "" }, "Vyplňte toto pole."],
    ["endsOn", { endsOn: "2023-04-30" }, "Konec nesmí být před začátkem."],
    ["decidedOn", { decidedOn: "31. 2. 2023" }, "Zadejte skutečné datum"],
    ["total", { total: "moc" }, "Zadejte částku v korunách"],
    ["total", { total: "2.200" }, "Částka není jednoznačná"],
    ["phase", { phase: "hotovo" }, "Vyberte jednu z nabízených možností."],
    ["districts", { districts: "999999" }, "Vyberte jednu z nabízených možností."],
    ["beneficiaryIco", { beneficiaryIco: "12345678" }, "Zadejte IČO o osmi číslicích"],
    ["beneficiaryName", { beneficiaryIco: "70891508" }, "Vyplňte toto pole."],
    ["source1Name", { source1Kind: "eu", source1Share: "85" }, "Vyplňte toto pole."],
    ["source1Kind", { source1Name: "ESF+" }, "Vyplňte toto pole."],
    ["source1Share", { source1Kind: "eu", source1Name: "E", source1Share: "101" }, "nejvýše 100"],
    ["source1Share", { source1Kind: "eu", source1Name: "E", source1Share: "a" }, "Zadejte číslo"],
    ["partner1Name", { partner1Ico: "70891508" }, "Vyplňte toto pole."],
  ])(
    "objects to %s (%j), keeps what was typed and saves nothing",
    async (field, typed, message) => {
      const answer = await browser.post("/projects", { ...least, vision: "Moje vize", ...typed });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toContain(message);
      expect(answer.text).toContain("Moje vize");
      expect(await app.db("projects")).toHaveLength(0);
      expect(await app.db("organisations")).toHaveLength(0);
    },
  );

  test("refuses shares over a hundred per cent and a number that another project has", async () => {
    await createProject(app.db, { registration_number: NUMBER });
    const shares = { source1Kind: "eu", source1Name: "E", source1Share: "95,0001" };
    const over = await browser.post("/projects", {
      ...least,
      ...shares,
      ...{ source2Kind: "own", source2Name: "V", source2Share: "5" },
    });
    expect(over.text).toContain("Podíly dohromady přesahují 100 %.");
    expect(over.text).toContain('href="#source2Share"');
    const taken = await browser.post("/projects", { ...least, registrationNumber: NUMBER });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain("Tato hodnota už je použita.");
  });

  test("sent twice founds one project", async () => {
    const twice = { ...least, _submission: "0b6f6c9e-6a53-4c5e-9c7a-1f0f3a2b4c5d" };
    const first = await browser.post("/projects", twice);
    const second = await browser.post("/projects", twice);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await app.db("projects")).toHaveLength(1);
  });

  test("takes no column that it does not ask for", async () => {
    const answer = await browser.post("/projects", {
      ...least,
      is_example: "true",
      isExample: "true",
      archived_at: "2026-01-01",
      id: "77",
      version: "9",
    });
    const project = await stored(idOf(answer));
    expect(project).toMatchObject({ version: 1, archived_at: null });
    expect(Boolean(project.is_example)).toBe(false);
    expect(project.id).not.toBe(77);
  });

  test("edits what it showed and tells the history what changed", async () => {
    const id = idOf(
      await browser.post("/projects", { ...least, partner1Name: "Fokus", goals: "Spolupráce" }),
    );
    const answer = await browser.post(`/projects/${id}`, {
      ...least,
      version: "1",
      phase: "finished",
      total: "1 000",
      partner1Name: "Fokus",
      partner2Name: "Centrum",
      goals: "Spolupráce\nMetodika",
    });
    expect(answer.status).toBe(303);
    expect(await stored(id)).toMatchObject({ version: 2, phase: "finished" });
    const event = await app.db("audit_events").where({ action: "project.edited" }).first();
    expect(JSON.parse(event.changes)).toEqual({
      phase: ["running", "finished"],
      totalHalere: [null, 100_000],
      partners: [["Fokus"], ["Fokus", "Centrum"]],
      goals: [["Spolupráce"], ["Spolupráce", "Metodika"]],
    });
  });

  test("shows the second of two editors both texts and loses neither", async () => {
    const id = idOf(await browser.post("/projects", least));
    await browser.post(`/projects/${id}`, { ...least, version: "1", vision: "První znění" });
    const second = await browser.post(`/projects/${id}`, {
      ...least,
      version: "1",
      vision: "Druhé znění",
    });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Druhé znění");
    expect(second.text).toContain("Mezitím uloženo jiným uživatelem: První znění");
    expect(second.text).toContain('name="version" value="2"');
    expect(await stored(id)).toMatchObject({ vision: "První znění", version: 2 });
  });

  test("is closed to those who may not: 403 in a project of theirs, 404 to a stranger", async () => {
    const id = idOf(await browser.post("/projects", least));
    const coordinator = await createUser(app.db);
    await addMember(app.db, { projectId: id, userId: coordinator, role: "coordinator" });
    const member = await app.signedInAs(coordinator);
    expect((await member.get("/projects/new")).status).toBe(403);
    expect((await member.post("/projects", least)).status).toBe(403);
    expect((await member.get(`/projects/${id}/edit`)).status).toBe(403);
    expect((await member.post(`/projects/${id}`, { ...least, version: "1" })).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`/projects/${id}/edit`)).status).toBe(404);
    expect((await stranger.post(`/projects/${id}`, { ...least, version: "1" })).status).toBe(404);
    expect((await browser.get("/projects/999999/edit")).status).toBe(404);
  });
});
