import { expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { foreseeDigests } from "../../../../server/features/reminders/foresight/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { openTestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

/** How much is asked for so many people, each with a project and a deadline of their own. */
async function asked(people: number) {
  const deps = await openTestDeps("sqlite");
  for (let n = 0; n < people; n += 1) {
    const userId = await createUser(deps.db);
    const projectId = await createProject(deps.db);
    await addMember(deps.db, { projectId, userId });
    await createMilestone(deps.db, projectId, { owner_user_id: userId, due_on: "2026-03-09" });
  }
  const count = async (work: () => Promise<unknown>) => (await statementsOf(deps.db, work)).length;
  const counts = {
    foreseeing: await count(() => foreseeDigests(deps, 30)),
    planning: await count(() => planReminders(deps)),
    planningAgain: await count(() => planReminders(deps)),
    gathering: await count(() => gatherDigests(deps)),
    delivering: await count(() => deliverMail(deps, { owner: "test", wait: async () => {} })),
  };
  await deps.close();
  return counts;
}

test("as much is asked for forty people as for two, and of each digest always the same", async () => {
  const [two, forty] = [await asked(2), await asked(40)];
  const fixed = { delivering: 0, gathering: 0 };
  expect({ ...forty, ...fixed }).toEqual({ ...two, ...fixed });
  // Ten digests are made in a transaction of four statements.
  expect(forty.gathering - two.gathering).toBe(3 * 4);
  expect(two.foreseeing).toBeLessThanOrEqual(13);
  expect(two.planning).toBeLessThanOrEqual(16);
  expect(two.gathering).toBeLessThanOrEqual(24);
  const each = (forty.delivering - two.delivering) / 38;
  expect(each).toBeLessThanOrEqual(27);
});
