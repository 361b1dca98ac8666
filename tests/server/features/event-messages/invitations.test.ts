import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { type EventScene, openEventScene } from "../../../support/event-scene.ts";
import { alternativeIn, calendarsIn } from "../../../support/invited-people.ts";
import { createRegistration, createSession } from "../../../support/training-factories.ts";

describe.each(engines)("people of an event are written to by itself on %s", (engine) => {
  let scene: EventScene;
  beforeEach(async () => {
    scene = await openEventScene(engine);
  });
  afterEach(() => scene.close());

  test("an invitation comes with a calendar of theirs alone, after the time to undo", async () => {
    await scene.register([await scene.person("Nová")]);
    expect(await scene.deliver()).toEqual([]);
    const [mail] = await scene.deliverSettled();
    expect(mail?.envelope.to).toEqual(["nova@posta.test"]);
    expect(mail?.email.subject).toBe("Pozvánka: Základy krizové intervence");
    expect(mail?.email.text).toContain("jste přihlášeni");
    expect(mail?.email.replyTo).toEqual([
      { name: "Karel Koordinátor", address: "karel@kraj.test" },
    ]);
    const calendar = mail && alternativeIn(mail);
    expect(calendar).toMatchObject({
      method: "REQUEST",
      uid: `session-${scene.sessionId}@localhost`,
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
    await scene.register([await scene.person("Omylem")]);
    const [{ id }] = await scene.db("registrations").select("id");
    expect((await scene.post(`/registrations/${id}/removal`)).status).toBe(303);
    await scene.register([await scene.person("Příchozí")], "registered", "walk-in");
    expect(await scene.deliverSettled()).toEqual([]);
  });

  test("who waits learns so without a calendar, and of a freed place with one", async () => {
    await scene.db("events").where({ id: scene.eventId }).update({ capacity: 1 });
    await scene.register([await scene.person("První")]);
    await scene.register([await scene.person("Druhý")]);
    const [, waiting] = await scene.deliverSettled();
    expect(waiting?.email.text).toContain("mezi náhradníky");
    expect(waiting?.email.attachments).toEqual([]);
    const [{ id, version: of }] = await scene.house
      .db("registrations")
      .where({ state: "registered" })
      .select("id", "version");
    const left = await scene.post(`/registrations/${id}/state`, {
      state: "withdrawn",
      version: String(of),
    });
    expect(left.status).toBe(303);
    const [gone, freed] = await scene.deliverSettled();
    expect(gone?.email.subject).toBe("Odhlášení: Základy krizové intervence");
    expect(gone && alternativeIn(gone)).toMatchObject({
      method: "CANCEL",
      uid: `session-${scene.sessionId}@localhost`,
      status: "CANCELLED",
    });
    expect(freed?.envelope.to).toEqual(["druhy@posta.test"]);
    expect(freed?.email.text).toContain("jste přihlášeni");
    expect(freed && alternativeIn(freed)).toMatchObject({ method: "REQUEST" });
  });

  test("who lost a place and got it back meanwhile, or never heard of it, is not written to", async () => {
    await scene.register([await scene.person("Váhavá")]);
    await scene.deliverSettled();
    const [{ id }] = await scene.db("registrations").select("id");
    const put = async (state: string) => {
      const { version } = await scene.db("registrations").where({ id }).first();
      return scene.post(`/registrations/${id}/state`, { state, version: String(version) });
    };
    await put("withdrawn");
    await put("registered");
    const [again] = await scene.deliverSettled();
    expect(again?.email.subject).toBe("Pozvánka: Základy krizové intervence");
    const reasons = await scene.db("outgoing_mails").where({ template: "event-withdrawn" });
    expect(reasons).toMatchObject([{ state: "cancelled", reason: "no-longer-among" }]);
    const silent = await scene.placed("Nová");
    expect((await scene.post(`/registrations/${silent}/removal`)).status).toBe(303);
    expect(await scene.deliverSettled()).toEqual([]);
  });

  test("a moved session comes under the same name with a higher number, once for all saves", async () => {
    await scene.placed("Nová");
    await scene.placed("Odhlášená", "withdrawn");
    expect((await scene.editSession({ heldOn: "2026-03-11" })).status).toBe(303);
    expect((await scene.editSession({ heldOn: "2026-03-12", startsAt: "10:00" })).status).toBe(303);
    const mails = await scene.deliverSettled();
    expect(mails.map(({ envelope }) => envelope.to)).toEqual([["nova@posta.test"]]);
    expect(mails[0]?.email.subject).toBe("Změna: Základy krizové intervence");
    expect(mails[0] && alternativeIn(mails[0])).toMatchObject({
      method: "REQUEST",
      uid: `session-${scene.sessionId}@localhost`,
      sequence: 2,
      startsAt: "2026-03-12T09:00:00.000Z",
    });
    const states = await scene.db("outgoing_mails").orderBy("id").select("state", "reason");
    expect(states).toMatchObject([{ state: "cancelled", reason: "superseded" }, { state: "sent" }]);
  });

  test("what nobody needs to know, and what is over, is changed in silence", async () => {
    await scene.placed("Nová");
    await scene.editSession({ supportMinutes: "300" });
    expect((await scene.db("event_sessions").first()).calendar_sequence).toBe(0);
    await scene.later("2026-03-16T07:30:00Z");
    await scene.editSession({ topic: "Praxe" });
    expect(await scene.deliverSettled()).toEqual([]);
    expect((await scene.db("event_sessions").first()).calendar_sequence).toBe(1);
  });

  test("of several sessions only what changed is sent, and a dropped one is taken out", async () => {
    await scene.placed("Nová");
    const other = await createSession(scene.db, scene.eventId, { held_on: "2026-03-17" });
    await scene.db("events").where({ id: scene.eventId }).update({ ends_on: "2026-03-17" });
    await scene.editSession({ endsAt: "16:00" });
    const [changed] = await scene.deliverSettled();
    expect(changed && calendarsIn(changed).map(({ uid }) => uid)).toEqual([
      `session-${scene.sessionId}@localhost`,
    ]);
    expect((await scene.post(`/sessions/${other}/deletion`)).status).toBe(303);
    const [dropped] = await scene.deliverSettled();
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
    await scene.placed("Nová");
    await scene.placed("Pozvaná", "invited");
    const fields = { reason: "Lektor onemocněl", version: await scene.versionNow() };
    expect((await scene.post(`/cancellation`, fields)).status).toBe(303);
    const mails = await scene.deliverSettled();
    expect(mails).toHaveLength(2);
    for (const mail of mails)
      expect(alternativeIn(mail)).toMatchObject({
        method: "CANCEL",
        status: "CANCELLED",
        sequence: 1,
      });
    expect((await scene.post(`/renewal`)).status).toBe(303);
    const [renewed] = await scene.deliverSettled();
    expect(renewed && alternativeIn(renewed)).toMatchObject({
      method: "REQUEST",
      status: "CONFIRMED",
      sequence: 2,
    });
  });

  test("a further copy of an invitation is the same to the last byte, whatever changed", async () => {
    await scene.register([await scene.person("Nová")]);
    scene.server.behave({ message: () => "drop" });
    await scene.deliverSettled();
    await scene.db("events").where({ id: scene.eventId }).update({ title: "Jiný název" });
    scene.server.behave({});
    scene.house.clock.advance(3 * 60_000);
    await scene.deliver();
    const [first, second] = scene.server.received;
    expect(second?.raw).toBe(first?.raw);
    expect(second && alternativeIn(second)?.title).toBe("Základy krizové intervence");
  });

  test("nothing leaves once the switch is off, of a confidential event or an archived project", async () => {
    await scene.placed("Nová");
    await scene.editSession({ startsAt: "10:00" });
    expect((await scene.post(`/messages/mailing`, { sendsMails: "false" })).status).toBe(303);
    expect(await scene.deliverSettled()).toEqual([]);
    const [stopped] = await scene.db("outgoing_mails").select("reason");
    expect(stopped).toMatchObject({ reason: "mails-off" });
    await scene.register([await scene.person("Další")]);
    await scene.editSession({ startsAt: "11:00" });
    expect(await scene.db("outgoing_mails").pluck("state")).toEqual(["cancelled"]);
    expect(await scene.remindedOn("2026-03-09T07:00:00Z")).toEqual([]);
    await scene.post(`/messages/mailing`, { sendsMails: "true" });
    await scene.db("events").update({ is_confidential: true });
    expect(await scene.remindedOn("2026-03-09T07:00:00Z")).toEqual([]);
    await scene.db("events").update({ is_confidential: false });
    await scene.db("projects").update({ archived_at: "2026-03-01T08:00:00.000Z" });
    expect(await scene.remindedOn("2026-03-09T07:00:00Z")).toEqual([]);
    expect(scene.server.received).toEqual([]);
  });

  test("who wants only what is necessary still learns of a change", async () => {
    const participant_id = await scene.person("Nechce", {
      refused_mail_at: "2026-03-01T08:00:00.000Z",
    });
    await createRegistration(scene.db, scene.eventId, { participant_id });
    expect(await scene.remindedOn("2026-03-07T07:00:00Z")).toEqual([]);
    await scene.editSession({ startsAt: "10:00" });
    expect(await scene.deliverSettled()).toHaveLength(1);
  });
});
