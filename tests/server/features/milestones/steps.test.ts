import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the steps of a milestone on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  let milestoneId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
    const given = { title: "Zpráva pro radu", due_on: "2026-03-31" };
    milestoneId = await createMilestone(app.db, projectId, given);
  });
  afterEach(() => app.close());

  const page = (id = milestoneId) => `/projects/${projectId}/milestones/${id}`;
  const manager = () => app.signedInAs(managerId);
  const stored = (id = milestoneId) => app.db("milestones").where({ id }).first();

  describe("completion", () => {
    const entry = { version: "1", doneOn: "2. 3. 2026", proof: "č. j. 12/2026" };

    test("takes a day, a proof and an https link, once", async () => {
      const browser = await manager();
      expect((await browser.get(`${page()}/completion/new`)).text).toContain('value="2026-03-02"');
      const sent = {
        ...entry,
        proofUrl: "https://kraj.test/12",
        _submission: "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f",
      };
      await browser.post(`${page()}/completion`, sent);
      expect((await browser.post(`${page()}/completion`, sent)).status).toBe(303);
      expect(await stored()).toMatchObject({
        done_on: "2026-03-02",
        proof: "č. j. 12/2026",
        proof_url: "https://kraj.test/12",
      });
      expect(await app.db("milestone_states")).toHaveLength(1);
      const { text } = await browser.get(page());
      expect(text).toContain('href="https://kraj.test/12"');
      expect(text).toContain("Milník splněn");
      expect((await browser.get(`${page()}/completion/new`)).status).toBe(409);
    });

    test.each([
      ["tomorrow", { doneOn: "2026-03-03" }, "Datum nesmí být v budoucnosti."],
      ["no day", { doneOn: "" }, "Vyplňte toto pole."],
      ["a link without https", { proofUrl: "http://kraj.test" }, "začínající https://"],
      ["a script for a link", { proofUrl: "javascript:alert(1)" }, "začínající https://"],
    ])("refuses %s and keeps the rest", async (_case, wrong, message) => {
      const answer = await (await manager()).post(`${page()}/completion`, { ...entry, ...wrong });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(message);
      expect(answer.text).toContain("č. j. 12/2026");
      expect((await stored()).done_on).toBeNull();
    });

    test("of an edition that somebody changed meanwhile is asked again, with what was typed", async () => {
      await app.db("milestones").where({ id: milestoneId }).update({ version: 2 });
      const answer = await (await manager()).post(`${page()}/completion`, entry);
      expect(answer.status).toBe(409);
      expect(answer.text).toContain("č. j. 12/2026");
      expect(answer.text).toContain('name="version" value="2"');
    });

    test("of a recurring one says what follows and brings it", async () => {
      const series = { recurrence: "monthly", recurs_until: "2026-12-31", due_on: "2026-01-31" };
      const id = await createMilestone(app.db, projectId, { title: "Výkazy", ...series });
      const browser = await manager();
      const form = await browser.get(`${page(id)}/completion/new`);
      expect(form.text).toContain("další milník řady s termínem 28.\u00a02.\u00a02026");
      await browser.post(`${page(id)}/completion`, { version: "1", doneOn: "2026-03-02" });
      const next = await app.db("milestones").where({ recurs_from_id: id }).first();
      expect(next).toMatchObject({ due_on: "2026-02-28", title: "Výkazy" });
    });
  });

  test("its page has a fixed number of statements, however much has happened to it", async () => {
    const browser = await manager();
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get(page())))).length;
    const untouched = await count();
    for (let version = 1; version < 8; version += 2) {
      const reason = "Akce odpadla";
      await browser.post(`${page()}/cancellation`, { version: String(version), reason });
      await browser.post(`${page()}/reopening`, { version: String(version + 1), reason });
    }
    expect(await app.db("milestone_states")).toHaveLength(8);
    expect(await count()).toBe(untouched);
    expect(untouched).toBeLessThanOrEqual(7);
  });

  test("a cancelled one asks why, tells it, and is opened again", async () => {
    const browser = await manager();
    const refused = await browser.post(`${page()}/cancellation`, { version: "1", reason: "" });
    expect(refused.status).toBe(422);
    await browser.post(`${page()}/cancellation`, { version: "1", reason: "Akce odpadla" });
    expect((await browser.get(page())).text).toContain("Akce odpadla");
    expect((await stored()).cancelled_on).toBe("2026-03-02");
    await browser.post(`${page()}/reopening`, { version: "2", reason: "Přece se koná" });
    expect((await stored()).cancelled_on).toBeNull();
    expect((await browser.get(`${page()}/reopening/new`)).status).toBe(409);
  });

  describe("a move", () => {
    const entry = { version: "1", dueOn: "2. 5. 2026", reason: "Posunuto zasedání" };

    test("first tells what would follow and saves nothing", async () => {
      const activity_id = await createActivity(app.db, projectId, { number: "2" });
      await app.db("milestones").where({ id: milestoneId }).update({ activity_id });
      const later = { activity_id, title: "Zveřejnění", due_on: "2026-04-10" };
      await createMilestone(app.db, projectId, later);
      const span = { starts_on: "2026-04-01", ends_on: "2026-06-30", number: 1 };
      await createPeriod(app.db, projectId, span);
      await app.db("reminder_rules").update({ days_before: "14,1" });
      const preview = await (await manager()).post(`${page()}/move`, entry);
      expect(preview.status).toBe(200);
      for (const told of [
        "sobota 2.\u00a0května 2026",
        "o 32 dní později",
        "pondělí 4.\u00a0května 2026",
        "mimo období → 1. období",
        "dosud: 17.\u00a03., 30.\u00a03.",
        "nově: 17.\u00a04., 30.\u00a04.",
        "Zveřejnění: 10.\u00a04.\u00a02026 → 12.\u00a05.\u00a02026",
      ])
        expect(preview.text).toContain(told);
      expect((await stored()).due_on).toBe("2026-03-31");
    });

    test("confirmed, moves it and those ticked", async () => {
      const activity_id = await createActivity(app.db, projectId);
      await app.db("milestones").where({ id: milestoneId }).update({ activity_id });
      const later = { activity_id, due_on: "2026-04-10" };
      const along = await createMilestone(app.db, projectId, later);
      const browser = await manager();
      const confirmed = { ...entry, isConfirmed: "true", alsoIds: String(along) };
      expect((await browser.post(`${page()}/move`, confirmed)).status).toBe(303);
      expect(await stored()).toMatchObject({
        due_on: "2026-05-02",
        shifted_on: "2026-05-04",
        baseline_due_on: "2026-03-31",
      });
      expect((await stored(along)).due_on).toBe("2026-05-12");
      const { text } = await browser.get(page());
      expect(text).toContain("31.\u00a03.\u00a02026 → 2.\u00a05.\u00a02026");
      expect(text).toContain("Posunuto zasedání");
    });

    test("to the day it has, without a reason or out of the project is said", async () => {
      const browser = await manager();
      const same = await browser.post(`${page()}/move`, { ...entry, dueOn: "2026-03-31" });
      expect(same.status).toBe(422);
      expect(same.text).toContain("Nový termín je stejný jako dosavadní.");
      expect((await browser.post(`${page()}/move`, { ...entry, reason: "" })).status).toBe(422);
      const outside = await browser.post(`${page()}/move`, { ...entry, dueOn: "2028-01-01" });
      expect(outside.text).toContain("Nový termín leží mimo dobu realizace projektu.");
      expect(await app.db("milestone_dates")).toHaveLength(0);
    });

    test("of a closed one is refused", async () => {
      await app.db("milestones").where({ id: milestoneId }).update({ done_on: "2026-03-01" });
      const browser = await manager();
      expect((await browser.get(`${page()}/move/new`)).status).toBe(409);
      expect((await browser.post(`${page()}/move`, entry)).status).toBe(409);
    });
  });

  describe("handing over", () => {
    const address = () => `/projects/${projectId}/milestones/assignment`;

    test("takes those ticked in the list to a member or a new contact", async () => {
      const other = await createMilestone(app.db, projectId, { title: "Výstup" });
      const browser = await manager();
      const chosen = `milestoneIds=${milestoneId}&milestoneIds=${other}`;
      const form = await browser.get(`${address()}/new?${chosen}`);
      expect(form.text).toContain("Zpráva pro radu, termín 31.\u00a03.\u00a02026");
      expect(form.text.match(/name="milestoneIds"[^>]+checked/g)).toHaveLength(2);
      const milestoneIds = [String(milestoneId), String(other)];
      await browser.post(address(), { milestoneIds, owner: `user-${managerId}` });
      expect((await stored()).owner_user_id).toBe(managerId);
      await browser.post(address(), { milestoneIds: String(other), contactName: "Petr Malý" });
      expect(await stored(other)).toMatchObject({
        owner_user_id: null,
        owner_contact_id: expect.any(Number),
      });
      expect((await browser.get(page(other))).text).toContain("Milník předán");
    });

    test("refuses nothing chosen, a foreign owner and a foreign milestone", async () => {
      const browser = await manager();
      const nothing = await browser.post(address(), { owner: `user-${managerId}` });
      expect(nothing.status).toBe(422);
      expect(nothing.text).toContain("Vyberte aspoň jeden milník.");
      const stranger = `user-${await createUser(app.db)}`;
      const milestoneIds = String(milestoneId);
      expect((await browser.post(address(), { milestoneIds, owner: stranger })).status).toBe(422);
      const foreign = await createMilestone(app.db, await createProject(app.db));
      const sent = { milestoneIds: String(foreign), owner: `user-${managerId}` };
      expect((await browser.post(address(), sent)).status).toBe(404);
    });
  });
});
