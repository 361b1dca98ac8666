import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findEvent } from "../../../../db/queries/events.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createEvent, createProject, createSession } from "../../../support/factories.ts";

describe.each(engines)("an event on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("is found inside its project, with its days and its kind", async () => {
    const projectId = await createProject(deps.db);
    const eventId = await createEvent(deps.db, projectId, { is_confidential: true });
    await createSession(deps.db, eventId, { held_on: "2026-03-11" });
    await createSession(deps.db, eventId, { held_on: "2026-03-10" });
    expect(await findEvent(deps.db, { projectId, eventId })).toMatchObject({
      id: eventId,
      kindCode: "training",
      isConfidential: true,
      countsAsSupport: true,
      isMeeting: false,
      startsOn: "2026-03-10",
      endsOn: "2026-03-11",
      state: "planned",
    });
  });

  test("is missing in another project", async () => {
    const eventId = await createEvent(deps.db, await createProject(deps.db));
    const projectId = await createProject(deps.db);
    expect(await findEvent(deps.db, { projectId, eventId })).toBeUndefined();
  });
});
