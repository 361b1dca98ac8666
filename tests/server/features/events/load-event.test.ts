import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findEvent } from "../../../../db/queries/events.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createEvent, createEventKind } from "../../../support/training-factories.ts";

describe.each(engines)("an event on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("is found inside its project, with its days and its kind", async () => {
    const projectId = await createProject(deps.db);
    const kind_id = await createEventKind(deps.db, { code: "supervision" });
    const given = { kind_id, is_confidential: true, ends_on: "2026-03-11" };
    const eventId = await createEvent(deps.db, projectId, given);
    expect(await findEvent(deps.db, { projectId, eventId })).toMatchObject({
      id: eventId,
      kindCode: "supervision",
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
