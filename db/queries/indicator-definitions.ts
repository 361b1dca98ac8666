import type { Database, Transaction } from "../connection.ts";
import type { ComputationKey } from "./computed-indicators.ts";

export interface DefinitionFields {
  code: string | null;
  nameCs: string;
  nameEn: string;
  unitCs: string;
  unitEn: string;
  kind: "output" | "result" | "data-item" | "own";
  valueType: "number" | "percentage" | "text";
  behaviour: "increment" | "state";
  decimals: number;
  rule: string | null;
  /** What its indicators may be counted from. */
  computation: ComputationKey | null;
  source: string | null;
  isConfirmed: boolean;
}

export interface IndicatorDefinition extends DefinitionFields {
  id: number;
  version: number;
  archivedAt: string | null;
}

/** The whole catalogue, archived entries too; by code, those without one last. */
export async function listIndicatorDefinitions(db: Database): Promise<IndicatorDefinition[]> {
  const rows = await definitions(db).orderByRaw("code is null, code, id");
  return rows.map(asDefinition);
}

export async function findIndicatorDefinition(
  db: Database,
  id: number,
): Promise<IndicatorDefinition | undefined> {
  const row = await definitions(db).where({ id }).first();
  return row && asDefinition(row);
}

export async function findDefinitionByCode(
  db: Database,
  code: string,
): Promise<{ id: number } | undefined> {
  return db("indicator_definitions").where({ code }).first("id");
}

export async function insertIndicatorDefinitions(
  trx: Transaction,
  all: readonly DefinitionFields[],
  at: string,
): Promise<number[]> {
  const rows = await trx("indicator_definitions")
    .insert(all.map((fields) => ({ ...columnsOf(fields), created_at: at })))
    .returning("id");
  return rows.map((row) => row.id);
}

/** False when another edition is stored by now. */
export async function updateIndicatorDefinition(
  trx: Transaction,
  key: { id: number; version: number },
  fields: DefinitionFields,
): Promise<boolean> {
  const changed = await trx("indicator_definitions")
    .where(key)
    .update({ ...columnsOf(fields), version: key.version + 1 });
  return changed === 1;
}

export async function updateDefinitionArchived(
  trx: Transaction,
  id: number,
  archivedAt: string | null,
): Promise<boolean> {
  const changed = await trx("indicator_definitions")
    .where({ id })
    .modify((query) => {
      if (archivedAt) query.whereNull("archived_at");
      else query.whereNotNull("archived_at");
    })
    .update({ archived_at: archivedAt });
  return changed === 1;
}

function definitions(db: Database) {
  return db("indicator_definitions").select({
    id: "id",
    code: "code",
    nameCs: "name_cs",
    nameEn: "name_en",
    unitCs: "unit_cs",
    unitEn: "unit_en",
    kind: "kind",
    valueType: "value_type",
    behaviour: "behaviour",
    decimals: "decimals",
    rule: "rule",
    computation: "computation",
    source: "source",
    isConfirmed: "is_confirmed",
    version: "version",
    archivedAt: "archived_at",
  });
}

function columnsOf(fields: DefinitionFields) {
  return {
    code: fields.code,
    name_cs: fields.nameCs,
    name_en: fields.nameEn,
    unit_cs: fields.unitCs,
    unit_en: fields.unitEn,
    kind: fields.kind,
    value_type: fields.valueType,
    behaviour: fields.behaviour,
    decimals: fields.decimals,
    rule: fields.rule,
    computation: fields.computation,
    source: fields.source,
    is_confirmed: fields.isConfirmed,
  };
}

function asDefinition<Row extends { isConfirmed: unknown }>(row: Row) {
  return { ...row, isConfirmed: Boolean(row.isConfirmed) };
}
