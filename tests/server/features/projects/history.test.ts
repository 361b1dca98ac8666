import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { insertAuditEvents } from "../../../../db/queries/audit-events.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the history of a project on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    userId = await createUser(app.db, { name: "Jana Veselá" });
    projectId = await createProject(app.db);
    await addMember(app.db, { projectId, userId, role: "reader" });
  });
  afterEach(() => app.close());

  const changed = (objectType: string, n: number, project = projectId) => ({
    at: "2026-02-01T10:00:00.000Z",
    requestId: null,
    actorId: userId,
    address: null,
    action: `${objectType}.edited`,
    objectType,
    objectId: n,
    projectId: project,
    changes: { title: [`dřív ${n}`, `nyní ${n}`] as [string, string] },
  });

  test("tells who changed what, page by page, and of one kind of record when asked", async () => {
    await insertAuditEvents(
      app.db,
      Array.from({ length: 60 }, (_, n) => changed("milestone", n + 1)),
    );
    await insertAuditEvents(app.db, [changed("activity", 1)]);
    const browser = await app.signedInAs(userId);
    const first = await browser.get(`/projects/${projectId}/history`);
    expect(first.text).toContain("Jana Veselá");
    expect(first.text).toContain("nyní 60");
    expect(first.text).not.toContain("dřív 5<");
    const older = /href="([^"]*below=\d+)"/.exec(first.text)?.[1] ?? "";
    expect((await browser.get(older)).text).toContain("dřív 5");
    const activities = await browser.get(`/projects/${projectId}/history?of=activity`);
    expect(activities.text).not.toContain("nyní 60");
  });

  test("begins with the newest when the address names a place that no history has", async () => {
    await insertAuditEvents(app.db, [changed("milestone", 1)]);
    const browser = await app.signedInAs(userId);
    for (const place of ["3000000000", "9007199254740991", "-1", "1e3"]) {
      const page = await browser.get(`/projects/${projectId}/history?below=${place}`);
      expect(page.text).toContain("nyní 1");
    }
  });

  test("holds nothing of another project and needs three queries", async () => {
    const other = await createProject(app.db);
    await insertAuditEvents(app.db, [changed("milestone", 99, other)]);
    const browser = await app.signedInAs(userId);
    const page = await browser.get(`/projects/${projectId}/history`);
    expect(page.text).toContain("Zatím se nic nezměnilo.");
    expect((await browser.get(`/projects/${other}/history`)).status).toBe(404);
    const statements = await statementsOf(app.db, () =>
      browser.get(`/projects/${projectId}/history?below=x`),
    );
    expect(statements).toHaveLength(3);
  });
});
