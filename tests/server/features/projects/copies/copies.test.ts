import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shiftBetween } from "../../../../../server/features/projects/copies/rules.ts";
import { addDays, daysBetween } from "../../../../../server/values/calendar-date.ts";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
} from "../../../../support/factories.ts";

describe("dates of a copy", () => {
  test("move by whole months between the same days of a month, so that month ends stay month ends", () => {
    const shift = shiftBetween("2023-05-01", "2026-01-01");
    expect(shift("2023-10-31")).toBe("2026-06-30");
    expect(shift("2024-02-29")).toBe("2026-10-31");
    expect(shift("2023-05-15")).toBe("2026-01-15");
  });

  test("move by the same number of days otherwise", () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("1990-01-01", n));
    fc.assert(
      fc.property(day, day, day, (from, to, date) => {
        fc.pre(from.slice(8) !== to.slice(8));
        expect(daysBetween(date, shiftBetween(from, to)(date))).toBe(daysBetween(from, to));
      }),
      { seed: 20_261_121 },
    );
  });
});

describe.each(engines)("copying a project on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    userId = await createUser(app.db, { is_founder: true });
    projectId = await createProject(app.db, { starts_on: "2025-01-01", ends_on: "2027-12-31" });
    await addMember(app.db, { projectId, userId });
    const periodId = await createPeriod(app.db, projectId);
    const part = await createActivity(app.db, projectId, {
      starts_on: "2025-02-01",
      ends_on: "2025-06-30",
      percent: 60,
      owner_user_id: userId,
    });
    const whole = await createActivity(app.db, projectId, { title: "Celek" });
    await app.db("activities").where({ id: part }).update({ parent_id: whole });
    await createMilestone(app.db, projectId, {
      activity_id: part,
      period_id: periodId,
      due_on: "2025-03-31",
      done_on: "2025-03-30",
    });
    const indicatorId = await createIndicator(app.db, projectId, { target: 40, achieved: 12 });
    const target = { indicator_id: indicatorId, period_id: periodId, target: 10 };
    await app.db("indicator_targets").insert(target);
  });
  afterEach(() => app.close());

  const fields = { title: "Pokračování", shortName: "Pokračování", startsOn: "1. 1. 2028" };

  test("shows first where the dates would move, and saves nothing by it", async () => {
    const browser = await app.signedInAs(userId);
    const path = `/projects/${projectId}/copy`;
    const preview = await browser.post(path, { ...fields, step: "preview" });
    expect(preview.status).toBe(200);
    expect(preview.text.replaceAll("\u00a0", " ")).toContain("31. 3. 2028");
    expect(await app.db("projects").pluck("id")).toEqual([projectId]);
  });

  test("takes over the plan with moved dates, and nothing that was done", async () => {
    const browser = await app.signedInAs(userId);
    const saved = await browser.post(`/projects/${projectId}/copy`, { ...fields, step: "save" });
    const copyId = Number(/\/projects\/(\d+)$/.exec(saved.headers.location ?? "")?.[1]);
    const of = (table: string) => app.db(table).where({ project_id: copyId });
    expect(await app.db("projects").where({ id: copyId }).first()).toMatchObject({
      title: "Pokračování",
      starts_on: "2028-01-01",
      ends_on: "2030-12-31",
      phase: "idea",
    });
    const activities = await of("activities").orderBy("id");
    expect(activities).toMatchObject([
      { title: "Celek", parent_id: null },
      {
        starts_on: "2028-02-01",
        ends_on: "2028-06-30",
        baseline_ends_on: "2028-06-30",
        percent: null,
        owner_user_id: null,
      },
    ]);
    expect(activities[1].parent_id).toBe(activities[0].id);
    const periods = await of("monitoring_periods");
    expect(periods).toMatchObject([{ starts_on: "2028-01-01", ends_on: "2028-06-30" }]);
    expect(await of("milestones")).toMatchObject([
      {
        due_on: "2028-03-31",
        baseline_due_on: "2028-03-31",
        done_on: null,
        activity_id: activities[1].id,
        period_id: periods[0].id,
      },
    ]);
    const indicators = await of("indicators");
    expect(indicators).toMatchObject([{ target: 40, achieved: null }]);
    expect(
      await app.db("indicator_targets").where({ indicator_id: indicators[0].id }),
    ).toMatchObject([{ target: 10, period_id: periods[0].id }]);
    expect(await app.db("search_entries").where({ project_id: copyId })).toHaveLength(4);
    expect(await of("memberships")).toMatchObject([{ user_id: userId, role: "manager" }]);
  });

  test("says what is wrong and keeps what was typed", async () => {
    const browser = await app.signedInAs(userId);
    const answer = await browser.post(`/projects/${projectId}/copy`, {
      title: "",
      shortName: "Zkratka",
      startsOn: "31. 2. 2028",
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="Zkratka"');
    expect(answer.text).toContain('value="31. 2. 2028"');
  });

  test("is for founders only", async () => {
    const member = await createUser(app.db);
    await addMember(app.db, { projectId, userId: member });
    expect((await (await app.signedInAs(member)).get(`/projects/${projectId}/copy`)).status).toBe(
      403,
    );
    const stranger = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    expect((await stranger.get(`/projects/${projectId}/copy`)).status).toBe(404);
  });
});
