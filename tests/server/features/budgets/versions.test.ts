import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { checkBudgetLine } from "../../../../server/features/budgets/choices/service.ts";
import {
  createVersionFrom,
  lockVersion,
} from "../../../../server/features/budgets/versions/service.ts";
import { budgetLineOptions } from "../../../../server/features/budgets/words.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, insert } from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";

const AT = "2026-03-02T07:30:00.000Z";

describe.each(engines)("versions of a budget on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db);
  });
  afterEach(() => deps.close());

  async function tree() {
    const { versionId } = await createBudgetVersion(deps.db, projectId, {
      eligible_halere: 50_000,
      direct_halere: 50_000,
    });
    const at = { projectId, versionId };
    const chapter = { is_leaf: false, amount_halere: 50_000 };
    await createBudgetLine(deps.db, at, { code: "1", category: "eligible", ...chapter });
    await createBudgetLine(deps.db, at, { code: "1.1", ...chapter });
    const leaf = { name: "Školení", amount_halere: 50_000, version: 3 };
    const lineId = await createBudgetLine(deps.db, at, { code: "1.1.4", ...leaf });
    await createBudgetLine(deps.db, at, { code: "1.2", category: "flat-rate" });
    return { versionId, lineId };
  }

  function newChange(number: number): Promise<number> {
    return insert(deps.db, "project_changes", {
      project_id: projectId,
      number,
      kind: "insubstantial",
      title: "Přesun",
      created_at: AT,
    });
  }

  test("a change starts from a copy of the lines, the same ones under the same sums", async () => {
    const { versionId, lineId } = await tree();
    const changeId = await newChange(2);
    const from = { projectId, changeId, basedOnId: versionId };
    const copyId = await deps.db.transaction((trx) => createVersionFrom(trx, from, AT));
    const [lines, copies] = await Promise.all(
      [versionId, copyId].map((id) => listBudgetLines(deps.db, id)),
    );
    expect(copies?.map((line) => ({ ...line, version: line.version - 1 }))).toEqual(lines);
    expect(copies?.find((line) => line.lineId === lineId)).toMatchObject({ version: 4 });
    expect(await deps.db("budget_versions").where({ id: copyId }).first()).toMatchObject({
      number: 2,
      based_on_id: versionId,
      eligible_halere: 50_000,
      direct_halere: 50_000,
    });
  });

  test("once it is locked, the database refuses to change its lines", async () => {
    const { versionId } = await tree();
    await deps.db.transaction((trx) => lockVersion(trx, versionId, AT));
    const write = deps.db("budget_line_versions").where({ budget_version_id: versionId });
    await expect(write.update({ amount_halere: 1 })).rejects.toThrow("immutable");
  });

  test("expenditure is put on leaves: not on chapters, nor on what a flat rate pays", async () => {
    const { lineId, versionId } = await tree();
    const options = await budgetLineOptions(deps.db, projectId);
    expect(options).toEqual([{ value: String(lineId), label: "1.1.4 Školení" }]);
    const [root] = await listBudgetLines(deps.db, versionId);
    const check = (id: number, current: number | null = null) =>
      deps.db.transaction((trx) => checkBudgetLine(trx, projectId, id, current));
    await check(lineId);
    await expect(check(root?.lineId ?? 0)).rejects.toMatchObject({
      errors: { budgetLineId: "unknownChoice" },
    });
    await check(root?.lineId ?? 0, root?.lineId);
    const elsewhere = await createProject(deps.db);
    await expect(
      deps.db.transaction((trx) => checkBudgetLine(trx, elsewhere, lineId)),
    ).rejects.toThrow();
  });
});
