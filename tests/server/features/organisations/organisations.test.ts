import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { czechSortKey, foldText } from "../../../../server/values/fold.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("organisations on %s", (engine) => {
  let app: TestApp;
  let founder: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    founder = await app.signedInAs(await createUser(app.db, { is_founder: true }));
  });
  afterEach(() => app.close());

  const organisation = async (name: string, ico: string | null = null): Promise<number> => {
    const names = { name, name_folded: foldText(name), sort_key: czechSortKey(name) };
    const row = { ...names, ico, created_at: app.clock.now() };
    const [inserted] = await app.db("organisations").insert(row).returning("id");
    return inserted.id;
  };
  const names = (page: { text: string }) =>
    [...page.text.matchAll(/<th scope="row" class="table__main">([^<]+)</g)].map(
      ([, name]) => name,
    );

  test("are listed with the projects that name them and found by name or number", async () => {
    const region = await organisation("Liberecký kraj", "70891508");
    const partner = await organisation("Fokus Liberec");
    await organisation("Chráněné dílny");
    const project = await createProject(app.db, { beneficiary_id: region });
    await createProject(app.db, { beneficiary_id: region, archived_at: app.clock.now() });
    await app
      .db("project_partners")
      .insert({ project_id: project, organisation_id: partner, has_funds: true });
    const page = await founder.get("/organisations");
    expect(names(page)).toEqual(["Fokus Liberec", "Chráněné dílny", "Liberecký kraj"]);
    const count = (name: string) =>
      [...(page.text.split(name)[1] ?? "").matchAll(/class="number"[^>]*>(\d+)</g)]
        .slice(0, 2)
        .map(([, n]) => n);
    expect(count(">Liberecký kraj")).toEqual(["1", "0"]);
    expect(count(">Fokus Liberec")).toEqual(["0", "1"]);
    expect(names(await founder.get("/organisations?q=KRAJ"))).toEqual(["Liberecký kraj"]);
    expect(names(await founder.get("/organisations?q=708"))).toEqual(["Liberecký kraj"]);
    const nothing = await founder.get("/organisations?q=nikdo");
    expect(nothing.text).toContain("Hledání neodpovídá žádná organizace.");
    const statements = await statementsOf(app.db, async () => founder.get("/organisations"));
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  test("are edited, and the second of two editors sees both names", async () => {
    const id = await organisation("Fokus Libérec");
    const entry = { name: "Fokus Liberec", ico: "708 91 508", version: "1" };
    expect((await founder.post(`/organisations/${id}`, entry)).status).toBe(303);
    expect(await app.db("organisations").where({ id }).first()).toMatchObject({
      name: "Fokus Liberec",
      name_folded: "fokus liberec",
      ico: "70891508",
      version: 2,
    });
    const second = await founder.post(`/organisations/${id}`, { ...entry, name: "Fokus" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Mezitím uloženo jiným uživatelem: Fokus Liberec");
  });

  test.each([
    ["name", { name: "" }, "Vyplňte toto pole."],
    ["name", { name: "x".repeat(10_000) }, "nejvýše 200 znaků"],
    ["ico", { ico: "12345678" }, "Zadejte IČO o osmi číslicích"],
    ["ico", { ico: "70891508" }, "Tato hodnota už je použita."],
  ])("keep their %s when it is wrong (%j)", async (field, typed, message) => {
    await organisation("Liberecký kraj", "70891508");
    const id = await organisation("Fokus");
    const entry = { name: "Fokus", ico: "", version: "1", ...typed };
    const answer = await founder.post(`/organisations/${id}`, entry);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain(message);
    expect(await app.db("organisations").where({ id }).first()).toMatchObject({ version: 1 });
  });

  test("are none of the business of those who found no projects", async () => {
    const id = await organisation("Fokus");
    const reader = await app.signedInAs(await createUser(app.db, { is_management: true }));
    expect((await reader.get("/organisations")).status).toBe(403);
    expect((await reader.post(`/organisations/${id}`, { name: "X", version: "1" })).status).toBe(
      403,
    );
    expect((await founder.get("/organisations/999999/edit")).status).toBe(404);
  });
});
