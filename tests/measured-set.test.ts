import { afterEach, describe, expect, test } from "vitest";
import { listIndicatorsForTotals } from "../db/queries/project-totals.ts";
import { refreshProgressTotals } from "../server/features/projects/totals/service.ts";
import { rebuildSearchIndex } from "../server/features/searches/rebuilding/service.ts";
import { fillDatabase } from "./bench/filling/fill-database.ts";
import { PER_PROJECT } from "./bench/filling/project-rows.ts";
import { engines } from "./support/databases.ts";
import { openTestDeps, type TestDeps } from "./support/deps.ts";

let deps: TestDeps;
afterEach(() => deps.close());

const count = async (table: string) => Number((await deps.db(table).count({ n: "*" }))[0]?.n);

describe.each(engines)("the set for measuring on %s", (engine) => {
  test("has what it says of each project, with totals and search as the product keeps them", async () => {
    deps = await openTestDeps(engine);
    await fillDatabase(deps, 2);
    expect(await count("activities")).toBe(2 * PER_PROJECT.activities);
    expect(await count("indicator_values")).toBe(2 * PER_PROJECT.indicators * PER_PROJECT.values);
    expect(await count("log_entries")).toBe(2 * PER_PROJECT.entries);
    expect(await count("memberships")).toBe(2 * PER_PROJECT.members);

    const kept = await deps.db("project_totals").orderBy("project_id");
    await deps.db.transaction((trx) => refreshProgressTotals(trx, 1));
    expect(await deps.db("project_totals").orderBy("project_id")).toEqual(kept);
    const indicators = await listIndicatorsForTotals(deps.db, 1);
    const [sum] = await deps.db("indicator_values").where({ indicator_id: 1 }).sum({ n: "value" });
    expect(indicators.map(({ achieved }) => achieved)).toContain(Number(sum?.n));

    const words = await deps.db("search_entries").orderBy("id").select("id", "words");
    await rebuildSearchIndex(deps);
    expect(await deps.db("search_entries").orderBy("id").select("id", "words")).toEqual(words);
  });

  test("is the same each time, and never mixed with other data", async () => {
    deps = await openTestDeps(engine);
    await fillDatabase(deps, 1);
    const first = await deps.db("log_entries").orderBy("id").select("id", "body", "happened_on");
    await expect(fillDatabase(deps, 1)).rejects.toThrow(/not empty/);
    await deps.close();
    deps = await openTestDeps(engine);
    await fillDatabase(deps, 1);
    expect(await deps.db("log_entries").orderBy("id").select("id", "body", "happened_on")).toEqual(
      first,
    );
  });
});
