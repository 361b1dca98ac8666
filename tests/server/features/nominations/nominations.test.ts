import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { nominationToken } from "../../../../server/features/nominations/rules.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createAttendance,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

const ANSWER = { answer: "nominated", answeredName: "Ivana Ředitelová", isInformed: "true" };
const JANA = { person1FirstName: "Jana", person1Surname: "Žížalová", person1BornOn: "1. 2. 1980" };

describe.each(engines)("nominations on %s", (engine) => {
  let house: TestApp;
  let browser: Browser;
  let visitor: Browser;
  let projectId: number;
  let eventId: number;
  let list: string;

  beforeEach(async () => {
    house = await openTestApp(engine);
    const userId = await createUser(house.db);
    projectId = await createProject(house.db);
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    browser = await house.signedInAs(userId);
    visitor = house.visitor();
    await openEvent({});
  });
  afterEach(() => house.close());

  async function openEvent(given: Record<string, unknown>): Promise<void> {
    eventId = await createEvent(house.db, projectId, {
      title: "Základy krizové intervence",
      starts_on: "2026-04-10",
      ends_on: "2026-04-10",
      ...given,
    });
    list = `/projects/${projectId}/events/${eventId}/nominations`;
  }

  const ask = (fields: Record<string, string> = {}) =>
    browser.post(list, {
      organisation: "Centrum Ráj",
      ico: "",
      places: "2",
      answerBy: "2026-03-20",
      email: "",
      ...fields,
    });

  async function link(fields: Record<string, string> = {}): Promise<string> {
    expect((await ask(fields)).status).toBe(303);
    const row = await house.db("nomination_links").orderBy("id", "desc").first();
    const signed = { id: row.id, createdAt: row.created_at };
    return `/nominations/${nominationToken(house.config.secretKey, signed)}`;
  }

  const people = () =>
    house
      .db("registrations as r")
      .join("participants as t", "t.id", "r.participant_id")
      .where("r.event_id", eventId)
      .orderBy("r.id")
      .select("r.state", "r.origin", "t.surname", "t.email", "r.organisation_id");

  describe("a link", () => {
    test("is shown to the coordinator, and only its print is stored", async () => {
      const address = await link({ email: "info@raj.test" });
      const page = await browser.get(list);
      expect(page.text).toContain(address);
      expect(page.text).toContain("čeká na odpověď");
      const token = address.split("/").at(-1) ?? "";
      const rows = await house.db("nomination_links").select();
      expect(JSON.stringify(rows)).not.toContain(token);
      await deliverMail(house, { owner: "test", wait: async () => {} });
      const [mail] = house.mailer.sent;
      expect(mail?.to.address).toBe("info@raj.test");
      expect(mail?.text).toContain(address);
      expect(JSON.stringify(await house.db("outgoing_mails").select())).not.toContain(token);
    });

    test("needs an organisation, places and a day that is ahead, and keeps what was typed", async () => {
      const answer = await ask({ organisation: "", places: "0", answerBy: "31. 2. 2026" });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("31. 2. 2026");
      expect((await ask({ answerBy: "2026-03-01" })).status).toBe(422);
      expect((await ask({ answerBy: "2026-12-01" })).status).toBe(422);
      expect(await house.db("nomination_links").select()).toEqual([]);
    });

    test("of the same organisation takes the earlier one back", async () => {
      const first = await link();
      const second = await link();
      expect((await visitor.get(first)).status).toBe(410);
      expect((await visitor.get(second)).status).toBe(200);
    });

    test("made twice by one form is one", async () => {
      const _submission = "0f8fad5b-d9cb-469f-a165-70867728950e";
      await ask({ _submission });
      await ask({ _submission });
      expect(await house.db("nomination_links").select()).toHaveLength(1);
    });

    test("is reminded of once a day, only while nobody answered", async () => {
      const address = await link({ email: "info@raj.test" });
      const { id } = await house.db("nomination_links").first();
      const nudge = () => browser.post(`${list}/${id}/nudges`);
      expect((await nudge()).status).toBe(409);
      house.clock.set("2026-03-03T08:00:00Z");
      browser = await house.signedInAs((await house.db("users").first()).id);
      expect((await nudge()).status).toBe(303);
      expect((await nudge()).status).toBe(409);
      await deliverMail(house, { owner: "test", wait: async () => {} });
      expect(house.mailer.sent.map(({ subject }) => subject)).toEqual([
        "Nominace účastníků: Základy krizové intervence",
        "Připomínáme nominaci účastníků: Základy krizové intervence",
      ]);
      await visitor.post(address, { ...ANSWER, answer: "declined" });
      house.clock.set("2026-03-04T08:00:00Z");
      browser = await house.signedInAs((await house.db("users").first()).id);
      expect((await nudge()).status).toBe(409);
    });

    test("that was revoked answers nobody, and its mail does not leave", async () => {
      const address = await link({ email: "info@raj.test" });
      const { id } = await house.db("nomination_links").first();
      expect((await browser.post(`${list}/${id}/revocation`)).status).toBe(303);
      await deliverMail(house, { owner: "test", wait: async () => {} });
      expect(house.mailer.sent).toEqual([]);
      const page = await visitor.get(address);
      expect(page.status).toBe(410);
      expect(page.text).not.toContain("Základy krizové intervence");
      await visitor.post(address, { ...ANSWER, ...JANA });
      expect(await people()).toEqual([]);
    });

    test("is for coordinators, and of a confidential event there is none", async () => {
      const readerId = await createUser(house.db);
      await addMember(house.db, { projectId, userId: readerId, role: "reader" });
      expect((await (await house.signedInAs(readerId)).get(list)).status).toBe(403);
      expect((await (await house.signedInAs(await createUser(house.db))).get(list)).status).toBe(
        404,
      );
      const owner = (await house.db("users").orderBy("id").first()).id;
      await openEvent({ is_confidential: true, owner_user_id: owner });
      expect((await browser.get(list)).text).toContain("nemá nominační odkazy");
      expect((await ask()).status).toBe(409);
    });
  });

  describe("the page of a link", () => {
    test("tells what it is about and how data are treated, to nobody else", async () => {
      const page = await visitor.get(await link());
      expect(page.status).toBe(200);
      expect(page.text).toContain("Základy krizové intervence");
      expect(page.text).toContain("Ministerstvo práce a sociálních věcí");
      expect(page.headers["referrer-policy"]).toBe("no-referrer");
      expect(page.headers["x-robots-tag"]).toContain("noindex");
      const english = await visitor.get(`${await link()}?lang=en`);
      expect(english.text).toContain("Nomination for an event");
    });

    test("a made-up one is missing", async () => {
      expect((await visitor.get("/nominations/short")).status).toBe(404);
      expect((await visitor.get(`/nominations/${"a".repeat(43)}`)).status).toBe(404);
    });

    test("takes people in: they are known again, and wait when the event is full", async () => {
      await house.db("events").where({ id: eventId }).update({ capacity: 1 });
      const known = await createParticipant(house.db, {
        first_name: "Jana",
        surname: "Žížalová",
        born_on: "1980-02-01",
        identity_key: "jana|zizalova|1980-02-01",
        email: "jana@vlastni.test",
      });
      const address = await link();
      const answer = await visitor.post(address, {
        ...ANSWER,
        ...JANA,
        person1Email: "jina@raj.test",
        person2FirstName: "Petr",
        person2Surname: "Říha",
        person2Email: "petr@raj.test",
      });
      expect(answer.status).toBe(303);
      expect(answer.headers.location).toBe(address);
      expect(await people()).toMatchObject([
        {
          state: "registered",
          origin: "nomination",
          surname: "Žížalová",
          email: "jana@vlastni.test",
        },
        { state: "waiting", origin: "nomination", surname: "Říha", email: "petr@raj.test" },
      ]);
      expect((await people())[0].organisation_id).not.toBeNull();
      expect(await house.db("participants").where({ id: known })).toHaveLength(1);
      const page = await visitor.get(address);
      expect(page.text).toContain("Děkujeme, nominaci máme: 2 osoby");
      expect(page.text).toContain("Jana Ž.");
      expect(page.text).not.toMatch(/Žížalová|1980|petr@raj/);
      const seen = await browser.get(list);
      expect(seen.text).toContain("nominováno 2 osoby");
      expect(seen.text).not.toMatch(/Žížalová|Říha/);
    });

    test("says what is wrong beside the field and keeps what was typed", async () => {
      const address = await link();
      const halved = await visitor.post(address, {
        ...ANSWER,
        person1FirstName: "Jana",
        person1BornOn: "31. 2. 1980",
        person2Email: "kdesi",
      });
      expect(halved.status).toBe(422);
      expect(halved.text).toContain("31. 2. 1980");
      expect(halved.text).toContain('value="kdesi"');
      const empty = await visitor.post(address, ANSWER);
      expect(empty.text).toContain("Zapište aspoň jednoho člověka");
      const future = await visitor.post(address, {
        ...ANSWER,
        ...JANA,
        person1BornOn: "1. 1. 2030",
      });
      expect(future.status).toBe(422);
      const silent = await visitor.post(address, { ...ANSWER, ...JANA, isInformed: "" });
      expect(silent.status).toBe(422);
      const many = {
        ...JANA,
        person2FirstName: "Petr",
        person2Surname: "Říha",
        person3FirstName: "Pavel",
        person3Surname: "Třetí",
      };
      const tooMany = await visitor.post(address, { ...ANSWER, ...many });
      expect(tooMany.status).toBe(422);
      expect(tooMany.text).toContain("nejvýše 2 míst");
      const both = await visitor.post(address, { ...ANSWER, ...JANA, answer: "declined" });
      expect(both.status).toBe(422);
      expect(await people()).toEqual([]);
    });

    test("may change its mind until the deadline: who is taken back makes room", async () => {
      await house.db("events").where({ id: eventId }).update({ capacity: 1 });
      const address = await link();
      await visitor.post(address, { ...ANSWER, ...JANA });
      const other = await createRegistration(house.db, eventId, { state: "waiting" });
      const first = await house
        .db("registrations")
        .where({ event_id: eventId })
        .orderBy("id")
        .first();
      await visitor.post(address, {
        ...ANSWER,
        withdrawn: String(first.id),
        person1FirstName: "Petr",
        person1Surname: "Říha",
      });
      const states = await house.db("registrations").where({ event_id: eventId }).orderBy("id");
      expect(states.map(({ state }) => state)).toEqual(["withdrawn", "registered", "waiting"]);
      expect(states[1].id).toBe(other);
      await visitor.post(address, { ...ANSWER, ...JANA });
      const back = await house.db("registrations").where({ id: first.id }).first();
      expect(back.state).toBe("waiting");
      await visitor.post(address, { ...ANSWER, answer: "declined" });
      expect((await visitor.get(address)).text).toContain("že nikoho nevyšlete");
      const left = await people();
      expect(
        left.filter(({ origin }) => origin === "nomination").map(({ state }) => state),
      ).toEqual(["withdrawn", "withdrawn"]);
    });

    test("cannot take back who has been at the event, nor anybody of another link", async () => {
      const address = await link();
      await visitor.post(address, { ...ANSWER, ...JANA });
      const own = await house.db("registrations").where({ event_id: eventId }).first();
      const foreign = await createRegistration(house.db, eventId);
      const sessionId = await createSession(house.db, eventId);
      await createAttendance(house.db, { sessionId, registrationId: own.id });
      await visitor.post(address, { ...ANSWER, withdrawn: [String(own.id), String(foreign)] });
      const states = await house.db("registrations").where({ event_id: eventId }).orderBy("id");
      expect(states.map(({ state }) => state)).toEqual(["registered", "registered"]);
    });

    test("is shut after the deadline, and when the event is cancelled", async () => {
      const address = await link();
      await house.db("events").where({ id: eventId }).update({ state: "cancelled" });
      expect((await visitor.get(address)).status).toBe(410);
      await house.db("events").where({ id: eventId }).update({ state: "planned" });
      house.clock.set("2026-03-20T22:30:00Z");
      expect((await visitor.get(address)).status).toBe(200);
      house.clock.set("2026-03-20T23:30:00Z");
      const late = await visitor.get(address);
      expect(late.status).toBe(410);
      expect(late.text).toContain("Lhůta pro nominaci uplynula");
      const answer = await visitor.post(address, { ...ANSWER, ...JANA });
      expect(answer.status).toBe(410);
      expect(await people()).toEqual([]);
    });

    test("sent twice names people once, and no more than thrice the places ever", async () => {
      const address = await link({ places: "1" });
      const _submission = "0f8fad5b-d9cb-469f-a165-70867728950e";
      await visitor.post(address, { ...ANSWER, ...JANA, _submission });
      await visitor.post(address, { ...ANSWER, ...JANA, _submission });
      expect(await people()).toHaveLength(1);
      let answer = await visitor.get(address);
      for (const surname of ["Druhá", "Třetí", "Čtvrtá"]) {
        const before = await house.db("registrations").orderBy("id", "desc").first();
        const person = { person1FirstName: "Eva", person1Surname: surname };
        const fields = { ...ANSWER, ...person, withdrawn: String(before.id) };
        answer = await visitor.post(address, fields);
      }
      expect(answer.status).toBe(422);
      expect(await people()).toHaveLength(3);
    });

    test("leaves no name in the history, in mails or addresses", async () => {
      const address = await link({ email: "info@raj.test" });
      await visitor.post(address, { ...ANSWER, ...JANA });
      await deliverMail(house, { owner: "test", wait: async () => {} });
      const kept = JSON.stringify([
        await house.db("audit_events").select(),
        await house.db("outgoing_mails").select(),
        house.mailer.sent,
      ]);
      expect(kept).not.toMatch(/Žížalová|Jana/);
    });

    test("asks the database as often for many named as for one", async () => {
      const address = await link({ places: "20" });
      const name = async (n: number) =>
        visitor.post(address, { ...ANSWER, person1FirstName: "Eva", person1Surname: `Malá${n}` });
      await name(0);
      const few = await statementsOf(house.db, async () => void (await visitor.get(address)));
      for (let n = 1; n < 6; n += 1) await name(n);
      const many = await statementsOf(house.db, async () => void (await visitor.get(address)));
      expect(many.length).toBe(few.length);
    });
  });
});
