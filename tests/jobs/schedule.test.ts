import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Job } from "../../jobs/job.ts";
import { planRemindersJob } from "../../jobs/plan-reminders.ts";
import { schedule } from "../../jobs/schedule.ts";
import { tidyJob } from "../../jobs/tidy.ts";
import { openTestDeps, type TestDeps } from "../support/deps.ts";
import { createUser } from "../support/factories.ts";

describe("the timetable", () => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps("sqlite");
  });
  afterEach(() => deps.close());

  /** Asks at each minute of a Prague day and gives the keys in order, with the instant each came up. */
  async function keysOf(job: Job, from: string, to: string): Promise<[string, string][]> {
    const keys = new Map<string, string>();
    for (deps.clock.set(from); deps.clock.now() < to; deps.clock.advance(60_000)) {
      const key = typeof job.dueKey === "function" ? await job.dueKey(deps) : undefined;
      if (key !== undefined && !keys.has(key)) keys.set(key, deps.clock.now().slice(0, 16));
    }
    return [...keys];
  }

  test("names each job once", () => {
    const names = schedule.map((job) => job.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ["2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z", "2026-10-25", "2026-10-25T02:15"],
    ["2027-03-27T23:00:00.000Z", "2027-03-28T22:00:00.000Z", "2027-03-28", "2027-03-28T01:15"],
    ["2027-10-30T22:00:00.000Z", "2027-10-31T23:00:00.000Z", "2027-10-31", "2027-10-31T02:15"],
  ])("daily work comes once on a day of 23 or 25 hours", async (from, to, key, at) => {
    expect(await keysOf(tidyJob, from, to)).toEqual([[key, at]]);
  });

  test("digests come at each hour somebody wants, once, and not on days off", async () => {
    for (const digest_at of ["00:30", "07:30", "07:30", "16:00"])
      await createUser(deps.db, { digest_at });
    await createUser(deps.db, { digest_at: "05:00", deactivated_at: "2026-01-01T10:00:00.000Z" });
    const monday = ["2026-10-25T23:00:00.000Z", "2026-10-26T23:00:00.000Z"] as const;
    expect(await keysOf(planRemindersJob, ...monday)).toEqual([
      ["2026-10-26 00:30 1", "2026-10-25T23:30"],
      ["2026-10-26 07:30 14", "2026-10-26T06:30"],
      ["2026-10-26 16:00 30", "2026-10-26T15:00"],
    ]);
    const sunday = ["2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"] as const;
    expect(await keysOf(planRemindersJob, ...sunday)).toEqual([]);
  });

  test("an hour that was missed comes as soon as somebody asks", async () => {
    await createUser(deps.db, { digest_at: "07:30" });
    deps.clock.set("2026-10-26T20:00:00Z");
    expect(await digestKey()).toBe("2026-10-26 07:30 1");
    deps.clock.set("2026-10-26T06:29:00Z");
    expect(await digestKey()).toBeUndefined();
  });

  test("digests are gone through again for whoever moves their hour to one that has passed", async () => {
    await createUser(deps.db, { digest_at: "07:30" });
    const id = await createUser(deps.db, { digest_at: "16:00" });
    deps.clock.set("2026-10-26T09:00:00Z");
    const before = await digestKey();
    await deps.db("users").where({ id }).update({ digest_at: "07:00" });
    const after = await digestKey();
    expect([before, after]).toEqual(["2026-10-26 07:30 1", "2026-10-26 07:30 5"]);
  });

  const digestKey = async () =>
    typeof planRemindersJob.dueKey === "function" ? planRemindersJob.dueKey(deps) : undefined;
});
