import request from "supertest";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listPreferences, replaceWays } from "../../../../db/queries/notification-preferences.ts";
import { effectiveWay } from "../../../../server/features/notification-preferences/rules.ts";
import {
  type Subscriber,
  type Subscription,
  unsubscribeToken,
} from "../../../../server/mail/unsubscribe-token.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { createContact, createParticipant } from "../../../support/training-factories.ts";

const ONE_CLICK = "List-Unsubscribe=One-Click";

describe.each(engines)("the link under a letter on %s", (engine) => {
  let house: TestApp;
  let userId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    userId = await createUser(house.db, { email: "eva@kraj.test" });
  });
  afterEach(() => house.close());

  const linkOf = (subscriber: Subscriber, subscription: Subscription, key?: string) =>
    `/unsubscribe/${unsubscribeToken({ subscriber, subscription }, key ?? house.config.secretKey)}`;
  const link = (subscription: Subscription) => linkOf({ kind: "user", id: userId }, subscription);
  const oneClick = (path: string) => request(house.app).post(path).type("form").send(ONE_CLICK);
  const ways = async (projectId: number | null = null) => {
    const own = (await listPreferences(house.db, [userId])).get(userId);
    if (!own) throw new Error("nobody");
    const wayOf = (category: "deadlines" | "milestones" | "events" | "summary") =>
      effectiveWay(own, category, projectId, { isResponsible: true });
    return [wayOf("deadlines"), wayOf("milestones"), wayOf("events"), wayOf("summary")];
  };
  const UNCHANGED = ["immediate", "daily", "immediate", "immediate"];

  test("changes nothing when it is read, by whatever scanner, and says what it would", async () => {
    const visitor = house.visitor();
    for (let n = 0; n < 3; n += 1) await visitor.get(link("digest"));
    await request(house.app).head(link("digest"));
    const asked = await visitor.get(link("digest"));
    expect(asked.text).toContain("eva@kraj.test");
    expect(asked.text).toContain("Termíny a povinnosti: přijde jednou týdně, je to povinné");
    expect(asked.text).toContain("Milníky a výstupy: už nepřijde");
    expect(asked.headers["referrer-policy"]).toBe("no-referrer");
    expect(await ways()).toEqual(UNCHANGED);
  });

  test("stops all of a digest but what is mandatory; the monthly summary still comes", async () => {
    const done = await house.visitor().post(link("digest"));
    expect(done.text).toContain("Hotovo");
    expect(await ways()).toEqual(["weekly", "off", "off", "immediate"]);
    const event = await house.db("audit_events").where({ action: "notifications.stopped" }).first();
    expect(event.object_id).toBe(userId);
    expect(JSON.parse(event.changes)).toMatchObject({ deadlines: ["immediate", "weekly"] });
  });

  test("is clicked several times at once and stops the same once", async () => {
    const clicks = Array.from({ length: 6 }, () => oneClick(link("digest")));
    const answers = await Promise.all(clicks);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await ways()).toEqual(["weekly", "off", "off", "immediate"]);
    const stops = await house.db("audit_events").where({ action: "notifications.stopped" });
    expect(stops).toHaveLength(1);
  });

  test("stops one category in every project and leaves the others", async () => {
    const projectId = await createProject(house.db);
    const own = { events: "daily", milestones: "weekly" } as const;
    await house.db.transaction((trx) => replaceWays(trx, { userId, projectId, ways: own }));
    expect((await oneClick(link("events"))).status).toBe(200);
    expect(await ways(projectId)).toEqual(["immediate", "weekly", "off", "immediate"]);
    expect(await ways()).toEqual(["immediate", "daily", "off", "immediate"]);
  });

  test("of the summary stops the summary", async () => {
    await oneClick(link("summary"));
    expect(await ways()).toEqual(["immediate", "daily", "immediate", "off"]);
  });

  test("a mail program may use it by itself, twice as well, without signing in", async () => {
    for (const _ of [1, 2]) {
      const answer = await oneClick(link("deadlines"));
      expect(answer.status).toBe(200);
      expect(answer.headers.location).toBeUndefined();
    }
    expect(await ways()).toEqual(["weekly", "daily", "immediate", "immediate"]);
    const events = await house.db("audit_events").where({ action: "notifications.stopped" });
    expect(events).toHaveLength(1);
  });

  test("a contact withdraws the agreement to be sent mails", async () => {
    const id = await createContact(house.db, {
      email: "karel@obec.test",
      agreed_to_mail_at: "2026-01-05T10:00:00.000Z",
    });
    const path = linkOf({ kind: "contact", id }, "mails");
    const agreed = async () =>
      (await house.db("contacts").where({ id }).first()).agreed_to_mail_at as string | null;
    expect((await house.visitor().get(path)).text).toContain("karel@obec.test");
    expect(await agreed()).not.toBeNull();
    expect((await oneClick(path)).text).toContain("Zprávy už vám posílat nebudeme.");
    expect(await agreed()).toBeNull();
    expect((await oneClick(path)).status).toBe(200);
    const events = await house.db("audit_events").where({ action: "contact.mails-stopped" });
    expect(events).toHaveLength(1);
  });

  test("a participant gets only what is necessary, also one who was merged; nobody is named", async () => {
    const keptId = await createParticipant(house.db, { email: "iva@domov.test" });
    const mergedId = await createParticipant(house.db, { merged_into_id: keptId });
    const path = linkOf({ kind: "participant", id: mergedId }, "mails");
    const asked = await house.visitor().get(path);
    expect(asked.text).toContain("Změnu nebo zrušení akce");
    expect(asked.text).not.toContain("iva@domov.test");
    await oneClick(path);
    const kept = await house.db("participants").where({ id: keptId }).first();
    expect(kept.refused_mail_at).not.toBeNull();
  });

  test("a made-up one is as missing as a missing one", async () => {
    const genuine = link("digest");
    const last = genuine.at(-1) === "A" ? "B" : "A";
    const others = [
      `${genuine.slice(0, -1)}${last}`,
      genuine.replace(".digest.", ".summary."),
      genuine.replace(`u${userId}.`, `u${userId + 1}.`),
      genuine.replace(`u${userId}.`, `c${userId}.`),
      linkOf({ kind: "user", id: userId }, "everything" as Subscription),
      linkOf({ kind: "user", id: 999_999 }, "digest"),
      linkOf({ kind: "user", id: userId }, "digest", "another key of forty characters, not ours"),
      "/unsubscribe/1.x",
      `/unsubscribe/${"a".repeat(5_000)}`,
    ];
    for (const path of others) {
      expect([path, (await house.visitor().get(path)).status]).toEqual([path, 404]);
      expect([path, (await oneClick(path)).status]).toEqual([path, 404]);
    }
    expect(await ways()).toEqual(UNCHANGED);
  });

  test("of a deactivated user leads nowhere", async () => {
    await house.db("users").where({ id: userId }).update({ deactivated_at: house.clock.now() });
    expect((await oneClick(link("digest"))).status).toBe(404);
  });
});

describe("a change of the secret key", () => {
  test("leaves links of the previous one in force, and no older ones", async () => {
    const keys = [
      "first key of forty characters, long gone",
      "second key of forty characters, previous",
    ];
    const house = await openTestApp("sqlite", { config: { previousSecretKey: keys[1] } });
    const id = await createUser(house.db);
    const subscriber = { kind: "user", id } as const;
    const answers = await Promise.all(
      keys.map((key) => {
        const token = unsubscribeToken({ subscriber, subscription: "events" }, key);
        return house.visitor().get(`/unsubscribe/${token}`);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 200]);
    await house.close();
  });
});
