import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Author, change, system } from "../../../../server/change.ts";
import { notifyOfMany } from "../../../../server/features/notifications/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("news to many people on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db);
  });
  afterEach(() => deps.close());

  const author: Author = system;
  const news = { kind: "assigned" as const, category: "deadlines" as const };
  const prefer = (userId: number, way: string) =>
    insert(deps.db, "notification_preferences", {
      ...{ user_id: userId, project_id: null, category: "deadlines", way },
    });
  async function member(): Promise<number> {
    const userId = await createUser(deps.db);
    await addMember(deps.db, { projectId, userId, role: "coordinator" });
    return userId;
  }

  test("many people are told in as many statements as one, each by a letter or a digest of their own", async () => {
    const milestones = [
      await createMilestone(deps.db, projectId),
      await createMilestone(deps.db, projectId),
    ];
    const things = milestones.map((objectId) => ({
      ...{ objectType: "milestone" as const, objectId, pageId: objectId },
    }));
    const tellAll = (recipientUserIds: number[]) =>
      statementsOf(deps.db, () =>
        change(deps, author, (one) =>
          notifyOfMany(one, { ...news, projectId, recipientUserIds, things }),
        ),
      );
    const few = await tellAll([await member()]);
    const team: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const userId = await member();
      if (n % 3 === 0) await prefer(userId, "daily");
      if (n % 3 === 1) await prefer(userId, "immediate");
      team.push(userId);
    }
    const many = await tellAll(team);
    expect(many).toHaveLength(few.length);
    const told = await deps
      .db("notifications as n")
      .leftJoin("outgoing_mails as m", "m.id", "n.mail_id")
      .whereIn("n.recipient_user_id", team)
      .orderBy("n.id")
      .select("n.recipient_user_id as userId", "n.object_id as objectId", "n.state", {
        mailedTo: "m.recipient_user_id",
      });
    expect(told).toEqual(
      team.flatMap((userId, n) =>
        milestones.map((objectId) => ({
          ...{ userId, objectId },
          ...(n % 3 === 0
            ? { state: "waiting", mailedTo: null }
            : { state: "mailed", mailedTo: userId }),
        })),
      ),
    );
    expect(await deps.db("outgoing_mails").whereIn("recipient_user_id", team)).toHaveLength(8);
  });
});
