import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { engines } from "../../../support/databases.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createAttendance,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";
import { ANSWER, JANA, type Nominating, openNominating } from "./nominating.ts";

let at: Nominating;

describe.each(engines)("the page of a nomination link on %s", (engine) => {
  beforeEach(async () => {
    at = await openNominating(engine);
  });
  afterEach(() => at.house.close());

  test("tells what it is about and how data are treated, to nobody else", async () => {
    const page = await at.visitor.get(await at.link());
    expect(page.status).toBe(200);
    expect(page.text).toContain("Základy krizové intervence");
    expect(page.text).toContain("Ministerstvo práce a sociálních věcí");
    expect(page.headers["referrer-policy"]).toBe("no-referrer");
    expect(page.headers["x-robots-tag"]).toContain("noindex");
    const english = await at.visitor.get(`${await at.link()}?lang=en`);
    expect(english.text).toContain("Nomination for an event");
  });

  test("a made-up one is missing", async () => {
    expect((await at.visitor.get("/nominations/short")).status).toBe(404);
    expect((await at.visitor.get(`/nominations/${"a".repeat(43)}`)).status).toBe(404);
  });

  test("takes people in: they are known again, and wait when the event is full", async () => {
    await at.house.db("events").where({ id: at.eventId }).update({ capacity: 1 });
    const known = await createParticipant(at.house.db, {
      first_name: "Jana",
      surname: "Žížalová",
      born_on: "1980-02-01",
      identity_key: "jana|zizalova|1980-02-01",
      email: "jana@vlastni.test",
    });
    const address = await at.link();
    const answer = await at.visitor.post(address, {
      ...ANSWER,
      ...JANA,
      person1Email: "jina@raj.test",
      person2FirstName: "Petr",
      person2Surname: "Říha",
      person2Email: "petr@raj.test",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(address);
    expect(await at.people()).toMatchObject([
      {
        state: "registered",
        origin: "nomination",
        surname: "Žížalová",
        email: "jana@vlastni.test",
      },
      { state: "waiting", origin: "nomination", surname: "Říha", email: "petr@raj.test" },
    ]);
    expect((await at.people())[0]?.organisation_id).not.toBeNull();
    expect(await at.house.db("participants").where({ id: known })).toHaveLength(1);
    const page = await at.visitor.get(address);
    expect(page.text).toContain("Děkujeme, nominaci máme: 2 osoby");
    expect(page.text).toContain("Jana Ž.");
    expect(page.text).not.toMatch(/Žížalová|1980|petr@raj/);
    const seen = await at.browser.get(at.list);
    expect(seen.text).toContain("nominováno 2 osoby");
    expect(seen.text).not.toMatch(/Žížalová|Říha/);
  });

  test("says what is wrong beside the field and keeps what was typed", async () => {
    const address = await at.link();
    const halved = await at.visitor.post(address, {
      ...ANSWER,
      person1FirstName: "Jana",
      person1BornOn: "31. 2. 1980",
      person2Email: "kdesi",
    });
    expect(halved.status).toBe(422);
    expect(halved.text).toContain("31. 2. 1980");
    expect(halved.text).toContain('value="kdesi"');
    const empty = await at.visitor.post(address, ANSWER);
    expect(empty.text).toContain("Zapište aspoň jednoho člověka");
    const future = await at.visitor.post(address, {
      ...ANSWER,
      ...JANA,
      person1BornOn: "1. 1. 2030",
    });
    expect(future.status).toBe(422);
    const silent = await at.visitor.post(address, { ...ANSWER, ...JANA, isInformed: "" });
    expect(silent.status).toBe(422);
    const many = {
      ...JANA,
      person2FirstName: "Petr",
      person2Surname: "Říha",
      person3FirstName: "Pavel",
      person3Surname: "Třetí",
    };
    const tooMany = await at.visitor.post(address, { ...ANSWER, ...many });
    expect(tooMany.status).toBe(422);
    expect(tooMany.text).toContain("nejvýše 2 míst");
    const both = await at.visitor.post(address, { ...ANSWER, ...JANA, answer: "declined" });
    expect(both.status).toBe(422);
    expect(await at.people()).toEqual([]);
  });

  test("may change its mind until the deadline: who is taken back makes room", async () => {
    await at.house.db("events").where({ id: at.eventId }).update({ capacity: 1 });
    const address = await at.link();
    await at.visitor.post(address, { ...ANSWER, ...JANA });
    const other = await createRegistration(at.house.db, at.eventId, { state: "waiting" });
    const first = await at.house
      .db("registrations")
      .where({ event_id: at.eventId })
      .orderBy("id")
      .first();
    await at.visitor.post(address, {
      ...ANSWER,
      withdrawn: String(first.id),
      person1FirstName: "Petr",
      person1Surname: "Říha",
    });
    const states = await at.house.db("registrations").where({ event_id: at.eventId }).orderBy("id");
    expect(states.map(({ state }) => state)).toEqual(["withdrawn", "registered", "waiting"]);
    expect(states[1].id).toBe(other);
    await at.visitor.post(address, { ...ANSWER, ...JANA });
    const back = await at.house.db("registrations").where({ id: first.id }).first();
    expect(back.state).toBe("waiting");
    await at.visitor.post(address, { ...ANSWER, answer: "declined" });
    expect((await at.visitor.get(address)).text).toContain("že nikoho nevyšlete");
    const left = await at.people();
    expect(left.filter(({ origin }) => origin === "nomination").map(({ state }) => state)).toEqual([
      "withdrawn",
      "withdrawn",
    ]);
  });

  test("cannot take back who has been at the event, nor anybody of another link", async () => {
    const address = await at.link();
    await at.visitor.post(address, { ...ANSWER, ...JANA });
    const own = await at.house.db("registrations").where({ event_id: at.eventId }).first();
    const foreign = await createRegistration(at.house.db, at.eventId);
    const sessionId = await createSession(at.house.db, at.eventId);
    await createAttendance(at.house.db, { sessionId, registrationId: own.id });
    await at.visitor.post(address, { ...ANSWER, withdrawn: [String(own.id), String(foreign)] });
    const states = await at.house.db("registrations").where({ event_id: at.eventId }).orderBy("id");
    expect(states.map(({ state }) => state)).toEqual(["registered", "registered"]);
  });

  test("is shut after the deadline, and when the event is cancelled", async () => {
    const address = await at.link();
    await at.house.db("events").where({ id: at.eventId }).update({ state: "cancelled" });
    expect((await at.visitor.get(address)).status).toBe(410);
    await at.house.db("events").where({ id: at.eventId }).update({ state: "planned" });
    at.house.clock.set("2026-03-20T22:30:00Z");
    expect((await at.visitor.get(address)).status).toBe(200);
    at.house.clock.set("2026-03-20T23:30:00Z");
    const late = await at.visitor.get(address);
    expect(late.status).toBe(410);
    expect(late.text).toContain("Lhůta pro nominaci uplynula");
    const answer = await at.visitor.post(address, { ...ANSWER, ...JANA });
    expect(answer.status).toBe(410);
    expect(await at.people()).toEqual([]);
  });

  test("sent twice names people once, and no more than thrice the places ever", async () => {
    const address = await at.link({ places: "1" });
    const _submission = "0f8fad5b-d9cb-469f-a165-70867728950e";
    await at.visitor.post(address, { ...ANSWER, ...JANA, _submission });
    await at.visitor.post(address, { ...ANSWER, ...JANA, _submission });
    expect(await at.people()).toHaveLength(1);
    let answer = await at.visitor.get(address);
    for (const surname of ["Druhá", "Třetí", "Čtvrtá"]) {
      const before = await at.house.db("registrations").orderBy("id", "desc").first();
      const person = { person1FirstName: "Eva", person1Surname: surname };
      const fields = { ...ANSWER, ...person, withdrawn: String(before.id) };
      answer = await at.visitor.post(address, fields);
    }
    expect(answer.status).toBe(422);
    expect(await at.people()).toHaveLength(3);
  });

  test("leaves no name in the history, in mails or addresses", async () => {
    const address = await at.link({ email: "info@raj.test" });
    await at.visitor.post(address, { ...ANSWER, ...JANA });
    await deliverMail(at.house, { owner: "test", wait: async () => {} });
    const kept = JSON.stringify([
      await at.house.db("audit_events").select(),
      await at.house.db("outgoing_mails").select(),
      at.house.mailer.sent,
    ]);
    expect(kept).not.toMatch(/Žížalová|Jana/);
  });

  test("asks the database as often for many named as for one", async () => {
    const address = await at.link({ places: "20" });
    const name = async (n: number) =>
      at.visitor.post(address, { ...ANSWER, person1FirstName: "Eva", person1Surname: `Malá${n}` });
    await name(0);
    const few = await statementsOf(at.house.db, async () => void (await at.visitor.get(address)));
    for (let n = 1; n < 6; n += 1) await name(n);
    const many = await statementsOf(at.house.db, async () => void (await at.visitor.get(address)));
    expect(many.length).toBe(few.length);
  });
});
