import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sumClaimsByLine } from "../../../../db/queries/claims-by-line.ts";
import { system } from "../../../../server/change.ts";
import { editExpenditure } from "../../../../server/features/expenditures/service.ts";
import { expendituresAt } from "../../../../server/features/exports/expenditures/service.ts";
import { reconsiderRequest } from "../../../../server/features/payment-requests/decisions/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { type Budgeted, createBudgetedProject, stepsOf } from "./world.ts";

const NOW = { on: "2026-03-02", asOf: "2026-03-02T07:30:00.000Z" };

describe.each(engines)("what a decision left behind on %s", (engine) => {
  let deps: TestDeps;
  let project: Budgeted;
  let id: number;
  let request: number;
  let steps: ReturnType<typeof stepsOf>;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
    project = await createBudgetedProject(deps.db);
    steps = stepsOf(deps, project.projectId);
    id = await createExpenditure(deps.db, project.projectId, {
      budget_line_id: project.serviceLine,
    });
    request = await steps.create();
    await steps.claimWhole(request);
    await steps.submit(request);
  });
  afterEach(() => deps.close());

  const stored = () => deps.db("expenditures").where({ id }).first();
  const moveAll = async () => {
    const moved = { expenditureId: id, cut: 0, moved: 100_000, reason: "Chybí doklad" };
    await steps.cut(request, [moved]);
    await steps.decide(request);
  };

  test("a claim whose decision was taken back is claimed again, in the export as on its page", async () => {
    await steps.decide(request);
    await reconsiderRequest(deps, system, { projectId: project.projectId, id: request });
    expect((await stored()).state).toBe("claimed");
    const exported = [];
    for await (const page of expendituresAt(deps.db, project.projectId, NOW))
      exported.push(...page);
    expect(exported).toMatchObject([{ step: "claimed", claimed: 100_000, approved: 0 }]);
  });

  test("what a returned request asked for is asked for by no other before it lets go", async () => {
    await steps.giveBack(request);
    await steps.claim(request, { [id]: 0 });
    const other = await steps.create({ number: 3 });
    await steps.claimWhole(other);
    await expect(steps.submit(other)).rejects.toMatchObject({
      errors: { form: "claimedInReturned" },
    });
    const sums = async () => sumClaimsByLine(deps.db, project.projectId, NOW);
    expect(await sums()).toMatchObject([{ claimed: 100_000 }]);
    await steps.withdraw(request);
    await steps.submit(other);
    expect(await sums()).toMatchObject([{ claimed: 100_000 }]);
  });

  test("what was only moved stays recorded: it cannot become a plan that still counts as spent", async () => {
    await moveAll();
    expect(await stored()).toMatchObject({ state: "moved", claimed_halere: 0 });
    const edited = editExpenditure(
      deps,
      system,
      { projectId: project.projectId, id },
      {
        writer: { viewerId: null, readsPay: true },
        formOf: () => ({}),
        entry: {
          ...{ version: 1, reason: "Omyl", kind: "invoice", state: "planned" },
          ...{ documentNumber: "FP-1", supplierName: null, supplierIco: null },
          ...{ description: "Pronájem sálu", issuedOn: "2026-02-02", paidOn: null },
          ...{ amount: 100_000, total: null, net: null, budgetLineId: project.serviceLine },
          ...{ activityId: null, occasion: null, period: null },
          ...{ contractNumber: null, orderNumber: null, procurementNote: null },
        },
      },
    );
    await expect(edited).rejects.toMatchObject({ errors: { state: "claimedStaysRecorded" } });
  });
});
