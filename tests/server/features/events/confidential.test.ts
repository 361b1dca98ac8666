import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { rebuildSearchIndex } from "../../../../server/features/searches/rebuilding/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createEvent, createEventKind } from "../../../support/training-factories.ts";

/** Words that must be read nowhere but on the coordinator's own pages of the event. */
const CANARY = ["Kanárková supervize", "Kanárkov", "Kanárek Lektor", "kanárčí téma", "kanárčí cíl"];

describe.each(engines)("a confidential event on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let coordinatorId: number;
  let managerId: number;
  let eventId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    coordinatorId = await createUser(app.db, { name: "Jana Nová" });
    managerId = await createUser(app.db, { name: "Karel Vedoucí" });
    await addMember(app.db, { projectId, userId: coordinatorId, role: "coordinator" });
    await addMember(app.db, { projectId, userId: managerId });
    eventId = await planned({ isConfidential: "true" });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/events`;
  const coordinator = () => app.signedInAs(coordinatorId);

  async function planned(given: object): Promise<number> {
    const kindId = await createEventKind(app.db, { label_cs: "Supervize" });
    const browser = await coordinator();
    const answer = await browser.post(list(), {
      kindId: String(kindId),
      title: "Kanárková supervize",
      place: "Kanárkov",
      goal: "kanárčí cíl",
      closing: "signed-sheet",
      countsAsSupport: "true",
      newLecturers: "Kanárek Lektor",
      owner: `user-${coordinatorId}`,
      session1HeldOn: "2026-03-03",
      session1StartsAt: "9",
      session1EndsAt: "12",
      ...given,
    });
    const id = Number(/events\/(\d+)/.exec(answer.headers.location ?? "")?.[1]);
    const session = await app.db("event_sessions").where({ event_id: id }).first();
    await browser.post(`${list()}/${id}/sessions/${session.id}`, {
      version: "1",
      heldOn: "2026-03-03",
      startsAt: "9",
      endsAt: "12",
      topic: "kanárčí téma",
      place: "Kanárkov",
    });
    return id;
  }

  const PAGES = [
    (id: number) => `/projects/${id}`,
    (id: number) => `/projects/${id}/events`,
    (id: number) => `/projects/${id}/events?state=all`,
    (id: number) => `/projects/${id}/events/conflicts`,
    (id: number) => `/projects/${id}/events/new?kind=training`,
    (id: number) => `/projects/${id}/activity-plan`,
    (id: number) => `/projects/${id}/timeline`,
    (id: number) => `/projects/${id}/history`,
    (id: number) => `/projects/${id}/today`,
    (id: number) => `/projects/${id}/milestones/new`,
    (id: number) => `/projects/${id}/months/2026-03`,
    () => "/calendar",
    () => "/calendar?view=week&on=2026-03-03",
    () => "/agenda?who=all",
    () => "/agenda?who=all&section=week",
    () => "/search?q=kan%C3%A1rk",
    () => "/search?q=kan%C3%A1r%C4%8D%C3%AD",
    () => "/timeline",
    () => "/today",
    () => "/summaries",
    () => "/",
  ];

  async function leaksTo(userId: number, addresses: string[]): Promise<string[]> {
    const browser = await app.signedInAs(userId);
    const leaks: string[] = [];
    for (const address of addresses) {
      const { status, text } = await browser.get(address);
      // What was typed into the search is printed back; only a hit would be a leak.
      const shown = text.replace(/value="[^"]*"|<title>[^<]*<\/title>|„[^“]*“/g, "");
      if (status !== 200) leaks.push(`${address}: ${status}`);
      leaks.push(
        ...CANARY.filter((word) => shown.includes(word)).map((word) => `${address}: ${word}`),
      );
    }
    return leaks;
  }

  const addresses = () => [...PAGES.map((page) => page(projectId)), `${list()}/${eventId}`];

  test("tells nothing but its day and counts to the manager, the administrator and the auditor", async () => {
    const others = [
      managerId,
      await createUser(app.db, { is_administrator: true }),
      await createUser(app.db, { is_auditor: true }),
    ];
    for (const userId of others) {
      const edits = `${list()}/new?kind=training`;
      const readable = addresses().filter((address) => {
        const isForm = address === edits || address.endsWith("/milestones/new");
        return !isForm || userId === managerId;
      });
      expect(await leaksTo(userId, readable)).toEqual([]);
    }
    const { text } = await (await app.signedInAs(managerId)).get(list());
    expect(text).toContain("Důvěrná akce");
  });

  test("is read by its coordinator on its own page, and stays out of every search and history", async () => {
    const browser = await coordinator();
    const { text } = await browser.get(`${list()}/${eventId}`);
    for (const word of CANARY) expect(text).toContain(word);
    const forAll = addresses().filter((address) => /search|history|agenda|timeline/.test(address));
    expect(await leaksTo(coordinatorId, forAll)).toEqual([]);
  });

  test("is changed by its coordinator only", async () => {
    const manager = await app.signedInAs(managerId);
    for (const path of ["edit", "sessions/new", "cancellation/new", "copies/new", "series/new"])
      expect((await manager.get(`${list()}/${eventId}/${path}`)).status).toBe(403);
    expect((await manager.post(`${list()}/${eventId}/archive`, {})).status).toBe(403);
  });

  test("has no title in workbooks, not even in the coordinator's", async () => {
    const browser = await coordinator();
    for (const address of [
      `${list()}?format=xlsx`,
      "/agenda?who=all&format=xlsx",
      `/projects/${projectId}/activity-plan?format=xlsx`,
    ]) {
      const answer = await browser.get(address).responseType("blob");
      expect(answer.status).toBe(200);
      const sheets = await readXlsxFile(answer.body);
      for (const word of CANARY) expect(JSON.stringify(sheets)).not.toContain(word);
    }
  });

  test("has no title in mails, nor in the index the search is made again from", async () => {
    await planReminders(app);
    await gatherDigests(app);
    const mails = JSON.stringify(await app.db("outgoing_mails"));
    await rebuildSearchIndex(app);
    const index = JSON.stringify(await app.db("search_entries"));
    for (const word of CANARY) {
      expect(mails).not.toContain(word);
      expect(index).not.toContain(word);
    }
  });

  test("that was open before is forgotten by the search and kept silent by the history", async () => {
    const id = await planned({});
    const browser = await coordinator();
    expect((await browser.get(`/projects/${projectId}/history`)).text).toContain("Kanárková");
    const event = await app.db("events").where({ id }).first();
    const answer = await browser.post(`${list()}/${id}`, {
      version: String(event.version),
      kindId: String(event.kind_id),
      title: event.title,
      place: event.place,
      closing: event.closing,
      isConfidential: "true",
      owner: `user-${coordinatorId}`,
    });
    expect(answer.status).toBe(303);
    expect(await leaksTo(managerId, addresses())).toEqual([]);
    const administrator = await createUser(app.db, { is_administrator: true });
    expect(await leaksTo(administrator, ["/admin/audit"])).toEqual([]);
  });

  test("cannot be left without anybody who may read it", async () => {
    const open = await createEvent(app.db, projectId);
    const { kind_id } = await app.db("events").where({ id: open }).first();
    const sent = { version: "1", kindId: String(kind_id), title: "x", isConfidential: "true" };
    expect((await (await coordinator()).post(`${list()}/${open}`, sent)).status).toBe(422);
  });
});
