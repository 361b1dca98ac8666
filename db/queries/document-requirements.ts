import type { Database, Transaction } from "../connection.ts";
import type { RequirementSubject } from "./required-documents.ts";

export interface RequirementFields {
  subject: RequirementSubject;
  /** A kind of the subject; null is each of them. */
  subjectKind: string | null;
  nameCs: string;
  nameEn: string;
  category: string;
  isSignedOriginal: boolean;
  /** Met by any paper of the category on the record. */
  isMetByCategory: boolean;
  /** Within how many days of the day it is owed from it is to be there. */
  dueDays: number;
  validFrom: string;
  validTo: string | null;
  source: string | null;
  position: number;
}

export interface DocumentRequirement extends RequirementFields {
  id: number;
  code: string;
  version: number;
}

export type SeededRequirement = RequirementFields & { code: string };

export async function listRequirements(db: Database): Promise<DocumentRequirement[]> {
  const rows = await requirements(db).orderBy(["position", "id"]);
  return rows.map(requirementOf);
}

export async function findRequirement(
  db: Database,
  id: number,
): Promise<DocumentRequirement | undefined> {
  const row = await requirements(db).where({ id }).first();
  return row && requirementOf(row);
}

export async function insertRequirement(
  trx: Transaction,
  requirement: SeededRequirement & { createdAt: string },
): Promise<number> {
  const [row] = await trx("document_requirements")
    .insert({
      code: requirement.code,
      ...columns(requirement),
      created_at: requirement.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updateRequirement(
  trx: Transaction,
  key: { id: number; version: number },
  fields: RequirementFields,
): Promise<number> {
  return trx("document_requirements")
    .where(key)
    .update({ ...columns(fields), version: key.version + 1 });
}

/** Those whose code is there already stay as somebody left them. */
export async function insertMissingRequirements(
  trx: Transaction,
  seeded: readonly SeededRequirement[],
  createdAt: string,
): Promise<void> {
  const rows = seeded.map((one) => ({ code: one.code, ...columns(one), created_at: createdAt }));
  await trx("document_requirements").insert(rows).onConflict("code").ignore();
}

function requirements(db: Database) {
  return db("document_requirements").whereNull("archived_at").select({
    id: "id",
    code: "code",
    subject: "subject",
    subjectKind: "subject_kind",
    nameCs: "name_cs",
    nameEn: "name_en",
    category: "category",
    isSignedOriginal: "is_signed_original",
    isMetByCategory: "is_met_by_category",
    dueDays: "due_days",
    validFrom: "valid_from",
    validTo: "valid_to",
    source: "source",
    position: "position",
    version: "version",
  });
}

// SQLite keeps booleans as numbers.
function requirementOf(row: DocumentRequirement): DocumentRequirement {
  return {
    ...row,
    isSignedOriginal: Boolean(row.isSignedOriginal),
    isMetByCategory: Boolean(row.isMetByCategory),
  };
}

function columns(fields: RequirementFields) {
  return {
    subject: fields.subject,
    subject_kind: fields.subjectKind,
    name_cs: fields.nameCs,
    name_en: fields.nameEn,
    category: fields.category,
    is_signed_original: fields.isSignedOriginal,
    is_met_by_category: fields.isMetByCategory,
    due_days: fields.dueDays,
    valid_from: fields.validFrom,
    valid_to: fields.validTo,
    source: fields.source,
    position: fields.position,
  };
}
