import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listAttendances } from "../../../../db/queries/attendances.ts";
import { listPendingSupport } from "../../../../db/queries/pending-support.ts";
import type { Author } from "../../../../server/change.ts";
import { saveCells } from "../../../../server/features/attendances/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import {
  createEvent,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("attendance on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  let projectId: number;
  let eventId: number;
  let sessionId: number;
  let registrationId: number;

  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-10T16:00:00Z" });
    author = {
      userId: await createUser(deps.db),
      requestId: null,
      address: null,
      submission: null,
    };
    projectId = await createProject(deps.db);
    eventId = await createEvent(deps.db, projectId);
    sessionId = await createSession(deps.db, eventId);
    registrationId = await createRegistration(deps.db, eventId, { state: "invited" });
  });
  afterEach(() => deps.close());

  type State = "present" | "excused" | "absent" | "left-early" | null;
  const write = (state: State, minutes: number | null = null, given: object = {}) =>
    saveCells(deps, author, { projectId, eventId, sessionId, countsAsSupport: true, ...given }, [
      { registrationId, state, minutes },
    ]);

  test("who attends support joins the project on that day and is registered by coming", async () => {
    await write("present");
    expect(await listAttendances(deps.db, eventId)).toEqual([
      { registrationId, sessionId, state: "present", minutes: null },
    ]);
    const participation = await deps.db("participations").where({ project_id: projectId }).first();
    expect(participation.entered_on).toBe("2026-03-10");
    const registration = await deps.db("registrations").where({ id: registrationId }).first();
    expect(registration.state).toBe("registered");
  });

  test("an excuse makes nobody a participant, nor does an event that is no support", async () => {
    await write("excused");
    await write("present", null, { countsAsSupport: false });
    expect(await deps.db("participations")).toEqual([]);
  });

  test("hours of who attended are pending until the event is closed, and only once", async () => {
    await write("present");
    const pending = await listPendingSupport(deps.db, { projectId });
    expect(pending).toEqual([
      { participationId: expect.any(Number), form: "in-person", minutes: 360 },
    ]);
    await write("left-early", 90);
    expect((await listPendingSupport(deps.db, { projectId }))[0]?.minutes).toBe(90);
    await write("absent");
    expect(await listPendingSupport(deps.db, { projectId })).toEqual([]);
  });

  test("a cell is emptied, and what changes nothing leaves no trace", async () => {
    await write("present");
    await write("present");
    await write(null);
    expect(await listAttendances(deps.db, eventId)).toEqual([]);
    const history = await deps.db("audit_events").where({ action: "attendance.recorded" });
    expect(history).toHaveLength(2);
  });

  test("presence is written on the day of the session at the earliest, an excuse any time", async () => {
    deps.clock.set("2026-03-09T16:00:00Z");
    await expect(write("present")).rejects.toMatchObject({ errors: { cell: "attendanceAhead" } });
    await write("excused");
    expect(await listAttendances(deps.db, eventId)).toHaveLength(1);
  });

  test("who left early needs minutes, and no more than the session gives", async () => {
    const tooLong = { errors: { cell: "leftEarlyTooLong" } };
    await expect(write("left-early")).rejects.toMatchObject({
      errors: { cell: "leftEarlyMinutes" },
    });
    await expect(write("left-early", 361)).rejects.toMatchObject(tooLong);
  });

  test("a session or a person of another event is missing", async () => {
    const other = await createEvent(deps.db, projectId);
    const foreign = await createSession(deps.db, other);
    await expect(write("present", null, { sessionId: foreign })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("nothing is written once the event is closed", async () => {
    await deps.db("events").where({ id: eventId }).update({ state: "closed" });
    await expect(write("present")).rejects.toMatchObject({ key: "eventOver" });
  });
});
