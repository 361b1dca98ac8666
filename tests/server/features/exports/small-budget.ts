import type { Connection } from "../../../../db/connection.ts";
import { insert } from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createPaymentRequest,
} from "../../../support/money-factories.ts";

const AT = "2026-02-20T08:00:00.000Z";

/** A budget of 21 000 Kč in five lines, one of them a flat rate of 40 %. */
export async function createSmallBudget(db: Connection, projectId: number) {
  const { versionId } = await createBudgetVersion(db, projectId, {
    eligible_halere: 2_100_000,
  });
  const key = { projectId, versionId };
  const line = (given: Record<string, unknown>) => createBudgetLine(db, key, given);
  const chapter = { is_leaf: false };
  const root = await line({
    code: "1",
    name: "Celkové způsobilé výdaje",
    category: "eligible",
    amount_halere: 2_100_000,
    ...chapter,
  });
  const direct = await line({
    code: "1.1",
    name: "Přímé náklady",
    parent_line_id: root,
    amount_halere: 1_500_000,
    ...chapter,
  });
  const staff = await line({
    code: "1.1.1",
    name: "Osobní náklady",
    is_staff: true,
    parent_line_id: direct,
    unit: "měsíc",
    unit_price_halere: 500_000,
    units_e4: 20_000,
    amount_halere: 1_000_000,
  });
  const services = await line({
    code: "1.1.4",
    name: '=HYPERLINK("http://zle.test")',
    parent_line_id: direct,
    unit_price_halere: 1_000_000,
    units_e4: 5_000,
    amount_halere: 500_000,
  });
  const flat = await line({
    code: "1.2",
    name: "Paušál",
    category: "flat-rate",
    parent_line_id: root,
    flat_rate_kind: "flat-rate-54c",
    flat_rate_bp: 4_000,
    amount_halere: 600_000,
  });
  return { staff, services, flat };
}

/** A request decided: what it asked for of one expenditure, and 1 000 Kč of flat rates with 200 Kč cut. */
export async function createDecidedClaim(
  db: Connection,
  { projectId, expenditureId }: { projectId: number; expenditureId: number },
  sums: { claimed: number; approved: number; cut: number },
) {
  const requestId = await createPaymentRequest(db, projectId, { state: "approved" });
  const claimId = await insert(db, "claims", {
    project_id: projectId,
    payment_request_id: requestId,
    expenditure_id: expenditureId,
    claimed_halere: sums.claimed,
    approved_halere: sums.approved,
    cut_halere: sums.cut,
    moved_halere: 0,
    cut_reason: "nad limit",
  });
  const fact = {
    claim_id: claimId,
    project_id: projectId,
    valid_on: "2026-02-20",
    recorded_at: AT,
  };
  const request = {
    ...{ payment_request_id: requestId, project_id: projectId },
    ...{ valid_on: "2026-02-20", recorded_at: AT },
  };
  const { claimed: direct, approved, cut } = sums;
  const asked = { kind: "submitted", direct_halere: direct, flat_halere: 100_000 };
  await insert(db, "payment_request_facts", { ...request, ...asked });
  await insert(db, "payment_request_facts", {
    ...{ ...request, kind: "approved", direct_halere: approved, flat_halere: 80_000 },
    ...{ cut_halere: cut + 20_000, moved_halere: 0 },
  });
  await insert(db, "claim_facts", {
    ...fact,
    kind: "claimed",
    claimed_halere: sums.claimed,
  });
  await insert(db, "claim_facts", {
    ...fact,
    kind: "decided",
    approved_halere: sums.approved,
    cut_halere: sums.cut,
    moved_halere: 0,
  });
}
