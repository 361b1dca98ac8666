import type { Connection } from "../../../../db/connection.ts";
import { system } from "../../../../server/change.ts";
import {
  claimWhole,
  saveClaims,
  saveCuts,
} from "../../../../server/features/payment-requests/claims/service.ts";
import { decideRequest } from "../../../../server/features/payment-requests/decisions/service.ts";
import { recordReceipt } from "../../../../server/features/payment-requests/receipts/service.ts";
import { createPaymentRequest } from "../../../../server/features/payment-requests/service.ts";
import {
  returnRequest,
  submitRequest,
  withdrawRequest,
} from "../../../../server/features/payment-requests/steps/service.ts";
import type { TestDeps } from "../../../support/deps.ts";
import { createProject, insert } from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";

type Doing = Pick<TestDeps, "db" | "clock">;

export interface Budgeted {
  projectId: number;
  versionId: number;
  staffLine: number;
  serviceLine: number;
  ownLine: number;
}

/** A project of 1 000 000 Kč: staff, services, a flat rate of 40 % of staff costs, and an ineligible line. */
export async function createBudgetedProject(
  db: Connection,
  { cap = 100_000_000, rateBp = 4000, kind = "flat-rate-56" } = {},
): Promise<Budgeted> {
  const projectId = await createProject(db, { total_halere: cap });
  const { versionId } = await createBudgetVersion(db, projectId, { eligible_halere: cap });
  const key = { projectId, versionId };
  const chapter = await createBudgetLine(db, key, {
    code: "1.1.1",
    name: "Osobní náklady",
    is_leaf: false,
  });
  const staffLine = await createBudgetLine(db, key, {
    ...{ code: "1.1.1.1", name: "Koordinátor", is_staff: true, parent_line_id: chapter },
  });
  const serviceLine = await createBudgetLine(db, key, { code: "1.1.4", name: "Služby" });
  await createBudgetLine(db, key, {
    ...{ code: "1.2", name: "Paušál", category: "flat-rate" },
    ...{ flat_rate_kind: kind, flat_rate_bp: rateBp },
  });
  const ownLine = await createBudgetLine(db, key, { code: "2.1", category: "ineligible" });
  await insert(db, "project_sources", {
    project_id: projectId,
    position: 1,
    kind: "eu",
    name: "ESF+",
    share_ppm: 767_350,
  });
  await insert(db, "project_sources", {
    project_id: projectId,
    position: 2,
    kind: "state",
    name: "SR",
    share_ppm: 182_650,
  });
  await insert(db, "project_sources", {
    project_id: projectId,
    position: 3,
    kind: "own",
    name: "Kraj",
    share_ppm: 50_000,
  });
  return { projectId, versionId, staffLine, serviceLine, ownLine };
}

/** The steps of a request as tests take them: always from the version that is stored. */
export function stepsOf(deps: Doing, projectId: number) {
  const versionOf = async (id: number): Promise<number> =>
    (await deps.db("payment_requests").where({ id }).first("version")).version;
  const key = (id: number) => ({ projectId, id });
  return {
    create: (given: Partial<Parameters<typeof createPaymentRequest>[3]> = {}) =>
      createPaymentRequest(deps, system, projectId, {
        ...{ number: 2, kind: "interim", requestNumber: null, periodId: null },
        ...{ advance: null, income: null, note: null, claimsWhole: false },
        ...given,
      }),
    claim: (id: number, amounts: Record<number, number | null>) =>
      saveClaims(deps, system, key(id), {
        readsPay: true,
        entries: Object.entries(amounts).map(([expenditureId, amount]) => ({
          expenditureId: Number(expenditureId),
          isClaimed: amount !== 0,
          amount,
        })),
      }),
    claimWhole: (id: number, scope: "period" | "all" = "all") =>
      claimWhole(deps, system, key(id), scope),
    submit: async (id: number, submittedOn = "2026-03-02") =>
      submitRequest(deps, system, key(id), { version: await versionOf(id), submittedOn }),
    giveBack: async (id: number) =>
      returnRequest(deps, system, key(id), { version: await versionOf(id), reason: "Doplnit" }),
    withdraw: async (id: number) =>
      withdrawRequest(deps, system, key(id), { version: await versionOf(id), reason: "Omyl" }),
    cut: (id: number, entries: Parameters<typeof saveCuts>[3]["entries"]) =>
      saveCuts(deps, system, key(id), { entries, readsPay: true }),
    decide: async (id: number, flat: number | null = null, decidedOn = "2026-03-02") =>
      decideRequest(deps, system, key(id), {
        ...{ version: await versionOf(id), decidedOn, flat, note: null },
      }),
    receive: async (id: number, amount: number, receivedOn = "2026-03-02") =>
      recordReceipt(deps, system, key(id), {
        ...{ version: await versionOf(id), receivedOn, amount, note: null },
      }),
  };
}
