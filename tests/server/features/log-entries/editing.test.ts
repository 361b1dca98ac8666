import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("editing the log on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let browser: Browser;
  let log: string;
  const original = {
    happenedOn: "2026-03-02",
    body: "Původní znění",
    hours: "2",
    nextStep: "Poslat pozvánky",
    nextStepOn: "2026-03-16",
  };
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    const userId = await createUser(app.db, { name: "Jana Nová" });
    projectId = await createProject(app.db);
    await addMember(app.db, { projectId, userId });
    browser = await app.signedInAs(userId);
    log = `/projects/${projectId}/progress`;
  });
  afterEach(() => app.close());

  const written = async (fields = {}) => {
    const answer = await browser.post(log, { ...original, ...fields });
    expect(answer.status).toBe(303);
    return Number(answer.headers.location?.split("#entry-")[1]);
  };
  const edit = (id: number, fields = {}) =>
    browser.post(`${log}/${id}`, { ...original, version: "1", ...fields });
  const task = () => app.db("milestones").where("origin", "log").first();

  test("the old text stays readable in the history, and the entry says it was edited", async () => {
    const activityId = await createActivity(app.db, projectId, { number: "3" });
    const id = await written();
    const answer = await edit(id, {
      body: "Nové znění",
      hours: "2,5",
      activityIds: `${activityId}`,
    });
    expect(answer.headers.location).toBe(`${log}/${id}`);

    const page = await browser.get(`${log}/${id}`);
    for (const text of ["Původní znění", "Nové znění", "2,5", "KA3", "Záznam upraven", "upraveno"])
      expect(page.text).toContain(text);
    const list = await browser.get(log);
    expect(list.text).toContain("upraveno 2.");
    expect(list.text).not.toContain("Původní znění");
  });

  test("the second of two editors sees both texts and loses none", async () => {
    const id = await written();
    await edit(id, { body: "Znění prvního" });
    const answer = await edit(id, { body: "Znění druhého" });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Znění druhého");
    expect(answer.text).toContain("Mezitím uloženo jiným uživatelem: Znění prvního");
    expect((await edit(id, { body: "Obojí", version: "2" })).status).toBe(303);
    expect(await app.db("log_entries").first("body", "version")).toEqual({
      body: "Obojí",
      version: 3,
    });
  });

  test("a task that nobody has touched follows the next step", async () => {
    const id = await written();
    await edit(id, { nextStep: "Poslat program", nextStepOn: "2026-03-20" });
    expect(await task()).toMatchObject({ title: "Poslat program", due_on: "2026-03-20" });
    await edit(id, { nextStep: "", nextStepOn: "", version: "2" });
    expect(await task()).toMatchObject({ cancelled_on: "2026-03-02" });
    expect(await app.db("milestones")).toHaveLength(1);
  });

  test("a next step that comes with an edit becomes a task", async () => {
    const id = await written({ nextStep: "", nextStepOn: "" });
    expect(await task()).toBeUndefined();
    await edit(id);
    expect(await task()).toMatchObject({ title: "Poslat pozvánky", log_entry_id: id });
  });

  test("a task that somebody has changed since is asked about", async () => {
    const id = await written();
    await app.db("milestones").update({ title: "Poslat pozvánky a program" });
    const moved = { nextStepOn: "2026-03-20" };
    const asked = await edit(id, moved);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain("nechat ho, jak je");
    expect(await app.db("log_entries").first("version")).toEqual({ version: 1 });

    expect((await edit(id, { ...moved, task: "keep" })).status).toBe(303);
    expect(await task()).toMatchObject({
      title: "Poslat pozvánky a program",
      due_on: "2026-03-16",
    });
    const followed = await edit(id, { nextStepOn: "2026-03-24", task: "follow", version: "2" });
    expect(followed.status).toBe(303);
    expect(await task()).toMatchObject({ title: "Poslat pozvánky", due_on: "2026-03-24" });
  });

  test("a task that is done stays done", async () => {
    const id = await written();
    await app.db("milestones").update({ done_on: "2026-03-02" });
    expect((await edit(id, { nextStep: "Jiný krok" })).status).toBe(303);
    expect(await task()).toMatchObject({ title: "Poslat pozvánky", done_on: "2026-03-02" });
  });

  test("an archived entry leaves the log and the search, and comes back within thirty days", async () => {
    const id = await written();
    expect((await browser.post(`${log}/${id}/archive`)).status).toBe(303);
    expect((await browser.get(log)).text).not.toContain("Původní znění");
    expect((await browser.get(`${log}?archived=true`)).text).toContain("Původní znění");
    expect(await app.db("search_entries").where("body", "like", "Původní%")).toEqual([]);
    expect(await app.db("project_totals").first("last_log_on")).toEqual({ last_log_on: null });
    expect((await edit(id)).status).toBe(409);

    expect((await browser.post(`${log}/${id}/archive/restoration`)).status).toBe(303);
    expect((await browser.get(log)).text).toContain("Původní znění");
    expect(await app.db("search_entries").where("body", "like", "Původní%")).toHaveLength(1);

    await browser.post(`${log}/${id}/archive`);
    await app.db("log_entries").update({ archived_at: "2026-01-20T10:00:00.000Z" });
    expect((await browser.post(`${log}/${id}/archive/restoration`)).status).toBe(409);
  });

  test("an entry of another project is as missing as one that is not there", async () => {
    const foreignId = await createProject(app.db);
    const [foreign] = await app
      .db("log_entries")
      .insert({
        project_id: foreignId,
        happened_on: "2026-03-01",
        body: "cizí",
        created_at: "2026-03-01T10:00:00.000Z",
      })
      .returning("id");
    for (const id of [foreign.id, 999_999, "x"]) {
      expect((await browser.get(`${log}/${id}`)).status).toBe(404);
      expect((await browser.get(`${log}/${id}/edit`)).status).toBe(404);
      for (const path of [`${log}/${id}`, `${log}/${id}/archive`]) {
        expect((await browser.post(path, { ...original, version: "1" })).status).toBe(404);
      }
    }
  });

  test("a wrong edit keeps what was typed, and one sent twice is saved once", async () => {
    const id = await written();
    const wrong = await edit(id, { body: "Rozepsáno", hours: "30" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Rozepsáno");
    const fields = { body: "Jednou", _submission: randomUUID() };
    expect((await edit(id, fields)).status).toBe(303);
    expect((await edit(id, fields)).status).toBe(303);
    expect(await app.db("log_entries").first("version")).toEqual({ version: 2 });
  });
});
