import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { type EventScene, openEventScene } from "../../../support/event-scene.ts";
import { alternativeIn } from "../../../support/invited-people.ts";

describe.each(engines)("somebody moved from a place to the waiting list on %s", (engine) => {
  let scene: EventScene;
  beforeEach(async () => {
    scene = await openEventScene(engine);
    await scene.register([await scene.person("Pozvaná")]);
  });
  afterEach(() => scene.close());

  /** The place goes to somebody who has waited since January. */
  async function lose(surname = "Pozvaná") {
    await scene.placed("Čekající", "waiting");
    await scene.db("events").where({ id: scene.eventId }).update({ capacity: 1 });
    await put("waiting", surname);
  }

  async function put(state: string, surname = "Pozvaná") {
    const { id, version } = await scene
      .db("registrations as r")
      .join("participants as p", "p.id", "r.participant_id")
      .where({ surname })
      .first("r.id", "r.version");
    const answer = await scene.post(`/registrations/${id}/state`, { state, version: `${version}` });
    expect(answer.status).toBe(303);
  }

  const byName = (mails: Awaited<ReturnType<EventScene["deliver"]>>, name: string) =>
    mails.filter(({ envelope }) => envelope.to.includes(`${name}@posta.test`));

  test("reads it, and their calendar drops the event", async () => {
    const [invited] = await scene.deliverSettled();
    expect(invited && alternativeIn(invited)).toMatchObject({ method: "REQUEST" });
    await lose();
    const mails = await scene.deliverSettled();
    const [mail, ...others] = byName(mails, "pozvana");
    expect(others).toEqual([]);
    expect(mail?.email.subject).toBe("Jste mezi náhradníky: Základy krizové intervence");
    expect(mail?.email.text).toContain("přesunuli jsme vás mezi náhradníky");
    expect(mail?.email.text).toContain("Přílohou termín z kalendáře odstraníte");
    expect(mail && alternativeIn(mail)).toMatchObject({
      ...{ method: "CANCEL", status: "CANCELLED" },
      uid: `session-${scene.sessionId}@localhost`,
    });
    const [freed] = byName(mails, "cekajici");
    expect(freed && alternativeIn(freed)).toMatchObject({ method: "REQUEST" });
  });

  test("learns of the place they get again, with the event in their calendar", async () => {
    await scene.deliverSettled();
    await lose();
    await scene.deliverSettled();
    await put("withdrawn", "Čekající");
    const [mail] = byName(await scene.deliverSettled(), "pozvana");
    expect(mail?.email.text).toContain("jste přihlášeni");
    expect(mail && alternativeIn(mail)).toMatchObject({ method: "REQUEST" });
  });

  test("is told in English of an English event", async () => {
    await scene.db("events").where({ id: scene.eventId }).update({ language: "en" });
    await scene.deliverSettled();
    await lose();
    const [mail] = byName(await scene.deliverSettled(), "pozvana");
    expect(mail?.email.subject).toBe("You are on the waiting list: Základy krizové intervence");
  });

  test("whose invitation has not left reads of the waiting alone", async () => {
    await lose();
    const [mail, ...others] = byName(await scene.deliverSettled(), "pozvana");
    expect(others).toEqual([]);
    expect(mail?.email.text).toContain("Jste mezi náhradníky");
    expect(mail && alternativeIn(mail)).toBeUndefined();
    const kinds = await scene.db("outgoing_mails").where({ template: "event-waitlisted" });
    expect(kinds).toEqual([]);
  });

  test("and placed again within the time to undo hears nothing of it", async () => {
    await scene.deliverSettled();
    await lose();
    await put("withdrawn", "Čekající");
    const mails = byName(await scene.deliverSettled(), "pozvana");
    expect(mails.map(({ email }) => email.subject)).toEqual([
      "Pozvánka: Základy krizové intervence",
    ]);
  });

  test("learns it whether they want mails or not, and of a confidential event without its title", async () => {
    await scene.deliverSettled();
    await scene.db("participants").update({ refused_mail_at: "2026-03-02T08:00:00.000Z" });
    await scene.db("events").where({ id: scene.eventId }).update({ is_confidential: true });
    await lose();
    const [mail, ...others] = await scene.deliverSettled();
    expect(others).toEqual([]);
    expect(mail?.email.subject).toBe("Jste mezi náhradníky");
    expect(mail?.raw).not.toContain("krizov");
    expect(mail && alternativeIn(mail)).toMatchObject({ method: "CANCEL", title: "Akce" });
  });

  test("who only was invited learns it as well", async () => {
    await scene.register([await scene.person("Zvaná")], "invited");
    await scene.deliverSettled();
    await put("waiting", "Zvaná");
    await scene.db("events").where({ id: scene.eventId }).update({ capacity: 1 });
    const [mail] = byName(await scene.deliverSettled(), "zvana");
    expect(mail && alternativeIn(mail)).toMatchObject({ method: "CANCEL" });
  });
});
