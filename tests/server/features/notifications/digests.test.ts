import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gatherNews } from "../../../../db/queries/notifications.ts";
import { type Author, change } from "../../../../server/change.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import {
  listGatheredNews,
  listPeopleWithNews,
  type News,
  notify,
} from "../../../../server/features/notifications/service.ts";
import { newsText } from "../../../../server/features/notifications/words.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { formatsFor } from "../../../../server/texts/formats.ts";
import { textsFor } from "../../../../server/texts/index.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { createRisk } from "../../../support/oversight-factories.ts";

/** Days are printed with spaces that do not break. */
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

const MONDAY_MORNING = "2026-03-02T07:30:00.000Z";

describe.each(engines)("news in digests on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let manager: number;
  let eva: number;
  let milestoneId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: MONDAY_MORNING });
    manager = await createUser(deps.db, { name: "Petr Malý" });
    eva = await createUser(deps.db, { name: "Eva Dvořáková", email: "eva@kraj.test" });
    projectId = await createProject(deps.db, { short_name: "Rodiny" });
    await addMember(deps.db, { projectId, userId: manager });
    await addMember(deps.db, { projectId, userId: eva, role: "coordinator" });
    milestoneId = await createMilestone(deps.db, projectId, {
      title: "Zpráva č. 2",
      due_on: "2026-03-20",
      owner_user_id: eva,
    });
  });
  afterEach(() => deps.close());

  const author = (userId: number): Author => ({
    ...{ userId, requestId: null, address: null, submission: null },
  });
  const assigned = (more: Partial<News> = {}): News => ({
    ...{ kind: "assigned", recipientUserIds: [eva], projectId, category: "deadlines" },
    ...{ objectType: "milestone", objectId: milestoneId, pageId: milestoneId },
    ...more,
  });
  const tell = (news: News, by = manager) => change(deps, author(by), (one) => notify(one, news));
  const deliver = () => deliverMail(deps, { owner: "test", wait: async () => {} });
  const prefer = (
    userId: number,
    category: string,
    way: string,
    project_id: number | null = null,
  ) => insert(deps.db, "notification_preferences", { user_id: userId, project_id, category, way });

  test("a digest tells what still holds of the news it gathered", async () => {
    await prefer(eva, "deadlines", "daily");
    await tell(assigned());
    const [person] = await listPeopleWithNews(deps.db, "2026-03-03");
    const mailId = await insert(deps.db, "outgoing_mails", {
      ...{ kind: "digest", template: "digest", dedupe_key: "digest:1", recipient_user_id: eva },
      ...{ due_at: MONDAY_MORNING, next_attempt_at: MONDAY_MORNING, created_at: MONDAY_MORNING },
    });
    const gather = (ids: number[]) =>
      deps.db.transaction((trx) => gatherNews(trx, { ids, mailId }));
    await gather(person?.newsIds ?? []);
    expect(await listPeopleWithNews(deps.db, "2026-03-03")).toEqual([]);
    const [row] = await listGatheredNews(deps.db, { mailId, on: "2026-03-03" });
    if (!row) throw new Error("no news");
    const text = newsText(row, textsFor("cs"), formatsFor("cs"));
    expect({ ...text, title: plain(text.title) }).toEqual({
      title: "Nově odpovídáte: Zpráva č. 2, termín 20. 3. 2026",
      note: "Rodiny · od: Petr Malý",
      href: `/projects/${projectId}/milestones/${milestoneId}`,
    });
    await deps.db("milestones").where({ id: milestoneId }).update({ done_on: "2026-03-03" });
    expect(await listGatheredNews(deps.db, { mailId, on: "2026-03-03" })).toEqual([]);
  });

  test("what was told by a mail of its own is not reminded of on the same day", async () => {
    await deps.db("milestones").delete();
    const riskId = await createRisk(deps.db, projectId, {
      ...{ title: "Neobsazená pozice", next_review_on: "2026-03-03", owner_user_id: eva },
    });
    deps.clock.set("2026-03-02T06:10:00.000Z");
    await tell(assigned({ objectType: "risk", objectId: riskId, pageId: riskId }));
    deps.clock.set("2026-03-02T06:30:00.000Z");
    await planReminders(deps);
    await gatherDigests(deps);
    await deliver();
    const subjects = deps.mailer.sent.map(({ subject }) => plain(subject));
    expect(subjects).toEqual(["[Rodiny] Nově odpovídáte: Neobsazená pozice, termín 3. 3. 2026"]);
  });
});
