import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { remindOfEventsJob } from "../../../../jobs/remind-of-events.ts";
import { foldText } from "../../../../server/values/fold.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { alternativeIn, calendarsIn, deliverBySmtp } from "../../../support/invited-people.ts";
import {
  type ReceivedMessage,
  startSmtpServer,
  type TestSmtpServer,
} from "../../../support/smtp.ts";
import {
  createContact,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

const RUN = { owner: "test", isStopping: () => false };

describe.each(engines)("people of an event are written to by itself on %s", (engine) => {
  let house: TestApp;
  let server: TestSmtpServer;
  let browser: Browser;
  let userId: number;
  let projectId: number;
  let eventId: number;
  let sessionId: number;
  let at: string;

  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    server = await startSmtpServer();
    userId = await createUser(house.db, { name: "Karel Koordinátor", email: "karel@kraj.test" });
    projectId = await createProject(house.db);
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    browser = await house.signedInAs(userId);
    eventId = await createEvent(house.db, projectId, {
      title: "Základy krizové intervence",
      place: "Krajský úřad",
      owner_user_id: userId,
      state: "confirmed",
    });
    sessionId = await createSession(house.db, eventId);
    at = `/projects/${projectId}/events/${eventId}`;
  });
  afterEach(async () => {
    await server.close();
    await house.close();
  });

  const person = (surname: string, given: Record<string, unknown> = {}) =>
    createParticipant(house.db, {
      surname,
      email: `${foldText(surname)}@posta.test`,
      ...given,
    });

  const register = async (ids: number[], state = "registered", origin = "registry") => {
    const participantIds = ids.map(String);
    const answer = await browser.post(`${at}/registrations`, { participantIds, state, origin });
    expect(answer.status).toBe(303);
  };

  /** Somebody registered long ago, to whom nothing is owed. */
  const placed = async (surname: string, state = "registered") =>
    createRegistration(house.db, eventId, { participant_id: await person(surname), state });

  async function deliver(): Promise<ReceivedMessage[]> {
    const before = server.received.length;
    await deliverBySmtp(house, server);
    return server.received.slice(before);
  }

  /** After the time in which a mistake can be taken back. */
  async function deliverSettled(): Promise<ReceivedMessage[]> {
    house.clock.advance(10 * 60_000);
    return deliver();
  }

  /** Days later the coordinator signs in anew. */
  async function later(instant: string): Promise<void> {
    house.clock.set(instant);
    browser = await house.signedInAs(userId);
  }

  async function remindedOn(instant: string): Promise<ReceivedMessage[]> {
    await later(instant);
    await remindOfEventsJob.run(house, RUN);
    return deliver();
  }

  const version = async () => (await house.db("events").where({ id: eventId }).first()).version;
  const editSession = async (fields: Record<string, string>) =>
    browser.post(`${at}/sessions/${sessionId}`, {
      heldOn: "2026-03-10",
      startsAt: "09:00",
      endsAt: "15:00",
      hourMinutes: "60",
      supportMinutes: "",
      form: "in-person",
      place: "",
      topic: "",
      version: String(await version()),
      ...fields,
    });

  test("an invitation comes with a calendar of theirs alone, after the time to undo", async () => {
    await register([await person("Nová")]);
    expect(await deliver()).toEqual([]);
    const [mail] = await deliverSettled();
    expect(mail?.envelope.to).toEqual(["nova@posta.test"]);
    expect(mail?.email.subject).toBe("Pozvánka: Základy krizové intervence");
    expect(mail?.email.text).toContain("jste přihlášeni");
    expect(mail?.email.replyTo).toEqual([
      { name: "Karel Koordinátor", address: "karel@kraj.test" },
    ]);
    const calendar = mail && alternativeIn(mail);
    expect(calendar).toMatchObject({
      method: "REQUEST",
      uid: `session-${sessionId}@localhost`,
      sequence: 0,
      status: "CONFIRMED",
      title: "Základy krizové intervence",
      place: "Krajský úřad",
      startsAt: "2026-03-10T08:00:00.000Z",
      endsAt: "2026-03-10T14:00:00.000Z",
      organizer: "mailto:karel@kraj.test",
      attendees: ["mailto:nova@posta.test"],
    });
    expect(mail && calendarsIn(mail)).toEqual([calendar]);
  });

  test("who was taken back within that time hears nothing, nor does whoever walked in", async () => {
    await register([await person("Omylem")]);
    const [{ id }] = await house.db("registrations").select("id");
    expect((await browser.post(`${at}/registrations/${id}/removal`)).status).toBe(303);
    await register([await person("Příchozí")], "registered", "walk-in");
    expect(await deliverSettled()).toEqual([]);
  });

  test("who waits learns so without a calendar, and of a freed place with one", async () => {
    await house.db("events").where({ id: eventId }).update({ capacity: 1 });
    await register([await person("První")]);
    await register([await person("Druhý")]);
    const [, waiting] = await deliverSettled();
    expect(waiting?.email.text).toContain("mezi náhradníky");
    expect(waiting?.email.attachments).toEqual([]);
    const [{ id, version: of }] = await house
      .db("registrations")
      .where({ state: "registered" })
      .select("id", "version");
    const left = await browser.post(`${at}/registrations/${id}/state`, {
      state: "withdrawn",
      version: String(of),
    });
    expect(left.status).toBe(303);
    const [freed] = await deliverSettled();
    expect(freed?.envelope.to).toEqual(["druhy@posta.test"]);
    expect(freed?.email.text).toContain("jste přihlášeni");
    expect(freed && alternativeIn(freed)).toMatchObject({ method: "REQUEST" });
  });

  test("a moved session comes under the same name with a higher number, once for all saves", async () => {
    await placed("Nová");
    await placed("Odhlášená", "withdrawn");
    expect((await editSession({ heldOn: "2026-03-11" })).status).toBe(303);
    expect((await editSession({ heldOn: "2026-03-12", startsAt: "10:00" })).status).toBe(303);
    const mails = await deliverSettled();
    expect(mails.map(({ envelope }) => envelope.to)).toEqual([["nova@posta.test"]]);
    expect(mails[0]?.email.subject).toBe("Změna: Základy krizové intervence");
    expect(mails[0] && alternativeIn(mails[0])).toMatchObject({
      method: "REQUEST",
      uid: `session-${sessionId}@localhost`,
      sequence: 2,
      startsAt: "2026-03-12T09:00:00.000Z",
    });
    const states = await house.db("outgoing_mails").orderBy("id").select("state", "reason");
    expect(states).toMatchObject([{ state: "cancelled", reason: "superseded" }, { state: "sent" }]);
  });

  test("what nobody needs to know, and what is over, is changed in silence", async () => {
    await placed("Nová");
    await editSession({ supportMinutes: "300" });
    expect((await house.db("event_sessions").first()).calendar_sequence).toBe(0);
    await later("2026-03-16T07:30:00Z");
    await editSession({ topic: "Praxe" });
    expect(await deliverSettled()).toEqual([]);
    expect((await house.db("event_sessions").first()).calendar_sequence).toBe(1);
  });

  test("of several sessions only what changed is sent, and a dropped one is taken out", async () => {
    await placed("Nová");
    const other = await createSession(house.db, eventId, { held_on: "2026-03-17" });
    await house.db("events").where({ id: eventId }).update({ ends_on: "2026-03-17" });
    await editSession({ endsAt: "16:00" });
    const [changed] = await deliverSettled();
    expect(changed && calendarsIn(changed).map(({ uid }) => uid)).toEqual([
      `session-${sessionId}@localhost`,
    ]);
    expect((await browser.post(`${at}/sessions/${other}/deletion`)).status).toBe(303);
    const [dropped] = await deliverSettled();
    expect(dropped?.email.subject).toBe("Zrušený termín: Základy krizové intervence");
    expect(dropped && alternativeIn(dropped)).toMatchObject({
      method: "CANCEL",
      uid: `session-${other}@localhost`,
      status: "CANCELLED",
      sequence: 1,
      startsAt: "2026-03-17T08:00:00.000Z",
      attendees: ["mailto:nova@posta.test"],
    });
  });

  test("a cancelled event is taken out of calendars, a renewed one comes back above it", async () => {
    await placed("Nová");
    await placed("Pozvaná", "invited");
    const fields = { reason: "Lektor onemocněl", version: String(await version()) };
    expect((await browser.post(`${at}/cancellation`, fields)).status).toBe(303);
    const mails = await deliverSettled();
    expect(mails).toHaveLength(2);
    for (const mail of mails)
      expect(alternativeIn(mail)).toMatchObject({
        method: "CANCEL",
        status: "CANCELLED",
        sequence: 1,
      });
    expect((await browser.post(`${at}/renewal`)).status).toBe(303);
    const [renewed] = await deliverSettled();
    expect(renewed && alternativeIn(renewed)).toMatchObject({
      method: "REQUEST",
      status: "CONFIRMED",
      sequence: 2,
    });
  });

  test("a further copy of an invitation is the same to the last byte, whatever changed", async () => {
    await register([await person("Nová")]);
    server.behave({ message: () => "drop" });
    await deliverSettled();
    await house.db("events").where({ id: eventId }).update({ title: "Jiný název" });
    server.behave({});
    house.clock.advance(3 * 60_000);
    await deliver();
    const [first, second] = server.received;
    expect(second?.raw).toBe(first?.raw);
    expect(second && alternativeIn(second)?.title).toBe("Základy krizové intervence");
  });

  test("reminders come three days and a day before, each once, on any day of the week", async () => {
    await placed("Nová");
    await placed("Pozvaná", "invited");
    expect(await remindedOn("2026-03-06T07:00:00Z")).toEqual([]);
    const three = await remindedOn("2026-03-07T07:00:00Z");
    expect(three.map(({ envelope }) => envelope.to)).toEqual([["nova@posta.test"]]);
    expect(three[0]?.email.subject).toBe("Připomínáme: Základy krizové intervence");
    expect(await remindedOn("2026-03-07T09:00:00Z")).toEqual([]);
    expect(await remindedOn("2026-03-08T07:00:00Z")).toEqual([]);
    expect(await remindedOn("2026-03-09T07:00:00Z")).toHaveLength(1);
    expect(await remindedOn("2026-03-10T07:00:00Z")).toEqual([]);
  });

  test("a reminder that an outage held up is made up for, and one of a moved day is not sent", async () => {
    await placed("Nová");
    expect(await remindedOn("2026-03-08T07:00:00Z")).toHaveLength(1);
    house.clock.set("2026-03-09T07:00:00Z");
    await remindOfEventsJob.run(house, RUN);
    await house.db("event_sessions").update({ held_on: "2026-03-20" });
    await house.db("events").update({ starts_on: "2026-03-20", ends_on: "2026-03-20" });
    expect(await deliver()).toEqual([]);
    expect(await remindedOn("2026-03-17T07:00:00Z")).toHaveLength(1);
  });

  test("whoever was registered after the reminder has the invitation instead", async () => {
    await later("2026-03-08T12:00:00Z");
    await register([await person("Pozdní")]);
    expect(await deliverSettled()).toHaveLength(1);
    expect(await remindedOn("2026-03-08T13:00:00Z")).toEqual([]);
    expect(await remindedOn("2026-03-09T07:00:00Z")).toHaveLength(1);
  });

  test("nothing leaves once the switch is off, of a confidential event or an archived project", async () => {
    await placed("Nová");
    await editSession({ startsAt: "10:00" });
    expect((await browser.post(`${at}/messages/mailing`, { sendsMails: "false" })).status).toBe(
      303,
    );
    expect(await deliverSettled()).toEqual([]);
    const [stopped] = await house.db("outgoing_mails").select("reason");
    expect(stopped).toMatchObject({ reason: "mails-off" });
    await register([await person("Další")]);
    await editSession({ startsAt: "11:00" });
    expect(await house.db("outgoing_mails").pluck("state")).toEqual(["cancelled"]);
    expect(await remindedOn("2026-03-09T07:00:00Z")).toEqual([]);
    await browser.post(`${at}/messages/mailing`, { sendsMails: "true" });
    await house.db("events").update({ is_confidential: true });
    expect(await remindedOn("2026-03-09T07:00:00Z")).toEqual([]);
    await house.db("events").update({ is_confidential: false });
    await house.db("projects").update({ archived_at: "2026-03-01T08:00:00.000Z" });
    expect(await remindedOn("2026-03-09T07:00:00Z")).toEqual([]);
    expect(server.received).toEqual([]);
  });

  test("who wants only what is necessary still learns of a change", async () => {
    const participant_id = await person("Nechce", { refused_mail_at: "2026-03-01T08:00:00.000Z" });
    await createRegistration(house.db, eventId, { participant_id });
    expect(await remindedOn("2026-03-07T07:00:00Z")).toEqual([]);
    await editSession({ startsAt: "10:00" });
    expect(await deliverSettled()).toHaveLength(1);
  });

  describe("guests", () => {
    const lecturer = async (given: Record<string, unknown> = {}) => {
      const contact_id = await createContact(house.db, {
        name: "Petr Lektor",
        email: "petr@centrum.test",
        agreed_to_mail_at: "2026-01-05T08:00:00.000Z",
        ...given,
      });
      await house.db("event_lecturers").insert({ event_id: eventId, contact_id });
    };

    test("are invited once the event is confirmed, then told of changes and reminded", async () => {
      await house.db("events").update({ state: "planned" });
      await lecturer();
      await lecturer({ email: "nesouhlasi@centrum.test", agreed_to_mail_at: null });
      const colleague = await createUser(house.db, { email: "kolega@kraj.test" });
      await house.db("event_attendees").insert({ event_id: eventId, user_id: colleague });
      await editSession({ startsAt: "08:00" });
      expect(await deliverSettled()).toEqual([]);
      expect((await browser.post(`${at}/confirmation`)).status).toBe(303);
      const invited = await deliverSettled();
      expect(invited.flatMap(({ envelope }) => envelope.to).sort()).toEqual([
        "kolega@kraj.test",
        "petr@centrum.test",
      ]);
      expect(invited[0] && alternativeIn(invited[0])).toMatchObject({ sequence: 1 });
      await editSession({ startsAt: "10:00" });
      expect(await deliverSettled()).toHaveLength(2);
      expect(await remindedOn("2026-03-09T07:00:00Z")).toHaveLength(2);
      expect((await browser.get(`${at}/messages`)).text).toContain("Petr Lektor");
    });

    test("who have left, been taken out or switched events off are not written to", async () => {
      await lecturer();
      const leaver = await createUser(house.db);
      const quiet = await createUser(house.db);
      for (const user_id of [leaver, quiet])
        await house.db("event_attendees").insert({ event_id: eventId, user_id });
      await house.db("notification_preferences").insert({
        user_id: quiet,
        category: "events",
        way: "off",
      });
      await editSession({ startsAt: "08:00" });
      await house
        .db("users")
        .where({ id: leaver })
        .update({ deactivated_at: "2026-03-02T07:31:00.000Z" });
      await house.db("event_lecturers").delete();
      expect(await deliverSettled()).toEqual([]);
      const reasons = await house.db("outgoing_mails").orderBy("id").pluck("reason");
      expect(reasons.sort()).toEqual(["no-longer-among", "recipient-gone", "switched-off-events"]);
    });
  });
});
