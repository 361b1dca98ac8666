import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listClaimRows } from "../../../../db/queries/claims.ts";
import { refreshExpenditureKept } from "../../../../server/features/expenditures/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, insert } from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
  createPaymentRequest,
} from "../../../support/money-factories.ts";

describe.each(engines)("what may be claimed on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db);
  });
  afterEach(() => deps.close());

  const claim = async (expenditureId: number, given: Record<string, unknown>) => {
    const requestId = await createPaymentRequest(deps.db, projectId, { state: "submitted" });
    await insert(deps.db, "claims", {
      project_id: projectId,
      payment_request_id: requestId,
      expenditure_id: expenditureId,
      ...given,
    });
    await deps.db.transaction((trx) => refreshExpenditureKept(trx, [expenditureId]));
    return requestId;
  };
  /** What a request that claims nothing yet is offered. */
  const offered = (versionId: number | null = null) =>
    listClaimRows(
      deps.db,
      { projectId, requestId: 0, versionId, period: null },
      { scope: "all", limit: 10, offset: 0 },
    );
  const kept = (id: number) =>
    deps
      .db("expenditures")
      .where({ id })
      .first("state", "claimed_halere", "approved_halere", "cut_halere");

  test("the rest of what is claimed in part may be claimed later", async () => {
    const id = await createExpenditure(deps.db, projectId);
    await claim(id, { claimed_halere: 30_000 });
    const [rest] = await offered();
    expect(rest).toMatchObject({ expenditureId: id, mostHalere: 70_000 });
    expect(await kept(id)).toMatchObject({ state: "claimed", claimed_halere: 30_000 });
  });

  test("what was moved comes back, what was cut does not", async () => {
    const id = await createExpenditure(deps.db, projectId);
    await claim(id, {
      claimed_halere: 100_000,
      approved_halere: 60_000,
      cut_halere: 10_000,
      moved_halere: 30_000,
      cut_reason: "Chybí doklad o úhradě",
    });
    const [rest] = await offered();
    expect(rest?.mostHalere).toBe(30_000);
    expect(await kept(id)).toEqual({
      state: "approved",
      claimed_halere: 70_000,
      approved_halere: 60_000,
      cut_halere: 10_000,
    });
  });

  test("a request withdrawn holds nothing", async () => {
    const id = await createExpenditure(deps.db, projectId);
    const requestId = await claim(id, { claimed_halere: 100_000 });
    expect(await offered()).toEqual([]);
    await deps.db("payment_requests").where({ id: requestId }).update({ state: "withdrawn" });
    await deps.db.transaction((trx) => refreshExpenditureKept(trx, [id]));
    expect(await kept(id)).toMatchObject({ state: "recorded", claimed_halere: 0 });
    expect(await offered()).toHaveLength(1);
  });

  test("what is only planned and what is not eligible may not be claimed", async () => {
    const { versionId } = await createBudgetVersion(deps.db, projectId);
    const key = { projectId, versionId };
    const own = await createBudgetLine(deps.db, key, { code: "2.1", category: "ineligible" });
    const direct = await createBudgetLine(deps.db, key, { code: "1.1.1", is_staff: true });
    await createExpenditure(deps.db, projectId, { state: "planned" });
    await createExpenditure(deps.db, projectId, { budget_line_id: own });
    const id = await createExpenditure(deps.db, projectId, { budget_line_id: direct });
    expect(await offered(versionId)).toMatchObject([{ expenditureId: id, lineCode: "1.1.1" }]);
  });
});
