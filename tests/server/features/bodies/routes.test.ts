import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createBody, createEvent } from "../../../support/training-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("bodies on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-09T07:30:00Z" });
    projectId = await createProject(app.db, { short_name: "Reforma" });
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/bodies`;
  const manager = () => app.signedInAs(managerId);
  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };

  test("are written down once with guarantor and subgroups below them", async () => {
    const browser = await manager();
    const group = {
      name: "Krajská koordinační skupina",
      owner: `user-${managerId}`,
      _submission: SUBMISSION,
    };
    expect((await browser.post(list(), group)).status).toBe(303);
    expect((await browser.post(list(), group)).status).toBe(303);
    const [stored, ...others] = await app.db("bodies");
    expect(others).toEqual([]);
    const sub = { name: "Podskupina bydlení", parentId: String(stored.id) };
    await browser.post(list(), sub);
    const { text } = await browser.get(list());
    expect(text.indexOf("Podskupina bydlení")).toBeGreaterThan(text.indexOf("koordinační"));
    expect(text).toContain("podskupina: Krajská koordinační skupina");
    expect(text).toContain("Jana Nová");
  });

  test("keep what was typed when something is wrong, and lie no deeper than a subgroup", async () => {
    const top = await createBody(app.db, projectId);
    const sub = await createBody(app.db, projectId, { parent_id: top });
    const browser = await manager();
    const deep = await browser.post(list(), { name: "Hluboká", parentId: String(sub) });
    expect(deep.status).toBe(422);
    expect(deep.text).toContain("Hluboká");
    const foreign = await createBody(app.db, await createProject(app.db));
    const other = await browser.post(list(), { name: "Cizí", parentId: String(foreign) });
    expect(other.status).toBe(422);
    expect((await browser.post(list(), { name: "", purpose: "Účel" })).text).toContain("Účel");
  });

  test("tell the second of two editors what the first one saved", async () => {
    const id = await createBody(app.db, projectId);
    const browser = await manager();
    await browser.post(`${list()}/${id}`, { name: "První", version: "1" });
    const answer = await browser.post(`${list()}/${id}`, { name: "Druhá", version: "1" });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("První");
  });

  test("have members for a time, each once at a time", async () => {
    const id = await createBody(app.db, projectId);
    const browser = await manager();
    const members = `${list()}/${id}/members`;
    const guest = {
      owner: "new-contact",
      contactName: "Eva Členská",
      contactFunction: "Město Liberec",
      role: "předsedkyně",
      sinceOn: "1. 1. 2026",
    };
    expect((await browser.post(members, guest)).status).toBe(303);
    const me = { owner: `user-${managerId}`, sinceOn: "1. 1. 2026" };
    expect((await browser.post(members, me)).status).toBe(303);
    expect((await browser.post(members, me)).text).toContain("už členem je");
    expect((await browser.post(members, { sinceOn: "1. 1. 2026" })).status).toBe(422);
    const stranger = await createUser(app.db);
    const foreign = { ...me, owner: `user-${stranger}` };
    expect((await browser.post(members, foreign)).status).toBe(422);
    const [member] = await app.db("body_members").whereNotNull("contact_id");
    const left = { sinceOn: "1. 1. 2026", untilOn: "31. 1. 2026", version: "1" };
    expect((await browser.post(`${members}/${member.id}`, left)).status).toBe(303);
    expect((await browser.post(`${members}/${member.id}`, left)).status).toBe(409);
    const { text } = await browser.get(`${list()}/${id}`);
    expect(text).toContain("bývalý člen");
    expect(text).toContain("Jana Nová");
  });

  test("show meetings and what they left to do; a confidential one by no name", async () => {
    const id = await createBody(app.db, projectId);
    const open = await createEvent(app.db, projectId, { body_id: id, title: "Jednání v březnu" });
    const ownerId = await createUser(app.db);
    const hidden = { title: "Kanárek", is_confidential: true, owner_user_id: ownerId };
    await createEvent(app.db, projectId, { body_id: id, ...hidden });
    const task = await createMilestone(app.db, projectId, { title: "Svolat obce" });
    const done = await createMilestone(app.db, projectId, {
      title: "Hotová věc",
      done_on: "2026-03-01",
    });
    for (const milestone_id of [task, done])
      await insert(app.db, "event_tasks", { event_id: open, milestone_id });
    const { text } = await (await withRole("reader")).get(`${list()}/${id}`);
    expect(text).toContain("Jednání v březnu");
    expect(text).toContain("Důvěrná akce");
    expect(text).not.toContain("Kanárek");
    expect(text).toContain("Svolat obce");
    expect(text).not.toContain("Hotová věc");
  });

  test("of all projects within reach stand in one table", async () => {
    await createBody(app.db, projectId, { name: "Moje skupina" });
    await createBody(app.db, await createProject(app.db), { name: "Cizí skupina" });
    const browser = await manager();
    const { text } = await browser.get("/bodies");
    expect(text).toContain("Moje skupina");
    expect(text).toContain("Reforma");
    expect(text).not.toContain("Cizí skupina");
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get("/bodies")))).length;
    const few = await count();
    for (let number = 0; number < 20; number += 1) await createBody(app.db, projectId);
    expect(await count()).toBe(few);
  });

  test("come as a workbook: those of the project, its archive, and all within reach", async () => {
    const browser = await manager();
    const sheetOf = async (address: string) => {
      expect((await browser.get(address)).text).toContain("format=xlsx");
      const wanted = `${address}${address.includes("?") ? "&" : "?"}format=xlsx`;
      const file = await browser.get(wanted).responseType("blob");
      expect(file.headers["content-disposition"]).toContain("pracovni-skupiny.xlsx");
      return readSheet(file.body);
    };
    expect((await browser.get(list())).text).not.toContain("format=xlsx");
    const top = await createBody(app.db, projectId, {
      ...{ name: "Řídicí skupina", guarantor_user_id: managerId },
    });
    await createBody(app.db, projectId, { name: "=1+1", parent_id: top });
    await createBody(app.db, projectId, { name: "Zaniklá", archived_at: "2026-01-01" });
    await createBody(app.db, await createProject(app.db), { name: "Cizí skupina" });
    await createEvent(app.db, projectId, { body_id: top, starts_on: "2026-02-10" });
    const held = new Date("2026-02-10");
    expect((await sheetOf(list())).slice(1)).toEqual([
      ["Řídicí skupina", null, null, "Jana Nová", 0, held, null, 0],
      ["=1+1", "Řídicí skupina", null, null, 0, null, null, 0],
    ]);
    expect((await sheetOf(`${list()}?state=archived`)).slice(1).map(([name]) => name)).toEqual([
      "Zaniklá",
    ]);
    const all = await sheetOf("/bodies");
    expect(all[0]?.slice(0, 3)).toEqual(["Skupina", "Podskupina skupiny", "Projekt"]);
    expect(all.slice(1).map(([name, , project]) => [name, project])).toEqual([
      ["Řídicí skupina", "Reforma"],
      ["=1+1", "Reforma"],
    ]);
  });

  test("are closed to readers, strangers and the bodies of others", async () => {
    const id = await createBody(app.db, projectId);
    expect((await (await withRole("reader")).post(list(), { name: "Moje" })).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`${list()}/${id}`)).status).toBe(404);
    const foreign = await createBody(app.db, await createProject(app.db));
    expect((await (await manager()).get(`${list()}/${foreign}`)).status).toBe(404);
  });

  test("go to the archive once they have no subgroups, and back", async () => {
    const top = await createBody(app.db, projectId, { name: "Skupina Alfa" });
    const sub = await createBody(app.db, projectId, { parent_id: top });
    const browser = await manager();
    expect((await browser.post(`${list()}/${top}/archive`)).status).toBe(409);
    await browser.post(`${list()}/${sub}/archive`);
    expect((await browser.post(`${list()}/${top}/archive`)).status).toBe(303);
    expect((await browser.get(list())).text).not.toContain("Skupina Alfa");
    expect((await browser.get(`${list()}?state=archived`)).text).toContain("Skupina Alfa");
    await browser.post(`${list()}/${top}/archive/restoration`);
    expect((await browser.get(list())).text).toContain("Skupina Alfa");
  });
});
