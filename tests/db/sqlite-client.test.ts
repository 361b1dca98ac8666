import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, selectRows, sqliteFile } from "../../db/connection.ts";
import { openTestDatabase, type TestDatabase } from "../support/databases.ts";
import { statementsOf } from "../support/queries.ts";

let database: TestDatabase;
let db: Connection;
beforeEach(async () => {
  database = await openTestDatabase("sqlite", { empty: true });
  db = database.db;
  await db.schema.createTable("notes", (table) => table.text("text"));
  await db("notes").insert({ text: "before" });
});
afterEach(() => database.close());

const built = () => db("notes").orderBy("text").pluck("text");
const written = async () => {
  const rows = await selectRows<{ text: string }>(db, "select text from notes order by text", []);
  return rows.map(({ text }) => text);
};

describe.each([
  ["built", built],
  ["written as text", written],
])("a read that is %s", (_how, read) => {
  test("beside a transaction in the same process sees nothing of it until it is whole", async () => {
    let seen: Promise<string[]> | undefined;
    await db.transaction(async (trx) => {
      await trx("notes").insert({ text: "during" });
      seen = read();
      await trx("notes").insert({ text: "end" });
    });
    expect(await seen).toEqual(["before", "during", "end"]);
  });

  test("beside a transaction that fails sees nothing of it", async () => {
    let seen: Promise<string[]> | undefined;
    const failing = db.transaction(async (trx) => {
      await trx("notes").insert({ text: "half" });
      seen = read();
      await trx("notes").insert({ text: "not" }).into("nowhere");
    });
    await expect(failing).rejects.toThrow("nowhere");
    expect(await seen).toEqual(["before"]);
  });

  test("waits for a file that somebody keeps to themselves", async () => {
    await db.raw("pragma journal_mode = delete");
    const other = new BetterSqlite3(sqliteFile(database.url));
    other.exec("begin exclusive; insert into notes values ('kept')");
    const seen = read();
    setTimeout(() => other.exec("commit"), 400);
    expect(await seen).toEqual(["before", "kept"]);
    other.close();
  });

  test("is counted like every other statement, once", async () => {
    expect(await statementsOf(db, read)).toHaveLength(1);
  });

  test("of what is not there fails with its own words", async () => {
    await db.schema.dropTable("notes");
    await expect(read()).rejects.toThrow("no such table: notes");
  });
});

test("a statement kept from before a change of the schema reads the new column too", async () => {
  expect(await db("notes").first()).toEqual({ text: "before" });
  await db.schema.alterTable("notes", (table) => table.text("author"));
  expect(await db("notes").first()).toEqual({ text: "before", author: null });
  await db.schema.alterTable("notes", (table) => table.dropColumn("text"));
  expect(await db("notes").first()).toEqual({ author: null });
});

test("a limit stands in the text, since SQLite would prepare the statement anew for a bound one", () => {
  const page = db("notes").where("text", "before").orderBy("text").limit(20).offset(40);
  const { sql, bindings } = db.select("*").from(page.as("page")).first().toSQL();
  expect(sql.match(/limit \S+/g)).toEqual(["limit 20", "limit 1"]);
  expect(bindings).toEqual(["before", 40]);
});
