import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createAttendance,
  createEvent,
  createInternship,
  createParticipant,
  createParticipation,
  createPosting,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("the pages of hours on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  let page: string;

  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-11T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db, { name: "Jana Koordinátorová" });
    await addMember(app.db, { projectId, userId, role: "coordinator" });
    const rule = { programme: "OPZ+", valid_from: "2021-01-01", source: "Pravidla" };
    const created_at = "2026-01-01T00:00:00Z";
    await app
      .db("programme_rules")
      .insert({ ...rule, kind: "support-threshold", value: "40", created_at });
    page = `/projects/${projectId}/hours`;
  });
  afterEach(() => app.close());

  const coordinator = () => app.signedInAs(userId);

  /** Somebody with so many hours of the threshold of forty posted by hand. */
  async function person(surname: string, hours: number): Promise<{ id: number; of: number }> {
    const participant_id = await createParticipant(app.db, { surname });
    const minutes = hours * 60;
    const given = { participant_id, in_person_minutes: minutes };
    const id = await createParticipation(app.db, projectId, given);
    if (hours > 0) await createPosting(app.db, id, { minutes });
    return { id, of: participant_id };
  }

  const rowOf = (text: string, surname: string) => {
    const start = text.indexOf(surname);
    return start === -1 ? "" : text.slice(start, text.indexOf("</tr>", start));
  };

  test("each person is told what they have, what waits, what is booked and where it leads", async () => {
    await person("Dosáhla", 40);
    const waiting = await person("Vyčkávalová", 35);
    const booked = await person("Přihlášená", 30);
    const trainee = await person("Stážistka", 30);
    await person("Může", 30);
    await person("Nemůže", 10);
    const past = await createEvent(app.db, projectId, { state: "held" });
    const pastSession = await createSession(app.db, past);
    const seat = await createRegistration(app.db, past, { participant_id: waiting.of });
    await createAttendance(app.db, { sessionId: pastSession, registrationId: seat });
    const ahead = await createEvent(app.db, projectId, { state: "confirmed" });
    await createSession(app.db, ahead, { held_on: "2026-04-01", support_minutes: 600 });
    await createRegistration(app.db, ahead, { participant_id: booked.of });
    const internshipId = await createInternship(app.db, projectId, { planned_minutes: 600 });
    await app
      .db("internship_trainees")
      .insert({ internship_id: internshipId, participant_id: trainee.of });
    const { text } = await (await coordinator()).get(page);
    expect(rowOf(text, "Dosáhla")).toContain("hranice dosažena");
    expect(rowOf(text, "Vyčkávalová")).toContain("dosáhne z přihlášeného");
    expect(rowOf(text, "Vyčkávalová")).toContain("41 / 40\u00a0h");
    expect(rowOf(text, "Přihlášená")).toContain("dosáhne z přihlášeného");
    expect(rowOf(text, "Stážistka")).toContain("dosáhne z přihlášeného");
    expect(rowOf(text, "Může")).toContain("může dosáhnout");
    expect(rowOf(text, "Nemůže")).toContain("už nedosáhne");
    const lost = await (await coordinator()).get(`${page}?outlook=cannot-reach`);
    expect(lost.text).toContain("Nemůže");
    expect(lost.text).not.toContain("Dosáhla");
  });

  test("sessions after the end of the project help nobody", async () => {
    await person("Může", 30);
    const ahead = await createEvent(app.db, projectId);
    await createSession(app.db, ahead, { held_on: "2028-01-10", support_minutes: 600 });
    const { text } = await (await coordinator()).get(page);
    expect(rowOf(text, "Může")).toContain("už nedosáhne");
  });

  test("who may not read names sees counts and bands, and no workbook", async () => {
    await person("Kanárková", 40);
    const readerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: readerId, role: "reader" });
    const reader = await app.signedInAs(readerId);
    const { text, status } = await reader.get(page);
    expect(status).toBe(200);
    expect(text).toContain("Osoby podle rozsahu podpory");
    expect(text).not.toContain("Kanárková");
    const sheet = await reader.get(`${page}?format=xlsx`);
    expect(sheet.headers["content-type"]).toContain("text/html");
    expect(await app.db("personal_data_accesses")).toEqual([]);
  });

  test("the workbook is an export that is put down", async () => {
    await person("Nováková", 40);
    const answer = await (await coordinator()).get(`${page}?format=xlsx`);
    expect(answer.headers["content-type"]).toContain("spreadsheetml");
    const [access] = await app.db("personal_data_accesses");
    expect(access).toMatchObject({ action: "export", person_count: 1, user_id: userId });
  });

  test("the list asks the same few questions however many people there are", async () => {
    await person("První", 10);
    const browser = await coordinator();
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get(page)))).length;
    const few = await count();
    for (const surname of ["Druhá", "Třetí", "Čtvrtá"]) await person(surname, 20);
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(11);
  });

  describe("the ledger of one person", () => {
    const ENTRY = { validOn: "2. 3. 2026", form: "in-person", minutes: "3:30", note: "Konzultace" };
    let id: number;
    let ledger: string;
    beforeEach(async () => {
      id = (await person("Nováková", 0)).id;
      ledger = `${page}/${id}`;
    });
    const kept = () => app.db("participations").where({ id }).first();

    test("takes hours by hand with a reason, once", async () => {
      const browser = await coordinator();
      const sent = { ...ENTRY, _submission: "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f" };
      expect((await browser.post(`${ledger}/postings`, sent)).status).toBe(303);
      expect((await browser.post(`${ledger}/postings`, sent)).status).toBe(303);
      expect(await kept()).toMatchObject({ in_person_minutes: 210 });
      const { text } = await browser.get(ledger);
      expect(text).toContain("Konzultace");
      expect(text).toContain("3,5\u00a0h");
    });

    test.each([
      ["no reason", { note: "" }, "Vyplňte toto pole."],
      ["a day to come", { validOn: "12. 3. 2026" }, "Datum nesmí být v budoucnosti."],
      ["no hours", { minutes: "0" }, "Vyplňte toto pole."],
      ["hours that are none", { minutes: "dlouho" }, "Zadejte hodiny"],
      ["more than a day holds", { minutes: "25" }, "nejvýše 24"],
    ])("refuses %s and keeps what was typed", async (_, wrong, sentence) => {
      const answer = await (await coordinator()).post(`${ledger}/postings`, { ...ENTRY, ...wrong });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(sentence);
      expect(await app.db("support_postings")).toEqual([]);
    });

    test("corrects an entry by another one; both stay, and an entry is corrected once", async () => {
      const browser = await coordinator();
      await browser.post(`${ledger}/postings`, ENTRY);
      const [first] = await app.db("support_postings");
      const correction = `${ledger}/postings/${first.id}/correction`;
      expect((await browser.get(`${correction}/new`)).text).toContain('value="3:30"');
      const less = { ...ENTRY, minutes: "2", note: "Přepis" };
      expect((await browser.post(correction, less)).status).toBe(303);
      expect((await browser.post(correction, less)).status).toBe(409);
      expect(await kept()).toMatchObject({ in_person_minutes: 120 });
      const { text } = await browser.get(ledger);
      expect(text).toContain("opraveno");
      const second = (await app.db("support_postings").orderBy("id", "desc"))[0];
      const away = { ...ENTRY, minutes: "0", note: "Nepatří sem" };
      await browser.post(`${ledger}/postings/${second.id}/correction`, away);
      expect(await kept()).toMatchObject({ in_person_minutes: 0 });
    });

    test("hours of an event are put right in its attendance, not here", async () => {
      const eventId = await createEvent(app.db, projectId);
      const sessionId = await createSession(app.db, eventId);
      const postingId = await createPosting(app.db, id, { session_id: sessionId });
      const answer = await (await coordinator()).post(
        `${ledger}/postings/${postingId}/correction`,
        ENTRY,
      );
      expect(answer.status).toBe(409);
      expect(answer.text).toContain("opravte v docházce");
    });

    test("an event that is confidential is told by that word alone, but to its coordinator", async () => {
      const given = { title: "Kanárková supervize", is_confidential: true };
      const eventId = await createEvent(app.db, projectId, given);
      const session_id = await createSession(app.db, eventId);
      await createPosting(app.db, id, { session_id });
      const browser = await coordinator();
      const before = await browser.get(ledger);
      expect(before.text).toContain("Důvěrná akce");
      expect(before.text).not.toContain("Kanárková");
      await app.db("events").where({ id: eventId }).update({ owner_user_id: userId });
      expect((await browser.get(ledger)).text).toContain("Kanárková supervize");
    });

    test("is for whoever may read personal data, and a foreign one is missing", async () => {
      const readerId = await createUser(app.db);
      await addMember(app.db, { projectId, userId: readerId, role: "reader" });
      expect((await (await app.signedInAs(readerId)).get(ledger)).status).toBe(403);
      const elsewhere = await createParticipation(app.db, await createProject(app.db));
      expect((await (await coordinator()).get(`${page}/${elsewhere}`)).status).toBe(404);
      const theirs = await createPosting(app.db, elsewhere);
      const answer = await (await coordinator()).post(
        `${ledger}/postings/${theirs}/correction`,
        ENTRY,
      );
      expect(answer.status).toBe(404);
    });
  });
});
