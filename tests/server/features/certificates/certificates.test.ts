import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dropCertificateFiles } from "../../../../server/features/certificates/files/service.ts";
import { pathOfFile } from "../../../../server/files.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createAttendance,
  createContact,
  createEvent,
  createOrganisation,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

const NAME = { first_name: "Žaneta", surname: "Říčařová-Ďurišová" };

describe.each(engines)("certificates on %s", (engine) => {
  let house: TestApp;
  let browser: Browser;
  let userId: number;
  let projectId: number;
  let eventId: number;
  let sessions: number[];
  let list: string;

  beforeEach(async () => {
    house = await openTestApp(engine);
    userId = await createUser(house.db);
    projectId = await createProject(house.db, {
      title: "Rozvoj péče o duševní zdraví",
      registration_number: "CZ.03.02.02/00/22_006/0001329",
      beneficiary_id: await createOrganisation(house.db, { name: "Královéhradecký kraj" }),
    });
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    browser = await house.signedInAs(userId);
    await openEvent({});
  });
  afterEach(() => house.close());

  async function openEvent(given: Record<string, unknown>): Promise<void> {
    eventId = await createEvent(house.db, projectId, {
      title: "Krizová intervence: příliš žluťoučký kůň",
      goal: "Účastníci dokážou rozpoznat krizi.",
      accreditation_number: "A2025/0123",
      state: "closed",
      starts_on: "2026-02-10",
      ends_on: "2026-02-11",
      ...given,
    });
    sessions = [
      await createSession(house.db, eventId, { held_on: "2026-02-10" }),
      await createSession(house.db, eventId, { held_on: "2026-02-11" }),
    ];
    list = `/projects/${projectId}/events/${eventId}/certificates`;
  }

  /** Somebody with these states on the days of the event. */
  async function attended(
    states: string[],
    person: Record<string, unknown> = {},
  ): Promise<{ registrationId: number; participantId: number }> {
    const participantId = await createParticipant(house.db, person);
    const registrationId = await createRegistration(house.db, eventId, {
      participant_id: participantId,
    });
    for (const [index, state] of states.entries()) {
      const cell = { sessionId: sessions[index] ?? 0, registrationId };
      const minutes = state === "left-early" ? { minutes: 100 } : {};
      await createAttendance(house.db, cell, { state, ...minutes });
    }
    return { registrationId, participantId };
  }

  const issue = (registrations: number[], fields: Record<string, string> = {}) =>
    browser.post(list, {
      basis: "share",
      least: "80",
      registrations: registrations.map(String),
      ...fields,
    });

  const issued = () =>
    house
      .db("certificates")
      .orderBy("id")
      .select("id", "year", "number", "minutes", "file", "sha256", "replaces_id");

  const textOf = async (bytes: Buffer) => {
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
    return { totalPages, text: text.join("\n").replace(/\s+/g, " ") };
  };

  test("tell who is entitled, who not and why, at the share that was chosen", async () => {
    await attended(["present", "present"], { surname: "Plná" });
    await attended(["present", "left-early"], { surname: "Částečná" });
    await attended(["absent", "excused"], { surname: "Nepřítomná" });
    const page = await browser.get(list);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Plná[\s\S]*?12\u00a0h, 100\u00a0%[\s\S]*?má nárok/);
    expect(page.text).toMatch(/Částečná[\s\S]*?7,67\u00a0h, 64\u00a0%[\s\S]*?nedosáhl/);
    expect(page.text).toMatch(/Nepřítomná[\s\S]*?nezúčastnil/);
    const lower = await browser.get(`${list}?basis=hours&least=7`);
    expect(lower.text.match(/má nárok/g)).toHaveLength(2);
  });

  test("are numbered one after another and say in Czech what was attended", async () => {
    const lecturer = await createContact(house.db, { name: "PhDr. Šárka Ťápalová" });
    await house.db("event_lecturers").insert({ event_id: eventId, contact_id: lecturer });
    const first = await attended(["present", "present"], { ...NAME, title_before: "Mgr." });
    const second = await attended(["present", "present"]);
    const answer = await issue([first.registrationId, second.registrationId], {
      place: "V Hradci Králové",
      signatory: "Ing. Jiří Šťastný",
    });
    expect(answer.status).toBe(303);
    const rows = await issued();
    expect(rows.map(({ year, number, minutes }) => [year, number, minutes])).toEqual([
      [2026, 1, 720],
      [2026, 2, 720],
    ]);
    const ofFirst = await house
      .db("certificates")
      .where({ registration_id: first.registrationId })
      .first();
    const download = await browser.get(`${list}/${ofFirst.id}`).buffer(true);
    expect(download.headers["content-type"]).toBe("application/pdf");
    expect(download.headers["content-disposition"]).not.toContain("Říčařová");
    const bytes = await readFile(pathOfFile(house.config.dataDir, ofFirst.file));
    expect(bytes.equals(download.body)).toBe(true);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(ofFirst.sha256);
    const { totalPages, text } = await textOf(bytes);
    expect(totalPages).toBe(1);
    for (const part of [
      "OSVĚDČENÍ",
      `číslo ${ofFirst.number}/2026`,
      "Mgr. Žaneta Říčařová-Ďurišová",
      "Krizová intervence: příliš žluťoučký kůň",
      "Účastníci dokážou rozpoznat krizi.",
      "A2025/0123",
      "12 hodin",
      "PhDr. Šárka Ťápalová",
      "Královéhradecký kraj",
      "CZ.03.02.02/00/22_006/0001329",
      "V Hradci Králové dne 2. 3. 2026",
      "Ing. Jiří Šťastný",
      "Spolufinancováno Evropskou unií",
    ])
      expect(text).toContain(part);
  }, 30_000);

  test("come in one file, and each download is put down", async () => {
    const people = [await attended(["present", "present"]), await attended(["present", "present"])];
    await issue(people.map(({ registrationId }) => registrationId));
    const whole = await browser.get(`${list}?format=pdf`).buffer(true);
    expect((await textOf(whole.body)).totalPages).toBe(2);
    const [row] = await issued();
    await browser.get(`${list}/${row.id}`);
    const accesses = await house.db("personal_data_accesses").orderBy("id").select("action");
    expect(accesses.map(({ action }) => action)).toContain("export");
    expect(accesses.map(({ action }) => action)).toContain("open-document");
  }, 30_000);

  test("issued twice by one form or by two people at once leave no gap and no twin", async () => {
    const { registrationId: one } = await attended(["present", "present"]);
    const { registrationId: other } = await attended(["present", "present"]);
    const _submission = "0f8fad5b-d9cb-469f-a165-70867728950e";
    await issue([one], { _submission });
    await issue([one], { _submission });
    expect(await issued()).toHaveLength(1);
    const answers = await Promise.all([issue([other]), issue([other])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await issued()).map(({ number }) => number)).toEqual([1, 2]);
  }, 30_000);

  test("are given only to the entitled, and the form keeps what was typed", async () => {
    const { registrationId } = await attended(["present", "absent"]);
    const refused = await issue([registrationId], { place: "V Náchodě" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("už nárok nemá");
    const nobody = await browser.post(list, { basis: "share", least: "80", place: "V Náchodě" });
    expect(nobody.status).toBe(422);
    const unclear = await issue([registrationId], { least: "mnoho" });
    expect(unclear.status).toBe(422);
    const elsewhere = await createRegistration(
      house.db,
      await createEvent(house.db, await createProject(house.db)),
    );
    expect((await issue([elsewhere])).status).toBe(422);
    expect(await issued()).toEqual([]);
  });

  test("wait for the event to be closed", async () => {
    await openEvent({ state: "held" });
    const { registrationId } = await attended(["present", "present"]);
    const page = await browser.get(list);
    expect(page.text).toContain("až po uzavření akce");
    expect((await issue([registrationId])).status).toBe(409);
  });

  test("are issued again with a reason; the one before stays and says so", async () => {
    const { registrationId } = await attended(["present", "present"], NAME);
    await issue([registrationId]);
    const [first] = await issued();
    const missing = await browser.post(`${list}/${first.id}/reissues`, { reason: "" });
    expect(missing.status).toBe(422);
    const answer = await browser.post(`${list}/${first.id}/reissues`, {
      reason: "oprava příjmení",
    });
    expect(answer.status).toBe(303);
    const [, second] = await issued();
    expect(second).toMatchObject({ number: 2, replaces_id: first.id });
    const page = await browser.get(list);
    expect(page.text).toMatch(/č\.\u00a02\/2026[\s\S]*nahrazuje č\.\u00a01\/2026: oprava příjmení/);
    const again = await browser.post(`${list}/${first.id}/reissues`, { reason: "znovu" });
    expect(again.status).toBe(409);
    expect((await browser.get(`${list}/${first.id}`)).status).toBe(200);
  }, 30_000);

  test("whose drawing failed keep their number and are drawn later, once", async () => {
    const { registrationId } = await attended(["present", "present"]);
    await issue([registrationId]);
    const [drawn] = await issued();
    await house.db("certificates").update({ file: null, sha256: null });
    expect((await browser.get(list)).text).toContain("soubor se nevytvořil");
    expect((await browser.get(`${list}/${drawn.id}`)).status).toBe(404);
    expect((await browser.post(`${list}/drawing`)).status).toBe(303);
    const [again] = await issued();
    expect(again.file).not.toBeNull();
    await browser.post(`${list}/drawing`);
    expect((await issued())[0].file).toBe(again.file);
  }, 30_000);

  test("of somebody anonymised let go of their file and keep their number", async () => {
    const { registrationId, participantId } = await attended(["present", "present"]);
    await issue([registrationId]);
    const [before] = await issued();
    const files = await house.db.transaction((trx) =>
      dropCertificateFiles({ trx, at: house.clock.now() }, [participantId]),
    );
    expect(files).toEqual([before.file]);
    expect((await browser.get(`${list}/${before.id}`)).status).toBe(404);
    expect((await browser.get(list)).text).toContain("soubor byl smazán");
    await browser.post(`${list}/drawing`);
    expect((await issued())[0].file).toBeNull();
  }, 30_000);

  test("are for those who may read names, of a confidential event for its coordinator", async () => {
    const strangerId = await createUser(house.db);
    const readerId = await createUser(house.db);
    await addMember(house.db, { projectId, userId: readerId, role: "reader" });
    expect((await (await house.signedInAs(strangerId)).get(list)).status).toBe(404);
    expect((await (await house.signedInAs(readerId)).get(list)).status).toBe(403);
    await openEvent({ is_confidential: true, owner_user_id: userId });
    const { registrationId } = await attended(["present", "present"], NAME);
    await issue([registrationId]);
    const [row] = await issued();
    const otherId = await createUser(house.db);
    await addMember(house.db, { projectId, userId: otherId, role: "manager" });
    const other = await house.signedInAs(otherId);
    for (const path of [list, `${list}?format=pdf`, `${list}/${row.id}`]) {
      const answer = await other.get(path);
      expect(answer.status).toBe(403);
      expect(answer.text).not.toMatch(/Říčařová|žluťoučký/);
    }
    expect((await browser.get(list)).status).toBe(200);
  }, 30_000);

  test("leave no name in the history", async () => {
    const { registrationId } = await attended(["present", "present"], NAME);
    await issue([registrationId]);
    const events = await house.db("audit_events").select();
    expect(JSON.stringify(events)).not.toMatch(/Říčařová|Žaneta/);
  }, 30_000);

  test("ask the database as often for twenty people as for one", async () => {
    await attended(["present", "present"]);
    const few = await statementsOf(house.db, async () => void (await browser.get(list)));
    for (let n = 0; n < 20; n += 1) await attended(["present", "present"]);
    const many = await statementsOf(house.db, async () => void (await browser.get(list)));
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(8);
  });
});
