import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createContact,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

const REFUSED = {
  outcome: "permanent",
  phase: "rcpt",
  code: "550",
  answer: "no such user",
} as const;
const ACCEPTED = { outcome: "ok", phase: "after-data", code: "250", answer: "ok" } as const;

describe.each(engines)("the page of messages of an event on %s", (engine) => {
  let house: TestApp;
  let browser: Browser;
  let projectId: number;
  let eventId: number;
  let list: string;

  beforeEach(async () => {
    house = await openTestApp(engine);
    const userId = await createUser(house.db);
    projectId = await createProject(house.db);
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    browser = await house.signedInAs(userId);
    eventId = await createEvent(house.db, projectId, { owner_user_id: userId, state: "confirmed" });
    await createSession(house.db, eventId);
    list = `/projects/${projectId}/events/${eventId}/messages`;
  });
  afterEach(() => house.close());

  const deliver = () => deliverMail(house, { owner: "test", wait: async () => {} });
  const mails = () => house.db("outgoing_mails").orderBy("id").select();

  async function registered(email: string, surname = "Nová"): Promise<number> {
    const participant_id = await createParticipant(house.db, { email, surname });
    return createRegistration(house.db, eventId, { participant_id });
  }
  const remind = (id: number) =>
    browser.post(list, {
      kind: "reminder",
      audience: "registered",
      registrations: [String(id)],
    });

  test("writes to all of a conference at once", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 210; n += 1) ids.push(await registered(`host${n}@posta.test`));
    const sent = await browser.post(list, {
      ...{ kind: "reminder", audience: "registered" },
      registrations: ids.map(String),
    });
    expect(sent.status).toBe(303);
    expect(await mails()).toHaveLength(210);
  });

  test("says what will leave, when and to how many", async () => {
    await registered("jedna@posta.test");
    await registered("dva@posta.test");
    await house.db("participants").where({ email: "dva@posta.test" }).update({
      refused_mail_at: "2026-03-01T08:00:00.000Z",
    });
    const page = await browser.get(list);
    expect(page.text).toMatch(
      /Připomínka 3 dny před 10\.\s3\.\s2026[\s\S]*7\.\s3\.\s2026[\s\S]*1 člověku/,
    );
    expect(page.text).toMatch(/Připomínka den před 10\.\s3\.\s2026[\s\S]*9\.\s3\.\s2026/);
    expect(page.text).toContain("Poděkování s osvědčením");
    const added = await createParticipant(house.db, { email: "tri@posta.test" });
    await browser.post(`/projects/${projectId}/events/${eventId}/registrations`, {
      participantIds: [String(added)],
      state: "registered",
    });
    expect((await browser.get(list)).text).toMatch(/Pozvánka na akci[\s\S]*8:40[\s\S]*1 člověku/);
  });

  test("has a switch, whose turning is on record", async () => {
    expect((await browser.get(list)).text).toContain("Vypnout automatické zprávy");
    expect((await browser.post(`${list}/mailing`, { sendsMails: "maybe" })).status).toBe(422);
    expect((await browser.post(`${list}/mailing`, { sendsMails: "false" })).status).toBe(303);
    const page = await browser.get(list);
    expect(page.text).toContain("Zapnout automatické zprávy");
    expect(page.text).not.toContain("Připomínka den před");
    const events = await house.db("audit_events").where({ action: "event-message.switched" });
    expect(events).toHaveLength(1);
    const event = await browser.get(`/projects/${projectId}/events/${eventId}`);
    expect(event.text).toMatch(/Automatické zprávy[\s\S]*ano[\s\S]*ne/);
  });

  test("turned on again invites the guests who were not", async () => {
    await house.db("events").update({ sends_mails: false });
    const contact_id = await createContact(house.db, {
      email: "petr@centrum.test",
      agreed_to_mail_at: "2026-01-05T08:00:00.000Z",
      name: "Petr Lektor",
    });
    await house.db("event_lecturers").insert({ event_id: eventId, contact_id });
    await browser.post(`${list}/mailing`, { sendsMails: "true" });
    expect(await mails()).toMatchObject([{ template: "event-invitation", state: "pending" }]);
    expect((await browser.get(list)).text).toContain("Hosté: Petr Lektor.");
    await house.db("outgoing_mails").delete();
    expect((await browser.get(list)).text).toContain("Petr Lektor (zatím bez pozvánky)");
  });

  test("puts what failed on top, and sends it again once it was mended", async () => {
    house.mailer.answerWith(REFUSED);
    await remind(await registered("spatna@posta.test", "Chybná"));
    await deliver();
    house.mailer.answerWith(ACCEPTED);
    await remind(await registered("dobra@posta.test", "Dobrá"));
    await deliver();
    const page = await browser.get(list);
    expect(page.text).toContain("1 zpráva se nepodařilo odeslat");
    expect(page.text.indexOf("Chybná")).toBeLessThan(page.text.indexOf("Dobrá"));
    await house.db("participants").where({ surname: "Chybná" }).update({ email: "ted@posta.test" });
    const [failed] = await mails();
    expect((await browser.post(`${list}/${failed.id}/copies`)).status).toBe(303);
    expect((await browser.post(`${list}/${failed.id}/copies`)).status).toBe(303);
    await deliver();
    expect(await mails()).toHaveLength(3);
    expect(house.mailer.sent.at(-1)?.to.address).toBe("ted@posta.test");
  });

  test("sends nothing again that is on its way, no longer true, or of another event", async () => {
    await remind(await registered("jedna@posta.test"));
    const [mail] = await mails();
    expect((await browser.post(`${list}/${mail.id}/copies`)).status).toBe(409);
    await deliver();
    const elsewhere = await createEvent(house.db, projectId);
    const foreign = `/projects/${projectId}/events/${elsewhere}/messages/${mail.id}/copies`;
    expect((await browser.post(foreign)).status).toBe(404);
    await house.db("events").where({ id: eventId }).update({ state: "held" });
    expect((await browser.post(`${list}/${mail.id}/copies`)).status).toBe(409);
  });

  test("asks the database as often for twenty people as for one", async () => {
    await remind(await registered("jedna@posta.test"));
    const ask = () => statementsOf(house.db, async () => void (await browser.get(list)));
    const few = await ask();
    for (let n = 0; n < 20; n += 1) await remind(await registered(`osoba${n}@posta.test`));
    expect((await ask()).length).toBe(few.length);
    expect(few.length).toBeLessThanOrEqual(14);
  });
});
