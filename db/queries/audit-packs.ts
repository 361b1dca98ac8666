import type { Database, Transaction } from "../connection.ts";
import { type DocumentLine, documentLine, documentsFor, LINE } from "./documents.ts";
import { inForce, type Moment } from "./facts.ts";
import type { PreparedState } from "./prepared-files.ts";

export type PackSubject = "indicator" | "period" | "expenditures";

export interface AuditPack {
  id: number;
  projectId: number;
  subject: PackSubject;
  indicatorId: number | null;
  indicatorName: string | null;
  indicatorCode: string | null;
  periodId: number | null;
  periodNumber: number | null;
  /** JSON: which expenditures, and what its maker was allowed to read. */
  params: string;
  hasNames: boolean;
  reason: string;
  createdBy: number;
  creatorName: string;
  createdAt: string;
  orderKey: string | null;
  state: PreparedState | null;
  sha256: string | null;
  byteCount: number | null;
}

const COLUMNS = {
  id: "k.id",
  projectId: "k.project_id",
  subject: "k.subject",
  indicatorId: "k.indicator_id",
  indicatorName: "i.name",
  indicatorCode: "i.code",
  periodId: "k.period_id",
  periodNumber: "m.number",
  params: "k.params",
  hasNames: "k.has_names",
  reason: "k.reason",
  createdBy: "k.created_by",
  creatorName: "u.name",
  createdAt: "k.created_at",
  orderKey: "f.order_key",
  state: "f.state",
  sha256: "f.sha256",
  byteCount: "f.byte_count",
};

/** The newest first. */
export async function listAuditPacks(db: Database, projectId: number): Promise<AuditPack[]> {
  const rows = await packs(db).where("k.project_id", projectId).orderBy("k.id", "desc").limit(200);
  return rows.map(packOf);
}

export async function findAuditPack(
  db: Database,
  key: { projectId: number; id: number },
): Promise<AuditPack | undefined> {
  const row = await packs(db).where({ "k.project_id": key.projectId, "k.id": key.id }).first();
  return row && packOf(row);
}

function packs(db: Database) {
  return db("audit_packs as k")
    .join("users as u", "u.id", "k.created_by")
    .leftJoin("indicators as i", "i.id", "k.indicator_id")
    .leftJoin("monitoring_periods as m", "m.id", "k.period_id")
    .leftJoin("prepared_files as f", "f.id", "k.prepared_file_id")
    .select(COLUMNS);
}

function packOf(row: AuditPack): AuditPack {
  return { ...row, hasNames: Boolean(row.hasNames) };
}

export interface NewAuditPack {
  projectId: number;
  subject: PackSubject;
  indicatorId: number | null;
  periodId: number | null;
  params: string;
  hasNames: boolean;
  reason: string;
  createdBy: number;
  at: string;
}

export async function insertAuditPack(trx: Transaction, pack: NewAuditPack): Promise<number> {
  const [row] = await trx("audit_packs")
    .insert({
      project_id: pack.projectId,
      subject: pack.subject,
      indicator_id: pack.indicatorId,
      period_id: pack.periodId,
      params: pack.params,
      has_names: pack.hasNames,
      reason: pack.reason,
      created_by: pack.createdBy,
      created_at: pack.at,
    })
    .returning("id");
  return row.id;
}

export async function updatePreparedFileOf(
  db: Database,
  pack: { id: number; preparedFileId: number },
): Promise<void> {
  await db("audit_packs").where({ id: pack.id }).update({ prepared_file_id: pack.preparedFileId });
}

/** A stored file that goes into the pack as it is. */
export interface PackedDocument extends DocumentLine {
  file: string;
  sha256: string;
}

const IDS_AT_ONCE = 500;

/** Papers of these records that the maker of the pack may know of, with the files that stand. */
export async function listPackedDocuments(
  db: Database,
  { objectType, ids, viewerId }: { objectType: string; ids: readonly number[]; viewerId: number },
): Promise<PackedDocument[]> {
  const found: PackedDocument[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const rows = await documentsFor(db, { viewerId })
      .where("d.object_type", objectType)
      .whereIn("d.object_id", ids.slice(from, from + IDS_AT_ONCE))
      .whereNull("d.archived_at")
      .whereNull("v.file_removed_at")
      .orderBy(["d.object_id", "d.id"])
      .select({ ...LINE, file: "v.file", sha256: "v.sha256" });
    found.push(...rows.map((row) => documentLine(row as PackedDocument)));
  }
  return found;
}

