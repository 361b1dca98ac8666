import { expect, test } from "vitest";
import { migrateToLatest } from "../../../db/migrate.ts";
import { engines, openTestDatabase } from "../../support/databases.ts";
import { createProject } from "../../support/factories.ts";

test.each(engines)(
  "months mailed before they could be closed keep their day on %s",
  async (engine) => {
    const { db, close } = await openTestDatabase(engine, { empty: true });
    await migrateToLatest(db, "20261124101000-create-oversight");
    const project_id = await createProject(db);
    const figures = (month: string, as_of: string) => ({
      ...{ project_id, month, revision: 1, state: "reported", hash: "x" },
      ...{ headline: "{}", facts: "{}", as_of, created_at: as_of },
    });
    await db("month_figures").insert([
      figures("2026-01", "2026-02-04T06:30:00.000Z"),
      figures("2026-02", "2026-03-04T06:30:00.000Z"),
    ]);
    await migrateToLatest(db);
    const rows = await db("portfolio_months").orderBy("month");
    expect(rows).toMatchObject([
      { month: "2026-01", mailed_at: "2026-02-04T06:30:00.000Z", closed_at: null },
      { month: "2026-02", mailed_at: "2026-03-04T06:30:00.000Z", closed_at: null },
    ]);
    expect(rows.map((row) => Boolean(row.was_closed_when_mailed))).toEqual([false, false]);
    await expect(db("month_figures").delete()).rejects.toThrow(/append-only/);
    await close();
  },
);
