import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { addressOfFeed, createFeed } from "../../../support/calendar-feeds.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { readCalendar } from "../../../support/icalendar.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createEvent, createSession } from "../../../support/training-factories.ts";

const AT = "2026-01-05T08:00:00.000Z";

describe.each(engines)("reading a subscribed calendar on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, {
      at: "2026-03-02T07:30:00Z",
      config: { previousSecretKey: "k".repeat(32) },
    });
    projectId = await createProject(app.db, { short_name: "Mlžná" });
    userId = await createUser(app.db, { name: "Jana Nováková" });
    await addMember(app.db, { projectId, userId });
  });
  afterEach(() => app.close());

  const subscribe = (given: Record<string, unknown> = {}) => createFeed(app, userId, given);
  const addressOf = (id: number, key?: string) => addressOfFeed(app, id, key);
  const read = async (given: Record<string, unknown> = {}) => {
    const answer = await app.visitor().get(await addressOf(await subscribe(given)));
    expect(answer.status).toBe(200);
    return readCalendar(answer.text);
  };
  const titles = async (given: Record<string, unknown> = {}) =>
    (await read(given)).entries.map(({ title }) => title).sort();

  const event = async (given = {}, session = {}) => {
    const eventId = await createEvent(app.db, projectId, { owner_user_id: userId, ...given });
    const sessionId = await createSession(app.db, eventId, session);
    return { eventId, sessionId };
  };

  test("tells programs what it is, and to nobody else that it is there", async () => {
    const address = await addressOf(await subscribe());
    const answer = await app.visitor().get(address);
    expect(answer.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("private, no-cache");
    expect(answer.headers["x-robots-tag"]).toContain("noindex");
  });

  test("is not sent again while nothing in it has changed", async () => {
    const milestoneId = await createMilestone(app.db, projectId, { owner_user_id: userId });
    const address = await addressOf(await subscribe());
    const first = await app.visitor().get(address);
    const mark = String(first.headers.etag);
    const again = await app.visitor().get(address).set("If-None-Match", mark);
    expect([again.status, again.text]).toEqual([304, ""]);
    app.clock.advanceDays(1);
    expect((await app.visitor().get(address).set("If-None-Match", mark)).status).toBe(304);
    await app.db("milestones").where({ id: milestoneId }).update({ due_on: "2026-04-15" });
    const changed = await app.visitor().get(address).set("If-None-Match", mark);
    expect(changed.status).toBe(200);
    expect(readCalendar(changed.text).entries[0]?.startsAt).toBe("2026-04-15");
  });

  test("of a thing that is edited keeps its name and raises its number", async () => {
    const milestoneId = await createMilestone(app.db, projectId, { owner_user_id: userId });
    const address = await addressOf(await subscribe());
    const entry = async () => {
      const { text } = await app.visitor().get(address);
      return { ...readCalendar(text).entries[0], text };
    };
    const edited = (at: string) =>
      insert(app.db, "audit_events", {
        ...{ at, action: "milestone.edited", object_type: "milestone", object_id: milestoneId },
        ...{ project_id: projectId, outcome: "done", changes: "{}" },
      });
    await edited("2026-01-10T08:00:00.000Z");
    const before = await entry();
    await edited("2026-02-10T08:00:00.000Z");
    const after = await entry();
    expect([before.uid, before.sequence]).toEqual([after.uid, 0]);
    expect(after.sequence).toBe(1);
    expect(after.text).toContain("LAST-MODIFIED:20260210T080000Z");
  });

  test("is gone with a new address, with its end and with the account", async () => {
    const id = await subscribe();
    const old = await addressOf(id);
    const browser = await app.signedInAs(userId);
    await browser.post(`/profile/calendar/${id}/renewal`);
    const renewed = await addressOf(id);
    const statuses = async () => [
      (await app.visitor().get(old)).status,
      (await app.visitor().get(renewed)).status,
    ];
    expect(await statuses()).toEqual([404, 200]);
    await app.db("users").where({ id: userId }).update({ deactivated_at: AT });
    expect(await statuses()).toEqual([404, 404]);
    await app.db("users").where({ id: userId }).update({ deactivated_at: null });
    await browser.post(`/profile/calendar/${id}/revocation`);
    expect(await statuses()).toEqual([404, 404]);
  });

  test("of somebody who left and came back is at a new address, which their page shows", async () => {
    const id = await subscribe();
    const old = await addressOf(id);
    const admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    const everything = String(await createUser(app.db));
    const left = await admin.post(`/admin/users/${userId}/deactivation`, { everything });
    expect(left.status).toBe(303);
    expect((await admin.post(`/admin/users/${userId}/reactivation`)).status).toBe(303);
    const renewed = await addressOf(id);
    expect((await app.visitor().get(old)).status).toBe(404);
    expect((await app.visitor().get(renewed)).status).toBe(200);
    const page = await (await app.signedInAs(userId)).get("/profile/calendar");
    expect(page.text).toContain(renewed);
    expect(page.text).not.toContain(old);
  });

  test("of one that was cancelled stays dead when another takes its place", async () => {
    const id = await subscribe();
    const old = await addressOf(id);
    const browser = await app.signedInAs(userId);
    expect((await browser.post(`/profile/calendar/${id}/revocation`)).status).toBe(303);
    const next = await subscribe();
    expect(next).not.toBe(id);
    expect((await app.visitor().get(old)).status).toBe(404);
    expect((await app.visitor().get(await addressOf(next))).status).toBe(200);
  });

  test("answers to the key before this one, and to no other", async () => {
    const id = await subscribe();
    const status = async (key: string) =>
      (await app.visitor().get(await addressOf(id, key))).status;
    expect(await status("k".repeat(32))).toBe(200);
    expect(await status("x".repeat(32))).toBe(404);
  });

  test.each(["1", "1-short", "nothing", `0-${"a".repeat(43)}`, `999-${"a".repeat(43)}`])(
    "under %s there is nothing",
    async (token) => {
      await subscribe();
      expect((await app.visitor().get(`/calendar-feeds/${token}.ics`)).status).toBe(404);
    },
  );

  test("loses what its reader may no longer see", async () => {
    await createMilestone(app.db, projectId, { owner_user_id: userId });
    await event();
    const manager = await createUser(app.db);
    await addMember(app.db, { projectId, userId: manager });
    const [mine, ofProject] = [await subscribe(), await subscribe({ project_id: projectId })];
    const count = async (id: number) => {
      const { text } = await app.visitor().get(await addressOf(id));
      return readCalendar(text).entries.length;
    };
    expect([await count(mine), await count(ofProject)]).toEqual([2, 2]);
    await app.db("memberships").where({ user_id: userId }).delete();
    expect([await count(mine), await count(ofProject)]).toEqual([0, 0]);
  });

  test("shows a deputy the things of whom they stand in for, while they do", async () => {
    const away = await createUser(app.db, { name: "Petr Malý" });
    const theirs = await createProject(app.db, { short_name: "Cizí" });
    const elsewhere = await createProject(app.db);
    await addMember(app.db, { projectId: theirs, userId: away });
    await createMilestone(app.db, theirs, { title: "Zpráva", owner_user_id: away });
    await createMilestone(app.db, elsewhere, { title: "Bez práva", owner_user_id: away });
    await insert(app.db, "deputies", {
      ...{ user_id: away, deputy_user_id: userId, created_at: AT },
      ...{ from_on: "2026-03-01", until_on: "2026-03-05" },
    });
    expect(await titles()).toEqual(["Zpráva (zástup: Petr Malý)"]);
    expect(await titles({ project_id: theirs })).toEqual(["Zpráva"]);
    app.clock.advanceDays(4);
    await app.db("calendar_feeds").delete();
    expect(await titles()).toEqual([]);
    expect(await titles({ project_id: theirs })).toEqual([]);
  });

  test("notes once an hour that it is read", async () => {
    const id = await subscribe();
    const address = await addressOf(id);
    const lastRead = async () =>
      (await app.db("calendar_feeds").where({ id }).first("last_read_at")).last_read_at;
    await app.visitor().get(address);
    expect(await lastRead()).toBe("2026-03-02T07:30:00.000Z");
    app.clock.advance(30 * 60_000);
    await app.visitor().get(address);
    expect(await lastRead()).toBe("2026-03-02T07:30:00.000Z");
    app.clock.advance(30 * 60_000);
    await app.visitor().get(address);
    expect(await lastRead()).toBe("2026-03-02T08:30:00.000Z");
  });

  test("asks the database as often however much it holds", async () => {
    const address = await addressOf(await subscribe());
    const asked = async () =>
      (await statementsOf(app.db, async () => void (await app.visitor().get(address)))).length;
    await asked();
    for (let day = 1; day <= 9; day += 1) {
      await createMilestone(app.db, projectId, {
        ...{ owner_user_id: userId, due_on: `2026-04-0${day}` },
      });
      await event({}, { held_on: `2026-04-0${day}` });
    }
    const many = await asked();
    expect(many).toBeLessThanOrEqual(11);
  });
});
