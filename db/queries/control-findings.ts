import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type Severity = "low" | "medium" | "high";

export interface FindingFields extends Owner {
  finding: string;
  severity: Severity;
  /** What the finding makes doubtful or ineligible. */
  amountHalere: number | null;
  remedy: string | null;
  remedyBy: string | null;
}

export interface Finding extends FindingFields {
  id: number;
  controlId: number;
  projectId: number;
  number: number;
  remediedOn: string | null;
  proof: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

/** In their order, the archived ones among them. */
export async function listFindings(db: Database, controlId: number): Promise<Finding[]> {
  return findings(db).where("x.control_id", controlId).orderBy("x.number");
}

export async function findFinding(
  db: Database,
  key: { controlId: number; id: number },
): Promise<Finding | undefined> {
  return findings(db).where({ "x.control_id": key.controlId, "x.id": key.id }).first();
}

/** A finding with the control it comes from. */
export interface FindingLine extends Finding {
  controlNumber: number;
  controllingBody: string;
}

/** Everything that controls of a project have found, for a workbook. */
export async function listFindingsOfProject(
  db: Database,
  projectId: number,
): Promise<FindingLine[]> {
  return findings(db)
    .join("controls as o", "o.id", "x.control_id")
    .where("x.project_id", projectId)
    .whereNull("x.archived_at")
    .whereNull("o.archived_at")
    .orderBy(["o.number", "x.number"])
    .select({ controlNumber: "o.number", controllingBody: "o.controlling_body" });
}

export async function nextFindingNumber(trx: Transaction, controlId: number): Promise<number> {
  const [last] = await trx("control_findings")
    .where({ control_id: controlId })
    .max({ n: "number" });
  return Number(last?.n ?? 0) + 1;
}

export async function insertFinding(
  trx: Transaction,
  finding: FindingFields & {
    controlId: number;
    projectId: number;
    number: number;
    createdAt: string;
  },
): Promise<number> {
  const [row] = await trx("control_findings")
    .insert({
      ...columns(finding),
      control_id: finding.controlId,
      project_id: finding.projectId,
      number: finding.number,
      created_at: finding.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with its remedy and its archiving. */
export async function updateFinding(
  trx: Transaction,
  key: { id: number; version: number },
  fields: FindingFields,
): Promise<number> {
  return trx("control_findings")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function updateRemedied(
  trx: Transaction,
  key: { id: number; version: number },
  remedied: { remediedOn: string | null; remediedAt: string | null; proof: string | null },
): Promise<number> {
  return trx("control_findings")
    .where({ id: key.id, version: key.version })
    .update({
      remedied_on: remedied.remediedOn,
      remedied_at: remedied.remediedAt,
      proof: remedied.proof,
      version: key.version + 1,
    });
}

export async function updateFindingArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("control_findings")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

function findings(db: Database) {
  return db("control_findings as x")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .select({
      id: "x.id",
      controlId: "x.control_id",
      projectId: "x.project_id",
      number: "x.number",
      finding: "x.finding",
      severity: "x.severity",
      amountHalere: "x.amount_halere",
      remedy: "x.remedy",
      remedyBy: "x.remedy_by",
      remediedOn: "x.remedied_on",
      proof: "x.proof",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      archivedAt: "x.archived_at",
      version: "x.version",
    });
}

function columns(fields: FindingFields) {
  return {
    finding: fields.finding,
    severity: fields.severity,
    amount_halere: fields.amountHalere,
    remedy: fields.remedy,
    remedy_by: fields.remedyBy,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
  };
}
