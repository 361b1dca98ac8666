import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createCertificate } from "../../../support/event-factories.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createAttendance,
  createEvent,
  createOrganisation,
  createParticipant,
  createParticipation,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("registrations on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  let eventId: number;
  let page: string;

  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "coordinator" });
    eventId = await createEvent(app.db, projectId, { capacity: 2 });
    page = `/projects/${projectId}/events/${eventId}/registrations`;
  });
  afterEach(() => app.close());

  const coordinator = () => app.signedInAs(userId);
  const stored = async (id = eventId) => {
    const rows = await app
      .db("registrations as r")
      .join("participants as t", "t.id", "r.participant_id")
      .where("r.event_id", id)
      .orderBy("r.row_number")
      .select("r.*", "t.surname", "t.first_name", "t.born_on");
    return rows;
  };
  const states = async () => (await stored()).map(({ surname, state }) => `${surname} ${state}`);

  test("people are found in the registry, those of the project first, and added once", async () => {
    const stranger = await createParticipant(app.db, { surname: "Adamová" });
    const own = await createParticipant(app.db, { surname: "Adamová", first_name: "Zora" });
    await createParticipation(app.db, projectId, { participant_id: own });
    const browser = await coordinator();
    const { text, status } = await browser.post(`${page}/search`, { name: "adam" });
    expect(status).toBe(200);
    expect(text.indexOf("Adamová Zora")).toBeLessThan(text.indexOf("Adamová Alena"));
    const sent = {
      participantIds: [String(stranger), String(own)],
      state: "registered",
      origin: "registry",
      name: "adam",
      _submission: "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f",
    };
    expect((await browser.post(page, sent)).status).toBe(303);
    await browser.post(page, sent);
    await browser.post(page, { ...sent, _submission: "3c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f" });
    expect((await stored()).map((row) => [row.participant_id, row.row_number])).toEqual([
      [stranger, 1],
      [own, 2],
    ]);
    expect((await browser.get(page)).text).toContain("Adamová Zora");
  });

  test("nobody chosen shows the same search again", async () => {
    await createParticipant(app.db, { surname: "Adamová" });
    const sent = { name: "adam", state: "registered", origin: "registry" };
    const { text, status } = await (await coordinator()).post(page, sent);
    expect(status).toBe(422);
    expect(text).toContain("Vyberte alespoň jednu osobu.");
    expect(text).toContain("Adamová Alena");
  });

  test("over the capacity people wait; the first in line gets the place that becomes free", async () => {
    const browser = await coordinator();
    for (const surname of ["První", "Druhý", "Třetí", "Čtvrtý"]) {
      const id = await createParticipant(app.db, { surname });
      const sent = { participantIds: String(id), state: "registered", origin: "registry" };
      await browser.post(page, sent);
      app.clock.advance(60_000);
    }
    expect(await states()).toEqual([
      "První registered",
      "Druhý registered",
      "Třetí waiting",
      "Čtvrtý waiting",
    ]);
    const [first, , , fourth] = await stored();
    const full = { state: "registered", version: String(fourth.version) };
    const refused = await browser.post(`${page}/${fourth.id}/state`, full);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Akce je obsazená");
    await browser.post(`${page}/${first.id}/state`, { state: "withdrawn", version: "1" });
    expect(await states()).toEqual([
      "První withdrawn",
      "Druhý registered",
      "Třetí registered",
      "Čtvrtý waiting",
    ]);
    expect((await browser.get(page)).text).toContain("uvolnilo se místo");
    const stale = await browser.post(`${page}/${first.id}/state`, {
      state: "registered",
      version: "1",
    });
    expect(stale.status).toBe(409);
  });

  test("removal frees the place and the row number is given to nobody else", async () => {
    const ids = [];
    for (const surname of ["První", "Druhý", "Třetí"])
      ids.push(await createParticipant(app.db, { surname }));
    const browser = await coordinator();
    const sent = { participantIds: ids.map(String), state: "registered", origin: "registry" };
    await browser.post(page, sent);
    const [first] = await stored();
    expect((await browser.post(`${page}/${first.id}/removal`)).status).toBe(303);
    expect(await states()).toEqual(["Druhý registered", "Třetí registered"]);
    const last = (await stored()).at(-1);
    await browser.post(`${page}/${last.id}/removal`);
    await browser.post(page, { ...sent, participantIds: String(ids[0]) });
    expect((await stored()).map((row) => row.row_number)).toEqual([2, 4]);
  });

  test("who has an attendance is not removed", async () => {
    const registrationId = await createRegistration(app.db, eventId);
    const sessionId = await createSession(app.db, eventId);
    await createAttendance(app.db, { sessionId, registrationId });
    const browser = await coordinator();
    const answer = await browser.post(`${page}/${registrationId}/removal`);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("má zapsanou docházku");
  });

  test("who was given a certificate is not removed", async () => {
    const registrationId = await createRegistration(app.db, eventId);
    await createCertificate(app.db, { projectId, registrationId });
    const answer = await (await coordinator()).post(`${page}/${registrationId}/removal`);
    expect(answer.status).toBe(409);
  });

  test("a walk-in comes in over the capacity and goes back to the attendance", async () => {
    for (let one = 0; one < 2; one += 1) await createRegistration(app.db, eventId);
    const browser = await coordinator();
    const person = { surname: "Příchozí", firstName: "Jan", bornOn: "1. 2. 1980" };
    const answer = await browser.post(`${page}/person`, {
      ...person,
      email: "",
      organisation: "",
      state: "registered",
      origin: "walk-in",
    });
    expect(answer.headers.location).toBe(`/projects/${projectId}/events/${eventId}/attendance`);
    const added = (await stored()).at(-1);
    expect(added).toMatchObject({ surname: "Příchozí", state: "registered", origin: "walk-in" });
    await browser.post(`${page}/person`, { ...person, state: "registered", origin: "walk-in" });
    expect(await stored()).toHaveLength(3);
  });

  test.each([
    ["no surname", { surname: "" }, "Vyplňte toto pole."],
    ["31 February", { bornOn: "31. 2. 1980" }, "Zadejte skutečné datum"],
    ["an unknown organisation", { organisation: "Nikde" }, "Organizaci neznáme"],
    ["no e-mail", { email: "nikdo" }, "Zadejte e-mailovou adresu"],
  ])("the card of a new person with %s keeps what was typed", async (_, wrong, sentence) => {
    const sent = { surname: "Nová", firstName: "Olga", state: "registered", origin: "registry" };
    const answer = await (await coordinator()).post(`${page}/person`, { ...sent, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain('value="Olga"');
    expect(await stored()).toEqual([]);
  });

  describe("a pasted list", () => {
    const LINES = [
      "Žďárská Alena; 1. 5. 1980; Domov Pohoda",
      "Novák Jan",
      "nesmysl",
      "Nový Petr; 2. 2. 1990; Neznámá",
    ].join("\n");

    test("is shown as it was understood and saves nothing before it is confirmed", async () => {
      await createOrganisation(app.db, { name: "Domov Pohoda" });
      const known = await createParticipant(app.db, {
        first_name: "Alena",
        surname: "Žďárská",
        identity_key: "alena|zdarska|1980-05-01",
      });
      const alike = await createParticipant(app.db, { first_name: "Jan", surname: "Novák" });
      const browser = await coordinator();
      const preview = await browser.post(`${page}/paste/preview`, {
        lines: LINES,
        state: "invited",
      });
      expect(preview.status).toBe(200);
      for (const words of ["je v registru", "vyberte, kdo to je", "Nečitelné", "nová osoba"])
        expect(preview.text).toContain(words);
      expect(preview.text).toContain("organizaci neznáme");
      expect(await stored()).toEqual([]);
      const saved = await browser.post(`${page}/paste`, {
        lines: LINES,
        state: "invited",
        choice: [String(known), String(alike), "skip", "new"],
      });
      expect(saved.status).toBe(303);
      expect(await states()).toEqual(["Žďárská invited", "Novák invited", "Nový invited"]);
      const [first, , third] = await stored();
      expect(first.organisation_id).not.toBeNull();
      expect(third).toMatchObject({ first_name: "Petr", born_on: "1990-02-02", origin: "paste" });
    });

    test("refuses a choice of somebody who is not there and keeps the lines", async () => {
      const answer = await (await coordinator()).post(`${page}/paste`, {
        lines: LINES,
        state: "invited",
        choice: ["999999", "skip", "skip", "skip"],
      });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("nesmysl");
      expect(await stored()).toEqual([]);
    });
  });

  test("only its coordinator opens the people of a confidential event", async () => {
    await app.db("events").where({ id: eventId }).update({ is_confidential: true });
    expect((await (await coordinator()).get(page)).status).toBe(403);
    await app.db("events").where({ id: eventId }).update({ owner_user_id: userId });
    expect((await (await coordinator()).get(page)).status).toBe(200);
  });

  test("every look at names is put down, and no name is in the history", async () => {
    await createRegistration(app.db, eventId, {
      participant_id: await createParticipant(app.db, { surname: "Kanárková" }),
    });
    const browser = await coordinator();
    await browser.get(page);
    await browser.post(`${page}/search`, { name: "kanar" });
    const looks = await app.db("personal_data_accesses").orderBy("id").select("action", "route");
    expect(looks).toEqual([
      { action: "view", route: "GET /projects/:projectId/events/:eventId/registrations" },
      { action: "search", route: "POST /projects/:projectId/events/:eventId/registrations/search" },
    ]);
    const history = JSON.stringify(await app.db("audit_events"));
    expect(history).not.toMatch(/kan[aá]r/i);
  });

  test("the list asks the same few questions however many people there are", async () => {
    const browser = await coordinator();
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get(page)))).length;
    const few = await count();
    for (let one = 0; one < 5; one += 1) await createRegistration(app.db, eventId);
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });
});
