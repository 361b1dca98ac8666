import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { redirectNews } from "../../../../db/queries/notifications.ts";
import { change } from "../../../../server/change.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { listPeopleWithNews, notify } from "../../../../server/features/notifications/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createDeputy,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";

const FRIDAY_EVENING = "2026-03-06T18:30:00.000Z";
const MONDAY_AT_SEVEN = "2026-03-09T06:00:00.000Z";

describe.each(engines)("news of an absent person on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let manager: number;
  let eva: number;
  let deputy: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: FRIDAY_EVENING });
    manager = await createUser(deps.db);
    eva = await createUser(deps.db);
    deputy = await createUser(deps.db);
    projectId = await createProject(deps.db);
    await addMember(deps.db, { projectId, userId: manager });
    await addMember(deps.db, { projectId, userId: eva, role: "coordinator" });
  });
  afterEach(() => deps.close());

  async function assign() {
    const id = await createMilestone(deps.db, projectId, {
      due_on: "2026-03-20",
      owner_user_id: eva,
    });
    const author = { userId: manager, requestId: null, address: null, submission: null };
    await change(deps, author, (one) =>
      notify(one, {
        ...{ kind: "assigned", recipientUserIds: [eva], projectId, category: "deadlines" },
        ...{ objectType: "milestone", objectId: id, pageId: id },
      }),
    );
  }
  const readersOn = async (day: string) => {
    await deps.db.transaction((trx) => redirectNews(trx, day));
    return (await listPeopleWithNews(deps.db, day)).map(({ userId }) => userId);
  };

  test("comes back to them when the deputy has not been told before their days were over", async () => {
    await createDeputy(deps.db, { userId: eva, deputyUserId: deputy, untilOn: "2026-03-08" });
    await assign();
    deps.clock.set(MONDAY_AT_SEVEN);
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    expect(deps.mailer.sent).toEqual([]);
    expect(await readersOn("2026-03-09")).toEqual([eva]);
    expect(await deps.db("notifications").pluck("on_behalf_of_id")).toEqual([null]);
  });

  test("goes on to the next deputy when one was followed by another", async () => {
    await insert(deps.db, "notification_preferences", {
      ...{ user_id: deputy, category: "deadlines", way: "daily" },
    });
    await createDeputy(deps.db, { userId: eva, deputyUserId: deputy, untilOn: "2026-03-08" });
    await createDeputy(deps.db, { userId: eva, deputyUserId: manager, fromOn: "2026-03-09" });
    await assign();
    expect(await readersOn("2026-03-06")).toEqual([deputy]);
    expect(await readersOn("2026-03-09")).toEqual([manager]);
    expect(await deps.db("notifications").pluck("on_behalf_of_id")).toEqual([eva]);
  });

  test("waits for their return when the absence was called off while a mail about it was not sent", async () => {
    await assign();
    const id = await createDeputy(deps.db, { userId: eva, deputyUserId: deputy });
    deps.clock.set(MONDAY_AT_SEVEN);
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    await deps.db("deputies").where({ id }).update({ archived_at: MONDAY_AT_SEVEN });
    expect(await readersOn("2026-03-09")).toEqual([eva]);
  });
});
