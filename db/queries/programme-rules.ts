import type { Database, Transaction } from "../connection.ts";

/** One version of a rule: what holds in a programme between two days, and where it is written. */
export interface ProgrammeRule {
  id: number;
  programme: string;
  kind: string;
  validFrom: string;
  validTo: string | null;
  value: string;
  source: string;
  isConfirmed: boolean;
  version: number;
}

export type RuleFields = Omit<ProgrammeRule, "id" | "version">;

const COLUMNS = {
  id: "id",
  programme: "programme",
  kind: "kind",
  validFrom: "valid_from",
  validTo: "valid_to",
  value: "value",
  source: "source",
  isConfirmed: "is_confirmed",
  version: "version",
};

/** Every version of every rule of the programmes, newest first within a kind; none that a project has set for itself. */
export async function listProgrammeRules(db: Database): Promise<ProgrammeRule[]> {
  return rules(db).then((rows) => rows.map(readRule));
}

export async function listVersionsOf(
  trx: Transaction,
  rule: { programme: string; kind: string },
): Promise<ProgrammeRule[]> {
  const rows = await rules(trx).where({ programme: rule.programme, kind: rule.kind });
  return rows.map(readRule);
}

export async function findProgrammeRule(
  db: Database,
  id: number,
): Promise<ProgrammeRule | undefined> {
  const row = await rules(db).where({ id }).first();
  return row && readRule(row);
}

export async function insertProgrammeRule(
  trx: Transaction,
  rule: RuleFields & { createdAt: string },
): Promise<number> {
  const [row] = await trx("programme_rules")
    .insert({ ...columnsOf(rule), created_at: rule.createdAt })
    .returning("id");
  return row.id;
}

/** False when somebody else has changed the rule since `version`. */
export async function updateProgrammeRule(
  trx: Transaction,
  rule: RuleFields & { id: number; version: number },
): Promise<boolean> {
  const changed = await trx("programme_rules")
    .where({ id: rule.id, version: rule.version })
    .update({ ...columnsOf(rule), version: rule.version + 1 });
  return changed === 1;
}

function rules(db: Database) {
  return db("programme_rules")
    .whereNull("project_id")
    .whereNull("archived_at")
    .orderBy([
      { column: "programme", order: "desc" },
      { column: "kind" },
      { column: "valid_from", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .select(COLUMNS);
}

function columnsOf(rule: RuleFields) {
  return {
    programme: rule.programme,
    kind: rule.kind,
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
    value: rule.value,
    source: rule.source,
    is_confirmed: rule.isConfirmed,
  };
}

function readRule(row: ProgrammeRule): ProgrammeRule {
  return { ...row, isConfirmed: Boolean(row.isConfirmed) };
}
