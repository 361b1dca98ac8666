import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the pages of activities on %s", (engine) => {
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

  const list = () => `/projects/${projectId}/activities`;
  const manager = () => app.signedInAs(managerId);
  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const stored = (id: number) => app.db("activities").where({ id }).first();
  const entry = { title: "Vzdělávání pracovníků", state: "running", startsOn: "2025-02-01" };

  describe("the list", () => {
    test("shows the tree with codes from the stored numbers, whatever the order", async () => {
      const second = await createActivity(app.db, projectId, {
        number: "7",
        position: 1,
        title: "Kampaň",
      });
      await createActivity(app.db, projectId, { number: "1", position: 2, title: "Stáže" });
      await createActivity(app.db, projectId, {
        number: "a",
        position: 1,
        parent_id: second,
        title: "Spoty",
      });
      const { text } = await (await manager()).get(list());
      const places = ["KA7", "KA7 a", "KA1"].map((code) =>
        text.indexOf(`<span class="code">${code}</span>`),
      );
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });

    test("keeps its filter in the address and says when nothing matches", async () => {
      await createActivity(app.db, projectId, { title: "Kampaň pro veřejnost" });
      await createActivity(app.db, projectId, { title: "Návštěvy týmů", state: "done" });
      const browser = await manager();
      const found = await browser.get(`${list()}?q=kampan`);
      expect(found.text).toContain("Kampaň pro veřejnost");
      expect(found.text).not.toContain(">Návštěvy týmů<");
      const none = await browser.get(`${list()}?q=semin%C3%A1%C5%99&state=done`);
      expect(none.text).toContain("Filtru neodpovídá žádná aktivita.");
      expect((await browser.get(`${list()}?state[]=x&owner=${"9".repeat(50)}`)).status).toBe(200);
    });

    test("is empty in words of its own, with the way out only for those who may take it", async () => {
      expect((await (await manager()).get(list())).text).toContain("Nová aktivita");
      const { text } = await (await withRole("reader")).get(list());
      expect(text).toContain("Projekt zatím nemá žádné aktivity.");
      expect(text).not.toContain("Nová aktivita");
    });

    test("is written with a fixed number of statements, however many activities there are", async () => {
      const browser = await manager();
      const count = () => statementsOf(app.db, async () => void (await browser.get(list())));
      await createActivity(app.db, projectId);
      const few = await count();
      for (let number = 0; number < 12; number += 1) await createActivity(app.db, projectId);
      expect((await count()).length).toBe(few.length);
      expect(few.filter((sql) => /activities/.test(sql))).toHaveLength(1);
    });

    test("comes as a workbook", async () => {
      await createActivity(app.db, projectId, { title: "=1+1" });
      const sheet = await (await manager()).get(`${list()}?format=xlsx`);
      expect(sheet.headers["content-type"]).toContain("spreadsheetml");
      expect(sheet.headers["content-disposition"]).toContain("klicove-aktivity.xlsx");
    });
  });

  describe("an edit", () => {
    const edit = async (id: number, fields: Record<string, string>) =>
      (await manager()).post(`${list()}/${id}`, {
        version: "1",
        number: "1",
        title: "Stáže",
        state: "running",
        ...fields,
      });
    const create = (given = {}) =>
      createActivity(app.db, projectId, {
        number: "1",
        title: "Stáže",
        state: "running",
        starts_on: "2025-01-01",
        ends_on: "2025-06-30",
        baseline_starts_on: "2025-01-01",
        baseline_ends_on: "2025-06-30",
        ...given,
      });

    test("appends moved dates with the reason, keeps the baseline and tells the history", async () => {
      const id = await create();
      const moved = { startsOn: "2025-01-01", endsOn: "2025-09-30", dateReason: "Výběrové řízení" };
      expect((await edit(id, moved)).status).toBe(303);
      expect(await stored(id)).toMatchObject({
        ends_on: "2025-09-30",
        baseline_ends_on: "2025-06-30",
        version: 2,
      });
      expect(await app.db("activity_dates").first()).toMatchObject({
        activity_id: id,
        ends_on: "2025-09-30",
        reason: "Výběrové řízení",
        recorded_by: managerId,
      });
      const page = await (await manager()).get(`${list()}/${id}`);
      expect(page.text).toContain("konec o 92 dní později");
      expect(page.text).toContain("Aktivita upravena");
    });

    test("beyond the project's dates is saved and warned of", async () => {
      const id = await create();
      const answer = await edit(id, { startsOn: "2025-01-01", endsOn: "2028-01-31" });
      expect(answer.headers["set-cookie"]?.toString()).toContain("savedBeyondDates");
      const page = await (await manager()).get(`${list()}/${id}`);
      expect(page.text).toContain("Termín přesahuje dobu realizace projektu.");
    });

    test("by the second of two editors shows both texts and loses none", async () => {
      const id = await create();
      await edit(id, { title: "Stáže v nemocnici" });
      const second = await edit(id, { title: "Stáže a exkurze" });
      expect(second.status).toBe(409);
      expect(second.text).toContain("Stáže a exkurze");
      expect(second.text).toContain("Mezitím uloženo jiným uživatelem: Stáže v nemocnici");
      expect((await edit(id, { title: "Stáže a exkurze", version: "2" })).status).toBe(303);
      expect((await stored(id)).title).toBe("Stáže a exkurze");
    });

    test("may leave an owner who is no longer in the project, not choose one anew", async () => {
      const gone = await createUser(app.db, { name: "Karel Odešlý" });
      const id = await create({ owner_user_id: gone });
      const browser = await manager();
      const form = await browser.get(`${list()}/${id}/edit`);
      expect(form.text).toContain("Karel Odešlý (už není v projektu)");
      expect((await edit(id, { owner: `user-${gone}` })).status).toBe(303);
      const other = await create({ number: "2" });
      const answer = await edit(other, { number: "2", owner: `user-${gone}` });
      expect(answer.status).toBe(422);
    });

    test("of the number meets the numbers of its siblings only", async () => {
      const parent_id = await create({ number: "5" });
      const id = await create({ number: "a", parent_id });
      expect((await edit(id, { number: "b" })).status).toBe(303);
      expect((await edit(id, { number: "1", version: "2" })).text).toContain("malá písmena");
    });
  });

  test("reading is for every member, writing for those who may, anything else is missing", async () => {
    const id = await createActivity(app.db, projectId);
    const foreign = await createActivity(app.db, await createProject(app.db));
    const reader = await withRole("reader");
    expect((await reader.get(`${list()}/${id}`)).status).toBe(200);
    for (const page of [
      "new",
      `${id}/edit`,
      `${id}/progress/new`,
      `${id}/archive/new`,
      "order/edit",
    ])
      expect((await reader.get(`${list()}/${page}`)).status).toBe(403);
    expect((await reader.post(`${list()}/${id}`, entry)).status).toBe(403);
    expect((await (await manager()).get(`${list()}/${foreign}`)).status).toBe(404);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(list())).status).toBe(404);
    expect((await stranger.post(`${list()}/${id}`, entry)).status).toBe(404);
  });

  test("order changes among siblings only, and the numbers stay", async () => {
    const first = await createActivity(app.db, projectId, { number: "1", position: 10 });
    const second = await createActivity(app.db, projectId, { number: "2", position: 20 });
    await createActivity(app.db, projectId, { number: "a", parent_id: first, position: 1 });
    const browser = await manager();
    const answer = await browser.post(`${list()}/${second}/position`, { direction: "up" });
    expect(answer.headers.location).toBe(`${list()}/order/edit#activity-${second}`);
    await browser.post(`${list()}/${second}/position`, { direction: "up" });
    const rows = await app.db("activities").whereNull("parent_id").orderBy("position");
    expect(rows.map(({ number, position }) => [number, position])).toEqual([
      ["2", 1],
      ["1", 2],
    ]);
    expect((await browser.get(`${list()}/order/edit`)).text).toContain("Posunout níž: KA2");
    expect((await browser.post(`${list()}/${second}/position`, { direction: "x" })).status).toBe(
      422,
    );
  });

  test("the archive takes sub-activities along and gives them back within thirty days", async () => {
    const id = await createActivity(app.db, projectId, { number: "1", title: "Kampaň" });
    const sub = await createActivity(app.db, projectId, { parent_id: id, number: "a" });
    const browser = await manager();
    expect((await browser.get(`${list()}/${id}/archive/new`)).text).toContain("1 podaktivita");
    await browser.post(`${list()}/${id}/archive`);
    expect((await stored(sub)).archived_at).not.toBeNull();
    expect((await browser.get(list())).text).not.toContain(">Kampaň<");
    expect((await browser.get(`${list()}?archived=1`)).text).toContain(">Kampaň<");

    app.clock.advanceDays(31);
    const late = await (await manager()).post(`${list()}/${id}/archive/restoration`);
    expect(late.status).toBe(409);
    app.clock.advanceDays(-1);
    const restored = await (await manager()).post(`${list()}/${id}/archive/restoration`);
    expect(restored.status).toBe(303);
    expect((await stored(sub)).archived_at).toBeNull();
  });

  test("what was archived does not come back over a number taken meanwhile", async () => {
    const id = await createActivity(app.db, projectId, { number: "1" });
    const browser = await manager();
    await browser.post(`${list()}/${id}/archive`);
    await browser.post(list(), { ...entry, number: "1" });
    const answer = await browser.post(`${list()}/${id}/archive/restoration`);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Číslo mezitím dostala jiná aktivita.");
  });

  test("the baseline is set anew with a reason, from the dates of today", async () => {
    const id = await createActivity(app.db, projectId, {
      starts_on: "2025-03-01",
      ends_on: "2025-09-30",
      baseline_starts_on: "2025-01-01",
      baseline_ends_on: "2025-06-30",
    });
    const browser = await manager();
    const path = `${list()}/${id}/baseline`;
    expect((await browser.post(path, { version: "1", reason: "" })).status).toBe(422);
    expect((await browser.post(path, { version: "7", reason: "Změna" })).status).toBe(409);
    await browser.post(path, { version: "1", reason: "Změna" });
    expect(await stored(id)).toMatchObject({
      baseline_starts_on: "2025-03-01",
      baseline_ends_on: "2025-09-30",
    });
    const page = await browser.get(`${list()}/${id}`);
    expect(page.text).toContain("Nově stanoven výchozí termín");
  });

  test("the page of an activity has a fixed number of statements", async () => {
    const id = await createActivity(app.db, projectId);
    const browser = await manager();
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get(`${list()}/${id}`)))).length;
    const few = await count();
    for (let number = 0; number < 6; number += 1) {
      await createMilestone(app.db, projectId, { activity_id: id });
      await createActivity(app.db, projectId, { parent_id: id, number: `a${number}` });
    }
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(12);
  });
});
