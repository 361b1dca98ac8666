import type { Connection } from "../../db/connection.ts";
import { insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

/** A risk with its first assessment. */
export async function createRisk(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const assessed = {
    state: "open",
    probability: 3,
    impact: 3,
    assessed_on: "2026-01-05",
    ...given,
  };
  const id = await insert(db, "risks", {
    project_id: projectId,
    number: await nextNumber(db, "risks", projectId),
    title: "Nepodaří se obsadit pozici",
    created_at: CREATED_AT,
    ...assessed,
  });
  const { state, probability, impact, assessed_on } = assessed;
  await createAssessment(db, id, { state, probability, impact, valid_on: assessed_on });
  return id;
}

export async function createAssessment(
  db: Connection,
  riskId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "risk_assessments", {
    risk_id: riskId,
    state: "open",
    probability: 3,
    impact: 3,
    valid_on: "2026-01-05",
    recorded_at: CREATED_AT,
    ...given,
  });
}

export async function createControl(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "controls", {
    project_id: projectId,
    number: await nextNumber(db, "controls", projectId),
    kind: "on-the-spot",
    controlling_body: "Ministerstvo práce a sociálních věcí",
    subject: "Kontrola na místě",
    starts_on: "2026-01-20",
    created_at: CREATED_AT,
    ...given,
  });
}

export async function createFinding(
  db: Connection,
  of: { projectId: number; controlId: number },
  given: Row = {},
): Promise<number> {
  const [last] = await db("control_findings")
    .where({ control_id: of.controlId })
    .max({ n: "number" });
  return insert(db, "control_findings", {
    project_id: of.projectId,
    control_id: of.controlId,
    number: Number(last?.n ?? 0) + 1,
    finding: "Chybí podpisy na prezenční listině",
    severity: "medium",
    created_at: CREATED_AT,
    ...given,
  });
}

export async function createResolution(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "resolutions", {
    project_id: projectId,
    number: await nextNumber(db, "resolutions", projectId),
    title: "Dodatek ke smlouvě s partnerem",
    decided_by: "Rada kraje",
    submit_by: "2026-03-20",
    created_at: CREATED_AT,
    ...given,
  });
}

/** One of everything that a project is watched by. */
export async function createOversightParts(db: Connection, projectId: number) {
  const riskId = await createRisk(db, projectId);
  const assessmentId = await createAssessment(db, riskId, { valid_on: "2026-01-06" });
  const controlId = await createControl(db, projectId);
  const findingId = await createFinding(db, { projectId, controlId });
  const resolutionId = await createResolution(db, projectId);
  return { riskId, assessmentId, controlId, findingId, resolutionId };
}

async function nextNumber(db: Connection, table: string, projectId: number): Promise<number> {
  const [last] = await db(table).where({ project_id: projectId }).max({ n: "number" });
  return Number(last?.n ?? 0) + 1;
}
