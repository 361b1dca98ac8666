import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { addressOfFeed, createFeed } from "../../../support/calendar-feeds.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { readCalendar } from "../../../support/icalendar.ts";
import {
  createEvent,
  createInternship,
  createSession,
} from "../../../support/training-factories.ts";

const AT = "2026-01-05T08:00:00.000Z";

describe.each(engines)("a subscribed calendar on %s", (engine) => {
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

  test("holds my deadlines as whole days and my events with their hours", async () => {
    const milestoneId = await createMilestone(app.db, projectId, {
      title: "Odevzdat metodiku",
      owner_user_id: userId,
    });
    const { eventId, sessionId } = await event(
      { title: "Krizová intervence", place: "Zlín", state: "confirmed" },
      { calendar_sequence: 3, held_on: "2026-10-25" },
    );
    const calendar = await read();
    expect(calendar.name).toBe("Osnova: moje termíny a akce");
    const host = new URL(app.config.publicUrl).hostname;
    expect(calendar.entries).toHaveLength(2);
    expect(calendar.entries[0]).toMatchObject({
      uid: `milestone-${milestoneId}@${host}`,
      title: "Odevzdat metodiku",
      isAllDay: true,
      startsAt: "2026-03-31",
      endsAt: "2026-04-01",
      url: `${app.config.publicUrl}/projects/${projectId}/milestones/${milestoneId}`,
    });
    expect(calendar.entries[0]?.description).toContain("milník\nMlžná\n");
    expect(calendar.entries[1]).toMatchObject({
      uid: `session-${sessionId}@${host}`,
      sequence: 3,
      title: "Krizová intervence",
      place: "Zlín",
      status: "CONFIRMED",
      startsAt: "2026-10-25T08:00:00.000Z",
      endsAt: "2026-10-25T14:00:00.000Z",
      url: `${app.config.publicUrl}/projects/${projectId}/events/${eventId}`,
      attendees: [],
      alarms: [],
    });
  });

  test("of a project holds what is whose-ever in it, and nothing of an archived one", async () => {
    const colleague = await createUser(app.db);
    await addMember(app.db, { projectId, userId: colleague });
    await createMilestone(app.db, projectId, { title: "Cizí", owner_user_id: colleague });
    await event({ title: "Cizí akce", owner_user_id: colleague });
    await createMilestone(app.db, await createProject(app.db), { title: "Jinde" });
    expect(await titles()).toEqual([]);
    expect(await titles({ project_id: projectId })).toEqual(["Cizí", "Cizí akce"]);
    await app.db("calendar_feeds").where({ project_id: projectId }).delete();
    await app.db("projects").where({ id: projectId }).update({ archived_at: AT });
    expect(await titles({ project_id: projectId })).toEqual([]);
  });

  test("says of a confidential event that the time is taken, not even to its coordinator more", async () => {
    const given = { title: "Případová konference rodiny Novotných", is_confidential: true };
    await event({ ...given, place: "OSPOD Zlín" }, { topic: "Rodina N." });
    for (const scope of [{}, { project_id: projectId }]) {
      const { entries } = await read(scope);
      expect(entries[0]).toMatchObject({ title: "Obsazeno", place: null });
      expect(JSON.stringify(entries)).not.toMatch(/Novotn|OSPOD|Rodina|konference/);
    }
  });

  test("holds meetings I am asked to come to, unless I have excused myself", async () => {
    const colleague = await createUser(app.db);
    const { eventId } = await event({ title: "Porada", owner_user_id: colleague });
    expect(await titles()).toEqual([]);
    const invited = await insert(app.db, "event_attendees", {
      event_id: eventId,
      user_id: userId,
    });
    await app.db("calendar_feeds").delete();
    expect(await titles()).toEqual(["Porada"]);
    await app.db("event_attendees").where({ id: invited }).update({ state: "excused" });
    await app.db("calendar_feeds").delete();
    expect(await titles()).toEqual([]);
  });

  test("keeps what is done or past for 90 days and looks two years ahead", async () => {
    const done = { owner_user_id: userId, due_on: "2026-01-20" };
    await createMilestone(app.db, projectId, { ...done, title: "Nedávno", done_on: "2026-02-01" });
    await createMilestone(app.db, projectId, { ...done, title: "Dávno", done_on: "2025-11-01" });
    await createMilestone(app.db, projectId, { ...done, title: "Po termínu" });
    await createMilestone(app.db, projectId, {
      ...{ owner_user_id: userId, title: "Za dva roky", due_on: "2028-02-29" },
    });
    await createMilestone(app.db, projectId, {
      ...{ owner_user_id: userId, title: "Příliš daleko", due_on: "2029-01-01" },
    });
    await event({ title: "Před měsícem", state: "closed" }, { held_on: "2026-02-01" });
    await event({ title: "Loni", state: "closed" }, { held_on: "2025-10-01" });
    await event({ title: "Odvolaná", state: "cancelled" }, { held_on: "2026-04-01" });
    await createPeriod(app.db, projectId, { starts_on: "2025-08-01", ends_on: "2026-01-31" });
    const { entries } = await read();
    expect(entries.map(({ title, status }) => `${title} ${status}`).sort()).toEqual([
      "Hotovo: Nedávno CONFIRMED",
      "Konec 1. sledovaného období CONFIRMED",
      "Po termínu CONFIRMED",
      "Před měsícem CONFIRMED",
      "Za dva roky CONFIRMED",
      "Zrušeno: Odvolaná CANCELLED",
    ]);
    const leap = entries.find(({ title }) => title === "Za dva roky");
    expect([leap?.startsAt, leap?.endsAt]).toEqual(["2028-02-29", "2028-03-01"]);
  });

  test("shows an internship from its first day to its last", async () => {
    await createInternship(app.db, projectId, {
      ...{ title: "Stáž v Jihlavě", owner_user_id: userId },
      ...{ starts_on: "2026-03-28", ends_on: "2026-03-30" },
    });
    const { entries } = await read();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ startsAt: "2026-03-28", endsAt: "2026-03-31" });
  });

  test("holds only what was chosen, and rings as chosen", async () => {
    await createMilestone(app.db, projectId, { title: "Termín", owner_user_id: userId });
    await createIndicator(app.db, projectId, {
      name: "Osoby",
      target: 10,
      target_on: "2026-06-30",
    });
    await event({ title: "Akce" });
    const alarms = { alarms: "15,1440" };
    const onlyEvents = await read({ ...alarms, has_deadlines: false });
    expect(onlyEvents.entries.map(({ title, alarms }) => [title, alarms])).toEqual([
      ["Akce", [-900, -86400]],
    ]);
    await app.db("calendar_feeds").delete();
    const onlyDeadlines = await read({ ...alarms, has_events: false });
    // A day ahead at eight in the morning: sixteen hours before the midnight it begins with.
    expect(onlyDeadlines.entries.map(({ title, alarms }) => [title, alarms])).toEqual([
      ["Termín", [-57600]],
      ["Cílová hodnota: Osoby", [-57600]],
    ]);
  });

  test("speaks the language of its reader", async () => {
    await app.db("users").where({ id: userId }).update({ language: "en" });
    await event({ is_confidential: true });
    const calendar = await read();
    expect(calendar.name).toBe("Osnova: my deadlines and events");
    expect(calendar.entries[0]?.title).toBe("Busy");
  });
});
