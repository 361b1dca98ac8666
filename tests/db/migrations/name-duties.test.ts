import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { down, up } from "../../../db/migrations/20261124105000-name-duties.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../support/databases.ts";
import { createMilestone, createPeriod, createProject, insert } from "../../support/factories.ts";

describe.each(engines)("naming the duties that are there already on %s", (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(engine);
  });
  afterEach(() => database.close());

  const RULES = [
    ["interim-report-offset", "1 same-day", "1 months same-day unshifted period-end"],
    ["final-report-offset", "2 month-end", "2 months month-end unshifted project-end"],
    ["retention-years", "10", "10 years month-end unshifted project-end"],
    ["retention-years-eu", "5", "5 years month-end unshifted payment-year-end"],
    ["own-share", "5", "5"],
  ] as const;

  test("keeps what rules said, in the words of today, and back again", async () => {
    const { db } = database;
    await down(db);
    const before = await Promise.all(
      RULES.map(([kind, value]) =>
        insert(db, "programme_rules", {
          ...{ programme: "OPZ+", kind, value, valid_from: "2021-01-01", source: "Zvyklost" },
          created_at: "2021-01-01T00:00:00.000Z",
        }),
      ),
    );
    const values = async () => {
      const rows = await db("programme_rules").whereIn("id", before).select("id", "value");
      return before.map((id) => rows.find((row) => row.id === id)?.value);
    };
    await up(db);
    expect(await values()).toEqual(RULES.map(([, , after]) => after));
    await down(db);
    expect(await values()).toEqual(RULES.map(([, value]) => value));
    await up(db);
  });

  test("names reports and requests of periods, and nothing else", async () => {
    const { db } = database;
    const projectId = await createProject(db);
    const period_id = await createPeriod(db, projectId);
    const report = await createMilestone(db, projectId, { kind: "report", period_id });
    const loose = await createMilestone(db, projectId, { kind: "report" });
    const output = await createMilestone(db, projectId, { kind: "output", period_id });
    await down(db);
    await up(db);
    const named = await db("milestones").orderBy("id").select("id", "duty");
    expect(named).toEqual([
      { id: report, duty: "report" },
      { id: loose, duty: null },
      { id: output, duty: null },
    ]);
  });
});
