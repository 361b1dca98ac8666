import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";

export type LineCategory = "eligible" | "direct" | "flat-rate" | "ineligible" | "information";

/** What a line is in one version of the budget. Money in haléře, units in ten-thousandths. */
export interface BudgetLineFields {
  parentLineId: number | null;
  code: string;
  codeKey: string;
  name: string;
  category: LineCategory;
  isStaff: boolean;
  isLeaf: boolean;
  unit: string | null;
  unitPriceHalere: number | null;
  unitsE4: number | null;
  flatRateKind: string | null;
  flatRateBp: number | null;
  amountHalere: number;
}

export interface BudgetLine extends BudgetLineFields {
  /** What the line is through all versions. */
  lineId: number;
  /** Edition of the line, for those who edit it at once. */
  version: number;
}

const COLUMNS = {
  lineId: "budget_line_id",
  parentLineId: "parent_line_id",
  code: "code",
  codeKey: "code_key",
  name: "name",
  category: "category",
  isStaff: "is_staff",
  isLeaf: "is_leaf",
  unit: "unit",
  unitPriceHalere: "unit_price_halere",
  unitsE4: "units_e4",
  flatRateKind: "flat_rate_kind",
  flatRateBp: "flat_rate_bp",
  amountHalere: "amount_halere",
  version: "version",
};

/** Rows of one statement: thirteen values each, within what SQLite binds at once. */
const AT_ONCE = 500;

/** The tree of a version in the order of its codes. */
export async function listBudgetLines(db: Database, versionId: number): Promise<BudgetLine[]> {
  return read(lines(db, versionId).orderBy("code_key"));
}

/** The lines of these codes, and whatever flat rates move: the eligible root and chapter 1.2. */
export async function listLinesAbove(
  db: Database,
  versionId: number,
  codes: readonly string[],
): Promise<BudgetLine[]> {
  return read(
    lines(db, versionId)
      .where((some) => {
        some.whereIn("code", codes).orWhereIn("category", ["eligible", "flat-rate"]);
      })
      .orderBy("code_key"),
  );
}

export async function findBudgetLine(
  db: Database,
  key: { versionId: number; lineId: number },
): Promise<BudgetLine | undefined> {
  const [line] = await read(lines(db, key.versionId).where({ budget_line_id: key.lineId }));
  return line;
}

/** A line of the project in whatever version. */
export async function findLineOfProject(
  db: Database,
  { projectId, lineId }: { projectId: number; lineId: number },
): Promise<{ id: number } | undefined> {
  return db("budget_lines").where({ id: lineId, project_id: projectId }).first("id");
}

/** Identities of lines to come, in a row. */
export async function insertLineIdentities(
  trx: Transaction,
  { projectId, count, createdAt }: { projectId: number; count: number; createdAt: string },
): Promise<number[]> {
  const ids: number[] = [];
  for (let left = count; left > 0; left -= AT_ONCE) {
    const rows = Array.from({ length: Math.min(left, AT_ONCE) }, () => ({
      project_id: projectId,
      created_at: createdAt,
    }));
    const inserted = await trx("budget_lines").insert(rows).returning("id");
    ids.push(...inserted.map((row: { id: number }) => row.id));
  }
  return ids.toSorted((a, b) => a - b);
}

export async function insertBudgetLines(
  trx: Transaction,
  versionId: number,
  rows: readonly (BudgetLineFields & { lineId: number; version?: number })[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await trx("budget_line_versions").insert(
      rows.slice(from, from + AT_ONCE).map((row) => ({
        budget_version_id: versionId,
        budget_line_id: row.lineId,
        version: row.version ?? 1,
        ...columnsOf(row),
      })),
    );
  }
}

/**
 * All lines of one version into another. Editions go on counting, so that a form opened on an older version
 * is not taken for one opened on the copy.
 */
export async function copyBudgetLines(
  trx: Transaction,
  fromVersionId: number,
  toVersionId: number,
): Promise<void> {
  const kept = Object.values(COLUMNS).filter((column) => column !== "version");
  await trx(
    trx.raw("?? (??, ??, ??)", ["budget_line_versions", "budget_version_id", "version", kept]),
  ).insert(
    trx("budget_line_versions")
      .where({ budget_version_id: fromVersionId })
      .orderBy("code_key")
      .select(trx.raw("?", [toVersionId]), trx.raw("version + 1"), ...kept),
  );
}

/** False when the line has another edition by now. */
export async function updateBudgetLine(
  trx: Transaction,
  key: { versionId: number; lineId: number; version: number },
  fields: BudgetLineFields,
): Promise<boolean> {
  const updated = await one(trx, key)
    .where({ version: key.version })
    .update({ ...columnsOf(fields), version: key.version + 1 });
  return updated === 1;
}

/** Sums of chapters and flat rates follow what is elsewhere; nobody has edited them. By the ids of lines. */
export async function addToLines(
  trx: Transaction,
  versionId: number,
  moves: ReadonlyMap<number, number>,
): Promise<void> {
  if (moves.size === 0) return;
  const cases = [...moves].map(() => "when ? then cast(? as bigint)").join(" ");
  const by = trx.raw(`amount_halere + case budget_line_id ${cases} end`, [...moves].flat());
  await trx("budget_line_versions")
    .where({ budget_version_id: versionId })
    .whereIn("budget_line_id", [...moves.keys()])
    .update({ amount_halere: by });
}

export async function updateLineIsLeaf(
  trx: Transaction,
  key: { versionId: number; lineId: number },
  isLeaf: boolean,
): Promise<void> {
  await one(trx, key).update({ is_leaf: isLeaf });
}

export async function countLinesUnder(
  db: Database,
  key: { versionId: number; lineId: number },
): Promise<number> {
  const row = await db("budget_line_versions")
    .where({ budget_version_id: key.versionId, parent_line_id: key.lineId })
    .count({ n: "*" })
    .first();
  return Number(row?.n ?? 0);
}

export async function deleteBudgetLine(
  trx: Transaction,
  key: { versionId: number; lineId: number },
): Promise<void> {
  await one(trx, key).delete();
}

export async function deleteBudgetLines(trx: Transaction, versionId: number): Promise<void> {
  await trx("budget_line_versions").where({ budget_version_id: versionId }).delete();
}

function lines(db: Database, versionId: number): Knex.QueryBuilder {
  return db("budget_line_versions").where({ budget_version_id: versionId }).select(COLUMNS);
}

function one(trx: Transaction, key: { versionId: number; lineId: number }) {
  return trx("budget_line_versions").where({
    budget_version_id: key.versionId,
    budget_line_id: key.lineId,
  });
}

async function read(query: Knex.QueryBuilder): Promise<BudgetLine[]> {
  const rows: BudgetLine[] = await query;
  return rows.map((row) => ({
    ...row,
    isStaff: Boolean(row.isStaff),
    isLeaf: Boolean(row.isLeaf),
  }));
}

function columnsOf(fields: BudgetLineFields) {
  return {
    parent_line_id: fields.parentLineId,
    code: fields.code,
    code_key: fields.codeKey,
    name: fields.name,
    category: fields.category,
    is_staff: fields.isStaff,
    is_leaf: fields.isLeaf,
    unit: fields.unit,
    unit_price_halere: fields.unitPriceHalere,
    units_e4: fields.unitsE4,
    flat_rate_kind: fields.flatRateKind,
    flat_rate_bp: fields.flatRateBp,
    amount_halere: fields.amountHalere,
  };
}
