import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { engines, openTestDatabase, type TestDatabase } from "../support/databases.ts";
import { startProgram } from "../support/programs.ts";

let database: TestDatabase;
let db: Connection;
const open = async (engine: (typeof engines)[number]) => {
  database = await openTestDatabase(engine, { empty: true });
  db = database.db;
};
afterEach(() => database.close());

describe.each(engines)("what comes back from %s", (engine) => {
  beforeEach(async () => {
    await open(engine);
    await db.schema.createTable("facts", (table) => {
      table.increments("id");
      table.date("valid_on");
      table.timestamp("recorded_at", { useTz: true });
      table.bigInteger("amount_halere");
      table.boolean("is_known");
      table.text("note");
    });
  });
  const stored = (row: Record<string, unknown>) => db("facts").insert(row);

  test("is a day as the text it was written in", async () => {
    await stored({ valid_on: "2024-02-29" });
    expect(await db("facts").pluck("valid_on")).toEqual(["2024-02-29"]);
  });

  test("is an instant as ISO text in UTC with milliseconds", async () => {
    const instants = ["2026-03-29T00:59:59.999Z", "2026-03-29T01:00:00.000Z"];
    for (const instant of instants) await stored({ recorded_at: instant });
    expect(await db("facts").orderBy("id").pluck("recorded_at")).toEqual(instants);
  });

  test("is money and its sum as a number, beyond what an integer column holds", async () => {
    const amounts = [157_956_000_500, 900_000_000_000_000];
    for (const amount of amounts) await stored({ amount_halere: amount });
    expect(await db("facts").orderBy("id").pluck("amount_halere")).toEqual(amounts);
    const sum = db.raw("cast(sum(amount_halere) as bigint) as total");
    expect(await db("facts").first(sum)).toEqual({ total: 900_157_956_000_500 });
  });

  test("is a number of rows as a number", async () => {
    await stored({ note: "one" });
    expect(await db("facts").count({ rows: "*" }).first()).toEqual({ rows: 1 });
  });

  test("is true or false, once a query function has said Boolean", async () => {
    for (const known of [true, false]) await stored({ is_known: known });
    const known = await db("facts").orderBy("id").pluck("is_known");
    expect(known.map(Boolean)).toEqual([true, false]);
    expect(await db("facts").where("is_known", true).count({ rows: "*" }).first()).toEqual({
      rows: 1,
    });
  });

  test("is the id of a new row from returning", async () => {
    expect(await db("facts").insert({ note: "Žďár" }).returning("id")).toEqual([{ id: 1 }]);
  });

  test("is nothing of a transaction that failed", async () => {
    const failing = db.transaction(async (trx) => {
      await trx("facts").insert({ note: "half" });
      throw new Error("in the middle");
    });
    await expect(failing).rejects.toThrow("in the middle");
    expect(await db("facts").pluck("note")).toEqual([]);
  });
});

describe("a SQLite file", () => {
  beforeEach(async () => {
    await open("sqlite");
    await db.schema.createTable("notes", (table) => table.text("text"));
  });
  const pragma = async (name: string) => {
    const [row] = await db.raw(`pragma ${name}`);
    return Object.values(row)[0];
  };

  test("is written through to the disk, checked for references and not waited for long", async () => {
    await db("notes").insert({ text: "a write comes first, since it may change what follows" });
    expect(await pragma("journal_mode")).toBe("wal");
    expect(await pragma("synchronous")).toBe(2);
    expect(await pragma("foreign_keys")).toBe(1);
    expect(await pragma("busy_timeout")).toBeLessThanOrEqual(200);
  });

  test("keeps a second writer out from the beginning of a transaction", async () => {
    const other = database.connectAgain();
    const order: string[] = [];
    const first = db.transaction(async (trx) => {
      // Nothing written yet: a deferred transaction would let the other one in.
      await trx("notes").first();
      const second = other.transaction(async (late) => {
        order.push("second began");
        await late("notes").insert({ text: "second" });
      });
      await new Promise((done) => setTimeout(done, 300));
      order.push("first wrote");
      await trx("notes").insert({ text: "first" });
      return { second };
    });
    await (await first).second;
    expect(order).toEqual(["first wrote", "second began"]);
    expect(await db("notes").pluck("text")).toEqual(["first", "second"]);
  });

  test("lets everybody read while somebody writes", async () => {
    const other = database.connectAgain();
    await db.transaction(async (trx) => {
      await trx("notes").insert({ text: "not yet" });
      expect(await other("notes").pluck("text")).toEqual([]);
    });
    expect(await other("notes").pluck("text")).toEqual(["not yet"]);
  });

  test("is served by one process at a time, and by the next after kill -9", async () => {
    const serve = () => startProgram("tests/db/hold-serving-lock.ts", { args: [database.url] });
    const first = serve();
    await first.untilPrints(/serving/);
    const second = serve();
    await second.untilPrints(/refused/);
    expect(await second.ended).toMatchObject({ code: 0 });

    await first.stop("SIGKILL");
    const third = serve();
    await third.untilPrints(/serving/);
    await third.stop();
  });
});
