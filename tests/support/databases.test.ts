import { existsSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { engineOf } from "../../db/connection.ts";
import { newestVersion, schemaVersion } from "../../db/migrate.ts";
import { engines, openTestDatabase, type TestDatabase } from "./databases.ts";

describe.each(engines)("a database for a test on %s", (engine) => {
  const open: TestDatabase[] = [];
  const openOne = async (options?: { empty: boolean }) => {
    const database = await openTestDatabase(engine, options);
    open.push(database);
    return database;
  };
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
  });

  test("is on the engine asked for, with the newest schema", async () => {
    const { db } = await openOne();
    expect(engineOf(db)).toBe(engine);
    expect(await schemaVersion(db)).toBe(newestVersion());
  });

  test("has no schema at all when it is to be empty", async () => {
    const { db } = await openOne({ empty: true });
    expect(await schemaVersion(db)).toBeUndefined();
  });

  test("is another one for each test", async () => {
    const [first, second] = [await openOne(), await openOne()];
    await first.db.schema.createTable("only_here", (table) => table.increments("id"));
    expect(await first.db.schema.hasTable("only_here")).toBe(true);
    expect(await second.db.schema.hasTable("only_here")).toBe(false);
  });

  test("is seen by a second connection as soon as the first has written", async () => {
    const { db, connectAgain } = await openOne({ empty: true });
    const other = connectAgain();
    await db.schema.createTable("notes", (table) => table.text("text"));
    await db("notes").insert({ text: "příliš žluťoučký kůň" });
    expect(await other("notes").pluck("text")).toEqual(["příliš žluťoučký kůň"]);
  });

  test("is gone when it is closed, with its folder", async () => {
    const database = await openOne();
    await database.close();
    open.splice(0);
    expect(existsSync(database.folder)).toBe(false);
    await expect(database.db.raw("select 1")).rejects.toThrow();
  });
});
