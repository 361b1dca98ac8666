import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";

const WANTED = { projectId: "", hasDeadlines: "true", hasEvents: "true" };

describe.each(engines)("the page of one's calendars on %s", (engine) => {
  let app: TestApp;
  let userId: number;
  let browser: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    userId = await createUser(app.db);
    browser = await app.signedInAs(userId);
  });
  afterEach(() => app.close());

  const subscribe = (fields: Record<string, string | string[]> = {}) =>
    browser.post("/profile/calendar", { ...WANTED, ...fields });
  const feeds = () => app.db("calendar_feeds").orderBy("id");
  const project = async () => {
    const projectId = await createProject(app.db, { short_name: "Mlžná" });
    await addMember(app.db, { projectId, userId, role: "reader" });
    return projectId;
  };

  test("gives an address that opens, and says when it was read", async () => {
    expect((await browser.get("/profile/calendar")).text).toContain("Zatím nic neodebíráte.");
    const answer = await subscribe({ alarms: ["1440", "15"] });
    expect([answer.status, answer.headers.location]).toEqual([303, "/profile/calendar"]);
    const { text } = await browser.get("/profile/calendar");
    const address = /value="([^"]+\.ics)"/.exec(text)?.[1] ?? "";
    expect(address.startsWith(`${app.config.publicUrl}/calendar-feeds/`)).toBe(true);
    expect(text).toContain(`href="${address.replace(/^https?/, "webcal")}"`);
    expect(text).toMatch(/15 min, 1 den/);
    expect(text).toContain("zatím ne");
    expect((await app.visitor().get(new URL(address).pathname)).status).toBe(200);
    expect((await browser.get("/profile/calendar")).text).toMatch(/2\.\s3\.\s2026\s8:30/);
  });

  test("offers a project the reader came from, and takes none out of their reach", async () => {
    const projectId = await project();
    const foreign = await createProject(app.db, { short_name: "Cizí" });
    const { text } = await browser.get(`/profile/calendar/new?project=${projectId}`);
    expect(text).toContain(`<option value="${projectId}" selected`);
    expect(text).not.toContain("Cizí");
    expect((await subscribe({ projectId: String(projectId) })).status).toBe(303);
    const refused = await subscribe({ projectId: String(foreign) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Vyberte jednu z nabízených možností.");
    expect((await browser.get("/profile/calendar")).text).toContain("Projekt Mlžná");
    expect(await feeds()).toHaveLength(1);
  });

  test("gives one address for each, and one more after it was cancelled", async () => {
    const submission = { _submission: randomUUID() };
    await subscribe(submission);
    expect((await subscribe(submission)).status).toBe(303);
    const again = await subscribe();
    expect(again.status).toBe(422);
    expect(again.text).toContain("Tento odběr už máte.");
    const [feed] = await feeds();
    await browser.post(`/profile/calendar/${feed.id}/revocation`);
    expect((await subscribe()).status).toBe(303);
    expect(await feeds()).toHaveLength(2);
  });

  test.each([
    [{ hasDeadlines: "", hasEvents: "" }, "Vyberte, co má v kalendáři být."],
    [{ alarms: "7" }, "Vyberte jednu z nabízených možností."],
    [{ projectId: "x" }, "Vyberte jednu z nabízených možností."],
  ])("keeps what was typed when %o is wrong", async (fields, said) => {
    const answer = await subscribe({ alarms: ["15"], ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    expect(await feeds()).toEqual([]);
  });

  test("edits what is in it, once for two editors, and nothing else", async () => {
    await subscribe();
    const [feed] = await feeds();
    const address = `/profile/calendar/${feed.id}`;
    expect((await browser.get(`${address}/edit`)).text).toContain('name="version" value="1"');
    const edited = { hasEvents: "true", alarms: "60", version: "1" };
    const strange = { user_id: "1", edition: "7", projectId: "1" };
    expect((await browser.post(address, { ...edited, ...strange })).status).toBe(303);
    expect(await feeds()).toEqual([
      { ...feed, has_deadlines: feed.has_deadlines === true ? false : 0, alarms: "60", version: 2 },
    ]);
    const second = await browser.post(address, edited);
    expect(second.status).toBe(409);
    const empty = await browser.post(address, { version: "2" });
    expect(empty.status).toBe(422);
  });

  test("is nobody else's: another one's calendar is as missing as a missing one", async () => {
    const other = await insert(app.db, "calendar_feeds", {
      user_id: await createUser(app.db),
      created_at: "2026-01-05T08:00:00.000Z",
    });
    for (const id of [other, 999]) {
      expect((await browser.get(`/profile/calendar/${id}/edit`)).status).toBe(404);
      const fields = { ...WANTED, version: "1" };
      expect((await browser.post(`/profile/calendar/${id}`, fields)).status).toBe(404);
      for (const step of ["renewal", "revocation"])
        expect((await browser.post(`/profile/calendar/${id}/${step}`)).status).toBe(404);
    }
    const [left] = await feeds();
    expect([left.revoked_at, left.edition]).toEqual([null, 1]);
  });

  test("is found from the agenda and from the calendar of a project", async () => {
    const projectId = await project();
    expect((await browser.get("/agenda")).text).toContain('href="/profile/calendar"');
    const calendar = await browser.get(`/calendar?project=${projectId}`);
    expect(calendar.text).toContain(`href="/profile/calendar/new?project=${projectId}"`);
  });

  test("leaves a line of history for each step", async () => {
    await subscribe();
    const [{ id }] = await feeds();
    await browser.post(`/profile/calendar/${id}/renewal`);
    await browser.post(`/profile/calendar/${id}/revocation`);
    const lines = await app
      .db("audit_events")
      .where({ object_type: "calendar-feed" })
      .orderBy("id");
    expect(lines.map(({ action }) => action)).toEqual([
      "calendar-feed.created",
      "calendar-feed.renewed",
      "calendar-feed.revoked",
    ]);
  });
});
