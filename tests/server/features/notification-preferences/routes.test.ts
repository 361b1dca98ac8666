import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceWays } from "../../../../db/queries/notification-preferences.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createDeputy,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const entry = {
  deadlines: "weekly",
  milestones: "daily",
  events: "off",
  approvals: "immediate",
  comments: "daily",
  digestAt: "09:00",
  digestDays: ["1", "3"],
  pausedFromOn: "2026-03-09",
  pausedUntilOn: "2026-03-13",
  version: "1",
};

describe.each(engines)("the settings of notifications on %s", (engine) => {
  let app: TestApp;
  let janaId: number;
  let jana: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    janaId = await createUser(app.db, { name: "Jana Nová" });
    jana = await app.signedInAs(janaId);
  });
  afterEach(() => app.close());

  const user = () => app.db("users").where({ id: janaId }).first();
  const kept = async () =>
    Object.fromEntries(
      (await app.db("notification_preferences").where({ user_id: janaId }).orderBy("id")).map(
        ({ category, way, project_id }) => [
          project_id === null ? category : `${project_id} ${category}`,
          way,
        ],
      ),
    );
  const checked = (text: string, name: string) =>
    new RegExp(`name="${name}" value="(\\w+)"[^>]* checked`).exec(text)?.[1];

  test("are kept where they differ from the defaults, with history, and shown as they are", async () => {
    expect((await jana.post("/profile/notifications", entry)).status).toBe(303);
    expect(await kept()).toEqual({ deadlines: "weekly", events: "off", comments: "daily" });
    expect(await user()).toMatchObject({
      digest_at: "09:00",
      digest_days: "1,3",
      paused_from_on: "2026-03-09",
      paused_until_on: "2026-03-13",
      version: 2,
    });
    const { text } = await jana.get("/profile/notifications");
    expect(checked(text, "deadlines")).toBe("weekly");
    expect(checked(text, "approvals")).toBe("immediate");
    expect(text).toContain('value="2026-03-09"');
    const event = await app.db("audit_events").where({ action: "notifications.edited" }).first();
    expect(JSON.parse(event.changes)).toMatchObject({
      deadlines: ["immediate", "weekly"],
      digestAt: ["07:30", "09:00"],
      digestDays: ["1, 2, 3, 4, 5", "1, 3"],
      pausedFromOn: [null, "2026-03-09"],
    });
  });

  test("say in plain words what will come when", async () => {
    await jana.post("/profile/notifications", entry);
    const { text } = await jana.get("/profile/notifications");
    expect(text).toContain("Přehled přijde v tyto dny: pondělí, středa v 9:00");
    expect(text).toContain("milníky a výstupy, schvalování, připomínky a zmínky");
    expect(text).toMatch(/Jednou týdně[^<]*termíny a povinnosti/);
    expect(text).toContain("Nebude chodit: akce a stáže.");
    expect(text).toMatch(/Od 9\.\s3\.\s2026 do 13\.\s3\.\s2026 nepřijde nic\./);
  });

  test.each([
    ["deadlines", "off", "je povinná"],
    ["milestones", "sometimes", "Vyberte jednu z nabízených možností."],
    ["milestones", "", "Vyberte jednu z nabízených možností."],
    ["digestAt", "03:00", "Vyberte jednu z nabízených možností."],
    ["digestDays", "6", "Vyberte jednu z nabízených možností."],
    ["digestDays", "", "Vyplňte toto pole."],
    ["pausedFromOn", "31. 2. 2026", "Zadejte skutečné datum"],
    ["pausedFromOn", "", "Vyplňte toto pole."],
    ["pausedUntilOn", "", "Vyplňte toto pole."],
    ["pausedUntilOn", "2026-03-08", "Konec nesmí být před začátkem."],
    ["version", "nic", "Vyplňte toto pole."],
  ])("refuse %s as %j and keep the rest as typed", async (field, value, said) => {
    const answer = await jana.post("/profile/notifications", { ...entry, [field]: value });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    expect(checked(answer.text, "events")).toBe("off");
    expect(answer.text).toContain(`href="#${field}"`);
    expect(await kept()).toEqual({});
    expect(await user()).toMatchObject({ digest_at: "07:30", version: 1 });
  });

  test("refuse a pause that is over, and let one that has passed be", async () => {
    const past = { pausedFromOn: "2026-02-02", pausedUntilOn: "2026-02-06" };
    const answer = await jana.post("/profile/notifications", { ...entry, ...past });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Datum nesmí být v minulosti.");
    await app.db("users").where({ id: janaId }).update({
      paused_from_on: past.pausedFromOn,
      paused_until_on: past.pausedUntilOn,
    });
    const page = await jana.get("/profile/notifications");
    expect(page.text).not.toContain("2026-02-02");
  });

  test("offer no way of being off for what is mandatory", async () => {
    const { text } = await jana.get("/profile/notifications");
    expect(text).not.toContain('name="deadlines" value="off"');
    expect(text).toContain('name="milestones" value="off"');
    expect(text).toContain("aspoň jednou týdně");
  });

  test("follow the defaults of administrators until something is chosen", async () => {
    await app.db("notification_categories").where({ key: "milestones" }).update({
      default_way: "weekly",
    });
    expect(checked((await jana.get("/profile/notifications")).text, "milestones")).toBe("weekly");
  });

  test("hold the monthly summary for those to whom it is sent, and for nobody else", async () => {
    expect((await jana.get("/profile/notifications")).text).not.toContain('name="summary"');
    const bossId = await createUser(app.db, { is_management: true });
    const boss = await app.signedInAs(bossId);
    const { text } = await boss.get("/profile/notifications");
    expect(checked(text, "summary")).toBe("immediate");
    expect(text).not.toContain('name="summary" value="daily"');
    await boss.post("/profile/notifications", { ...entry, summary: "off" });
    const rows = await app.db("notification_preferences").where({ category: "summary" });
    expect(rows).toMatchObject([{ user_id: bossId, way: "off" }]);
  });

  test("name who stands in during the pause, without one whoever is named next", async () => {
    const deputyId = await createUser(app.db, { name: "Petr Dvořák" });
    const days = { fromOn: "2026-03-08", untilOn: "2026-03-15" };
    await createDeputy(app.db, { userId: janaId, deputyUserId: deputyId, ...days });
    const shown = async () => (await jana.get("/profile/notifications")).text;
    const named = /Zastupuje vás Petr Dvořák \(8\.[^)]*15\.\s3\.\s2026\)/;
    expect(await shown()).toMatch(named);
    await jana.post("/profile/notifications", entry);
    expect(await shown()).toMatch(named);
    const earlier = { pausedFromOn: "2026-03-04", pausedUntilOn: "2026-03-06", version: "2" };
    await jana.post("/profile/notifications", { ...entry, ...earlier });
    expect(await shown()).toContain("Zástup nemáte");
  });

  test("show the second of two editors both, and are saved once when sent twice", async () => {
    const _submission = randomUUID();
    await jana.post("/profile/notifications", { ...entry, _submission });
    const twin = await jana.post("/profile/notifications", { ...entry, _submission });
    expect(twin.status).toBe(303);
    expect(await user()).toMatchObject({ version: 2 });
    const late = await jana.post("/profile/notifications", { ...entry, milestones: "weekly" });
    expect(late.status).toBe(409);
    expect(late.text).toContain('name="version" value="2"');
  });

  test("change nobody else's, and nothing else, by fields added to the form", async () => {
    const otherId = await createUser(app.db);
    await jana.post("/profile/notifications", {
      ...entry,
      user_id: String(otherId),
      userId: String(otherId),
      is_administrator: "true",
      name: "Jiná",
    });
    expect(await user()).toMatchObject({ name: "Jana Nová" });
    expect(Boolean((await user()).is_administrator)).toBe(false);
    const others = await app.db("notification_preferences").where({ user_id: otherId });
    expect(others).toEqual([]);
  });

  describe("of one project", () => {
    let projectId: number;
    const own = {
      deadlines: "",
      milestones: "off",
      events: "daily",
      approvals: "",
      comments: "",
      version: "1",
    };
    const address = () => `/projects/${projectId}/notifications`;
    beforeEach(async () => {
      projectId = await createProject(app.db, { short_name: "Rodiny" });
      await addMember(app.db, { projectId, userId: janaId });
    });

    test("are kept beside the general ones, listed and taken back", async () => {
      expect((await jana.get("/profile/notifications")).text).toContain("jako jinde");
      expect((await jana.post(address(), own)).status).toBe(303);
      expect(await kept()).toEqual({
        [`${projectId} milestones`]: "off",
        [`${projectId} events`]: "daily",
      });
      const page = await jana.get("/profile/notifications");
      expect(page.text).toContain("Milníky a výstupy: vůbec · Akce a stáže: denně");
      const form = await jana.get(`${address()}/edit`);
      expect(checked(form.text, "milestones")).toBe("off");
      const back = { ...own, milestones: "", events: "", version: "2" };
      expect((await jana.post(address(), back)).status).toBe(303);
      expect(await kept()).toEqual({});
    });

    test("outlive a change of the general ones", async () => {
      await jana.post(address(), own);
      await jana.post("/profile/notifications", { ...entry, milestones: "weekly", version: "2" });
      expect(await kept()).toMatchObject({
        [`${projectId} milestones`]: "off",
        milestones: "weekly",
      });
    });

    test("cannot switch off what is mandatory, nor be saved over a later change", async () => {
      const answer = await jana.post(address(), { ...own, deadlines: "off" });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("je povinná");
      expect((await jana.post(address(), { ...own, events: "now" })).status).toBe(422);
      await jana.post(address(), own);
      expect((await jana.post(address(), { ...own, events: "off" })).status).toBe(409);
    });

    test("are none of a stranger's business", async () => {
      const stranger = await app.signedInAs(await createUser(app.db));
      expect((await stranger.get(`${address()}/edit`)).status).toBe(404);
      expect((await stranger.post(address(), own)).status).toBe(404);
      expect(await app.db("notification_preferences")).toEqual([]);
    });
  });

  describe("show the next digest", () => {
    let projectId: number;
    beforeEach(async () => {
      projectId = await createProject(app.db, { short_name: "Rodiny" });
      await addMember(app.db, { projectId, userId: janaId });
      await createMilestone(app.db, projectId, {
        ...{ title: "Metodika", due_on: "2026-03-09", owner_user_id: janaId },
      });
    });
    const page = async () => (await jana.get("/profile/notifications")).text;

    test("this morning's before its hour, tomorrow's after it", async () => {
      app.clock.set("2026-03-02T05:00:00Z");
      expect(await page()).toMatch(/pondělí 2\.\s3\.\s2026 v 7:30 \(dnes\)/);
      app.clock.set("2026-03-02T07:00:00Z");
      const text = await page();
      expect(text).toMatch(/úterý 3\.\s3\.\s2026 v 7:30 \(zítra\)/);
      expect(text).toContain("1 termín");
      expect(text).toContain("Metodika");
    });

    test("after a pause, on the days chosen, and nothing of what is off", async () => {
      await jana.post("/profile/notifications", {
        ...entry,
        pausedFromOn: "2026-03-02",
        pausedUntilOn: "2026-03-05",
      });
      expect(await page()).toMatch(/pondělí 9\.\s3\.\s2026 v 9:00/);
      await jana.post("/profile/notifications", { ...entry, milestones: "off", version: "2" });
      expect(await page()).toContain("V příštích 14 dnech není na co upozornit.");
    });

    test("and nothing of other people's", async () => {
      const otherId = await createUser(app.db);
      await addMember(app.db, { projectId, userId: otherId, role: "reader" });
      const other = await app.signedInAs(otherId);
      expect((await other.get("/profile/notifications")).text).not.toContain("Metodika");
    });
  });

  test("take as many queries for many projects as for one", async () => {
    const join = async () => {
      const projectId = await createProject(app.db);
      await addMember(app.db, { projectId, userId: janaId });
      await app.db.transaction((trx) =>
        replaceWays(trx, { userId: janaId, projectId, ways: { events: "off" } }),
      );
    };
    await join();
    await jana.get("/profile/notifications");
    const page = () => jana.get("/profile/notifications").expect(200);
    const few = await statementsOf(app.db, page);
    for (let n = 0; n < 5; n += 1) await join();
    expect(await statementsOf(app.db, page)).toHaveLength(few.length);
    expect(few.length).toBeLessThanOrEqual(24);
  });
});
