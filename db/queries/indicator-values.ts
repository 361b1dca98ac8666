import type { Database, Transaction } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { inForce, type Moment } from "./facts.ts";

/** Numbers are scaled by the decimals of their indicator. */
export interface IndicatorValue {
  id: number;
  indicatorId: number;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  valueText: string | null;
  note: string | null;
  origin: "declared" | "computed";
  isOpening: boolean;
  validOn: string;
  recordedAt: string;
  correctsId: number | null;
}

export interface IndicatorValueWithAuthor extends IndicatorValue {
  authorName: string | null;
}

const COLUMNS = {
  id: "f.id",
  indicatorId: "f.indicator_id",
  value: "f.value",
  numerator: "f.numerator",
  denominator: "f.denominator",
  valueText: "f.value_text",
  note: "f.note",
  origin: "f.origin",
  isOpening: "f.is_opening",
  validOn: "f.valid_on",
  recordedAt: "f.recorded_at",
  correctsId: "f.corrects_id",
};

/** What a figure is made of, and no more: there are many of them. */
export type ValueInForce = Pick<
  IndicatorValue,
  "id" | "indicatorId" | "value" | "valueText" | "isOpening" | "validOn" | "recordedAt"
>;

/**
 * What the figures of indicators are made of at a moment: of whole projects, or of some indicators. Those of
 * one indicator come together, in the order they are true of.
 */
export async function listIndicatorValuesInForce(
  db: Database,
  of: { projectIds: readonly number[] } | { indicatorIds: readonly number[] },
  moment: Moment,
): Promise<ValueInForce[]> {
  const isOfProjects = "projectIds" in of;
  const ids = isOfProjects ? of.projectIds : of.indicatorIds;
  const { on, asOf } = moment;
  return (await valueRows(db, { isOfProjects }, { ids, on, asOf })).map(asValue);
}

const valueRows = keptStatement<
  { isOfProjects: boolean },
  { ids: readonly number[] } & Moment,
  ValueInForce
>((db, { isOfProjects }, { ids, ...moment }) => {
  const { id, indicatorId, value, valueText, isOpening, validOn, recordedAt } = COLUMNS;
  const query = inForce(db, "indicator_values", moment);
  if (isOfProjects) {
    query.whereIn("f.indicator_id", db("indicators").whereIn("project_id", ids).select("id"));
  } else query.whereIn("f.indicator_id", ids);
  return query
    .orderBy(["f.indicator_id", "f.valid_on", "f.recorded_at", "f.id"])
    .select({ id, indicatorId, value, valueText, isOpening, validOn, recordedAt });
});

/** Every value ever entered for an indicator, corrected ones too, in the order they are true of. */
export async function listIndicatorValues(
  db: Database,
  of: { indicatorId: number } | { projectId: number },
): Promise<IndicatorValueWithAuthor[]> {
  const rows = await db("indicator_values as f")
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .modify((query) => {
      if ("indicatorId" in of) query.where("f.indicator_id", of.indicatorId);
      else query.whereIn("f.indicator_id", indicatorsOf(db, of.projectId));
    })
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({ ...COLUMNS, authorName: "u.name" });
  return rows.map(asValue);
}

function indicatorsOf(db: Database, projectId: number) {
  return db("indicators").where({ project_id: projectId }).select("id");
}

export async function findIndicatorValue(
  db: Database,
  key: { indicatorId: number; id: number },
): Promise<IndicatorValueWithAuthor | undefined> {
  const row = await db("indicator_values as f")
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .where({ "f.indicator_id": key.indicatorId, "f.id": key.id })
    .first({ ...COLUMNS, authorName: "u.name" });
  return row && asValue(row);
}

export async function isIndicatorValueCorrected(db: Database, id: number): Promise<boolean> {
  return (await db("indicator_values").where({ corrects_id: id }).first("id")) !== undefined;
}

export async function hasIndicatorValues(db: Database, indicatorId: number): Promise<boolean> {
  const first = await db("indicator_values").where({ indicator_id: indicatorId }).first("id");
  return first !== undefined;
}

export type NewIndicatorValue = Omit<IndicatorValue, "id"> & { recordedBy: number | null };

export async function insertIndicatorValues(
  trx: Transaction,
  values: readonly NewIndicatorValue[],
): Promise<number[]> {
  const rows = await trx("indicator_values")
    .insert(
      values.map((value) => ({
        indicator_id: value.indicatorId,
        value: value.value,
        numerator: value.numerator,
        denominator: value.denominator,
        value_text: value.valueText,
        note: value.note,
        origin: value.origin,
        is_opening: value.isOpening,
        valid_on: value.validOn,
        recorded_at: value.recordedAt,
        recorded_by: value.recordedBy,
        corrects_id: value.correctsId,
      })),
    )
    .returning("id");
  return rows.map((row) => row.id);
}

function asValue<Row extends { isOpening: unknown }>(row: Row) {
  return { ...row, isOpening: Boolean(row.isOpening) };
}
