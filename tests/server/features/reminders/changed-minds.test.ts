import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runIfDue } from "../../../../jobs/job.ts";
import { planRemindersJob } from "../../../../jobs/plan-reminders.ts";
import { change } from "../../../../server/change.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { notify } from "../../../../server/features/notifications/service.ts";
import {
  addDays,
  pragueDay,
  pragueInstant,
  pragueTime,
} from "../../../../server/values/calendar-date.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createRisk } from "../../../support/oversight-factories.ts";
import { isOffice } from "./plain-days.ts";

// Three weeks with the change to summer time, then two in which nobody changes their mind; Easter is among them.
const FIRST = "2026-03-16";
const CALM = "2026-04-04";
const LAST = "2026-04-20";
const TICKS = ["05:10", "07:40", "11:20", "16:50", "21:30"];

type Choice =
  | { hour: string }
  | { weekdays: string }
  | { way: "immediate" | "daily" | "weekly" }
  | { pause: number };

const choice = fc.oneof(
  fc.record({ hour: fc.constantFrom("05:00", "07:30", "11:00", "16:30") }),
  fc.record({ weekdays: fc.constantFrom("1,2,3,4,5", "1,3", "5", "2,4") }),
  fc.record({ way: fc.constantFrom("immediate" as const, "daily" as const, "weekly" as const) }),
  fc.record({ pause: fc.integer({ min: 0, max: 5 }) }),
);
const life = fc.array(fc.record({ day: fc.nat(18), tick: fc.nat(TICKS.length - 1), choice }), {
  minLength: 4,
  maxLength: 14,
});

/** One person; every other day a thing falls due, and every day something is new. */
async function living(engine: "sqlite" | "postgres") {
  const deps = await openTestDeps(engine, { at: pragueInstant(FIRST, "04:00") });
  const { db } = deps;
  const manager = await createUser(db, { digest_at: "06:00" });
  const eva = await createUser(db, { email: "eva@kraj.test", digest_at: "07:30" });
  const projectId = await createProject(db, { ends_on: "2030-12-31" });
  await addMember(db, { projectId, userId: manager });
  await addMember(db, { projectId, userId: eva, role: "coordinator" });
  for (let n = 1; n <= 20; n += 2) {
    const due = { due_on: addDays(FIRST, n), remind_on: addDays(FIRST, n) };
    await createMilestone(db, projectId, { ...due, owner_user_id: eva });
  }
  const risks: number[] = [];
  for (let n = 0; addDays(FIRST, n) < CALM; n += 1)
    risks.push(await createRisk(db, projectId, { next_review_on: "2029-01-01" }));
  const commentOn = (n: number) =>
    change(deps, { userId: manager, requestId: null, address: null, submission: null }, (one) =>
      notify(one, {
        ...{ kind: "mention", recipientUserIds: [eva], projectId },
        ...{ objectType: "risk", objectId: risks[n] ?? 0, pageId: risks[n] ?? 0 },
      }),
    );
  return { deps, eva, commentOn };
}

async function choose({ db }: TestDeps, eva: number, chosen: Choice, today: string) {
  const user = db("users").where({ id: eva });
  if ("hour" in chosen) await user.update({ digest_at: chosen.hour });
  if ("weekdays" in chosen) await user.update({ digest_days: chosen.weekdays });
  if ("pause" in chosen)
    await user.update({
      paused_from_on: chosen.pause === 0 ? null : today,
      paused_until_on: chosen.pause === 0 ? null : addDays(today, chosen.pause - 1),
    });
  if (!("way" in chosen)) return;
  await db("notification_preferences").where({ user_id: eva }).delete();
  await db("notification_preferences").insert(
    ["deadlines", "milestones", "comments"].map((category) => ({
      ...{ user_id: eva, project_id: null, category, way: chosen.way },
    })),
  );
}

type Scene = Awaited<ReturnType<typeof living>>;
type Change = { day: number; tick: number; choice: Choice };

async function liveThrough(scene: Scene, changes: readonly Change[]): Promise<void> {
  const { deps, eva, commentOn } = scene;
  for (let n = 0; addDays(FIRST, n) <= LAST; n += 1) {
    const day = addDays(FIRST, n);
    for (const [tick, time] of TICKS.entries()) {
      deps.clock.set(pragueInstant(day, time));
      const made = changes.filter((one) => one.day === n && one.tick === tick);
      for (const one of made) await choose(deps, eva, one.choice, day);
      if (tick === 1 && day < CALM && isOffice(day)) await commentOn(n);
      await runIfDue(deps, planRemindersJob, { owner: "test", isStopping: () => false });
      await checkNow(scene, { day, weekday: String((n % 7) + 1) });
    }
  }
}

/** Nothing comes in a pause, and a digest on the days and from the hour that hold just then. */
async function checkNow({ deps, eva }: Scene, { day, weekday }: { day: string; weekday: string }) {
  const { db, clock, mailer } = deps;
  const before = mailer.sent.length;
  await deliverMail(deps, { owner: "test", wait: async () => {} });
  const own = mailer.sent.slice(before).filter(({ to }) => to.address === "eva@kraj.test");
  const now = await db("users").where({ id: eva }).first();
  if (now.paused_from_on !== null && now.paused_from_on <= day && day <= now.paused_until_on)
    expect(own).toEqual([]);
  const made = { template: "digest", recipient_user_id: eva, created_at: clock.now() };
  if ((await db("outgoing_mails").where(made)).length === 0) return;
  expect(isOffice(day) && now.digest_days.split(",").includes(weekday)).toBe(true);
  expect(now.digest_at <= pragueTime(clock.now())).toBe(true);
}

