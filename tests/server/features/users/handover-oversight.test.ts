import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import {
  createControl,
  createFinding,
  createResolution,
  createRisk,
} from "../../../support/oversight-factories.ts";

describe.each(engines)("a user who leaves and watches over a project on %s", (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp(engine);
  });
  afterEach(() => app.close());

  test("hands over risks, findings and resolutions that are not over", async () => {
    const password_hash = "set";
    const adminId = await createUser(app.db, { is_administrator: true, password_hash });
    const [leaverId, heirId] = [
      await createUser(app.db, { password_hash }),
      await createUser(app.db, { name: "Eva Nástupkyně", password_hash }),
    ];
    const projectId = await createProject(app.db);
    const owned = { owner_user_id: leaverId };
    const of = { projectId, controlId: await createControl(app.db, projectId) };
    await createRisk(app.db, projectId, owned);
    await createRisk(app.db, projectId, { ...owned, title: "Pominulé", state: "closed" });
    await createFinding(app.db, of, owned);
    await createFinding(app.db, of, { ...owned, finding: "Hotové", remedied_on: "2026-02-01" });
    await createResolution(app.db, projectId, owned);

    const admin = await app.signedInAs(adminId);
    const { text } = await admin.get(`/admin/users/${leaverId}/deactivation/new`);
    for (const part of ["Riziko", "Chybí podpisy", "Dodatek ke smlouvě"])
      expect(text).toContain(part);
    for (const part of ["Pominulé", "Hotové"]) expect(text).not.toContain(part);
    const everything = { everything: String(heirId) };
    await admin.post(`/admin/users/${leaverId}/deactivation`, everything);
    for (const table of ["risks", "control_findings", "resolutions"])
      expect((await app.db(table).orderBy("id").first()).owner_user_id).toBe(heirId);
    const actions = await app.db("audit_events").pluck("action");
    for (const noun of ["risk", "finding", "resolution"])
      expect(actions).toContain(`${noun}.handed-over`);
  });
});
