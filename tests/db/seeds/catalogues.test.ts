import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../db/seeds/catalogues.ts";
import { codeListItems } from "../../../db/seeds/code-lists.ts";
import { programmeRules } from "../../../db/seeds/programme-rules.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../support/databases.ts";

const AT = "2026-03-02T07:30:00.000Z";

describe.each(engines)("catalogues on %s", (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(engine);
  });
  afterEach(() => database.close());

  test("are put in once, however often it is asked", async () => {
    const { db } = database;
    await seedCatalogues(db, AT);
    await seedCatalogues(db, AT);
    expect(await db("code_list_items")).toHaveLength(codeListItems.length);
    expect(await db("programme_rules")).toHaveLength(programmeRules.length);
  });

  test("keep what an administrator has changed and add what is missing", async () => {
    const { db } = database;
    await seedCatalogues(db, AT);
    await db("code_list_items").where({ code: "5101" }).update({ label_cs: "Lípa" });
    await db("code_list_items").where({ code: "5102" }).delete();
    await db("programme_rules").where({ kind: "own-share" }).update({ value: "10" });
    await db("programme_rules").where({ kind: "period-length" }).delete();
    await seedCatalogues(db, AT);
    const labels = await db("code_list_items").whereIn("code", ["5101", "5102"]).orderBy("code");
    expect(labels.map((item) => item.label_cs)).toEqual(["Lípa", "Frýdlant"]);
    const shares = await db("programme_rules").where({ kind: "own-share" }).pluck("value");
    expect(shares).toEqual(["10", "10"]);
    expect(await db("programme_rules").where({ kind: "period-length" })).toHaveLength(2);
  });
});
