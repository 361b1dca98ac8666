import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../../server/change.ts";
import {
  archiveArea,
  createArea,
  editArea,
} from "../../../../../server/features/plans/areas/editing/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createCards, createPlan } from "../../../../support/plan-factories.ts";

describe.each(engines)("areas whose plan goes to the archive meanwhile on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
    await createCards(deps, planId, []);
    await deps.db("plans").where({ id: planId }).update({ archived_at: deps.clock.now() });
  });
  afterEach(() => deps.close());

  test("are neither founded, nor edited, nor put away", async () => {
    const { id } = await deps.db("plan_areas").where({ code: "1.1" }).first("id");
    const entry = { kind: "area" as const, code: "2", title: "Senioři", parentId: null };
    const edit = { entry: { ...entry, version: 1 }, formOf: () => ({}) };
    const archived = { key: "planArchived" };
    await expect(createArea(deps, system, planId, entry)).rejects.toMatchObject(archived);
    await expect(editArea(deps, system, { planId, id }, edit)).rejects.toMatchObject(archived);
    await expect(archiveArea(deps, system, { planId, id })).rejects.toMatchObject(archived);
    expect(await deps.db("plan_areas").orderBy("code").pluck("code")).toEqual(["1", "1.1"]);
  });
});
