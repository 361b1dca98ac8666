import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { redirectNews } from "../../../../db/queries/notifications.ts";
import { type Author, change } from "../../../../server/change.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import {
  listPeopleWithNews,
  type News,
  notify,
  notifyOfMany,
} from "../../../../server/features/notifications/service.ts";
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

/** Days are printed with spaces that do not break. */
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

const MONDAY_MORNING = "2026-03-02T07:30:00.000Z";

describe.each(engines)("news on %s", (engine) => {
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
  const mails = () =>
    deps.db("outgoing_mails").orderBy("id").select("state", "reason", "due_at as dueAt");
  const states = () => deps.db("notifications").orderBy("id").pluck("state");
  const prefer = (
    userId: number,
    category: string,
    way: string,
    project_id: number | null = null,
  ) => insert(deps.db, "notification_preferences", { user_id: userId, project_id, category, way });

  test("what was assigned is told at once to whoever answers for it now", async () => {
    await tell(assigned());
    await deliver();
    const [sent] = deps.mailer.sent;
    expect(deps.mailer.sent).toHaveLength(1);
    expect(sent?.to.address).toBe("eva@kraj.test");
    expect(plain(sent?.subject)).toBe("[Rodiny] Nově odpovídáte: Zpráva č. 2, termín 20. 3. 2026");
    expect(sent?.text).toContain("Rodiny · od: Petr Malý");
    expect(sent?.text).toContain(`/projects/${projectId}/milestones/${milestoneId}`);
    expect(sent?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  test("whoever did it themselves is told nothing, nor who does not see the project", async () => {
    const stranger = await createUser(deps.db);
    const gone = await createUser(deps.db, { deactivated_at: MONDAY_MORNING });
    await addMember(deps.db, { projectId, userId: gone });
    await tell(assigned(), eva);
    await tell(assigned({ recipientUserIds: [stranger, gone, null] }));
    expect(await states()).toEqual([]);
  });

  test("a change that fails has told nothing", async () => {
    const failing = change(deps, author(manager), async (one) => {
      await notify(one, assigned());
      throw new Error("full disk");
    });
    await expect(failing).rejects.toThrow("full disk");
    expect(await mails()).toEqual([]);
  });

  test.each([
    ["on a Friday evening", "2026-03-06T17:00:00.000Z", "2026-03-09T06:00:00.000Z"],
    ["before seven", "2026-03-02T05:59:00.000Z", "2026-03-02T06:00:00.000Z"],
    ["on Good Friday", "2026-04-03T09:00:00.000Z", "2026-04-07T05:00:00.000Z"],
  ])("what happens %s leaves at seven of the next working day", async (_, at, leavesAt) => {
    deps.clock.set(at);
    await tell(assigned());
    expect(await mails()).toEqual([{ state: "pending", reason: null, dueAt: leavesAt }]);
  });

  test("by their wish it waits for the digest, or is not told at all", async () => {
    await prefer(eva, "deadlines", "daily");
    await prefer(eva, "comments", "off");
    await tell(assigned());
    await tell(assigned({ kind: "mention", category: "comments" }));
    expect(await states()).toEqual(["waiting"]);
    expect(await mails()).toEqual([]);
    const people = await listPeopleWithNews(deps.db, "2026-03-03");
    expect(people).toEqual([{ userId: eva, newsIds: [expect.any(Number)] }]);
  });

  test("a mandatory category that is off comes weekly, on the first digest day of the week", async () => {
    await prefer(eva, "deadlines", "off", projectId);
    await tell(assigned());
    expect(await listPeopleWithNews(deps.db, "2026-03-03")).toEqual([]);
    expect(await listPeopleWithNews(deps.db, "2026-03-09")).toHaveLength(1);
  });

  test("of somebody away their deputy is told, by name of whom they stand in for", async () => {
    const deputy = await createUser(deps.db, { email: "deputy@kraj.test" });
    await createDeputy(deps.db, { userId: eva, deputyUserId: deputy });
    await tell(assigned());
    await deliver();
    expect(deps.mailer.sent.map(({ to }) => to.address)).toEqual(["deputy@kraj.test"]);
    expect(deps.mailer.sent[0]?.text).toContain("za: Eva Dvořáková (zástup)");
  });

  test.each([
    ["were over", { until_on: "2026-03-06" }],
    ["were ended early", { archived_at: "2026-03-06T18:00:00.000Z" }],
  ])("a deputy whose days %s before the mail left is told nothing", async (_, ending) => {
    const deputy = await createUser(deps.db);
    const id = await createDeputy(deps.db, { userId: eva, deputyUserId: deputy });
    deps.clock.set("2026-03-06T17:00:00.000Z");
    await tell(assigned());
    await deps.db("deputies").where({ id }).update(ending);
    deps.clock.set("2026-03-09T06:00:00.000Z");
    await deliver();
    expect(deps.mailer.sent).toEqual([]);
    expect(await mails()).toMatchObject([{ state: "cancelled", reason: "out-of-reach" }]);
  });

  test("during a pause nothing comes; after it the digest tells", async () => {
    await deps.db("users").where({ id: eva }).update({
      paused_from_on: "2026-03-01",
      paused_until_on: "2026-03-08",
    });
    await tell(assigned());
    expect(await mails()).toEqual([]);
    expect(await listPeopleWithNews(deps.db, "2026-03-04")).toEqual([]);
    expect(await listPeopleWithNews(deps.db, "2026-03-09")).toHaveLength(1);
  });

  test.each([
    [
      "handed on",
      (id: number) => deps.db("milestones").where({ id }).update({ owner_user_id: manager }),
      "handed-on",
    ],
    [
      "done",
      (id: number) => deps.db("milestones").where({ id }).update({ done_on: "2026-03-02" }),
      "done",
    ],
    ["out of sight", () => deps.db("memberships").where({ user_id: eva }).delete(), "out-of-reach"],
    [
      "archived with its project",
      () => deps.db("projects").where({ id: projectId }).update({ archived_at: MONDAY_MORNING }),
      "out-of-reach",
    ],
    ["switched off", () => prefer(eva, "milestones", "off"), "switched-off"],
  ])("what is %s before the mail leaves is not told", async (_, happen, reason) => {
    deps.clock.set("2026-03-06T17:00:00.000Z");
    await prefer(eva, "milestones", "immediate", projectId);
    await tell(assigned({ category: "milestones" }));
    if (reason === "switched-off") await deps.db("notification_preferences").delete();
    await happen(milestoneId);
    deps.clock.set("2026-03-09T06:00:00.000Z");
    await deliver();
    expect(deps.mailer.sent).toEqual([]);
    expect(await mails()).toMatchObject([{ state: "cancelled", reason }]);
  });

  test("whoever has gone away overnight is not written to: their deputy's digest has it", async () => {
    const deputy = await createUser(deps.db);
    deps.clock.set("2026-03-06T17:00:00.000Z");
    await tell(assigned());
    await createDeputy(deps.db, { userId: eva, deputyUserId: deputy, fromOn: "2026-03-09" });
    deps.clock.set("2026-03-09T06:00:00.000Z");
    await deliver();
    expect(await mails()).toMatchObject([{ state: "cancelled", reason: "away" }]);
    await deps.db.transaction((trx) => redirectNews(trx, "2026-03-09"));
    const [person] = await listPeopleWithNews(deps.db, "2026-03-09");
    expect(person?.userId).toBe(deputy);
    await deps.db.transaction((trx) => redirectNews(trx, "2026-03-09"));
    expect(await deps.db("notifications").pluck("on_behalf_of_id")).toEqual([eva]);
  });

  test("the newer word stands for an older one that has not left", async () => {
    deps.clock.set("2026-03-06T17:00:00.000Z");
    const moved = (to: string) =>
      tell(assigned({ kind: "moved", params: { from: "2026-05-01", to } }));
    await deps.db("milestones").where({ id: milestoneId }).update({ due_on: "2026-03-10" });
    await moved("2026-03-11");
    await moved("2026-03-10");
    expect(await states()).toEqual(["superseded", "mailed"]);
    deps.clock.set("2026-03-09T06:00:00.000Z");
    await deliver();
    expect(await mails()).toMatchObject([
      { state: "cancelled", reason: "overtaken" },
      { state: "sent" },
    ]);
    expect(deps.mailer.sent.map(({ subject }) => plain(subject))).toEqual([
      "[Rodiny] Termín posunut na 10. 3. 2026 (byl 1. 5. 2026): Zpráva č. 2",
    ]);
  });

  test("many things at once are one letter", async () => {
    const other = await createMilestone(deps.db, projectId, {
      title: "Publicita",
      due_on: "2026-04-01",
      owner_user_id: eva,
    });
    const things = [milestoneId, other].map((id) => ({
      ...{ objectType: "milestone" as const, objectId: id, pageId: id },
    }));
    await change(deps, author(manager), (one) =>
      notifyOfMany(one, {
        ...{ kind: "assigned", recipientUserIds: [eva], projectId, category: "deadlines" },
        things,
      }),
    );
    await deliver();
    const [sent, ...more] = deps.mailer.sent;
    expect(more).toEqual([]);
    expect(plain(sent?.subject)).toBe("[Rodiny] Nově odpovídáte za 2 věci");
    for (const title of ["Zpráva č. 2", "Publicita"]) expect(sent?.text).toContain(title);
  });

  test("letters about one record hang on one thread, those about another do not", async () => {
    const other = await createMilestone(deps.db, projectId, {
      due_on: "2026-04-01",
      owner_user_id: eva,
    });
    await tell(assigned());
    await tell(assigned({ kind: "mention", category: "comments" }));
    await tell(assigned({ objectId: other, pageId: other }));
    await deliver();
    const threads = deps.mailer.sent.map(({ headers }) => headers.References);
    expect(threads[0]).toMatch(/^<[0-9a-f]{32}@/);
    expect(threads[1]).toBe(threads[0]);
    expect(threads[2]).not.toBe(threads[0]);
    expect(deps.mailer.sent[0]?.headers["In-Reply-To"]).toBe(threads[0]);
  });
});
