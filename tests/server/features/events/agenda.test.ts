import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createEvent, createInternship } from "../../../support/training-factories.ts";

describe.each(engines)("events among what is due on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let coordinatorId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    coordinatorId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: coordinatorId });
  });
  afterEach(() => app.close());

  const event = (given = {}) =>
    createEvent(app.db, projectId, { owner_user_id: coordinatorId, ...given });
  const agenda = async (query = "") =>
    (await (await app.signedInAs(coordinatorId)).get(`/agenda${query}`)).text;

  test("an event is listed on its first day, under its own address", async () => {
    const id = await event({ title: "Krizová intervence" });
    const text = await agenda();
    expect(text).toContain(`href="/projects/${projectId}/events/${id}"`);
    expect(text).toContain("Krizová intervence");
  });

  test("one that has passed asks for its attendance, and is overdue only when that is late", async () => {
    const passed = { starts_on: "2026-02-26", ends_on: "2026-02-27", close_by: "2026-03-06" };
    await event({ title: "Dílna", ...passed });
    expect(await agenda()).toContain("Uzavřít docházku: Dílna");
    expect(await agenda("?section=overdue")).not.toContain("Dílna");
    const late = { starts_on: "2026-02-02", ends_on: "2026-02-02", close_by: "2026-02-09" };
    await event({ title: "Dávná", state: "held", ...late });
    expect(await agenda("?section=overdue")).toContain("Uzavřít docházku: Dávná");
  });

  test("a closed, cancelled or archived one asks for nothing", async () => {
    await event({ title: "Zavřená", state: "closed" });
    await event({ title: "Zrušená", state: "cancelled" });
    await event({ title: "Odložená", archived_at: "2026-03-01T08:00:00.000Z" });
    const text = await agenda();
    for (const title of ["Zavřená", "Zrušená", "Odložená"]) expect(text).not.toContain(title);
  });

  test("saving a session says until when the event is to be closed", async () => {
    const id = await event({ starts_on: null, ends_on: null });
    const browser = await app.signedInAs(coordinatorId);
    const day = { version: "1", heldOn: "2026-02-26", startsAt: "9", endsAt: "12" };
    await browser.post(`/projects/${projectId}/events/${id}/sessions`, day);
    const stored = await app.db("events").where({ id }).first();
    expect(stored).toMatchObject({ ends_on: "2026-02-26", close_by: "2026-03-05" });
  });

  test("stand on the timeline of the project together with internships and campaigns", async () => {
    const id = await event({ title: "Kulatý stůl" });
    await createInternship(app.db, projectId, { title: "Stáž v Jihlavě" });
    await app.db("campaigns").insert({
      project_id: projectId,
      title: "Spot o duševním zdraví",
      starts_on: "2026-02-01",
      ends_on: "2026-03-20",
      created_at: "2026-01-05T08:00:00.000Z",
    });
    await event({ title: "Zrušená", state: "cancelled" });
    const browser = await app.signedInAs(coordinatorId);
    const { text } = await browser.get(`/projects/${projectId}/timeline`);
    expect(text).toContain(`href="/projects/${projectId}/events/${id}"`);
    for (const title of ["Kulatý stůl", "Stáž v Jihlavě", "Spot o duševním zdraví"])
      expect(text).toContain(title);
    expect(text).not.toContain("Zrušená");
  });
});
