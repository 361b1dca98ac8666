import type { Database, Transaction } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import type { ComputationKey } from "./computed-indicators.ts";

export interface IndicatorFields {
  activityId: number | null;
  definitionId: number | null;
  code: string | null;
  name: string;
  definition: string | null;
  unit: string;
  kind: "output" | "result" | "data-item" | "own";
  valueType: "number" | "percentage" | "text";
  behaviour: "increment" | "state";
  direction: "up" | "down";
  decimals: number;
  baseline: number | null;
  isCommitted: boolean;
  /** What the value is counted from; null where it is declared. */
  computation: ComputationKey | null;
  evidenceSource: string | null;
  ownerUserId: number | null;
  target: number | null;
  targetText: string | null;
  targetOn: string | null;
}

/** Targets, baseline and achieved are whole numbers scaled by `decimals`. */
export interface Indicator extends IndicatorFields {
  id: number;
  projectId: number;
  origin: "declared" | "computed";
  position: number;
  achieved: number | null;
  achievedText: string | null;
  achievedOn: string | null;
  version: number;
  archivedAt: string | null;
}

export async function listIndicators(
  db: Database,
  { projectId, isArchived = false }: { projectId: number; isArchived?: boolean },
): Promise<Indicator[]> {
  return (await indicatorRows(db, { isArchived }, { projectId })).map(asIndicator);
}

const indicatorRows = keptStatement<{ isArchived: boolean }, { projectId: number }, Indicator>(
  (db, { isArchived }, { projectId }) => {
    const query = indicators(db).where("i.project_id", projectId).orderBy(["i.position", "i.id"]);
    return isArchived ? query.whereNotNull("i.archived_at") : query.whereNull("i.archived_at");
  },
);

export interface IndicatorOnPage extends Indicator {
  ownerName: string | null;
  activityNumber: string | null;
  activityTitle: string | null;
  definitionRule: string | null;
  definitionSource: string | null;
  isConfirmed: boolean | null;
}

export async function findIndicator(
  db: Database,
  key: { projectId: number; id: number },
): Promise<IndicatorOnPage | undefined> {
  const row = await indicators(db)
    .leftJoin("users as u", "u.id", "i.owner_user_id")
    .leftJoin("activities as a", "a.id", "i.activity_id")
    .leftJoin("indicator_definitions as d", "d.id", "i.definition_id")
    .where({ "i.project_id": key.projectId, "i.id": key.id })
    .first({
      ownerName: "u.name",
      activityNumber: "a.number",
      activityTitle: "a.title",
      definitionRule: "d.rule",
      definitionSource: "d.source",
      isConfirmed: "d.is_confirmed",
    });
  return row && { ...asIndicator(row), isConfirmed: asBoolean(row.isConfirmed) };
}

/** An indicator as values are entered for it. */
export interface IndicatorToRecord extends Indicator {
  projectStartsOn: string;
}

/** Those of the given ones that belong to the project, archived ones too. */
export async function listIndicatorsToRecord(
  db: Database,
  key: { projectId: number; ids: readonly number[] },
): Promise<IndicatorToRecord[]> {
  const rows = await indicators(db)
    .join("projects as p", "p.id", "i.project_id")
    .where("i.project_id", key.projectId)
    .whereIn("i.id", [...key.ids])
    .orderBy("i.id")
    .select({ projectStartsOn: "p.starts_on" });
  return rows.map(asIndicator);
}

export async function insertIndicator(
  trx: Transaction,
  indicator: IndicatorFields & { projectId: number; at: string },
): Promise<number> {
  const last = await trx("indicators")
    .where({ project_id: indicator.projectId })
    .max({ position: "position" })
    .first();
  const [row] = await trx("indicators")
    .insert({
      ...columnsOf(indicator),
      project_id: indicator.projectId,
      position: (last?.position ?? 0) + 1,
      created_at: indicator.at,
    })
    .returning("id");
  return row.id;
}

/** False when another edition is stored by now. */
export async function updateIndicator(
  trx: Transaction,
  key: { projectId: number; id: number; version: number },
  fields: IndicatorFields,
): Promise<boolean> {
  const changed = await trx("indicators")
    .where({ id: key.id, project_id: key.projectId, version: key.version })
    .update({ ...columnsOf(fields), version: key.version + 1 });
  return changed === 1;
}

export async function updateIndicatorAchieved(
  trx: Transaction,
  id: number,
  figure: { value: number | null; text: string | null; on: string | null },
): Promise<void> {
  await trx("indicators")
    .where({ id })
    .update({ achieved: figure.value, achieved_text: figure.text, achieved_on: figure.on });
}

export async function updateIndicatorArchived(
  trx: Transaction,
  key: { projectId: number; id: number },
  archivedAt: string | null,
): Promise<boolean> {
  const changed = await trx("indicators")
    .where({ id: key.id, project_id: key.projectId })
    .modify((query) => {
      if (archivedAt) query.whereNull("archived_at");
      else query.whereNotNull("archived_at");
    })
    .update({ archived_at: archivedAt });
  return changed === 1;
}

/** Writes every place in one statement; indicators left out keep theirs. */
export async function updateIndicatorPositions(
  trx: Transaction,
  projectId: number,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  const cases = ids.map(() => "when ? then ?").join(" ");
  const bindings = ids.flatMap((id, index) => [id, index + 1]);
  await trx("indicators")
    .where({ project_id: projectId })
    .whereIn("id", [...ids])
    .update({ position: trx.raw(`cast(case id ${cases} end as integer)`, bindings) });
}

function indicators(db: Database) {
  return db("indicators as i").select({
    id: "i.id",
    projectId: "i.project_id",
    activityId: "i.activity_id",
    definitionId: "i.definition_id",
    code: "i.code",
    name: "i.name",
    definition: "i.definition",
    unit: "i.unit",
    kind: "i.kind",
    valueType: "i.value_type",
    behaviour: "i.behaviour",
    direction: "i.direction",
    decimals: "i.decimals",
    baseline: "i.baseline",
    isCommitted: "i.is_committed",
    origin: "i.origin",
    computation: "i.computation",
    evidenceSource: "i.evidence_source",
    ownerUserId: "i.owner_user_id",
    position: "i.position",
    target: "i.target",
    targetText: "i.target_text",
    targetOn: "i.target_on",
    achieved: "i.achieved",
    achievedText: "i.achieved_text",
    achievedOn: "i.achieved_on",
    version: "i.version",
    archivedAt: "i.archived_at",
  });
}

function columnsOf(fields: IndicatorFields) {
  return {
    activity_id: fields.activityId,
    definition_id: fields.definitionId,
    code: fields.code,
    name: fields.name,
    definition: fields.definition,
    unit: fields.unit,
    kind: fields.kind,
    value_type: fields.valueType,
    behaviour: fields.behaviour,
    direction: fields.direction,
    decimals: fields.decimals,
    baseline: fields.baseline,
    is_committed: fields.isCommitted,
    origin: fields.computation === null ? "declared" : "computed",
    computation: fields.computation,
    evidence_source: fields.evidenceSource,
    owner_user_id: fields.ownerUserId,
    target: fields.target,
    target_text: fields.targetText,
    target_on: fields.targetOn,
  };
}

function asIndicator<Row extends { isCommitted: unknown }>(row: Row) {
  return { ...row, isCommitted: Boolean(row.isCommitted) };
}

function asBoolean(value: unknown): boolean | null {
  return value === null || value === undefined ? null : Boolean(value);
}
