import { afterEach, describe, expect, test } from "vitest";
import { runIfDue } from "../../../../jobs/job.ts";
import { planRemindersJob } from "../../../../jobs/plan-reminders.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { isOffice, plusDays } from "./plain-days.ts";

const HOURS = ["00:30", "02:00", "02:30", "02:59", "03:00", "07:00"];
const TICK_MINUTES = 10;
const run = { owner: "test", isStopping: () => false };

/** What a clock on the wall in Prague shows, told by the platform. */
function pragueClock(instant: string): string {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone: "Europe/Prague", dateStyle: "short", timeStyle: "short" },
  });
  return shown.format(new Date(instant)).replace(" ", "T");
}

function officeDays(after: string, until: string): string[] {
  const days: string[] = [];
  for (let day = plusDays(after, 1); day <= until; day = plusDays(day, 1)) days.push(day);
  return days.filter(isOffice);
}

describe.each(engines)("digests at early hours on %s", (engine) => {
  let deps: TestDeps;
  afterEach(() => deps.close());

  // Autumn, spring, a leap day; the change itself comes on a Sunday, when nothing goes.
  test.each([
    ["2026-10-24T20:00:00Z", "2026-10-27T08:00:00Z"],
    ["2027-03-27T20:00:00Z", "2027-03-31T08:00:00Z"],
    ["2028-02-27T20:00:00Z", "2028-03-01T08:00:00Z"],
  ])("from %s to %s each working day brings one at each hour, not before it", async (from, to) => {
    deps = await openTestDeps(engine, { at: from });
    const projectId = await createProject(deps.db, { ends_on: "2030-12-31" });
    for (const digest_at of HOURS) {
      const userId = await createUser(deps.db, { digest_at });
      await addMember(deps.db, { projectId, userId, role: "coordinator" });
      // Something new for each day: the rule tells on every one of them.
      await createMilestone(deps.db, projectId, {
        ...{ owner_user_id: userId, due_on: plusDays(to.slice(0, 10), 1) },
      });
    }
    await deps
      .db("reminder_rules")
      .where({ key: "milestones" })
      .update({ days_before: "9,8,7,6,5,4,3,2,1,0" });
    while (deps.clock.now() < new Date(to).toISOString()) {
      await runIfDue(deps, planRemindersJob, run);
      deps.clock.advance(TICK_MINUTES * 60_000);
    }

    const mails: { key: string; at: string; hour: string }[] = await deps
      .db("outgoing_mails as m")
      .join("users as u", "u.id", "m.recipient_user_id")
      .orderBy("m.id")
      .select({ key: "m.dedupe_key", at: "m.created_at", hour: "u.digest_at" });
    const days = officeDays(from.slice(0, 10), to.slice(0, 10));
    expect(days.length).toBeGreaterThan(1);
    expect(mails).toHaveLength(days.length * HOURS.length);
    for (const { key, at, hour } of mails) {
      const [day, time] = pragueClock(at).split("T");
      expect(key.endsWith(`:${day}`)).toBe(true);
      const minutes = (text = "") => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
      expect(minutes(time) - minutes(hour)).toBeGreaterThanOrEqual(0);
      expect(minutes(time) - minutes(hour)).toBeLessThan(TICK_MINUTES);
    }
  });
});
