import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { qrCode } from "../../../../server/values/qr-code.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import {
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

test("a QR code of an address has its three corners and a quiet zone", () => {
  const { size, path } = qrCode("https://osnova.kraj.test/projects/1/events/2/attendance");
  expect((size - 8) % 4).toBe(1);
  // Each corner is a square of seven modules, its first row drawn at one stroke.
  expect(path).toContain("M4 4h7v1h-7z");
  expect(path).toContain(`M${size - 11} 4h7v1h-7z`);
  expect(path).toContain(`M4 ${size - 5}h7v1h-7z`);
});

describe.each(engines)("papers of an event on %s", (engine) => {
  let app: TestApp;
  let userId: number;
  let eventId: number;
  let page: string;

  beforeEach(async () => {
    app = await openTestApp(engine);
    const projectId = await createProject(app.db);
    userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "coordinator" });
    eventId = await createEvent(app.db, projectId, { title: "Krizová intervence" });
    for (const day of [10, 11]) await createSession(app.db, eventId, { held_on: `2026-03-${day}` });
    for (const [surname, state] of [
      ["Přihlášená", "registered"],
      ["Odhlášená", "withdrawn"],
      ["Pozvaná", "invited"],
    ]) {
      const participant_id = await createParticipant(app.db, { surname, municipality: "Liberec" });
      await createRegistration(app.db, eventId, { participant_id, state });
    }
    page = `/projects/${projectId}/events/${eventId}`;
  });
  afterEach(() => app.close());

  test("the sheet has the rows of who is expected and blank ones numbered on", async () => {
    const { text } = await (await app.signedInAs(userId)).get(`${page}/sheet`);
    expect(text).toContain("Přihlášená Alena");
    expect(text).toContain("Pozvaná Alena");
    expect(text).not.toContain("Odhlášená");
    expect(
      [...text.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, number]) => number),
    ).toEqual(["1", "3", "4", "5", "6", "7", "8"]);
    expect(text.match(/>Podpis</g)).toHaveLength(2);
    expect(text).toContain("emblem-line");
    const [access] = await app.db("personal_data_accesses");
    expect(access).toMatchObject({ action: "print", user_id: userId });
  });

  test("each of those expected has a card of their own, filled with what is known", async () => {
    const { text } = await (await app.signedInAs(userId)).get(`${page}/registrations/cards`);
    expect(text.match(/<article/g)).toHaveLength(2);
    expect(text).toContain("Alena Přihlášená");
    expect(text).toContain("Liberec");
  });

  test("of a confidential event they are for its coordinator alone", async () => {
    await app.db("events").where({ id: eventId }).update({ is_confidential: true });
    const browser = await app.signedInAs(userId);
    for (const paper of ["sheet", "registrations/cards"])
      expect((await browser.get(`${page}/${paper}`)).status).toBe(403);
  });
});
