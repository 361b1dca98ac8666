import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rebuildSearchIndex } from "../../../server/features/searches/rebuilding/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../support/app.ts";
import { engines } from "../../support/databases.ts";
import {
  addMember,
  createDeputy,
  createMilestone,
  createProject,
  createUser,
} from "../../support/factories.ts";
import { createPersonParts } from "../../support/participant-factories.ts";
import { statementsOf } from "../../support/queries.ts";

describe.each(engines)("a deputy on %s", (engine) => {
  let app: TestApp;
  let janaId: number;
  let petrId: number;
  let projectId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    janaId = await createUser(app.db, { name: "Jana Nováková" });
    petrId = await createUser(app.db, { name: "Petr Dvořák" });
    projectId = await createProject(app.db, { short_name: "Duševní zdraví" });
    await addMember(app.db, { projectId, userId: janaId, role: "manager" });
  });
  afterEach(() => app.close());

  const standIn = (given: { fromOn?: string; untilOn?: string; endedAt?: string } = {}) =>
    createDeputy(app.db, { userId: janaId, deputyUserId: petrId, ...given });
  const address = (rest = "") => `/projects/${projectId}${rest}`;
  const opens = async (browser: Browser, path = address()) => (await browser.get(path)).status;
  const status = {
    ...{ health: "at-risk", sentence: "Chybí lektor.", decisionNeeded: "", validOn: "2026-03-02" },
  };
  const statuses = () => app.db("project_statuses");

  test("finds the person's project in lists, opens it and works in it as they would", async () => {
    await standIn();
    await rebuildSearchIndex(app);
    const petr = await app.signedInAs(petrId);
    for (const page of ["/projects", "/projects?mine=true", "/", "/search?q=podpora"])
      expect((await petr.get(page)).text).toContain("Duševní zdraví");
    expect(await opens(petr)).toBe(200);
    expect((await petr.post(address("/status"), status)).status).toBe(303);
    expect(await statuses()).toMatchObject([{ recorded_by: petrId }]);
  });

  test("is told in the history as the one who did it, and for whom", async () => {
    await standIn();
    const petr = await app.signedInAs(petrId);
    await petr.post(address("/status"), status);
    const [event] = await app.db("audit_events").where({ project_id: projectId });
    expect(event).toMatchObject({ actor_id: petrId, on_behalf_of_id: janaId });
    const history = await petr.get(address("/history"));
    expect(history.text).toContain("Petr Dvořák (v zástupu: Jana Nováková)");
    const auditor = await app.signedInAs(await createUser(app.db, { is_auditor: true }));
    const log = await auditor.get("/admin/audit");
    expect(log.text).toContain("Petr Dvořák (v zástupu: Jana Nováková)");
  });

  test("does in their own name what their own role lets them do", async () => {
    await standIn();
    await addMember(app.db, { projectId, userId: petrId, role: "manager" });
    const petr = await app.signedInAs(petrId);
    await petr.post(address("/status"), status);
    const [event] = await app.db("audit_events").where({ project_id: projectId });
    expect(event).toMatchObject({ actor_id: petrId, on_behalf_of_id: null });
  });

  test("with a lesser role of their own holds both", async () => {
    await addMember(app.db, { projectId, userId: petrId, role: "reader" });
    const petr = await app.signedInAs(petrId);
    expect((await petr.post(address("/status"), status)).status).toBe(403);
    await standIn();
    expect((await petr.post(address("/status"), status)).status).toBe(303);
  });

  test("is as much of a stranger as before on the days before and after, and once it is ended", async () => {
    await standIn({ fromOn: "2026-03-03" });
    await standIn({ fromOn: "2026-02-01", untilOn: "2026-03-01" });
    await standIn({ endedAt: "2026-03-02T07:00:00.000Z" });
    const petr = await app.signedInAs(petrId);
    expect(await opens(petr)).toBe(404);
    expect((await petr.get("/projects")).text).not.toContain("Duševní zdraví");
    expect((await petr.post(address("/status"), status)).status).toBe(404);
    expect(await statuses()).toEqual([]);
  });

  test.each([
    ["winter", "2026-03-04", "2026-03-03T22:59:00Z", "2026-03-03T23:01:00Z"],
    ["summer", "2026-07-04", "2026-07-03T21:59:00Z", "2026-07-03T22:01:00Z"],
  ])(
    "begins and ends at midnight of Prague in %s, in a session that goes on",
    async (_, day, before, after) => {
      await standIn({ fromOn: day, untilOn: day });
      app.clock.set(before);
      const petr = await app.signedInAs(petrId);
      expect(await opens(petr)).toBe(404);
      app.clock.set(after);
      expect(await opens(petr)).toBe(200);
      app.clock.advance(24 * 3_600_000 - 3 * 60_000);
      const late = await app.signedInAs(petrId);
      expect(await opens(late)).toBe(200);
      app.clock.advance(3 * 60_000);
      expect(await opens(late)).toBe(404);
    },
  );

  test("loses it with the very next request once the person has ended it", async () => {
    const id = await standIn();
    const petr = await app.signedInAs(petrId);
    expect(await opens(petr)).toBe(200);
    const jana = await app.signedInAs(janaId);
    await jana.post(`/profile/deputy/${id}/ending`);
    expect(await opens(petr)).toBe(404);
  });

  test("passes nothing on to a deputy of their own", async () => {
    await standIn();
    const evaId = await createUser(app.db, { name: "Eva Malá" });
    await createDeputy(app.db, { userId: petrId, deputyUserId: evaId });
    const eva = await app.signedInAs(evaId);
    expect(await opens(eva)).toBe(404);
    expect((await eva.get("/")).text).not.toContain("Duševní zdraví");
  });

  test.each(["is_administrator", "is_management", "is_auditor", "is_founder"])(
    "does not get what the person holds as %s",
    async (flag) => {
      const headId = await createUser(app.db, { [flag]: true });
      await createDeputy(app.db, { userId: headId, deputyUserId: petrId });
      const petr = await app.signedInAs(petrId);
      expect(await opens(petr)).toBe(404);
      for (const page of ["/admin/users", "/admin/audit", "/projects/new", "/organisations"])
        expect([page, await opens(petr, page)]).toEqual([page, 403]);
      expect((await petr.get("/projects")).text).not.toContain("Duševní zdraví");
    },
  );

  test("sees in an auditor's listed projects nothing, in those the auditor is a member of everything", async () => {
    const auditorId = await createUser(app.db, { is_auditor: true });
    await app.db("auditor_projects").insert({ user_id: auditorId, project_id: projectId });
    await createDeputy(app.db, { userId: auditorId, deputyUserId: petrId });
    const petr = await app.signedInAs(petrId);
    expect(await opens(petr)).toBe(404);
    await addMember(app.db, { projectId, userId: auditorId, role: "reader" });
    expect(await opens(petr)).toBe(200);
    expect((await petr.post(address("/status"), status)).status).toBe(403);
  });

  test("leaves no right behind: neither joins the team nor raises a role of their own", async () => {
    await standIn();
    const petr = await app.signedInAs(petrId);
    const { email } = await app.db("users").where({ id: petrId }).first();
    for (const who of [{ userId: `${petrId}` }, { name: "Petr", email }]) {
      const answer = await petr.post(address("/team"), { role: "manager", ...who });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("V zástupu si nemůžete přidat");
    }
    const memberId = await addMember(app.db, { projectId, userId: petrId, role: "reader" });
    const raised = await petr.post(address(`/team/${memberId}`), { role: "manager", version: "1" });
    expect(raised.status).toBe(422);
    const evaId = await createUser(app.db, { name: "Eva Malá" });
    const added = await petr.post(address("/team"), { role: "reader", userId: `${evaId}` });
    expect(added.status).toBe(303);
    const members = await app.db("memberships").where({ user_id: petrId });
    expect(members).toMatchObject([{ role: "reader" }]);
  });

  test("keeps stars and sessions their own", async () => {
    await standIn();
    const petr = await app.signedInAs(petrId);
    await petr.post(address("/favourite"));
    expect(await app.db("project_favourites")).toMatchObject([{ user_id: petrId }]);
    expect((await petr.get("/projects?favourite=true")).text).toContain("Duševní zdraví");
    const jana = await app.signedInAs(janaId);
    expect((await jana.get("/projects?favourite=true")).text).not.toContain("Duševní zdraví");
  });

  test("reads names of participants where the person may, and it is put down as the deputy's", async () => {
    const { participationId } = await createPersonParts(app.db, projectId);
    const petr = await app.signedInAs(petrId);
    expect(await opens(petr, "/participants")).toBe(403);
    await standIn();
    expect(await opens(petr, "/participants")).toBe(200);
    expect((await petr.get("/")).text).toContain('href="/participants"');
    expect(await opens(petr, address(`/participants/${participationId}`))).toBe(200);
    const accesses = await app.db("personal_data_accesses");
    expect(accesses.length).toBeGreaterThan(0);
    expect(new Set(accesses.map((one) => one.user_id))).toEqual(new Set([petrId]));
  });

  test("merges two persons in the name of both, who reads all their projects", async () => {
    await standIn();
    const [one, other] = [
      await createPersonParts(app.db, projectId),
      await createPersonParts(app.db, projectId),
    ];
    const petr = await app.signedInAs(petrId);
    const pair = { kept: String(one.participantId), merged: String(other.participantId) };
    expect((await petr.post("/participants/merges", pair)).status).toBe(303);
    const events = await app.db("audit_events").whereNot({ action: "access.denied" });
    expect(events.length).toBeGreaterThan(0);
    for (const event of events)
      expect(event).toMatchObject({ actor_id: petrId, on_behalf_of_id: janaId });
  });

  test("who stands in for somebody reading only may not read names", async () => {
    await createPersonParts(app.db, projectId);
    const readerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: readerId, role: "reader" });
    await createDeputy(app.db, { userId: readerId, deputyUserId: petrId });
    const petr = await app.signedInAs(petrId);
    expect(await opens(petr, "/participants")).toBe(403);
    expect((await petr.get("/")).text).not.toContain('href="/participants"');
  });

  test("writes into the log from anywhere, in the name of both", async () => {
    await standIn();
    const petr = await app.signedInAs(petrId);
    const entry = { projectId: `${projectId}`, happenedOn: "2026-03-02", body: "Schůzka" };
    expect((await petr.post("/log-entries", entry)).status).toBe(303);
    const [event] = await app.db("audit_events").where({ project_id: projectId });
    expect(event).toMatchObject({ actor_id: petrId, on_behalf_of_id: janaId });
  });

  test("of two people holds what either of them may", async () => {
    await standIn();
    const other = await createProject(app.db);
    const evaId = await createUser(app.db);
    await addMember(app.db, { projectId: other, userId: evaId, role: "reader" });
    await createDeputy(app.db, { userId: evaId, deputyUserId: petrId });
    const petr = await app.signedInAs(petrId);
    expect([await opens(petr), await opens(petr, `/projects/${other}`)]).toEqual([200, 200]);
    expect((await petr.post(`/projects/${other}/status`, status)).status).toBe(403);
  });

  test("has the person's deadlines among their own, told apart, in the person's projects only", async () => {
    const owned = { owner_user_id: janaId, due_on: "2026-03-04" };
    await createMilestone(app.db, projectId, { ...owned, title: "Zpráva pro radu" });
    const foreign = await createProject(app.db);
    await app.db("users").where({ id: janaId }).update({ is_management: true });
    await createMilestone(app.db, foreign, { ...owned, title: "Cizí termín" });
    const petr = await app.signedInAs(petrId);
    for (const page of ["/", "/agenda"])
      expect((await petr.get(page)).text).not.toContain("Zpráva pro radu");
    await standIn();
    for (const page of ["/", "/agenda", "/agenda?who=mine"]) {
      const { text } = await petr.get(page);
      expect(text).toContain("Zpráva pro radu");
      expect(text).toContain("Jana Nováková (zastupujete)");
      expect(text).not.toContain("Cizí termín");
    }
    const jana = await app.signedInAs(janaId);
    expect((await jana.get("/agenda?who=mine")).text).not.toContain("zastupujete");
  });

  test("is reminded on every page whom they stand in for and until when, and in the project in which role", async () => {
    await standIn({ untilOn: "2026-12-03" });
    const petr = await app.signedInAs(petrId);
    for (const page of ["/", address(), "/profile/deputy"]) {
      const text = (await petr.get(page)).text.replaceAll("\u00a0", " ");
      expect(text).toContain("Zastupujete: Jana Nováková do 3. 12. 2026.");
    }
    expect((await petr.get(address())).text).toContain("manažer (zástup)");
    await addMember(app.db, { projectId, userId: petrId, role: "finance" });
    expect((await petr.get(address())).text).toContain("manažer, projektový manažer (zástup)");
    const jana = await app.signedInAs(janaId);
    expect((await jana.get("/")).text).not.toContain("Zastupujete");
  });

  test("who is let go stands in for nobody", async () => {
    await standIn();
    const petr = await app.signedInAs(petrId);
    await app.db("users").where({ id: petrId }).update({ deactivated_at: app.clock.now() });
    expect((await petr.get(address())).headers.location).toMatch(/^\/sign-in/);
  });

  test("costs no query more: session, project and list are read as for anybody", async () => {
    await createMilestone(app.db, projectId, { owner_user_id: janaId, due_on: "2026-03-04" });
    const jana = await app.signedInAs(janaId);
    await standIn();
    await createDeputy(app.db, { userId: await createUser(app.db), deputyUserId: petrId });
    const petr = await app.signedInAs(petrId);
    for (const page of [address(), "/projects", "/agenda", "/profile/deputy"]) {
      const count = async (browser: Browser) => {
        await browser.get(page);
        return (await statementsOf(app.db, async () => void (await browser.get(page)))).length;
      };
      expect([page, await count(petr)]).toEqual([page, await count(jana)]);
    }
  });
});