describe.each(engines)("somebody who changes their mind in the middle of days, on %s", (engine) => {
  test("has one digest a day at most, nothing twice, and in the end nothing is missing", async () => {
    await fc.assert(
      fc.asyncProperty(life, async (changes) => {
        const scene = await living(engine);
        try {
          await liveThrough(scene, changes);
          await nothingTwice(scene);
          await nothingMissing(scene);
        } finally {
          await scene.deps.close();
        }
      }),
      { seed: 20261122, numRuns: engine === "sqlite" ? 8 : 2, endOnFailure: true },
    );
  }, 90_000);
});

describe.each(engines)("what could be left in a hole on %s", (engine) => {
  const run = (deps: TestDeps) =>
    runIfDue(deps, planRemindersJob, { owner: "test", isStopping: () => false });
  const digestsOf = ({ deps: { db }, eva }: Scene) =>
    db("outgoing_mails").where({ template: "digest", recipient_user_id: eva }).pluck("created_at");

  test("whoever moves their hour back to one that has passed has the digest of the day at once", async () => {
    const scene = await living(engine);
    const { deps, eva } = scene;
    await choose(deps, eva, { way: "weekly" }, FIRST);
    await choose(deps, eva, { hour: "16:30" }, FIRST);
    deps.clock.set(pragueInstant(FIRST, "07:40"));
    await run(deps);
    expect(await digestsOf(scene)).toEqual([]);
    deps.clock.set(pragueInstant(FIRST, "10:00"));
    await choose(deps, eva, { hour: "05:00" }, FIRST);
    await run(deps);
    await run(deps);
    expect(await digestsOf(scene)).toEqual([pragueInstant(FIRST, "10:00")]);
    await deps.close();
  });

  test("news of the week that an outage kept from its first digest comes in the next", async () => {
    const scene = await living(engine);
    const { deps, eva } = scene;
    await deps.db("milestones").delete();
    await choose(deps, eva, { way: "weekly" }, FIRST);
    await scene.commentOn(0);
    deps.clock.set(pragueInstant(addDays(FIRST, 1), "09:00"));
    await run(deps);
    await scene.commentOn(1);
    deps.clock.set(pragueInstant(addDays(FIRST, 2), "09:00"));
    await run(deps);
    expect(await digestsOf(scene)).toEqual([pragueInstant(addDays(FIRST, 1), "09:00")]);
    await deps.close();
  });

  test("news of the evening before a pause waits for the digest after it", async () => {
    const scene = await living(engine);
    const { deps, eva } = scene;
    await deps.db("milestones").delete();
    await choose(deps, eva, { way: "immediate" }, FIRST);
    deps.clock.set(pragueInstant(FIRST, "21:00"));
    await scene.commentOn(0);
    const [from, after] = [addDays(FIRST, 1), addDays(FIRST, 3)];
    await choose(deps, eva, { pause: 2 }, from);
    for (const day of [from, addDays(FIRST, 2), after]) {
      deps.clock.set(pragueInstant(day, "09:00"));
      await run(deps);
      await deliverMail(deps, { owner: "test", wait: async () => {} });
      expect(deps.mailer.sent).toHaveLength(day === after ? 1 : 0);
    }
    expect(await digestsOf(scene)).toEqual([pragueInstant(after, "09:00")]);
    await deps.close();
  });
});

async function nothingTwice({ deps: { db }, eva }: Scene) {
  const digests = await db("outgoing_mails").where({ template: "digest", recipient_user_id: eva });
  const days = digests.map(({ created_at }) => pragueDay(created_at));
  expect(new Set(days).size).toBe(days.length);
}

async function nothingMissing({ deps: { db }, eva }: Scene) {
  const untold = await db("reminder_occurrences")
    .where({ state: "planned" })
    .where("send_on", "<", addDays(LAST, -8));
  expect(untold).toEqual([]);
  for (const { id, due_on } of await db("milestones")) {
    const told = await db("reminder_occurrences as o")
      .join("outgoing_mails as m", "m.id", "o.mail_id")
      .where({ object_type: "milestone", object_id: id, "o.state": "gathered", "m.state": "sent" })
      .select("o.offset_days", "o.recipient");
    expect(told.length).toBeGreaterThan(0);
    // What is overdue by the calm weeks is known to be by whoever answers for it.
    if (due_on < CALM) expect(told.some(({ offset_days: days }) => days < 0)).toBe(true);
    const keys = told.map((one) => `${one.offset_days} ${one.recipient}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
  const news = await db("notifications as n")
    .leftJoin("outgoing_mails as m", "m.id", "n.mail_id")
    .where("n.recipient_user_id", eva)
    .select("n.state", "m.state as mail");
  expect(news.length).toBeGreaterThan(10);
  for (const one of news) expect(one).toMatchObject({ mail: "sent" });
}
