import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createCertificate } from "../../../support/event-factories.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createAttendance,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("messages to people of an event on %s", (engine) => {
  let house: TestApp;
  let browser: Browser;
  let userId: number;
  let projectId: number;
  let eventId: number;
  let list: string;

  beforeEach(async () => {
    house = await openTestApp(engine);
    userId = await createUser(house.db, { name: "Karel Koordinátor", email: "karel@kraj.test" });
    projectId = await createProject(house.db);
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    browser = await house.signedInAs(userId);
    await openEvent({});
  });
  afterEach(() => house.close());

  async function openEvent(given: Record<string, unknown>): Promise<void> {
    eventId = await createEvent(house.db, projectId, {
      title: "Základy krizové intervence",
      place: "Krajský úřad",
      owner_user_id: userId,
      ...given,
    });
    await createSession(house.db, eventId);
    list = `/projects/${projectId}/events/${eventId}/messages`;
  }

  async function person(
    surname: string,
    given: { state?: string; email?: string | null } = {},
  ): Promise<number> {
    const email = given.email === undefined ? "host@posta.test" : given.email;
    const participant_id = await createParticipant(house.db, { surname, email });
    return createRegistration(house.db, eventId, {
      participant_id,
      state: given.state ?? "registered",
    });
  }

  const send = (registrations: number[], fields: Record<string, string> = {}) =>
    browser.post(list, {
      kind: "reminder",
      audience: "registered",
      registrations: registrations.map(String),
      ...fields,
    });

  const deliver = () => deliverMail(house, { owner: "test", wait: async () => {} });
  const mails = () =>
    house.db("outgoing_mails").orderBy("id").select("state", "reason", "template");

  test("offer those of a state, name who has no e-mail, and show the wording", async () => {
    await person("Přihlášená");
    await person("Bezadresy", { email: null });
    await person("Čekající", { state: "waiting" });
    const page = await browser.get(`${list}/new`);
    expect(page.status).toBe(200);
    const reminder = await browser.get(`${list}/new?kind=reminder`);
    expect(reminder.text).toContain("Přihlášená");
    expect(reminder.text).toMatch(/Bezadresy[\s\S]*bez e-mailu/);
    expect(reminder.text).not.toContain("Čekající");
    expect(reminder.text).toContain("Připomínáme: Základy krizové intervence");
    const waiting = await browser.get(`${list}/new?kind=reminder&audience=waiting`);
    expect(waiting.text).toContain("Čekající");
    const accesses = await house.db("personal_data_accesses").select();
    expect(accesses.length).toBeGreaterThan(0);
  });

  test("leave to each on their own, saying when and where and naming nobody of them", async () => {
    const first = await person("Žížalová", { email: "jedna@posta.test" });
    const second = await person("Říhová", { email: "dva@posta.test" });
    expect((await send([first, second])).status).toBe(303);
    await deliver();
    expect(house.mailer.sent.map(({ to }) => to)).toEqual([
      { name: "", address: "dva@posta.test" },
      { name: "", address: "jedna@posta.test" },
    ]);
    const [mail] = house.mailer.sent;
    expect(mail?.text).toContain("Krajský úřad");
    expect(mail?.text).toContain("úterý 10.\u00a0března 2026 9:00–15:00");
    expect(mail?.text).toContain("karel@kraj.test");
    const kept = [house.mailer.sent, await house.db("outgoing_mails").select()];
    kept.push(await house.db("audit_events").select());
    expect(JSON.stringify(kept)).not.toMatch(/Žížalová|Říhová/);
    const log = await browser.get(list);
    expect(log.text).toMatch(/Žížalová[\s\S]*odesláno/);
  });

  test("of an English event are English", async () => {
    await house.db("events").where({ id: eventId }).update({ language: "en" });
    await send([await person("Nová")]);
    await deliver();
    expect(house.mailer.sent[0]?.subject).toBe("Reminder: Základy krizové intervence");
  });

  test("sent twice leave once a day", async () => {
    const one = await person("Nová");
    await send([one]);
    await send([one]);
    expect(await mails()).toHaveLength(1);
    const _submission = "0f8fad5b-d9cb-469f-a165-70867728950e";
    await send([one], { kind: "change", _submission });
    await send([one], { kind: "change", _submission });
    expect(await mails()).toHaveLength(2);
  });

  test("do not leave to who was meanwhile withdrawn, anonymised, or when the event fell through", async () => {
    const withdrawn = await person("Odhlášená");
    const gone = await person("Smazaná");
    const left = await person("Zbylá");
    await send([withdrawn, gone, left]);
    await house.db("registrations").where({ id: withdrawn }).update({ state: "withdrawn" });
    const { participant_id } = await house.db("registrations").where({ id: gone }).first();
    await house
      .db("participants")
      .where({ id: participant_id })
      .update({ anonymised_at: "2026-03-02T07:40:00.000Z" });
    await deliver();
    expect(await mails()).toMatchObject([
      { state: "cancelled", reason: "no-longer-among" },
      { state: "cancelled", reason: "recipient-gone" },
      { state: "sent" },
    ]);
    house.mailer.sent.length = 0;
    await send([left], { kind: "change" });
    await house.db("events").where({ id: eventId }).update({ state: "cancelled" });
    await deliver();
    expect(house.mailer.sent).toEqual([]);
    expect((await mails()).at(-1)).toMatchObject({ state: "cancelled", reason: "event-changed" });
    expect((await browser.get(list)).text).toContain("akce se mezitím změnila");
  });

  test("go to the address that is true when they leave", async () => {
    const one = await person("Nová", { email: "stara@posta.test" });
    await send([one]);
    await house.db("participants").update({ email: "nova@posta.test" });
    await deliver();
    expect(house.mailer.sent[0]?.to.address).toBe("nova@posta.test");
  });

  test("say only what is true of the event now", async () => {
    const one = await person("Nová");
    expect((await send([one], { kind: "cancelled" })).status).toBe(409);
    await house.db("events").where({ id: eventId }).update({ state: "cancelled" });
    expect((await send([one])).status).toBe(409);
    expect((await send([one], { kind: "cancelled" })).status).toBe(303);
    await deliver();
    expect(house.mailer.sent[0]?.subject).toBe("Akce se nekoná: Základy krizové intervence");
  });

  test("tell of certificates only those who have one", async () => {
    const has = await person("Mající");
    const hasNot = await person("Nemající");
    await createCertificate(house.db, { projectId, registrationId: has });
    await house.db("events").where({ id: eventId }).update({ state: "closed" });
    const fields = { kind: "certificate-ready", audience: "registered" };
    expect((await send([hasNot], fields)).status).toBe(422);
    expect((await send([has], { ...fields, audience: "certified" })).status).toBe(303);
    await deliver();
    expect(house.mailer.sent).toHaveLength(1);
  });

  test("reach those who attended apart from those who did not come", async () => {
    const there = await person("Bylatam");
    const missing = await person("Nebylatam");
    const [{ id: sessionId }] = await house.db("event_sessions").select("id");
    await createAttendance(house.db, { sessionId, registrationId: there });
    await createAttendance(house.db, { sessionId, registrationId: missing }, { state: "absent" });
    const attended = await browser.get(`${list}/new?kind=change&audience=attended`);
    expect(attended.text).toContain("Bylatam");
    expect(attended.text).not.toContain("Nebylatam");
    const absent = await browser.get(`${list}/new?kind=change&audience=absent`);
    expect(absent.text).toContain("Nebylatam");
    expect(absent.text).not.toContain("Bylatam");
  });

  test("need somebody chosen who has an address and belongs to the event", async () => {
    expect((await send([])).status).toBe(422);
    expect((await send([await person("Bezadresy", { email: null })])).status).toBe(422);
    expect((await send([await person("Čekající", { state: "waiting" })])).status).toBe(422);
    const elsewhere = await createEvent(house.db, await createProject(house.db));
    expect((await send([await createRegistration(house.db, elsewhere)])).status).toBe(422);
    expect(await mails()).toEqual([]);
  });

  test("are not written about a confidential event, and only coordinators write", async () => {
    const readerId = await createUser(house.db);
    await addMember(house.db, { projectId, userId: readerId, role: "reader" });
    expect((await (await house.signedInAs(readerId)).get(list)).status).toBe(403);
    expect((await (await house.signedInAs(await createUser(house.db))).get(list)).status).toBe(404);
    await openEvent({ is_confidential: true });
    const one = await person("Nová");
    expect((await browser.get(list)).text).toContain("důvěrné akce systém nepíše");
    expect((await browser.get(`${list}/new`)).status).toBe(409);
    expect((await send([one])).status).toBe(409);
    const otherId = await createUser(house.db);
    await addMember(house.db, { projectId, userId: otherId, role: "manager" });
    expect((await (await house.signedInAs(otherId)).get(list)).status).toBe(403);
  });

  test("that became confidential after they were queued do not leave", async () => {
    await send([await person("Nová")]);
    await house.db("events").where({ id: eventId }).update({ is_confidential: true });
    await deliver();
    expect(house.mailer.sent).toEqual([]);
  });

  test("ask the database as often for twenty people as for one", async () => {
    await person("Nová");
    const few = await statementsOf(house.db, async () => void (await browser.get(`${list}/new`)));
    for (let n = 0; n < 20; n += 1) await person(`Nová${n}`);
    const many = await statementsOf(house.db, async () => void (await browser.get(`${list}/new`)));
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(8);
  });
});
