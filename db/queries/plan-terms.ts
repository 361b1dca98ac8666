import type { Database, Transaction } from "../connection.ts";

export type TermKind = "target-group" | "body" | "source";

/** A word of plans as the product brings it; an administrator may change all but its kind and code. */
export interface SeededTerm {
  kind: TermKind;
  code: string;
  labelCs: string;
  labelEn: string;
  /** What plans write for it. */
  synonyms: string[];
}

export interface TermFields extends Omit<SeededTerm, "kind" | "code"> {
  position: number;
}

export interface PlanTerm extends TermFields {
  id: number;
  kind: TermKind;
  code: string;
  version: number;
  archivedAt: string | null;
}

/** What is recognised in texts. */
export async function listTerms(
  db: Database,
): Promise<{ id: number; kind: TermKind; code: string; label: string; synonyms: string[] }[]> {
  const rows = await db("plan_terms")
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select({ id: "id", kind: "kind", code: "code", label: "label_cs", synonyms: "synonyms" });
  return rows.map((row) => ({ ...row, synonyms: linesOf(row.synonyms) }));
}

/** All of them by kind in their order, also the archived ones. */
export async function listPlanTerms(db: Database): Promise<PlanTerm[]> {
  const rows = await terms(db).orderBy(["position", "id"]);
  return rows.map(termOf);
}

export async function findPlanTerm(db: Database, id: number): Promise<PlanTerm | undefined> {
  const row = await terms(db).where({ id }).first();
  return row && termOf(row);
}

/** How many cards name each term. */
export async function countCardsByTerm(db: Database): Promise<Map<number, number>> {
  const rows = await db("card_terms as named")
    .join("cards as card", "card.id", "named.card_id")
    .whereNotNull("named.term_id")
    .whereNull("card.archived_at")
    .groupBy("named.term_id")
    .select({ termId: "named.term_id", count: db.raw("count(distinct card.id)") });
  return new Map(rows.map(({ termId, count }) => [termId, Number(count)]));
}

export async function insertPlanTerm(
  trx: Transaction,
  term: TermFields & { kind: TermKind; code: string; at: string },
): Promise<number> {
  const { kind, code, at } = term;
  const [row] = await trx("plan_terms")
    .insert({ ...columns(term), kind, code, created_at: at })
    .returning("id");
  return row.id;
}

/** 0 when the term has another version by now. */
export async function updatePlanTerm(
  trx: Transaction,
  key: { id: number; version: number },
  fields: TermFields,
): Promise<number> {
  return trx("plan_terms")
    .where(key)
    .update({ ...columns(fields), version: key.version + 1 });
}

/** 0 when the term has another version by now. */
export async function archivePlanTerm(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("plan_terms")
    .where(key)
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

export async function insertMissingTerms(
  trx: Transaction,
  seeded: readonly SeededTerm[],
  at: string,
): Promise<void> {
  const rows = seeded.map((term, index) => ({
    kind: term.kind,
    code: term.code,
    ...columns({ ...term, position: index + 1 }),
    created_at: at,
  }));
  await trx("plan_terms").insert(rows).onConflict(["kind", "code"]).ignore();
}

function terms(db: Database) {
  return db("plan_terms").select({
    id: "id",
    kind: "kind",
    code: "code",
    labelCs: "label_cs",
    labelEn: "label_en",
    synonyms: "synonyms",
    position: "position",
    version: "version",
    archivedAt: "archived_at",
  });
}

function termOf(row: Omit<PlanTerm, "synonyms"> & { synonyms: string }): PlanTerm {
  return { ...row, synonyms: linesOf(row.synonyms) };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function columns(term: TermFields) {
  return {
    label_cs: term.labelCs,
    label_en: term.labelEn,
    synonyms: term.synonyms.join("\n"),
    position: term.position,
  };
}
