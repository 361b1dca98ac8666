import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBreaker, upsertBreaker } from "../../../../db/queries/mail-breakers.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import type { DeliveryResult } from "../../../../server/mail/mailer.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";

const MINUTE = 60_000;
const answers = {
  ok: { outcome: "ok", phase: "after-data", code: "250", answer: "250 ok" },
  busy: { outcome: "temporary", phase: "rcpt", code: "451", answer: "451 later" },
  unknown: { outcome: "permanent", phase: "rcpt", code: "550", answer: "550 no such user" },
  lost: { outcome: "ambiguous", phase: "after-data", code: null, answer: "closed" },
  down: { outcome: "unavailable", phase: "connect", code: null, answer: "ECONNREFUSED" },
} satisfies Record<string, DeliveryResult>;

describe.each(engines)("a mail on its way on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T06:30:00Z" });
    userId = await createUser(deps.db);
    projectId = await createProject(deps.db);
    await addMember(deps.db, { projectId, userId });
    await createMilestone(deps.db, projectId, { title: "Metodika", due_on: "2026-03-09" });
    await planReminders(deps);
    await gatherDigests(deps);
  });
  afterEach(() => deps.close());

  const deliver = () => deliverMail(deps, { owner: "test", wait: async () => {} });
  const mail = () => deps.db("outgoing_mails").first();
  const outcomes = async () =>
    (await deps.db("delivery_attempts").orderBy("id").select("outcome")).map((row) => row.outcome);
  const minutesToNext = async () =>
    (Date.parse((await mail()).next_attempt_at) - Date.parse(deps.clock.now())) / MINUTE;

  test("refused for now is tried again after 1, 5, 15, 60 minutes, 4 and 12 hours, within a fifth", async () => {
    deps.mailer.answerWith(answers.busy);
    for (const expected of [1, 5, 15, 60, 240, 720]) {
      expect(await deliver()).toMatchObject({ postponed: 1 });
      const minutes = await minutesToNext();
      expect(minutes).toBeGreaterThanOrEqual(expected * 0.8);
      expect(minutes).toBeLessThanOrEqual(expected * 1.2);
      expect(await deliver()).toMatchObject({ postponed: 0 });
      deps.clock.advance(minutes * MINUTE);
    }
    deps.mailer.answerWith(answers.ok);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(await mail()).toMatchObject({ state: "sent", attempts: 7, sent_at: deps.clock.now() });
    expect(new Set(deps.mailer.sent.map((one) => one.messageId)).size).toBe(1);
  });

  test("gives up after three days and says so", async () => {
    deps.mailer.answerWith(answers.busy);
    const begun = Date.parse(deps.clock.now());
    while ((await mail()).state !== "failed") {
      await deliver();
      deps.clock.advance(60 * MINUTE);
    }
    expect(await mail()).toMatchObject({ state: "failed", reason: "gave-up", last_code: "451" });
    const hours = (Date.parse(deps.clock.now()) - begun) / (60 * MINUTE);
    expect(hours).toBeGreaterThan(48);
    expect(hours).toBeLessThanOrEqual(73);
  });

  test("an address that is refused for good fails at once", async () => {
    deps.mailer.answerWith(answers.unknown);
    expect(await deliver()).toMatchObject({ failed: 1 });
    expect(await mail()).toMatchObject({ state: "failed", reason: "refused", last_code: "550" });
    deps.clock.advanceDays(1);
    expect(await deliver()).toMatchObject({ failed: 0 });
  });

  test("without an answer it is sent again, the same to the letter", async () => {
    deps.mailer.answerWith(answers.lost);
    await deliver();
    expect(await mail()).toMatchObject({ state: "uncertain" });
    await deps.db("milestones").update({ title: "Jiný název" });
    deps.mailer.answerWith(answers.ok);
    deps.clock.advance(2 * MINUTE);
    await deliver();
    expect(await mail()).toMatchObject({ state: "sent" });
    expect(deps.mailer.sent).toHaveLength(2);
    expect(deps.mailer.sent[1]).toEqual(deps.mailer.sent[0]);
    expect(await outcomes()).toEqual(["ambiguous", "ok"]);
  });

  test("after a refusal it is written again from what is true then", async () => {
    deps.mailer.answerWith(answers.busy);
    await deliver();
    await deps.db("milestones").update({ title: "Jiný název" });
    deps.mailer.answerWith(answers.ok);
    deps.clock.advance(2 * MINUTE);
    await deliver();
    expect(deps.mailer.sent[1]?.subject).toContain("Jiný název");
  });

  test("a server that cannot be reached lets all wait and costs no try", async () => {
    deps.mailer.answerWith(answers.down);
    for (const minutes of [1, 5, 15, 60, 60]) {
      expect(await deliver()).toMatchObject({ postponed: 1 });
      expect(await deliver()).toMatchObject({ postponed: 0 });
      deps.clock.advance(minutes * MINUTE);
    }
    expect(await mail()).toMatchObject({ state: "pending", attempts: 0 });
    expect(await findBreaker(deps.db)).toMatchObject({ failures: 5, lastError: "ECONNREFUSED" });
    deps.mailer.answerWith(answers.ok);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(await findBreaker(deps.db)).toMatchObject({ failures: 0, openUntil: null });
    expect((await mail()).attempts).toBe(1);
  });

  test("of one whose deliverer died nobody knows whether it left: it is sent again unchanged", async () => {
    deps.mailer.deliver = () => new Promise(() => {});
    void deliver();
    await expect.poll(async () => (await mail()).state).toBe("sending");
    const kept = (await mail()).rendering;
    const sent: unknown[] = [];
    deps.mailer.deliver = async (message) => {
      sent.push(message);
      return answers.ok;
    };
    expect(await deliver()).toMatchObject({ sent: 0 }); // the lease still holds
    await deps.db("outgoing_mails").update({ lease_until: "2020-01-01T00:00:00.000Z" });
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(sent).toHaveLength(1);
    expect((await mail()).rendering).toBe(kept);
    expect(await outcomes()).toEqual([null, "ok"]);
  });

  test("whoever lost the lease does not put down its result", async () => {
    deps.mailer.deliver = async () => {
      await deps
        .db("outgoing_mails")
        .update({ lease_owner: "another", fence: deps.db.raw("fence + 1") });
      return answers.ok;
    };
    await deliver();
    expect(await mail()).toMatchObject({ state: "sending", lease_owner: "another", sent_at: null });
  });

  test("held, paused and expired mails do not leave", async () => {
    await deps.db("outgoing_mails").update({ state: "held" });
    await deliver();
    await deps.db("outgoing_mails").update({ state: "pending" });
    await upsertBreaker(deps.db, { isPaused: true });
    await deliver();
    await upsertBreaker(deps.db, { isPaused: false });
    await deps.db("outgoing_mails").update({ expires_at: "2026-03-02T06:00:00.000Z" });
    await deliver();
    expect(deps.mailer.sent).toEqual([]);
    expect(await mail()).toMatchObject({ state: "failed", reason: "expired" });
  });

  test("one that cannot be written waits and does not stand in the way of others", async () => {
    await deps.db("outgoing_mails").update({ params: "not json" });
    const other = await createUser(deps.db);
    await addMember(deps.db, { projectId, userId: other, role: "coordinator" });
    await createMilestone(deps.db, projectId, { owner_user_id: other, due_on: "2026-03-09" });
    await planReminders(deps);
    await gatherDigests(deps);
    expect(await deliver()).toMatchObject({ sent: 1, postponed: 1 });
    expect(await mail()).toMatchObject({ state: "pending", attempts: 1 });
    expect((await mail()).last_error).toContain("JSON");
  });
});
