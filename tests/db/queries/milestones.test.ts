import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { overdueSql } from "../../../db/queries/milestones.ts";
import { isOverdue } from "../../../server/features/milestones/rules.ts";
import { addDays } from "../../../server/values/calendar-date.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../support/databases.ts";
import { createMilestone, createProject } from "../../support/factories.ts";

describe.each(engines)("overdue on %s", (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(engine);
  });
  afterEach(() => database.close());

  test("means the same in the query as in the rule, for every turn of the three days", async () => {
    const { db } = database;
    const projectId = await createProject(db);
    const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays("2026-03-02", days));
    const maybe = fc.option(day, { freq: 2 });
    const owed = fc.record({ dueOn: day, doneOn: maybe, cancelledOn: maybe });
    const samples = fc.sample(owed, { seed: 20260302, numRuns: 150 });
    const byRule: number[] = [];
    for (const { dueOn, doneOn, cancelledOn } of samples) {
      const given = { due_on: dueOn, done_on: doneOn, cancelled_on: cancelledOn };
      const id = await createMilestone(db, projectId, given);
      if (isOverdue({ dueOn, doneOn, cancelledOn }, "2026-03-02")) byRule.push(id);
    }
    const found = await db("milestones as m")
      .whereRaw(overdueSql("m"), ["2026-03-02"])
      .orderBy("m.id")
      .select("m.id");
    expect(byRule.length).toBeGreaterThan(10);
    expect(found.map(({ id }) => id)).toEqual(byRule);
  });
});
