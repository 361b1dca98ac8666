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

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("the pages of milestones on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/milestones`;
  const manager = () => app.signedInAs(managerId);
  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const stored = (id: number) => app.db("milestones").where({ id }).first();
  const create = (title: string, given = {}) =>
    createMilestone(app.db, projectId, { title, ...given });

  describe("the list", () => {
    const titlesIn = (text: string, titles: string[]) =>
      titles
        .filter((title) => text.includes(`>${title}</a>`))
        .toSorted((a, b) => text.indexOf(`>${a}</a>`) - text.indexOf(`>${b}</a>`));

    test("begins with what is owed, the overdue told by icon, bold and word", async () => {
      await create("Výstup", { due_on: "2026-03-30" });
      await create("Zpráva", { due_on: "2026-02-27" });
      await create("Hotový", { due_on: "2026-01-31", done_on: "2026-02-02" });
      await create("Zrušený", { cancelled_on: "2026-02-02" });
      const { text } = await (await manager()).get(list());
      expect(titlesIn(text, ["Výstup", "Zpráva", "Hotový", "Zrušený"])).toEqual([
        "Zpráva",
        "Výstup",
      ]);
      expect(text).toMatch(/late"><svg[^>]+><use[^>]+alert-circle"\/><\/svg>po termínu 3 dny/);
      expect(text).toContain("za 28 dní");
    });

    test("counts every state and opens each under its own address", async () => {
      await create("Výstup", { due_on: "2026-03-30" });
      await create("Zpráva", { due_on: "2026-02-27" });
      await create("Hotový", { due_on: "2026-01-31", done_on: "2026-02-02" });
      await create("Zrušený", { cancelled_on: "2026-02-02" });
      const browser = await manager();
      const shown = async (state: string) => {
        const { text } = await browser.get(`${list()}?state=${state}`);
        return titlesIn(text, ["Výstup", "Zpráva", "Hotový", "Zrušený"]);
      };
      expect(await shown("overdue")).toEqual(["Zpráva"]);
      expect(await shown("done")).toEqual(["Hotový"]);
      expect(await shown("cancelled")).toEqual(["Zrušený"]);
      expect(await shown("all")).toHaveLength(4);
      const { text } = await browser.get(list());
      const counts = [...text.matchAll(/class="count[^"]*">(\d+)</g)].map(([, count]) => count);
      expect(counts.slice(0, 5)).toEqual(["2", "1", "1", "1", "4"]);
    });

    test("filters by kind, owner, activity with its parts, and days", async () => {
      const activity_id = await createActivity(app.db, projectId, { number: "1" });
      const part = await createActivity(app.db, projectId, {
        parent_id: activity_id,
        number: "a",
      });
      await create("Spot", { kind: "output", activity_id: part, due_on: "2026-04-30" });
      await create("Úkol", { kind: "task", owner_user_id: managerId, due_on: "2026-05-31" });
      await create("Jiný", { kind: "other", due_on: "2026-06-30" });
      const browser = await manager();
      const shown = async (query: string) => {
        const { text } = await browser.get(`${list()}?${query}`);
        return titlesIn(text, ["Spot", "Úkol", "Jiný"]);
      };
      expect(await shown("kind=output")).toEqual(["Spot"]);
      expect(await shown(`activity=${activity_id}`)).toEqual(["Spot"]);
      expect(await shown("activity=none")).toEqual(["Úkol", "Jiný"]);
      expect(await shown(`owner=user-${managerId}`)).toEqual(["Úkol"]);
      expect(await shown("owner=nobody")).toEqual(["Spot", "Jiný"]);
      expect(await shown("from=2026-05-01&to=2026-06-01")).toEqual(["Úkol"]);
      expect(await shown("kind=x&owner=y&from=31.2.2026&group=z&sort=q&state=w")).toHaveLength(3);
    });

    test.each([
      ["kind", ["Zprávy o realizaci", "Úkoly"]],
      ["month", ["březen 2026", "duben 2026"]],
      ["activity", ["KA3 Kampaň", "Bez aktivity"]],
    ])("groups by %s under headings with counts", async (group, headings) => {
      const activity = { number: "3", title: "Kampaň" };
      const activity_id = await createActivity(app.db, projectId, activity);
      await create("Úkol", { kind: "task", due_on: "2026-04-15" });
      await create("Zpráva", { kind: "report", activity_id, due_on: "2026-03-31" });
      const { text } = await (await manager()).get(`${list()}?group=${group}`);
      const places = headings.map((heading) =>
        text.search(new RegExp(`rowgroup"[^>]*>${heading} <span class="count">1<`)),
      );
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });

    test("is paged by fifty, by the same statements however long it is", async () => {
      const browser = await manager();
      await create("První");
      const count = async () =>
        (await statementsOf(app.db, async () => void (await browser.get(list())))).length;
      const few = await count();
      for (let number = 0; number < 51; number += 1) await create(`Další ${number}`);
      expect(await count()).toBe(few);
      expect(few).toBeLessThanOrEqual(8);
      const second = await browser.get(`${list()}?page=2`);
      expect(second.text).toContain("51–52 z 52 milníků");
      expect((await browser.get(`${list()}?page=9`)).status).toBe(303);
      expect(
        (await browser.get(`${list()}?format=xlsx&state=all`)).headers["content-type"],
      ).toContain("spreadsheetml");
    });
  });

  describe("the form", () => {
    const entry = { kind: "report", title: "Zpráva pro radu", dueOn: "31. 5. 2026" };

    test("writes a milestone down once, however often it is sent", async () => {
      const browser = await manager();
      const sent = { ...entry, owner: `user-${managerId}`, _submission: SUBMISSION };
      const first = await browser.post(list(), sent);
      expect((await browser.post(list(), sent)).headers.location).toBe(first.headers.location);
      const rows = await app.db("milestones");
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        due_on: "2026-05-31",
        shifted_on: "2026-06-01",
        baseline_due_on: "2026-05-31",
        owner_user_id: managerId,
      });
      const page = await browser.get(String(first.headers.location));
      expect(page.text).toContain("neděle 31.\u00a0května 2026");
      expect(page.text).toContain("pondělí 1.\u00a0června 2026");
    });

    test.each([
      ["an empty title", { title: "" }, "Vyplňte toto pole."],
      ["no day", { dueOn: "" }, "Vyplňte toto pole."],
      ["31 February", { dueOn: "31. 2. 2026" }, "Zadejte skutečné datum"],
      ["ten thousand characters", { note: "x".repeat(10_000) }, "nejvýše 5000 znaků"],
      ["an unknown kind", { kind: "svatba" }, "Vyberte jednu z nabízených možností."],
      ["a series without an end", { recurrence: "monthly" }, "Vyplňte toto pole."],
      [
        "a series ended before it began",
        { recurrence: "yearly", recursUntil: "2026-05-30" },
        "Opakování nesmí skončit před prvním termínem.",
      ],
      ["a foreign activity", { activityId: "999999" }, "Vyberte jednu z nabízených možností."],
      ["a foreign owner", { owner: "contact-999999" }, "Vyberte jednu z nabízených možností."],
    ])("refuses %s, keeps what was typed and saves nothing", async (_case, wrong, message) => {
      const answer = await (await manager()).post(list(), { ...entry, proof: "", ...wrong });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(message);
      if (!("title" in wrong)) expect(answer.text).toContain('value="Zpráva pro radu"');
      expect(await app.db("milestones")).toHaveLength(0);
    });

    test("takes a list for a text as a mistake, and columns that are no fields as nothing", async () => {
      const browser = await manager();
      expect((await browser.post(list(), { ...entry, title: ["a", "b"] })).status).toBe(422);
      await browser.post(list(), { ...entry, done_on: "2026-01-01", origin: "rule", version: "9" });
      expect(await app.db("milestones").first()).toMatchObject({
        done_on: null,
        origin: "hand",
        version: 1,
      });
    });

    test("edits everything but the binding day, and shows both texts to the second editor", async () => {
      const id = await create("Zpráva", { due_on: "2026-03-31" });
      const browser = await manager();
      const edit = (fields: Record<string, string>) =>
        browser.post(`${list()}/${id}`, { kind: "task", title: "Zpráva", version: "1", ...fields });
      await edit({ title: "Zpráva pro radu", dueOn: "2026-12-31", expectedOn: "2026-04-15" });
      expect(await stored(id)).toMatchObject({
        title: "Zpráva pro radu",
        due_on: "2026-03-31",
        expected_on: "2026-04-15",
        version: 2,
      });
      const second = await edit({ title: "Zpráva pro vedení" });
      expect(second.status).toBe(409);
      expect(second.text).toContain("Mezitím uloženo jiným uživatelem: Zpráva pro radu");
      expect(second.text).toContain('value="Zpráva pro vedení"');
    });
  });

  test("readers read, the finance officer completes, strangers find nothing", async () => {
    const id = await create("Zpráva");
    const foreign = await createMilestone(app.db, await createProject(app.db));
    const reader = await withRole("reader");
    expect((await reader.get(`${list()}/${id}`)).status).toBe(200);
    const doors = ["completion", "reopening", "cancellation", "move"];
    for (const door of doors) {
      expect((await reader.post(`${list()}/${id}/${door}`, {})).status).toBe(403);
      expect((await (await manager()).post(`${list()}/${foreign}/${door}`, {})).status).toBe(404);
    }
    expect((await reader.get(`${list()}/new`)).status).toBe(403);
    expect((await reader.post(`${list()}/assignment`, {})).status).toBe(403);
    const finance = await withRole("finance");
    expect((await finance.get(`${list()}/${id}/completion/new`)).status).toBe(200);
    expect((await finance.get(`${list()}/${id}/edit`)).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(list())).status).toBe(404);
  });
});