export interface PackedCertificate {
  id: number;
  eventId: number;
  year: number;
  number: number;
  file: string;
  sha256: string;
}

/** Certificates that stand, of events that are nobody's secret. */
export async function listPackedCertificates(
  db: Database,
  eventIds: readonly number[],
): Promise<PackedCertificate[]> {
  return db("certificates as c")
    .join("registrations as r", "r.id", "c.registration_id")
    .join("events as e", "e.id", "r.event_id")
    .leftJoin("certificates as n", "n.replaces_id", "c.id")
    .whereIn("r.event_id", eventIds)
    .where("e.is_confidential", false)
    .whereNull("n.id")
    .whereNotNull("c.file")
    .orderBy(["c.year", "c.number"])
    .select({
      id: "c.id",
      eventId: "r.event_id",
      year: "c.year",
      number: "c.number",
      file: "c.file",
      sha256: "c.sha256",
    });
}

export interface PackedEvent {
  id: number;
  title: string;
  isConfidential: boolean;
  startsOn: string | null;
  endsOn: string | null;
  state: string;
  present: number;
}

/** Events that took place on some day of a span, or some by their ids. */
export async function listPackedEvents(
  db: Database,
  projectId: number,
  of: { from: string; to: string } | { ids: readonly number[] },
): Promise<PackedEvent[]> {
  const query = db("events as e").where("e.project_id", projectId).whereNull("e.archived_at");
  if ("ids" in of) query.whereIn("e.id", of.ids);
  else query.where("e.starts_on", "<=", of.to).where("e.ends_on", ">=", of.from);
  const present = db("attendances as t")
    .join("registrations as r", "r.id", "t.registration_id")
    .whereRaw("r.event_id = e.id")
    .where("t.state", "present")
    .countDistinct("r.id");
  const rows = await query.orderBy(["e.starts_on", "e.id"]).select({
    ...{ id: "e.id", title: "e.title", isConfidential: "e.is_confidential" },
    ...{ startsOn: "e.starts_on", endsOn: "e.ends_on", state: "e.state", present },
  });
  return rows.map((row: PackedEvent) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
    present: Number(row.present),
  }));
}

export interface PackedValue {
  indicatorId: number;
  code: string | null;
  name: string;
  unit: string;
  decimals: number;
  validOn: string;
  recordedAt: string;
  value: number | null;
  valueText: string | null;
  note: string | null;
  valueId: number;
}

/** Values in force of all indicators whose day lies in a span. */
export async function listPackedValues(
  db: Database,
  of: { projectId: number; indicatorId?: number; from: string; to: string },
  moment: Moment,
): Promise<PackedValue[]> {
  const query = inForce(db, "indicator_values", moment)
    .join("indicators as i", "i.id", "f.indicator_id")
    .where("i.project_id", of.projectId)
    .whereBetween("f.valid_on", [of.from, of.to])
    .orderBy(["i.position", "f.valid_on", "f.id"]);
  if (of.indicatorId !== undefined) query.where("i.id", of.indicatorId);
  return query.select({
    indicatorId: "i.id",
    code: "i.code",
    name: "i.name",
    unit: "i.unit",
    decimals: "i.decimals",
    validOn: "f.valid_on",
    recordedAt: "f.recorded_at",
    value: "f.value",
    valueText: "f.value_text",
    note: "f.note",
    valueId: "f.id",
  });
}

/** Outputs that were done in a span. */
export async function listPackedOutputs(
  db: Database,
  of: { projectId: number; from: string; to: string },
): Promise<{ id: number; title: string; doneOn: string; proofUrl: string | null }[]> {
  return db("milestones")
    .where({ project_id: of.projectId, kind: "output" })
    .whereBetween("done_on", [of.from, of.to])
    .whereNull("archived_at")
    .orderBy(["done_on", "id"])
    .select({ id: "id", title: "title", doneOn: "done_on", proofUrl: "proof_url" });
}
