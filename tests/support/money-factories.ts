import type { Connection } from "../../db/connection.ts";
import { insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";
const DECIDED_ON = "2026-01-05";

type Row = Record<string, unknown>;

/** An approved grant decision with a budget of no lines yet; draft ones by `state: "draft"`. */
export async function createBudgetVersion(
  db: Connection,
  projectId: number,
  { state = "approved", ...given }: Row & { state?: string } = {},
): Promise<{ changeId: number; versionId: number }> {
  const [last] = await db("budget_versions").where({ project_id: projectId }).max({ n: "number" });
  const number = Number(last?.n ?? 0) + 1;
  const changeId = await insert(db, "project_changes", {
    project_id: projectId,
    number: number - 1,
    kind: number === 1 ? "decision" : "substantial",
    title: number === 1 ? "Rozhodnutí o poskytnutí dotace" : `Změna ${number - 1}`,
    reason: "Podle rozhodnutí",
    state,
    effective_on: DECIDED_ON,
    decided_on: state === "approved" ? DECIDED_ON : null,
    created_at: CREATED_AT,
  });
  const versionId = await insert(db, "budget_versions", {
    project_id: projectId,
    number,
    change_id: changeId,
    created_at: CREATED_AT,
    ...given,
  });
  await insert(db, "project_change_states", {
    change_id: changeId,
    state,
    valid_on: DECIDED_ON,
    recorded_at: CREATED_AT,
  });
  return { changeId, versionId };
}

/** A line of a version; `budget_line_id` given makes it a further version of that line. Sums above are the test's. */
export async function createBudgetLine(
  db: Connection,
  { projectId, versionId }: { projectId: number; versionId: number },
  given: Row = {},
): Promise<number> {
  const lineId =
    (given.budget_line_id as number | undefined) ??
    (await insert(db, "budget_lines", { project_id: projectId, created_at: CREATED_AT }));
  const code = String(given.code ?? `1.1.${lineId}`);
  await insert(db, "budget_line_versions", {
    budget_version_id: versionId,
    code,
    code_key: code
      .split(".")
      .map((part) => part.padStart(4, "0"))
      .join("."),
    name: "Nákup služeb",
    category: "direct",
    amount_halere: 0,
    ...given,
    budget_line_id: lineId,
  });
  return lineId;
}

/** A recorded expenditure of 1 000 Kč with its fact. Kept totals of the project are the test's to refresh. */
export async function createExpenditure(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const expenditureId = await insert(db, "expenditures", {
    project_id: projectId,
    kind: "invoice",
    document_number: "FP-1",
    document_key: "fp-1",
    supplier_name: "Dodavatel s.r.o.",
    description: "Pronájem sálu",
    issued_on: "2026-02-02",
    paid_on: "2026-02-10",
    state: "recorded",
    amount_halere: 100_000,
    valid_on: "2026-02-10",
    created_at: CREATED_AT,
    ...given,
  });
  const row = await db("expenditures").where({ id: expenditureId }).first();
  const places = ["budget_line_id", "activity_id", "event_id", "internship_id", "period_id"];
  await insert(db, "expenditure_facts", {
    expenditure_id: expenditureId,
    project_id: projectId,
    state: ["planned", "ordered"].includes(row.state) ? row.state : "recorded",
    amount_halere: row.amount_halere,
    ...Object.fromEntries(places.map((place) => [place, row[place]])),
    valid_on: row.valid_on,
    recorded_at: CREATED_AT,
  });
  return expenditureId;
}

export async function createPaymentRequest(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const [last] = await db("payment_requests").where({ project_id: projectId }).max({ n: "number" });
  return insert(db, "payment_requests", {
    project_id: projectId,
    number: Number(last?.n ?? 0) + 1,
    kind: "interim",
    created_at: CREATED_AT,
    ...given,
  });
}

export function createPosition(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "positions", {
    project_id: projectId,
    name: "Odborný pracovník",
    contract: "employment",
    workload_milli: 500,
    funding: "direct",
    created_at: CREATED_AT,
    ...given,
  });
}

/** A position that the project creates, advertised, and somebody who holds it. */
export async function createStaffParts(
  db: Connection,
  projectId: number,
  userId: number,
): Promise<{ positionId: number; positionStateId: number; assignmentId: number }> {
  const state = { state: "advertised", state_on: DECIDED_ON };
  const positionId = await createPosition(db, projectId, { is_to_be_created: true, ...state });
  const positionStateId = await insert(db, "position_states", {
    position_id: positionId,
    state: "advertised",
    valid_on: DECIDED_ON,
    recorded_at: CREATED_AT,
  });
  const place = { projectId, positionId };
  const assignmentId = await createAssignment(db, place, { user_id: userId });
  await createTimesheet(db, { projectId, assignmentId, month: "2026-01" });
  return { positionId, positionStateId, assignmentId };
}

/** A draft without any hours. */
export function createTimesheet(
  db: Connection,
  key: { projectId: number; assignmentId: number; month: string },
  given: Row = {},
): Promise<number> {
  return insert(db, "timesheets", {
    project_id: key.projectId,
    assignment_id: key.assignmentId,
    month: key.month,
    created_at: CREATED_AT,
    ...given,
  });
}

export function createAssignment(
  db: Connection,
  key: { projectId: number; positionId: number },
  given: Row = {},
): Promise<number> {
  return insert(db, "staff_assignments", {
    project_id: key.projectId,
    position_id: key.positionId,
    starts_on: "2026-01-01",
    workload_milli: 500,
    created_at: CREATED_AT,
    ...given,
  });
}

/** A draft of a budget with one line under its chapters, for whoever knocks at its doors. */
export async function createBudgetParts(
  db: Connection,
  projectId: number,
): Promise<{ lineId: number; changeId: number }> {
  const { versionId, changeId } = await createBudgetVersion(db, projectId, { state: "draft" });
  const at = { projectId, versionId };
  const chapter = { is_leaf: false };
  const root = await createBudgetLine(db, at, { code: "1", category: "eligible", ...chapter });
  const direct = await createBudgetLine(db, at, { code: "1.1", parent_line_id: root, ...chapter });
  const lineId = await createBudgetLine(db, at, { code: "1.1.4", parent_line_id: direct });
  return { lineId, changeId };
}
