import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createBody, createEvent, createInternship } from "../../../support/training-factories.ts";

describe.each(engines)("a user who leaves on %s", (engine) => {
  let app: TestApp;
  let adminId: number;
  let admin: Browser;
  let janaId: number;
  let evaId: number;
  let petrId: number;
  let projectId: number;
  let mine: { owner_user_id: number };
  beforeEach(async () => {
    app = await openTestApp(engine);
    const password_hash = "set";
    adminId = await createUser(app.db, { is_administrator: true, password_hash });
    admin = await app.signedInAs(adminId);
    janaId = await createUser(app.db, { name: "Jana Odcházející", password_hash });
    evaId = await createUser(app.db, { name: "Eva Nástupkyně", password_hash });
    petrId = await createUser(app.db, { name: "Petr Druhý", password_hash });
    projectId = await createProject(app.db, { short_name: "Duševní zdraví" });
    mine = { owner_user_id: janaId };
  });
  afterEach(() => app.close());

  const leave = (fields: Record<string, string | string[]> = {}) =>
    admin.post(`/admin/users/${janaId}/deactivation`, fields);
  const page = async () => (await admin.get(`/admin/users/${janaId}/deactivation/new`)).text;
  const jana = () => app.db("users").where({ id: janaId }).first();
  const ownerOf = async (table: string, id: number) =>
    (await app.db(table).where({ id }).first()).owner_user_id;
  const roleOf = async (userId: number) =>
    (await app.db("memberships").where({ user_id: userId, project_id: projectId }).first())?.role;

  test("without anything open is let go at once and signed out, and can come back", async () => {
    const session = await app.signedInAs(janaId);
    expect(await page()).toContain("Neodpovídá za žádnou otevřenou věc.");
    expect((await leave()).headers.location).toBe(`/admin/users/${janaId}`);
    expect((await jana()).deactivated_at).toBe(app.clock.now());
    expect((await session.get("/profile")).status).toBe(303);

    expect((await leave()).status).toBe(409);
    expect((await admin.post(`/admin/users/${janaId}/reactivation`)).status).toBe(303);
    expect((await jana()).deactivated_at).toBeNull();
    expect((await session.get("/profile")).status).toBe(303);
    expect((await admin.post(`/admin/users/${janaId}/reactivation`)).status).toBe(409);
  });

  test("is shown with everything open, and with nothing that is over", async () => {
    await addMember(app.db, { projectId, userId: janaId });
    await createMilestone(app.db, projectId, { ...mine, title: "Odevzdat zprávu" });
    await createActivity(app.db, projectId, { ...mine, title: "Kulaté stoly" });
    await createIndicator(app.db, projectId, { ...mine, name: "Počet účastníků kurzů" });
    const over = [
      { ...mine, title: "Splněný milník", done_on: "2026-01-10" },
      { ...mine, title: "Zrušený milník", cancelled_on: "2026-01-10" },
      { ...mine, title: "Smazaný milník", archived_at: "2026-01-10T08:00:00.000Z" },
    ];
    for (const milestone of over) await createMilestone(app.db, projectId, milestone);
    await createActivity(app.db, projectId, { ...mine, title: "Hotová aktivita", state: "done" });
    const archived = await createProject(app.db, { archived_at: "2026-01-10T08:00:00.000Z" });
    await createMilestone(app.db, archived, { ...mine, title: "Milník z archivu" });

    const text = await page();
    expect(text).toContain("Zbývá předat: 4 otevřené věci.");
    for (const open of ["Odevzdat zprávu", "Kulaté stoly", "Počet účastníků kurzů"])
      expect(text).toContain(open);
    expect(text).toContain("Vedení projektu");
    for (const done of ["Splněný", "Zrušený", "Smazaný", "Hotová", "z archivu"])
      expect(text).not.toContain(done);
  });

  test("is not let go while something is without a successor, and nothing is handed over by half", async () => {
    const first = await createMilestone(app.db, projectId, mine);
    await createMilestone(app.db, projectId, mine);
    const answer = await leave({ [`to-milestone-${first}`]: String(evaId) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Vyberte, kdo převezme všechny věci");
    expect(answer.text).toContain(`<option value="${evaId}" selected>`);
    expect((await jana()).deactivated_at).toBeNull();
    expect(await ownerOf("milestones", first)).toBe(janaId);
  });

  test("hands everything to one person and single things to another, who join the projects", async () => {
    await addMember(app.db, { projectId, userId: janaId, role: "coordinator" });
    const milestone = await createMilestone(app.db, projectId, mine);
    const activity = await createActivity(app.db, projectId, mine);
    const indicator = await createIndicator(app.db, projectId, mine);
    const fields = { everything: String(evaId), [`to-activity-${activity}`]: String(petrId) };
    expect((await leave(fields)).status).toBe(303);

    expect(await ownerOf("milestones", milestone)).toBe(evaId);
    expect(await ownerOf("activities", activity)).toBe(petrId);
    expect(await ownerOf("indicators", indicator)).toBe(evaId);
    expect([await roleOf(evaId), await roleOf(petrId)]).toEqual(["coordinator", "coordinator"]);
    expect(await roleOf(janaId)).toBe("coordinator");
    expect((await app.db("milestones").first()).version).toBe(2);
    const events = await app.db("audit_events").orderBy("id").select("action", "changes");
    expect(events.map(({ action }) => action).sort()).toEqual([
      "activity.handed-over",
      "indicator.handed-over",
      "milestone.handed-over",
      "user.deactivated",
    ]);
    const handed = events.find(({ action }) => action === "activity.handed-over");
    expect(JSON.parse(handed.changes)).toEqual({ owner: ["Jana Odcházející", "Petr Druhý"] });
    expect((await admin.get(`/admin/users/${janaId}`)).text).toContain("Jana Odcházející");
  });

  test("hands over events, internships, campaigns and bodies, and a confidential event unseen", async () => {
    await addMember(app.db, { projectId, userId: janaId, role: "coordinator" });
    const secret = { ...mine, is_confidential: true, title: "Kanárková skupina" };
    const event = await createEvent(app.db, projectId, secret);
    await createEvent(app.db, projectId, { ...mine, title: "Uzavřené školení", state: "closed" });
    const internship = await createInternship(app.db, projectId, { ...mine, title: "Stáž v týmu" });
    await createInternship(app.db, projectId, { ...mine, title: "Zrušená", state: "cancelled" });
    const campaign = await insert(app.db, "campaigns", {
      ...{ ...mine, project_id: projectId, title: "Spot o duši", created_at: app.clock.now() },
      ...{ starts_on: "2026-03-01", ends_on: "2026-04-01" },
    });
    const body = await createBody(app.db, projectId, { guarantor_user_id: janaId });

    const text = await page();
    expect(text).toContain("Zbývá předat: 4 otevřené věci.");
    for (const open of ["Důvěrná akce", "Stáž v týmu", "Spot o duši", "Koordinační skupina"])
      expect(text).toContain(open);
    for (const hidden of ["Kanárková", "Uzavřené", "Zrušená"]) expect(text).not.toContain(hidden);

    const fields = { everything: String(evaId), [`to-event-${event}`]: String(petrId) };
    expect((await leave(fields)).status).toBe(303);
    expect(await ownerOf("events", event)).toBe(petrId);
    expect(await ownerOf("internships", internship)).toBe(evaId);
    expect(await ownerOf("campaigns", campaign)).toBe(evaId);
    const guarantor = await app.db("bodies").where({ id: body }).first("guarantor_user_id");
    expect(guarantor.guarantor_user_id).toBe(evaId);
    const history = JSON.stringify(await app.db("audit_events").pluck("changes"));
    expect(history).not.toContain("Kanárková");
    const address = `/projects/${projectId}/events/${event}`;
    const petr = await app.signedInAs(petrId);
    expect((await petr.get(address)).text).toContain("Kanárková skupina");
    const eva = await app.signedInAs(evaId);
    expect((await eva.get(address)).text).not.toContain("Kanárková");
  });

  test("leaves a project only with a manager", async () => {
    await addMember(app.db, { projectId, userId: janaId });
    await addMember(app.db, { projectId, userId: evaId, role: "reader" });
    expect((await leave()).status).toBe(422);
    expect((await leave({ [`to-project-${projectId}`]: String(evaId) })).status).toBe(303);
    expect(await roleOf(evaId)).toBe("manager");
  });

  test("need not hand over a project that another living manager has", async () => {
    await addMember(app.db, { projectId, userId: janaId });
    await addMember(app.db, { projectId, userId: evaId });
    expect(await page()).toContain("Neodpovídá za žádnou otevřenou věc.");
    await app.db("users").where({ id: evaId }).update({ deactivated_at: app.clock.now() });
    expect(await page()).toContain("Vedení projektu");
  });

  test.each([
    ["everything", "999"],
    ["everything", "abc"],
    ["row", "999"],
    ["row", "1 OR 1=1"],
  ])("cannot hand over to a person chosen for %s as %s", async (field, value) => {
    const milestone = await createMilestone(app.db, projectId, mine);
    const name = field === "row" ? `to-milestone-${milestone}` : field;
    const answer = await leave({ [name]: value });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Vyberte jednu z nabízených možností.");
    expect(await ownerOf("milestones", milestone)).toBe(janaId);
  });

  test("cannot hand over to themselves nor to somebody who has left", async () => {
    await createMilestone(app.db, projectId, mine);
    await app.db("users").where({ id: petrId }).update({ deactivated_at: app.clock.now() });
    for (const id of [janaId, petrId]) {
      const answer = await leave({ everything: String(id) });
      expect(answer.status).toBe(422);
    }
    expect((await jana()).deactivated_at).toBeNull();
  });

  test("who is the last administrator stays", async () => {
    const answer = await admin.post(`/admin/users/${adminId}/deactivation`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Je to poslední administrátor.");
    expect((await admin.get("/admin/users")).status).toBe(200);
  });

  test("takes the same number of queries to show however much they own", async () => {
    const count = async () => (await statementsOf(app.db, page)).length;
    await createMilestone(app.db, projectId, mine);
    await count();
    const few = await count();
    for (let n = 0; n < 20; n += 1) await createMilestone(app.db, projectId, mine);
    for (let n = 0; n < 5; n += 1) await createActivity(app.db, await createProject(app.db), mine);
    expect([few, await count()]).toEqual([7, 7]);
  });
});
