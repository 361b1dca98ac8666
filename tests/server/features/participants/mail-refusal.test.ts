import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mergeParticipants } from "../../../../server/features/participants/merges/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createParticipant, createParticipation } from "../../../support/training-factories.ts";

describe.each(engines)("a participant who wants only necessary mails, on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let personId: number;
  let address: string;
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db);
    personId = await createParticipant(app.db);
    const id = await createParticipation(app.db, projectId, { participant_id: personId });
    address = `/projects/${projectId}/participants/${id}`;
  });
  afterEach(() => app.close());

  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const refusedAt = async () =>
    (await app.db("participants").where({ id: personId }).first()).refused_mail_at as string | null;

  test("may say so to a coordinator, and change their mind", async () => {
    const coordinator = await withRole("coordinator");
    expect((await coordinator.get(address)).text).not.toContain("jen nezbytné, na");
    for (const _ of [1, 2])
      expect((await coordinator.post(`${address}/mail-refusal`)).status).toBe(303);
    expect(await refusedAt()).not.toBeNull();
    expect((await coordinator.get(address)).text).toContain("jen nezbytné, na vlastní přání od 2.");
    for (const _ of [1, 2]) await coordinator.post(`${address}/mail-refusal/removal`);
    expect(await refusedAt()).toBeNull();
    const events = await app.db("audit_events").where({ object_type: "participant" }).orderBy("id");
    expect(events.map(({ action, object_id }) => [action, object_id])).toEqual([
      ["participant.mails-stopped", personId],
      ["participant.mails-allowed", personId],
    ]);
  });

  test("stays one when their records are merged, whichever of them said so", async () => {
    const refused_mail_at = "2026-01-08T09:00:00.000Z";
    const mergedId = await createParticipant(app.db, { refused_mail_at });
    const thirdId = await createParticipant(app.db);
    const author = { userId: null, requestId: null, address: null, submission: null };
    await mergeParticipants(app, author, { keptId: personId, mergedId });
    await mergeParticipants(app, author, { keptId: personId, mergedId: thirdId });
    expect(await refusedAt()).not.toBeNull();
  });

  test("is let be by whoever does not lead the project", async () => {
    for (const role of ["finance", "reader"])
      expect((await (await withRole(role)).post(`${address}/mail-refusal`)).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.post(`${address}/mail-refusal`)).status).toBe(404);
    expect(await refusedAt()).toBeNull();
  });
});
