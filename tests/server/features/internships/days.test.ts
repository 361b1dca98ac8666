import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createDay, createHost, createTrainee } from "../../../support/internship-factories.ts";
import {
  createAttendance,
  createEvent,
  createInternship,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("days of an internship on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  let at: Awaited<ReturnType<typeof running>>;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-09T07:30:00Z" });
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
    at = await running();
  });
  afterEach(() => app.close());

  const running = async (given = {}) => {
    const internshipId = await createInternship(app.db, projectId, { state: "running", ...given });
    const trainee = await createTrainee(app.db, { projectId, internshipId });
    const hostId = await createHost(app.db, internshipId);
    return { internshipId, hostId, ...trainee };
  };
  const page = (id = at.internshipId) => `/projects/${projectId}/internships/${id}`;
  const manager = () => app.signedInAs(managerId);
  const entry = (given = {}) => ({
    traineeId: String(at.traineeId),
    hostId: String(at.hostId),
    workedOn: "3. 3. 2026",
    hours: "7:30",
    diary: "Provoz denního stacionáře",
    ...given,
  });
  const postings = () =>
    app.db("support_postings").orderBy("id").select("minutes", "valid_on", "corrects_id", "source");
  const participation = () => app.db("participations").where({ id: at.participationId }).first();
  const confirm = async (reason = "Podepsaný výkaz ve spisu") => {
    const browser = await manager();
    const address = `${page()}/hosts/${at.hostId}/confirmations`;
    const shown = await browser.get(`${address}/new`);
    const seen = /name="seen" value="([^"]*)"/.exec(shown.text)?.[1] ?? "";
    return browser.post(address, { reason, seen });
  };

  test("are written down once, in minutes, however often the form is sent", async () => {
    const browser = await manager();
    const sent = entry({ _submission: SUBMISSION, confirmationId: "1" });
    expect((await browser.post(`${page()}/days`, sent)).status).toBe(303);
    expect((await browser.post(`${page()}/days`, sent)).status).toBe(303);
    expect(await app.db("internship_days")).toMatchObject([
      { minutes: 450, worked_on: "2026-03-03", confirmation_id: null },
    ]);
  });

  test.each([
    ["workedOn", "31. 2. 2026", "Zadejte skutečné datum"],
    ["workedOn", "1. 3. 2026", "Den leží mimo termín stáže."],
    ["hours", "0", "Zadejte víc než nula hodin."],
    ["hours", "25", "Zadejte hodnotu nejvýše 24."],
    ["hours", "", "Vyplňte toto pole."],
    ["traineeId", "999999", "Vyberte jednu z nabízených možností."],
    ["hostId", "999999", "Vyberte jednu z nabízených možností."],
  ])("refuse %s = %s and keep the rest", async (field, value, message) => {
    const answer = await (await manager()).post(`${page()}/days`, entry({ [field]: value }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain("Provoz denního stacionáře");
    expect(await app.db("internship_days")).toEqual([]);
  });

  test("do not lie in the future", async () => {
    const other = await running({ ends_on: "2026-03-31" });
    const sent = { ...entry(), traineeId: String(other.traineeId), hostId: String(other.hostId) };
    const browser = await manager();
    const tomorrow = { ...sent, workedOn: "10. 3. 2026" };
    expect((await browser.post(`${page(other.internshipId)}/days`, tomorrow)).status).toBe(422);
    const today = { ...sent, workedOn: "9. 3. 2026" };
    expect((await browser.post(`${page(other.internshipId)}/days`, today)).status).toBe(303);
  });

  test("of a person have 24 hours, trainings and other internships included", async () => {
    const eventId = await createEvent(app.db, await createProject(app.db));
    const held = { held_on: "2026-03-03", support_minutes: 600 };
    const sessionId = await createSession(app.db, eventId, held);
    const registered = { participant_id: at.participantId };
    const registrationId = await createRegistration(app.db, eventId, registered);
    await createAttendance(app.db, { sessionId, registrationId });
    const other = await createInternship(app.db, projectId, { state: "running" });
    const [trainee] = await app
      .db("internship_trainees")
      .insert({ internship_id: other, participant_id: at.participantId })
      .returning("id");
    const hostId = await createHost(app.db, other);
    await createDay(app.db, { internshipId: other, traineeId: trainee.id, hostId });
    const browser = await manager();
    const over = await browser.post(`${page()}/days`, entry({ hours: "6:01" }));
    expect(over.status).toBe(422);
    expect(over.text).toContain("přes 24 hodin");
    expect((await browser.post(`${page()}/days`, entry({ hours: "6" }))).status).toBe(303);
  });

  test("on a public holiday are saved with a warning", async () => {
    const spring = await running({ starts_on: "2025-12-20", ends_on: "2026-01-10" });
    const sent = entry({
      traineeId: String(spring.traineeId),
      hostId: String(spring.hostId),
      workedOn: "1. 1. 2026",
    });
    const browser = await manager();
    const saved = await browser.post(`${page(spring.internshipId)}/days`, sent);
    expect(saved.status).toBe(303);
    expect((await browser.get(page(spring.internshipId))).text).toContain("státní svátek");
  });

  test("are not written before anything is agreed nor after the report is accepted", async () => {
    for (const state of ["planned", "report-accepted", "cancelled"]) {
      await app.db("internships").where({ id: at.internshipId }).update({ state });
      expect((await (await manager()).post(`${page()}/days`, entry())).status).toBe(409);
    }
  });

  test("reach the ledger when somebody of the project confirms them and says why", async () => {
    const dayId = await createDay(app.db, at);
    expect((await confirm("")).status).toBe(422);
    expect((await confirm()).status).toBe(303);
    expect(await postings()).toMatchObject([
      { minutes: 480, valid_on: "2026-03-03", corrects_id: null, source: "internship-day" },
    ]);
    expect((await participation()).in_person_minutes).toBe(480);
    expect(await app.db("internship_confirmations")).toMatchObject([
      { answer: "confirmed", answered_name: "Jana Nová", confirmed_minutes: 480 },
    ]);
    expect(await app.db("internship_confirmed_days")).toMatchObject([
      { day_id: dayId, minutes: 480 },
    ]);
    expect((await confirm()).text).toContain("Není co potvrdit.");
  });

  test("of an internship that is no support reach no ledger", async () => {
    await app.db("internships").where({ id: at.internshipId }).update({ counts_as_support: false });
    await createDay(app.db, at);
    expect((await confirm()).status).toBe(303);
    expect(await postings()).toEqual([]);
  });

  test("are not confirmed unseen: hours changed since the page was opened are shown again", async () => {
    const dayId = await createDay(app.db, at);
    const browser = await manager();
    const address = `${page()}/hosts/${at.hostId}/confirmations`;
    const shown = await browser.get(`${address}/new`);
    const seen = /name="seen" value="([^"]*)"/.exec(shown.text)?.[1] ?? "";
    await app.db("internship_days").where({ id: dayId }).update({ minutes: 60, version: 2 });
    const answer = await browser.post(address, { reason: "Výkaz", seen });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Hodiny se mezitím změnily");
    expect(await postings()).toEqual([]);
  });

  test("once confirmed are changed with a reason, as a correction of the ledger", async () => {
    const dayId = await createDay(app.db, at);
    await confirm();
    const { version } = await app.db("internship_days").where({ id: dayId }).first();
    const browser = await manager();
    const sent = entry({ hours: "6", version: String(version) });
    expect((await browser.post(`${page()}/days/${dayId}`, sent)).status).toBe(422);
    const explained = { ...sent, reason: "Odešla dřív" };
    expect((await browser.post(`${page()}/days/${dayId}`, explained)).status).toBe(303);
    const [first, second] = await app.db("support_postings").orderBy("id");
    expect(second).toMatchObject({ minutes: 360, corrects_id: first.id });
    expect((await participation()).in_person_minutes).toBe(360);
    const evidence = await app.db("internship_confirmed_days").orderBy("id");
    expect(evidence.map(({ minutes }) => minutes)).toEqual([480, 360]);
  });

  test("once confirmed are deleted with a reason, and their hours go from the ledger", async () => {
    const dayId = await createDay(app.db, at);
    await confirm();
    const { version } = await app.db("internship_days").where({ id: dayId }).first();
    const browser = await manager();
    const deletion = `${page()}/days/${dayId}/deletion`;
    expect((await browser.post(deletion, { version: String(version) })).status).toBe(422);
    const sent = { version: String(version), reason: "Zapsáno omylem" };
    expect((await browser.post(deletion, sent)).status).toBe(303);
    expect((await participation()).in_person_minutes).toBe(0);
    expect((await browser.get(`${page()}/days/${dayId}/edit`)).status).toBe(404);
  });

  test("tell the second of two editors what the first one saved", async () => {
    const dayId = await createDay(app.db, at);
    const browser = await manager();
    await browser.post(`${page()}/days/${dayId}`, entry({ hours: "5", version: "1" }));
    const answer = await browser.post(`${page()}/days/${dayId}`, entry({ version: "1" }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Mezitím uloženo jiným uživatelem: 5:00");
  });

  test("belong to their internship and to who may write", async () => {
    const dayId = await createDay(app.db, at);
    const other = await createInternship(app.db, projectId, { state: "running" });
    expect((await (await manager()).get(`${page(other)}/days/${dayId}/edit`)).status).toBe(404);
    const finance = await createUser(app.db);
    await addMember(app.db, { projectId, userId: finance, role: "finance" });
    const browser = await app.signedInAs(finance);
    expect((await browser.post(`${page()}/days`, entry())).status).toBe(403);
  });
});
