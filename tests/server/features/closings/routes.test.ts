import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createAttendance,
  createEvent,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("the pages of attendance and closing on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  let readerId: number;
  let eventId: number;
  let sessionId: number;
  let registrationId: number;
  let page: string;

  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-11T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db);
    readerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "coordinator" });
    await addMember(app.db, { projectId, userId: readerId, role: "reader" });
    eventId = await createEvent(app.db, projectId, { title: "Krizová intervence", state: "held" });
    sessionId = await createSession(app.db, eventId);
    registrationId = await createRegistration(app.db, eventId);
    page = `/projects/${projectId}/events/${eventId}`;
  });
  afterEach(() => app.close());

  const coordinator = () => app.signedInAs(userId);
  const asJson = { accept: "application/json" };
  const cell = (given: Record<string, string> = {}) => ({
    registration: String(registrationId),
    state: "present",
    minutes: "",
    ...given,
  });

  test("a cell is saved by the grid and told back as it is stored", async () => {
    const browser = await coordinator();
    const answer = await browser.post(`${page}/attendance/${sessionId}`, cell(), asJson);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      cells: [{ registrationId, sessionId, state: "present", minutes: null }],
    });
    const left = cell({ state: "left-early", minutes: "3:30" });
    await browser.post(`${page}/attendance/${sessionId}`, left, asJson);
    const [row] = await app.db("attendances");
    expect(row).toMatchObject({ state: "left-early", minutes: 210, recorded_by: userId });
  });

  test.each([
    ["a time that is none", { state: "left-early", minutes: "dlouho" }, 422],
    ["no time", { state: "left-early" }, 422],
    ["more than the session", { state: "left-early", minutes: "7" }, 422],
    ["a state that is none", { state: "asleep" }, 422],
    ["somebody else", { registration: "999999" }, 404],
  ])("%s is refused with a sentence", async (_, wrong, status) => {
    const browser = await coordinator();
    const answer = await browser.post(`${page}/attendance/${sessionId}`, cell(wrong), asJson);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.message).toMatch(/\.$/);
    expect(await app.db("attendances")).toEqual([]);
  });

  test("the form of a session keeps what was typed beside the error", async () => {
    const sent = cell({ state: "left-early", minutes: "dlouho" });
    const answer = await (await coordinator()).post(`${page}/attendance/${sessionId}`, sent);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Zapište, jak dlouho byl přítomen");
    expect(answer.text).toContain('value="dlouho"');
  });

  test("the grid shows the total towards the threshold and asks the same few questions", async () => {
    const rule = { programme: "OPZ+", valid_from: "2021-01-01", source: "Pravidla" };
    const created_at = "2026-01-01T00:00:00Z";
    const threshold = { ...rule, kind: "support-threshold", value: "40", created_at };
    await app.db("programme_rules").insert(threshold);
    await createAttendance(app.db, { sessionId, registrationId });
    const browser = await coordinator();
    const count = async () => {
      const grid = `${page}/attendance`;
      const asked = await statementsOf(app.db, async () => void (await browser.get(grid)));
      return asked.length;
    };
    expect((await browser.get(`${page}/attendance`)).text).toContain("6 / 40\u00a0h");
    const few = await count();
    for (let one = 0; one < 5; one += 1) await createRegistration(app.db, eventId);
    expect(await count()).toBe(few);
    const looks = await app.db("personal_data_accesses").where({ action: "view" });
    expect(looks[0]).toMatchObject({ person_count: 1, user_id: userId });
  });

  test("names are for whoever may read personal data, and a foreign session is missing", async () => {
    const reader = await app.signedInAs(readerId);
    expect((await reader.get(`${page}/attendance`)).status).toBe(403);
    expect((await reader.post(`${page}/attendance/${sessionId}`, cell())).status).toBe(403);
    const foreign = await createSession(app.db, await createEvent(app.db, projectId));
    const browser = await coordinator();
    expect((await browser.post(`${page}/attendance/${foreign}`, cell(), asJson)).status).toBe(404);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`${page}/attendance`)).status).toBe(404);
  });

  test("closing lists what is missing, then asks for the sheet or a reason, once", async () => {
    const browser = await coordinator();
    const missing = await browser.get(`${page}/closing/new`);
    expect(missing.text).toContain("docházka chybí u 1 osoby");
    expect(missing.text).toContain(`/attendance/${sessionId}/edit`);
    await browser.post(`${page}/attendance/${sessionId}`, cell(), asJson);
    const refused = await browser.post(`${page}/closing`, { sheetReason: "" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Přiložte k akci prezenční listinu");
    const sent = {
      sheetReason: "Listina je u lektora",
      _submission: "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f",
    };
    expect((await browser.post(`${page}/closing`, sent)).status).toBe(303);
    expect((await browser.post(`${page}/closing`, sent)).status).toBe(303);
    expect(await app.db("support_postings")).toHaveLength(1);
    expect((await browser.get(page)).text).toContain("Akce uzavřena");
    const late = await browser.post(`${page}/attendance/${sessionId}`, cell(), asJson);
    expect(late.status).toBe(409);
  });

  test("opening again needs a reason and is told in the history", async () => {
    const browser = await coordinator();
    await browser.post(`${page}/attendance/${sessionId}`, cell(), asJson);
    await browser.post(`${page}/closing`, { sheetReason: "u lektora" });
    expect((await browser.post(`${page}/reopening`, { reason: " " })).status).toBe(422);
    const answer = await browser.post(`${page}/reopening`, { reason: "Chyba v listině" });
    expect(answer.headers.location).toBe(`${page}/attendance`);
    const { text } = await browser.get(page);
    expect(text).toContain("Akce znovu otevřena");
    expect(text).toContain("Chyba v listině");
  });

  test("a head-count event is closed by numbers, whatever else is posted", async () => {
    await app.db("events").where({ id: eventId }).update({ closing: "head-count" });
    const browser = await coordinator();
    const women = { headCount: "20", headCountWomen: "21" };
    const refused = await browser.post(`${page}/closing`, women);
    expect(refused.text).toContain("Žen nemůže být víc");
    const sent = { headCount: "20", headCountWomen: "12", state: "cancelled", title: "Jinak" };
    expect((await browser.post(`${page}/closing`, sent)).status).toBe(303);
    const [event] = await app.db("events").where({ id: eventId });
    expect(event).toMatchObject({ state: "closed", title: "Krizová intervence", head_count: 20 });
  });

  test("only its coordinator closes a confidential event or sees who was there", async () => {
    await app.db("events").where({ id: eventId }).update({ is_confidential: true });
    const browser = await coordinator();
    for (const path of ["attendance", `attendance/${sessionId}/edit`, "closing/new"])
      expect((await browser.get(`${page}/${path}`)).status).toBe(403);
    expect((await browser.post(`${page}/closing`, { sheetReason: "x" })).status).toBe(403);
  });
});
