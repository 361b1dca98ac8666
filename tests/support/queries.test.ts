import { expect, test } from "vitest";
import { engines, openTestDatabase } from "./databases.ts";
import { statementsOf } from "./queries.ts";

test.each(engines)(
  "every statement sent to %s is counted, those of a transaction as well",
  async (engine) => {
    const { db, close } = await openTestDatabase(engine);
    const statements = await statementsOf(db, async () => {
      await db("users").first("id");
      await db.transaction(async (trx) => {
        await trx("users").where({ id: 1 }).update({ name: "Jana Nová" });
      });
    });
    await db("users").first("id");
    const verbs = statements.map((statement) => statement.split(/[ ;]/)[0]?.toLowerCase());
    expect(verbs).toEqual(["select", "begin", "update", "commit"]);
    await close();
  },
);
