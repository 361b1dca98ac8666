import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { remindOfEventsJob } from "../../../../jobs/remind-of-events.ts";
import { engines } from "../../../support/databases.ts";
import { type EventScene, openEventScene } from "../../../support/event-scene.ts";

const RUN = { owner: "test", isStopping: () => false };

describe.each(engines)("people are reminded of an event on %s", (engine) => {
  let scene: EventScene;
  beforeEach(async () => {
    scene = await openEventScene(engine);
  });
  afterEach(() => scene.close());

  test("reminders come three days and a day before, each once, on any day of the week", async () => {
    await scene.placed("Nová");
    await scene.placed("Pozvaná", "invited");
    expect(await scene.remindedOn("2026-03-06T07:00:00Z")).toEqual([]);
    const three = await scene.remindedOn("2026-03-07T07:00:00Z");
    expect(three.map(({ envelope }) => envelope.to)).toEqual([["nova@posta.test"]]);
    expect(three[0]?.email.subject).toBe("Připomínáme: Základy krizové intervence");
    expect(await scene.remindedOn("2026-03-07T09:00:00Z")).toEqual([]);
    expect(await scene.remindedOn("2026-03-08T07:00:00Z")).toEqual([]);
    expect(await scene.remindedOn("2026-03-09T07:00:00Z")).toHaveLength(1);
    expect(await scene.remindedOn("2026-03-10T07:00:00Z")).toEqual([]);
  });

  test("a reminder that an outage held up is made up for, and one of a moved day is not sent", async () => {
    await scene.placed("Nová");
    expect(await scene.remindedOn("2026-03-08T07:00:00Z")).toHaveLength(1);
    scene.house.clock.set("2026-03-09T07:00:00Z");
    await remindOfEventsJob.run(scene.house, RUN);
    await scene.db("event_sessions").update({ held_on: "2026-03-20" });
    await scene.db("events").update({ starts_on: "2026-03-20", ends_on: "2026-03-20" });
    expect(await scene.deliver()).toEqual([]);
    expect(await scene.remindedOn("2026-03-17T07:00:00Z")).toHaveLength(1);
  });

  test("whoever was registered after the reminder has the invitation instead", async () => {
    await scene.later("2026-03-08T12:00:00Z");
    await scene.register([await scene.person("Pozdní")]);
    expect(await scene.deliverSettled()).toHaveLength(1);
    expect(await scene.remindedOn("2026-03-08T13:00:00Z")).toEqual([]);
    expect(await scene.remindedOn("2026-03-09T07:00:00Z")).toHaveLength(1);
  });
});
