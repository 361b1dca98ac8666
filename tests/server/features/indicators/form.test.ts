import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createProject,
  createUser,
} from "../../../support/factories.ts";

const ENTRY = {
  code: "600 000",
  name: "Celkový počet účastníků",
  unit: "osoby",
  kind: "output",
  valueType: "number",
  behaviour: "increment",
  direction: "up",
  decimals: "0",
  target: "1 240",
  targetOn: "31. 12. 2027",
  isCommitted: "true",
};

describe.each(engines)("the form of an indicator on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/indicators`;
  const manager = () => app.signedInAs(managerId);
  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const stored = (id: number) => app.db("indicators").where({ id }).first();
  const all = () => app.db("indicators").where({ project_id: projectId });

  test("creates an indicator with its target, counted into the project at once", async () => {
    const answer = await (await manager()).post(list(), ENTRY);
    expect(answer.status).toBe(303);
    const [indicator] = await all();
    expect(answer.headers.location).toBe(`${list()}/${indicator.id}`);
    expect(indicator).toMatchObject({ code: "600000", target: 1240, target_on: "2027-12-31" });
    const totals = await app.db("project_totals").where({ project_id: projectId }).first();
    expect(totals).toMatchObject({ indicators_bp: 0, indicators_with_target: 1 });
    const page = await (await manager()).get(`${list()}/${indicator.id}`);
    expect(page.text).toContain("600\u00a0000");
    expect(page.text).toContain("Indikátor vytvořen");
  });

  test("fills in what the catalogue knows, in the language of the reader", async () => {
    const [{ id }] = await app
      .db("indicator_definitions")
      .insert({
        code: "805000",
        name_cs: "Počet dokumentů",
        name_en: "Documents written",
        unit_cs: "dokumenty",
        unit_en: "documents",
        kind: "output",
        created_at: app.clock.now(),
      })
      .returning("id");
    const browser = await manager();
    const czech = await browser.get(`${list()}/new?definition=${id}`);
    expect(czech.text).toContain('value="Počet dokumentů"');
    expect(czech.text).toContain(`name="definitionId" value="${id}"`);
    const english = await browser.get(`${list()}/new?definition=${id}&lang=en`);
    expect(english.text).toContain('value="Documents written"');
    for (const nonsense of ["abc", "0", "999999999999", "7&definition=8"])
      expect((await browser.get(`${list()}/new?definition=${nonsense}`)).status).toBe(200);
  });

  test.each([
    ["letters for a number", { target: "hodně" }, "Zadejte celé číslo."],
    ["decimals it does not have", { target: "12,5" }, "Zadejte celé číslo."],
    ["31 February", { targetOn: "31. 2. 2027" }, "Zadejte skutečné datum, např. 1. 5. 2026."],
    ["no name", { name: " " }, "Vyplňte toto pole."],
    ["ten thousand characters", { name: "a".repeat(10_000) }, "Text je příliš dlouhý"],
    ["a list for a text", { name: ["a", "b"] }, "Zadejte jedinou hodnotu."],
    ["a kind that is none", { kind: "cokoli" }, "Vyberte jednu z nabízených možností."],
    ["a target of nothing", { target: "0" }, "Cílová hodnota musí být větší než nula."],
    ["percentages that add up", { valueType: "percentage" }, "Sčítat lze jen čísla"],
    ["a data item with a target", { kind: "data-item" }, "Specifická datová položka nemá cíl."],
    ["a foreign activity", { activityId: "99999" }, "Vyberte jednu z nabízených možností."],
    ["an owner from elsewhere", { ownerUserId: "99999" }, "Vyberte jednu z nabízených možností."],
  ])(
    "says beside the field what is wrong with %s and keeps what was typed",
    async (_what, wrong, message) => {
      const answer = await (await manager()).post(list(), {
        ...ENTRY,
        evidenceSource: "Listiny",
        ...wrong,
      });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(message);
      expect(answer.text).toContain("Listiny");
      expect(await all()).toEqual([]);
    },
  );

  test("a missing field is asked for, whichever it is", async () => {
    for (const name of [
      "name",
      "unit",
      "kind",
      "valueType",
      "behaviour",
      "direction",
      "decimals",
    ]) {
      const { [name as keyof typeof ENTRY]: _left, ...rest } = ENTRY;
      expect((await (await manager()).post(list(), rest)).status, name).toBe(422);
    }
  });

  test("numbers are read with the decimals that the form itself chooses", async () => {
    await (await manager()).post(list(), {
      ...ENTRY,
      decimals: "2",
      target: "12,5",
      baseline: "1.25",
    });
    const [indicator] = await all();
    expect(indicator).toMatchObject({ target: 1250, baseline: 125, decimals: 2 });
    const form = await (await manager()).get(`${list()}/${indicator.id}/edit`);
    expect(form.text).toContain('value="12,50"');
  });

  test("a specific data item is promised by nobody", async () => {
    await (await manager()).post(list(), { ...ENTRY, kind: "data-item", target: "", targetOn: "" });
    expect(Boolean((await all())[0].is_committed)).toBe(false);
  });

  test("changes an indicator, with owner and activity of the project, and says so in its history", async () => {
    const id = await createIndicator(app.db, projectId, { target: 100, achieved: 50 });
    const activityId = await createActivity(app.db, projectId, { title: "Stáže" });
    const fields = { activityId: String(activityId), ownerUserId: String(managerId), version: "1" };
    const answer = await (await manager()).post(`${list()}/${id}`, { ...ENTRY, ...fields });
    expect(answer.status).toBe(303);
    expect(await stored(id)).toMatchObject({ activity_id: activityId, owner_user_id: managerId });
    const totals = await app.db("project_totals").where({ project_id: projectId }).first();
    expect(totals.indicators_bp).toBe(Math.round((50 / 1240) * 10_000));
    const { text } = await (await manager()).get(`${list()}/${id}`);
    expect(text).toContain("Indikátor upraven");
    expect(text).toContain("<ins>Stáže</ins>");
  });

  test("the second of two editors sees both texts and loses none", async () => {
    const id = await createIndicator(app.db, projectId, { name: "Původní název" });
    const browser = await manager();
    await browser.post(`${list()}/${id}`, { ...ENTRY, name: "Název od první", version: "1" });
    const second = await browser.post(`${list()}/${id}`, {
      ...ENTRY,
      name: "Název od druhé",
      version: "1",
    });
    expect(second.status).toBe(409);
    expect(second.text).toContain('value="Název od druhé"');
    expect(second.text).toContain("Mezitím uloženo jiným uživatelem: Název od první");
    expect(second.text).toContain('name="version" value="2"');
    const third = await browser.post(`${list()}/${id}`, {
      ...ENTRY,
      name: "Spojený název",
      version: "2",
    });
    expect(third.status).toBe(303);
    expect((await stored(id)).name).toBe("Spojený název");
  });

  test("what values are read by stays once there are values", async () => {
    const id = await createIndicator(app.db, projectId);
    await app.db("indicator_values").insert({
      indicator_id: id,
      value: 5,
      valid_on: "2026-02-01",
      recorded_at: app.clock.now(),
    });
    const answer = await (await manager()).post(`${list()}/${id}`, {
      ...ENTRY,
      decimals: "1",
      target: "5",
      version: "1",
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Už jsou zapsané hodnoty, proto to nelze změnit.");
  });

  test("a double click creates once", async () => {
    const browser = await manager();
    const form = { ...ENTRY, _submission: "0b0fe3a2-93d4-4c39-9a0e-000000000001" };
    const first = await browser.post(list(), form);
    const second = await browser.post(list(), form);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await all()).toHaveLength(1);
  });

  test("columns that the form does not have change nothing", async () => {
    const extra = {
      achieved: "999",
      position: "77",
      project_id: "1",
      origin: "computed",
      id: "12345",
    };
    await (await manager()).post(list(), { ...ENTRY, ...extra });
    expect((await all())[0]).toMatchObject({ achieved: null, position: 1, origin: "declared" });
  });

  test("is closed to those who only enter values, to readers, and missing for strangers", async () => {
    const id = await createIndicator(app.db, projectId);
    for (const role of ["coordinator", "finance", "reader"]) {
      const browser = await withRole(role);
      expect((await browser.get(`${list()}/new`)).status).toBe(403);
      expect((await browser.post(list(), ENTRY)).status).toBe(403);
      expect((await browser.post(`${list()}/${id}/archive`)).status).toBe(403);
      expect((await browser.get(`${list()}/${id}`)).status).toBe(200);
    }
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(list())).status).toBe(404);
    expect((await stranger.post(list(), ENTRY)).status).toBe(404);
  });

  test("an indicator of another project is as missing as one that is not", async () => {
    const foreign = await createIndicator(app.db, await createProject(app.db));
    const browser = await manager();
    for (const id of [foreign, 999_999, "abc", "-1", "2147483648"]) {
      expect((await browser.get(`${list()}/${id}`)).status).toBe(404);
      expect((await browser.get(`${list()}/${id}/edit`)).status).toBe(404);
      expect((await browser.post(`${list()}/${id}`, { ...ENTRY, version: "1" })).status).toBe(404);
    }
    expect((await stored(foreign)).code).toBeNull();
  });

  test("an archived indicator leaves list and totals and comes back within thirty days", async () => {
    const id = await createIndicator(app.db, projectId, {
      name: "Zrušený ukazatel",
      target: 10,
      achieved: 10,
    });
    const browser = await manager();
    await browser.post(`${list()}/${id}/archive`);
    expect((await browser.get(list())).text).not.toContain("Zrušený ukazatel");
    expect((await browser.get(`${list()}?archived=true`)).text).toContain("Zrušený ukazatel");
    const totals = () => app.db("project_totals").where({ project_id: projectId }).first();
    expect(await totals()).toMatchObject({ indicators_bp: null, indicators_with_target: 0 });
    expect((await browser.get(`${list()}/${id}/edit`)).status).toBe(409);
    expect((await browser.post(`${list()}/${id}/archive`)).status).toBe(404);
    expect((await browser.post(`${list()}/${id}/archive/restoration`)).status).toBe(303);
    expect(await totals()).toMatchObject({ indicators_bp: 10_000, indicators_with_target: 1 });

    await browser.post(`${list()}/${id}/archive`);
    app.clock.advanceDays(31);
    const late = await (await manager()).post(`${list()}/${id}/archive/restoration`);
    expect(late.status).toBe(409);
    expect(late.text).toContain("Z archivu lze obnovit jen do 30 dnů.");
  });

  test("an indicator moves among those of its kind", async () => {
    const ids: number[] = [];
    for (const [index, kind] of ["output", "result", "output"].entries()) {
      ids.push(await createIndicator(app.db, projectId, { kind, position: index + 1 }));
    }
    const [first, result, last] = ids as [number, number, number];
    const browser = await manager();
    const move = (id: number, direction: string) =>
      browser.post(`${list()}/${id}/position`, { direction });
    const order = () => all().orderBy("position").pluck("id");
    expect((await move(last, "up")).headers.location).toBe(
      `${list()}/order/edit#indicator-${last}`,
    );
    expect(await order()).toEqual([last, result, first]);
    await move(last, "up");
    expect(await order()).toEqual([last, result, first]);
    expect((await move(last, "sideways")).status).toBe(422);
    expect((await browser.get(`${list()}/order/edit`)).text).toContain("Posunout níž");
  });
});
