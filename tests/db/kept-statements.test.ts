import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { keptStatement } from "../../db/kept-statements.ts";
import { engines, openTestDatabase, type TestDatabase } from "../support/databases.ts";

interface Form {
  limit?: number;
}
interface Values {
  from: string;
  owners: readonly number[];
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

  const notes = keptStatement<Form, Values, { owner: number; day: string }>((on, form, marks) => {
    built += 1;
    const query = on("notes")
      .select("owner", "day")
      .whereIn("owner", marks.owners)
      .orderBy(["day", "owner"]);
    if (form.limit !== undefined) query.limit(form.limit);
    return query.where("day", ">=", marks.from).where("day", "<", "2027-01-01");
  });

  test("is built once and answers each time by its values", async () => {
    const days = (from: string, owners: number[]) =>
      ["2026-11-21", "2026-11-22", "2026-11-23"]
        .filter((day) => day >= from)
        .flatMap((day) => owners.map((owner) => ({ owner, day })));
    for (const [from, owners] of [
      ["2026-11-22", [1, 2]],
      ["2026-11-22", [-3, 2]],
      ["2026-11-21", [1, 2]],
      ["2026-11-24", [1, 2]],
    ] as const)
      expect(await notes(db, {}, { from, owners })).toEqual(days(from, [...owners]));
    expect(built).toBe(1);
  });

  test("is built anew where its text differs", async () => {
    const from = "2026-11-21";
    await notes(db, {}, { from, owners: [1] });
    expect(await notes(db, { limit: 1 }, { from, owners: [2] })).toEqual([{ owner: 2, day: from }]);
    expect(await notes(db, {}, { from, owners: [1, 2, -3] })).toHaveLength(9);
    expect(await notes(db, {}, { from, owners: [] })).toEqual([]);
    expect(built).toBe(4);
  });

  test("takes its values by name, in whatever order they are given", async () => {
    const [from, owners] = ["2026-11-23", [1]];
    await notes(db, {}, { from, owners });
    expect(await notes(db, {}, { owners, from })).toEqual([{ owner: 1, day: from }]);
  });

  test("sees what its own transaction has written", async () => {
    const values = { from: "2026-11-24", owners: [1] };
    await db.transaction(async (trx) => {
      await trx("notes").insert({ owner: 1, day: "2026-11-24" });
      expect(await notes(trx, {}, values)).toHaveLength(1);
    });
  });
});
