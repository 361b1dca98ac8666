import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { indicatorDefinitions } from "../../../../db/seeds/indicator-definitions.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

const ENTRY = {
  code: "670 999",
  nameCs: "Počet poradců",
  nameEn: "Number of advisers",
  unitCs: "osoby",
  unitEn: "persons",
  kind: "output",
  valueType: "number",
  behaviour: "increment",
  decimals: "0",
};

describe.each(engines)("the catalogue of indicators on %s", (engine) => {
  let app: TestApp;
  let administratorId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    administratorId = await createUser(app.db, { is_administrator: true });
  });
  afterEach(() => app.close());

  const url = "/admin/indicator-definitions";
  const administrator = () => app.signedInAs(administratorId);
  const all = () => app.db("indicator_definitions").orderBy("id");

  test("is filled once, codes without blanks, what is not confirmed marked so", async () => {
    await seedCatalogues(app.db, app.clock.now());
    await app
      .db("indicator_definitions")
      .where({ code: "600000" })
      .update({ name_cs: "Náš název" });
    await app.db("indicator_definitions").where({ code: "805000" }).delete();
    await app
      .db("indicator_definitions")
      .whereNull("code")
      .update({ name_cs: "Jinak nazvaná položka" });
    await seedCatalogues(app.db, app.clock.now());
    const rows = await all();
    expect(rows).toHaveLength(indicatorDefinitions.length);
    expect(rows.find(({ code }) => code === "600000").name_cs).toBe("Náš název");
    expect(rows.every(({ code }) => code === null || /^[0-9A-Z]+$/.test(code))).toBe(true);
    const { text } = await (await administrator()).get(url);
    expect(text).toContain("600\u00a0000");
    expect(text).toContain("neověřeno");
    expect(text).toContain("bez kódu");
  });

  test("takes a new entry, changes it and keeps its history of versions", async () => {
    const browser = await administrator();
    expect((await browser.post(url, ENTRY)).status).toBe(303);
    const [{ id, code }] = await all();
    expect(code).toBe("670999");
    const changed = await browser.post(`${url}/${id}`, {
      ...ENTRY,
      nameCs: "Počet mentorů",
      version: "1",
    });
    expect(changed.status).toBe(303);
    expect((await all())[0]).toMatchObject({ name_cs: "Počet mentorů", version: 2 });
    const second = await browser.post(`${url}/${id}`, { ...ENTRY, version: "1" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Mezitím uloženo jiným uživatelem: Počet mentorů");
    const actions = await app.db("audit_events").orderBy("id").pluck("action");
    expect(actions).toEqual(["indicator-definition.created", "indicator-definition.edited"]);
  });

  test.each([
    ["a code that is taken", { code: "600000" }, "Tato hodnota už je použita."],
    ["no English name", { nameEn: "" }, "Vyplňte toto pole."],
    ["a kind that is none", { kind: "x" }, "Vyberte jednu z nabízených možností."],
    ["percentages that add up", { valueType: "percentage" }, "Sčítat lze jen čísla"],
    ["ten thousand characters", { rule: "x".repeat(10_000) }, "Text je příliš dlouhý"],
  ])("refuses %s", async (_what, wrong, message) => {
    await seedCatalogues(app.db, app.clock.now());
    const answer = await (await administrator()).post(url, { ...ENTRY, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('value="Počet poradců"');
    expect(await all()).toHaveLength(indicatorDefinitions.length);
  });

  test("what is said in words needs no unit, a number needs it in both languages", async () => {
    const browser = await administrator();
    const bare = { ...ENTRY, unitCs: "", unitEn: "" };
    const words = { ...bare, valueType: "text", behaviour: "state" };
    const refused = await browser.post(url, bare);
    expect(refused.status).toBe(422);
    for (const name of ["unitCs", "unitEn"]) expect(refused.text).toContain(`href="#${name}"`);
    expect((await browser.post(url, words)).status).toBe(303);
    const [row] = await all();
    expect(row).toMatchObject({ unit_cs: "", unit_en: "", value_type: "text" });
    const { text } = await browser.get(`${url}/${row.id}/edit`);
    expect(text).not.toMatch(/id="unitCs"[^>]* required/);
  });

  test("an entry that is withdrawn is offered again when asked", async () => {
    const browser = await administrator();
    await browser.post(url, ENTRY);
    const [{ id }] = await all();
    expect((await browser.post(`${url}/${id}/archive`)).status).toBe(303);
    expect((await all())[0].archived_at).not.toBeNull();
    expect((await browser.post(`${url}/${id}/archive`)).status).toBe(404);
    expect((await browser.post(`${url}/${id}/archive/restoration`)).status).toBe(303);
    expect((await browser.get(`${url}/999/edit`)).status).toBe(404);
  });

  test("is kept by administrators alone", async () => {
    const manager = await app.signedInAs(await createUser(app.db, { is_management: true }));
    expect((await manager.get(url)).status).toBe(403);
    expect((await manager.post(url, ENTRY)).status).toBe(403);
    expect(await all()).toEqual([]);
  });
});
