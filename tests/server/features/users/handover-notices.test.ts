import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createDeputy,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("what somebody leaves behind on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  let janaId: number;
  let evaId: number;
  let managerId: number;
  let projectId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    const password_hash = "set";
    admin = await app.signedInAs(
      await createUser(app.db, { is_administrator: true, password_hash }),
    );
    janaId = await createUser(app.db, { name: "Jana Odcházející", password_hash });
    evaId = await createUser(app.db, { name: "Eva Nástupkyně", password_hash });
    managerId = await createUser(app.db, { name: "Karel Vedoucí", password_hash });
    projectId = await createProject(app.db, { short_name: "Duševní zdraví" });
    await addMember(app.db, { projectId, userId: managerId, role: "manager" });
    await addMember(app.db, { projectId, userId: janaId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const owns = async (times: number) => {
    for (let n = 0; n < times; n += 1)
      await createMilestone(app.db, projectId, { owner_user_id: janaId, due_on: "2026-03-10" });
  };
  const leave = () =>
    admin.post(`/admin/users/${janaId}/deactivation`, { everything: String(evaId) });
  const news = async () =>
    (await app.db("notifications").orderBy("id")).map((one) => ({
      kind: one.kind,
      to: one.recipient_user_id,
      about: one.object_type,
      params: JSON.parse(one.params),
    }));

  test("is told to whoever took it and to the manager, once for a project however much it is", async () => {
    await owns(3);
    expect((await leave()).status).toBe(303);
    expect(await news()).toEqual([
      {
        ...{ kind: "handed-over", to: evaId, about: "project" },
        params: { fromUserId: janaId, count: 3 },
      },
      {
        ...{ kind: "taken-over", to: managerId, about: "project" },
        params: { fromUserId: janaId, toUserId: evaId, count: 3 },
      },
    ]);
  });

  test("is told by its name where it is one thing", async () => {
    await owns(1);
    await leave();
    expect(await news()).toMatchObject([
      { kind: "handed-over", to: evaId, about: "milestone", params: { fromUserId: janaId } },
      { kind: "taken-over", to: managerId, params: { count: 1 } },
    ]);
  });

  test("stays in the history with who has taken how much, of a user and of a member", async () => {
    await owns(2);
    await leave();
    const event = await app.db("audit_events").where({ action: "user.deactivated" }).first();
    expect(JSON.parse(event.changes)).toEqual({ handedTo: [null, "Eva Nástupkyně (2)"] });
    const page = await admin.get(`/admin/users/${janaId}`);
    expect(page.text).toContain("Eva Nástupkyně (2)");
  });

  test("is told when a member leaves the team, and the heir who manages is told once", async () => {
    await owns(2);
    const [{ id }] = await app.db("memberships").where({ user_id: janaId }).select("id");
    const removal = `/projects/${projectId}/team/${id}/removal`;
    expect((await admin.post(removal, { heirId: String(managerId) })).status).toBe(303);
    expect(await news()).toMatchObject([
      { kind: "handed-over", to: managerId, params: { fromUserId: janaId, count: 2 } },
    ]);
    const event = await app.db("audit_events").where({ action: "member.removed" }).first();
    expect(JSON.parse(event.changes)).toMatchObject({ handedTo: [null, "Karel Vedoucí (2)"] });
  });

  test("comes to the deputy of whoever took it while they are away", async () => {
    await owns(2);
    const petrId = await createUser(app.db, { name: "Petr Dvořák" });
    await createDeputy(app.db, { userId: evaId, deputyUserId: petrId });
    await leave();
    const told = await app.db("notifications").where({ kind: "handed-over" });
    expect(told).toMatchObject([{ recipient_user_id: petrId, on_behalf_of_id: evaId }]);
  });

  test("is told to nobody where there was nothing", async () => {
    await leave();
    expect(await news()).toEqual([]);
  });
});
