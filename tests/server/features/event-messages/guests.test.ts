import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { type EventScene, openEventScene } from "../../../support/event-scene.ts";
import { createUser } from "../../../support/factories.ts";
import { alternativeIn } from "../../../support/invited-people.ts";
import { createContact } from "../../../support/training-factories.ts";

describe.each(engines)("guests of an event on %s", (engine) => {
  let scene: EventScene;
  beforeEach(async () => {
    scene = await openEventScene(engine);
  });
  afterEach(() => scene.close());

  const lecturer = async (given: Record<string, unknown> = {}) => {
    const contact_id = await createContact(scene.db, {
      name: "Petr Lektor",
      email: "petr@centrum.test",
      agreed_to_mail_at: "2026-01-05T08:00:00.000Z",
      ...given,
    });
    await scene.db("event_lecturers").insert({ event_id: scene.eventId, contact_id });
  };

  test("are invited once the event is confirmed, then told of changes and reminded", async () => {
    await scene.db("events").update({ state: "planned" });
    await lecturer();
    await lecturer({ email: "nesouhlasi@centrum.test", agreed_to_mail_at: null });
    const colleague = await createUser(scene.db, { email: "kolega@kraj.test" });
    await scene.db("event_attendees").insert({ event_id: scene.eventId, user_id: colleague });
    await scene.editSession({ startsAt: "08:00" });
    expect(await scene.deliverSettled()).toEqual([]);
    expect((await scene.post(`/confirmation`)).status).toBe(303);
    const invited = await scene.deliverSettled();
    expect(invited.flatMap(({ envelope }) => envelope.to).sort()).toEqual([
      "kolega@kraj.test",
      "petr@centrum.test",
    ]);
    expect(invited[0] && alternativeIn(invited[0])).toMatchObject({ sequence: 1 });
    await scene.editSession({ startsAt: "10:00" });
    expect(await scene.deliverSettled()).toHaveLength(2);
    expect(await scene.remindedOn("2026-03-09T07:00:00Z")).toHaveLength(2);
    expect((await scene.get(`/messages`)).text).toContain("Petr Lektor");
    await scene.db("event_attendees").update({ state: "excused" });
    await scene.later("2026-03-09T08:00:00Z");
    await scene.editSession({ topic: "Praxe" });
    const excused = await scene.deliverSettled();
    expect(excused.map(({ email }) => email.subject).sort()).toEqual([
      "Odhlášení: Základy krizové intervence",
      "Změna: Základy krizové intervence",
    ]);
  });

  test("who have left, been taken out or switched events off are not written to", async () => {
    await lecturer();
    const leaver = await createUser(scene.db);
    const quiet = await createUser(scene.db);
    for (const user_id of [leaver, quiet])
      await scene.db("event_attendees").insert({ event_id: scene.eventId, user_id });
    await scene.db("notification_preferences").insert({
      user_id: quiet,
      category: "events",
      way: "off",
    });
    await scene.editSession({ startsAt: "08:00" });
    await scene.house
      .db("users")
      .where({ id: leaver })
      .update({ deactivated_at: "2026-03-02T07:31:00.000Z" });
    await scene.db("event_lecturers").delete();
    expect(await scene.deliverSettled()).toEqual([]);
    const reasons = await scene.db("outgoing_mails").orderBy("id").pluck("reason");
    expect(reasons.sort()).toEqual(["no-longer-among", "recipient-gone", "switched-off-events"]);
  });
});
