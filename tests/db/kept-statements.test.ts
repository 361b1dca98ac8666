import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { keptStatement } from "../../db/kept-statements.ts";
import { engines, openTestDatabase, type TestDatabase } from "../support/databases.ts";

interface Form {
  from: string;
  owners: number;
  limit?: number;
}

describe.each(engines)("a statement kept as text on %s", (engine) => {
  let database: TestDatabase;
  let db: Connection;
  let built: number;

  beforeEach(async () => {
    database = await openTestDatabase(engine, { empty: true });
    db = database.db;
    built = 0;
    await db.schema.createTable("notes", (table) => {
      table.integer("owner");
      table.text("day");
    });
    const days = ["2026-11-21", "2026-11-22", "2026-11-23"];
    await db("notes").insert(days.flatMap((day) => [1, 2, -3].map((owner) => ({ owner, day }))));
  });
  afterEach(() => database.close());

  const notes = keptStatement<Form, { owner: number; day: string }>((on, form, marks) => {
    built += 1;
    const query = on("notes")
      .select("owner", "day")
      .whereIn("owner", marks)
      .orderBy(["day", "owner"]);
    if (form.limit !== undefined) query.limit(form.limit);
    return query.where("day", ">=", form.from);
  });

  test("is built once for as many values and answers each of them by its own", async () => {
    const form = { from: "2026-11-22", owners: 2 };
    const days = (owners: number[]) =>
      ["2026-11-22", "2026-11-23"].flatMap((day) => owners.map((owner) => ({ owner, day })));
    expect(await notes(db, form, [1, 2])).toEqual(days([1, 2]));
    expect(await notes(db, form, [-3, 2])).toEqual(days([-3, 2]));
    expect(built).toBe(1);
  });

  test("is built anew where its text differs", async () => {
    const all = { from: "2026-11-21", owners: 1 };
    await notes(db, all, [1]);
    expect(await notes(db, { ...all, limit: 1 }, [2])).toEqual([{ owner: 2, day: "2026-11-21" }]);
    expect(await notes(db, { ...all, from: "2026-11-23" }, [2])).toHaveLength(1);
    expect(await notes(db, { ...all, owners: 3 }, [1, 2, -3])).toHaveLength(9);
    expect(built).toBe(4);
  });

  test("sees what its own transaction has written", async () => {
    const form = { from: "2026-11-24", owners: 1 };
    await db.transaction(async (trx) => {
      await trx("notes").insert({ owner: 1, day: "2026-11-24" });
      expect(await notes(trx, form, [1])).toHaveLength(1);
    });
  });
});
