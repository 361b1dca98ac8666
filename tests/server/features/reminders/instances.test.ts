import { expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { openSmtpMailer } from "../../../../server/mail/smtp-mailer.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { startSmtpServer } from "../../../support/smtp.ts";

async function peopleWithDeadlines(deps: TestDeps, count: number): Promise<void> {
  const projectId = await createProject(deps.db);
  for (let n = 0; n < count; n += 1) {
    const userId = await createUser(deps.db);
    await addMember(deps.db, { projectId, userId, role: n === 0 ? "manager" : "coordinator" });
    await createMilestone(deps.db, projectId, { owner_user_id: userId, due_on: "2026-03-09" });
  }
}

test("two instances at the same tick send 200 people one digest each", async () => {
  const deps = await openTestDeps("postgres");
  const server = await startSmtpServer();
  await peopleWithDeadlines(deps, 200);
  const instance = async (owner: string) => {
    const db = deps.database.connectAgain();
    const from = "Osnova <osnova@kraj.test>";
    const mailer = openSmtpMailer({ url: server.url(), from, requiresTls: false });
    const own = { ...deps, db, mailer };
    await planReminders(own);
    const { digests } = await gatherDigests(own);
    const { sent } = await deliverMail(own, { owner, wait: async () => {} });
    mailer.close();
    return { digests, sent };
  };
  const [one, other] = await Promise.all([instance("one"), instance("other")]);
  expect((one?.digests ?? 0) + (other?.digests ?? 0)).toBe(200);
  expect((one?.sent ?? 0) + (other?.sent ?? 0)).toBe(200);
  expect(Math.min(one?.sent ?? 0, other?.sent ?? 0)).toBeGreaterThan(0);
  expect(server.received).toHaveLength(200);
  expect(new Set(server.received.map((mail) => mail.email.messageId)).size).toBe(200);
  await server.close();
  await deps.close();
}, 120_000);

test.each(engines)("10,000 reminders are planned and gathered set by set on %s", async (engine) => {
  const deps = await openTestDeps(engine);
  const userId = await createUser(deps.db);
  const other = await createUser(deps.db);
  const projectId = await createProject(deps.db);
  await addMember(deps.db, { projectId, userId });
  await addMember(deps.db, { projectId, userId: other, role: "coordinator" });
  const row = (n: number) => ({
    ...{ project_id: projectId, kind: "task", title: `Úkol ${n}`, due_on: "2026-03-09" },
    ...{ shifted_on: "2026-03-09", remind_on: "2026-03-09", baseline_due_on: "2026-03-09" },
    ...{ owner_user_id: n % 2 ? other : userId, created_at: "2026-01-01T00:00:00.000Z" },
  });
  for (let n = 0; n < 10_000; n += 500)
    await deps.db("milestones").insert(Array.from({ length: 500 }, (_, m) => row(n + m)));
  let statements = 0;
  deps.db.on("query", () => {
    statements += 1;
  });
  expect(await planReminders(deps)).toEqual({ planned: 10_000 });
  expect(await gatherDigests(deps)).toEqual({ digests: 2 });
  expect(statements).toBeLessThan(120);
  const gathered = deps.db("reminder_occurrences").where({ state: "gathered" });
  expect(Number((await gathered.count({ count: "*" }))[0]?.count)).toBe(10_000);
  await deps.close();
});
