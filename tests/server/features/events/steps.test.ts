import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import {
  createEvent,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("steps of an event on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let coordinatorId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    coordinatorId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: coordinatorId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/events`;
  const coordinator = () => app.signedInAs(coordinatorId);
  const stored = (id: number) => app.db("events").where({ id }).first();
  const training = (given = {}) => createEvent(app.db, projectId, given);

  describe("sessions", () => {
    const day = (given = {}) => ({
      version: "1",
      heldOn: "2026-03-20",
      startsAt: "8:00",
      endsAt: "12:00",
      ...given,
    });

    test("move the days of the event", async () => {
      const id = await training({ starts_on: null, ends_on: null });
      const browser = await coordinator();
      expect((await browser.post(`${list()}/${id}/sessions`, day())).status).toBe(303);
      const later = day({ version: "2", heldOn: "2026-03-27", supportMinutes: "200" });
      await browser.post(`${list()}/${id}/sessions`, later);
      expect(await stored(id)).toMatchObject({ starts_on: "2026-03-20", ends_on: "2026-03-27" });
      const { text } = await browser.get(`${list()}/${id}`);
      expect(text).toContain("7 h 20 min");
      expect(text).toContain("určeno ručně");
      const first = await app.db("event_sessions").where({ held_on: "2026-03-20" }).first();
      await browser.post(`${list()}/${id}/sessions/${first.id}/deletion`, {});
      expect(await stored(id)).toMatchObject({ starts_on: "2026-03-27", ends_on: "2026-03-27" });
    });

    test("are refused when they give more support than they last, or end before they start", async () => {
      const id = await training();
      const browser = await coordinator();
      const post = async (given: object) =>
        (await browser.post(`${list()}/${id}/sessions`, day(given))).status;
      expect(await post({ supportMinutes: "241" })).toBe(422);
      expect(await post({ endsAt: "8:00" })).toBe(422);
      expect(await post({ startsAt: "25:00" })).toBe(422);
      expect(await post({ version: "7" })).toBe(409);
      expect(await app.db("event_sessions").first()).toBeUndefined();
    });

    test("somebody has attended stay", async () => {
      const id = await training();
      const sessionId = await createSession(app.db, id);
      const registrationId = await createRegistration(app.db, id);
      await app.db("attendances").insert({
        session_id: sessionId,
        registration_id: registrationId,
        state: "present",
        recorded_at: "2026-03-01T08:00:00.000Z",
      });
      const answer = await (await coordinator()).post(
        `${list()}/${id}/sessions/${sessionId}/deletion`,
        {},
      );
      expect(answer.status).toBe(409);
      expect(await app.db("event_sessions").first()).toBeDefined();
    });

    test("of another event are not found under this one", async () => {
      const id = await training();
      const other = await createSession(app.db, await training());
      const browser = await coordinator();
      expect((await browser.get(`${list()}/${id}/sessions/${other}/edit`)).status).toBe(404);
    });
  });

  describe("states", () => {
    test("go from planned to confirmed and held, but not before the day has come", async () => {
      const id = await training({ starts_on: "2026-03-10", ends_on: "2026-03-10" });
      const browser = await coordinator();
      const step = async (name: string) =>
        (await browser.post(`${list()}/${id}/${name}`, {})).status;
      expect(await step("confirmation")).toBe(303);
      expect(await step("completion")).toBe(409);
      app.clock.advanceDays(10);
      const later = await coordinator();
      expect((await later.post(`${list()}/${id}/completion`, {})).status).toBe(303);
      expect(await stored(id)).toMatchObject({ state: "held" });
    });

    test("a cancellation needs a reason and may be taken back", async () => {
      const id = await training();
      const browser = await coordinator();
      const cancel = (reason: string) =>
        browser.post(`${list()}/${id}/cancellation`, { version: "1", reason });
      expect((await cancel("")).status).toBe(422);
      expect((await cancel("lektor onemocněl")).status).toBe(303);
      expect((await browser.get(`${list()}/${id}`)).text).toContain("lektor onemocněl");
      expect((await browser.post(`${list()}/${id}/renewal`, {})).status).toBe(303);
      expect(await stored(id)).toMatchObject({ state: "planned", cancelled_reason: null });
    });

    test("an archived event leaves the lists and comes back within 30 days", async () => {
      const id = await training({ title: "Do archivu" });
      const browser = await coordinator();
      await browser.post(`${list()}/${id}/archive`, {});
      expect((await browser.get(list())).text).not.toContain("Do archivu");
      expect((await browser.get(`${list()}?state=archived`)).text).toContain("Do archivu");
      expect((await browser.post(`${list()}/${id}/archive/restoration`, {})).status).toBe(303);
      expect((await browser.get(list())).text).toContain("Do archivu");
    });
  });

  describe("a copy", () => {
    test("has the days at the same distances, the lecturers, and nobody's attendance", async () => {
      const id = await training({ title: "Peer", capacity: 12, state: "held" });
      await createSession(app.db, id, { held_on: "2026-03-10" });
      await createSession(app.db, id, { held_on: "2026-03-13" });
      await createRegistration(app.db, id);
      const sent = { title: "Peer podruhé", startsOn: "2026-04-07" };
      const answer = await (await coordinator()).post(`${list()}/${id}/copies`, sent);
      expect(answer.status).toBe(303);
      const copy = await app.db("events").where({ title: "Peer podruhé" }).first();
      expect(copy).toMatchObject({
        state: "planned",
        capacity: 12,
        starts_on: "2026-04-07",
        ends_on: "2026-04-10",
        series_of_id: null,
      });
      expect(await app.db("registrations").where({ event_id: copy.id }).first()).toBeUndefined();
    });
  });

  describe("a series", () => {
    const series = { rhythm: "weekly", every: "2", count: "3", skipsHolidays: "true" };

    test("shows its days before it is made, holidays left out", async () => {
      const id = await training({ starts_on: "2026-03-23", ends_on: "2026-03-23" });
      await createSession(app.db, id, { held_on: "2026-03-23" });
      const browser = await coordinator();
      const preview = await browser.post(`${list()}/${id}/series`, series);
      expect(preview.status).toBe(200);
      expect(preview.text).toContain("státní svátek, vynechá se");
      expect(await app.db("events").select("id")).toHaveLength(1);
      const made = await browser.post(`${list()}/${id}/series`, { ...series, isConfirmed: "true" });
      expect(made.status).toBe(303);
      const events = await app.db("events").where({ series_of_id: id }).orderBy("starts_on");
      expect(events.map((one) => one.starts_on)).toEqual([
        "2026-04-20",
        "2026-05-04",
        "2026-05-18",
      ]);
    });

    test("is refused without an end, and of an event without a day", async () => {
      const id = await training();
      await createSession(app.db, id);
      const browser = await coordinator();
      const post = async (eventId: number, given: object) =>
        (await browser.post(`${list()}/${eventId}/series`, { ...series, ...given })).status;
      expect(await post(id, { count: "" })).toBe(422);
      expect(await post(id, { every: "0" })).toBe(422);
      expect(await post(id, { count: "", until: "2026-03-11" })).toBe(422);
      expect(await post(await training({ starts_on: null, ends_on: null }), {})).toBe(422);
    });
  });
});
