import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("the archive of projects on %s", (engine) => {
  let app: TestApp;
  let project: number;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    project = await createProject(app.db, { short_name: "Duševní zdraví" });
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId: project, userId });
    manager = await app.signedInAs(userId);
  });
  afterEach(() => app.close());

  const post = (path: string) => manager.post(`/projects/${project}/${path}`);

  test("takes a project out of the list and the agenda and gives it back within 30 days", async () => {
    await createMilestone(app.db, project, { due_on: "2026-03-05", title: "Zpráva č. 4" });
    expect((await post("archive")).status).toBe(303);
    expect((await manager.get("/projects")).text).not.toContain(`href="/projects/${project}"`);
    expect((await manager.get("/projects?archived=true")).text).toContain("Duševní zdraví");
    expect((await manager.get("/agenda")).text).not.toContain("Zpráva č. 4");
    const page = await manager.get(`/projects/${project}`);
    expect(page.text).toContain("Obnovit ho lze do 1.\u00a04.\u00a02026.");

    expect((await post("archive/restoration")).status).toBe(303);
    expect((await manager.get("/projects")).text).toContain("Duševní zdraví");
    const events = await app.db("audit_events").where({ project_id: project }).orderBy("id");
    expect(events.map(({ action }) => action)).toEqual(["project.archived", "project.restored"]);
  });

  test("hides what it holds from the search until it comes back", async () => {
    await manager.post(`/projects/${project}/milestones`, {
      kind: "milestone",
      title: "Závěrečná evaluace",
      dueOn: "2026-03-05",
    });
    const hits = async () => (await manager.get("/search?q=evaluace")).text;
    expect(await hits()).toContain(`/projects/${project}/milestones/`);
    await post("archive");
    expect(await hits()).not.toContain(`/projects/${project}/milestones/`);
    await post("archive/restoration");
    expect(await hits()).toContain(`/projects/${project}/milestones/`);
  });

  test("keeps a project that has been there for more than 30 days", async () => {
    await app
      .db("projects")
      .where({ id: project })
      .update({ archived_at: "2026-01-30T10:00:00.000Z" });
    expect((await post("archive/restoration")).status).toBe(409);
    const page = await manager.get(`/projects/${project}`);
    expect(page.text).toContain("Lhůta pro obnovení uplynula.");
    expect(page.text).not.toContain("archive/restoration");
  });

  test("lets nobody work in an archived project, and everybody who could read it still may", async () => {
    await post("archive");
    const status = { health: "on-track", sentence: "Běží", validOn: "2026-03-01" };
    const answer = await manager.post(`/projects/${project}/status`, status);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Projekt je v archivu.");
    expect((await manager.get(`/projects/${project}/edit`)).status).toBe(409);
    expect((await manager.get(`/projects/${project}/status`)).status).toBe(200);
    expect((await post("archive")).status).toBe(409);
    expect(await app.db("project_statuses")).toHaveLength(0);
  });

  test("opens for managers and administrators only, and not at all for strangers", async () => {
    const coordinator = await createUser(app.db);
    await addMember(app.db, { projectId: project, userId: coordinator, role: "coordinator" });
    const member = await app.signedInAs(coordinator);
    expect((await member.post(`/projects/${project}/archive`)).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    expect((await stranger.post(`/projects/${project}/archive`)).status).toBe(404);
    const administrator = await app.signedInAs(
      await createUser(app.db, { is_administrator: true }),
    );
    expect((await administrator.post(`/projects/${project}/archive`)).status).toBe(303);
  });

  test("a star is put on and taken off, each once", async () => {
    const star = () => app.db("project_favourites").where({ project_id: project });
    await post("favourite");
    await post("favourite");
    expect(await star()).toHaveLength(1);
    expect((await manager.get("/projects?favourite=true")).text).toContain("Duševní zdraví");
    await post("favourite/removal");
    expect(await star()).toHaveLength(0);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.post(`/projects/${project}/favourite`)).status).toBe(404);
  });
});
