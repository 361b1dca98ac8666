import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createDeputy, createProject, createUser } from "../../../support/factories.ts";
import { createEvent, createSession } from "../../../support/training-factories.ts";

describe.each(engines)("in the team a deputy on %s", (engine) => {
  let app: TestApp;
  let petr: Browser;
  let team: string;
  let janaId: number;
  let evaId: number;
  let petrId: number;
  let eventId: number;
  const memberIds = new Map<number, number>();
  beforeEach(async () => {
    app = await openTestApp(engine);
    [janaId, evaId, petrId] = [
      await createUser(app.db),
      await createUser(app.db),
      await createUser(app.db),
    ];
    const projectId = await createProject(app.db);
    await addMember(app.db, { projectId, userId: janaId, role: "manager" });
    await addMember(app.db, { projectId, userId: evaId, role: "manager" });
    await addMember(app.db, { projectId, userId: petrId, role: "reader" });
    for (const row of await app.db("memberships")) memberIds.set(row.user_id, row.id);
    const owned = { owner_user_id: janaId, is_confidential: true, title: "Kanárek" };
    eventId = await createEvent(app.db, projectId, owned);
    await createSession(app.db, eventId);
    await createDeputy(app.db, { userId: janaId, deputyUserId: petrId });
    petr = await app.signedInAs(petrId);
    team = `/projects/${projectId}/team`;
  });
  afterEach(() => app.close());

  const remove = (userId: number, heirId: number) =>
    petr.post(`${team}/${memberIds.get(userId)}/removal`, { heirId: `${heirId}` });
  const ownerOfEvent = async () =>
    (await app.db("events").where({ id: eventId }).first()).owner_user_id;

  test("does not put out the person they stand in for, nor change their role", async () => {
    const removed = await remove(janaId, evaId);
    expect(removed.status).toBe(422);
    expect(removed.text).toContain("Toho, koho zastupujete, nemůžete odebrat");
    const edited = await petr.post(`${team}/${memberIds.get(janaId)}`, {
      ...{ role: "reader", position: "", version: "1" },
    });
    expect(edited.status).toBe(422);
    expect(await app.db("memberships").where({ user_id: janaId }).pluck("role")).toEqual([
      "manager",
    ]);
    expect(await ownerOfEvent()).toBe(janaId);
  });

  test("does not take over what another member leaves behind, a confidential event least of all", async () => {
    await app.db("events").where({ id: eventId }).update({ owner_user_id: evaId });
    expect((await remove(evaId, petrId)).status).toBe(422);
    expect(await ownerOfEvent()).toBe(evaId);
    expect((await remove(evaId, janaId)).status).toBe(303);
    expect(await ownerOfEvent()).toBe(janaId);
  });
});
