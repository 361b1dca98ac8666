import type { Transaction } from "../../../db/connection.ts";
import { findActivity } from "../../../db/queries/activities.ts";
import { findIndicatorDefinition } from "../../../db/queries/indicator-definitions.ts";
import { hasIndicatorValues } from "../../../db/queries/indicator-values.ts";
import {
  findIndicator,
  type Indicator,
  type IndicatorFields,
  type IndicatorOnPage,
  insertIndicator,
  updateIndicator,
} from "../../../db/queries/indicators.ts";
import { isPossibleOwner } from "../../../db/queries/owners.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { type FieldErrors, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { formatScaled } from "../../values/decimal.ts";
import { tellOwner } from "../notifications/owners/service.ts";
import { refreshProgressTotals } from "../projects/totals/service.ts";
import { keepFigures } from "./computing/service.ts";
import { contradictions } from "./contradictions.ts";

type Writing = Pick<Deps, "db" | "clock">;

/** What an indicator is unless told otherwise: a committed number that grows by increments. */
const ORDINARY: Omit<IndicatorFields, "name" | "unit"> = {
  activityId: null,
  definitionId: null,
  code: null,
  definition: null,
  kind: "output",
  valueType: "number",
  behaviour: "increment",
  direction: "up",
  decimals: 0,
  baseline: null,
  isCommitted: true,
  computation: null,
  evidenceSource: null,
  ownerUserId: null,
  target: null,
  targetText: null,
  targetOn: null,
};

export type NewIndicator = Pick<IndicatorFields, "name" | "unit"> & Partial<IndicatorFields>;

/** Baseline and target are whole numbers scaled by `decimals`. Gives the id. */
export async function createIndicator(
  deps: Writing,
  author: Author,
  { projectId, ...given }: NewIndicator & { projectId: number },
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, record } = one;
    await lockProject(trx, projectId);
    const fields = asStored({ ...ORDINARY, ...given });
    await refuseUnfit(trx, projectId, fields);
    const id = await insertIndicator(trx, { ...fields, projectId, at });
    if (fields.computation !== null) await keepFigures(trx, [{ ...fields, id }]);
    await refreshProgressTotals(trx, projectId);
    record({ action: "indicator.created", objectType: "indicator", objectId: id, projectId });
    await tellOwner(one, { projectId, objectType: "indicator", objectId: id }, fields);
    return id;
  });
}

export interface IndicatorEdit {
  projectId: number;
  indicatorId: number;
  version: number;
  fields: IndicatorFields;
  /** How the form would show the record as it is stored by now. */
  formOf: FormOf<Indicator>;
}

export async function editIndicator(
  deps: Writing,
  author: Author,
  { projectId, indicatorId, version, fields: given, formOf }: IndicatorEdit,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, record } = one;
    await lockProject(trx, projectId);
    const before = await findIndicator(trx, { projectId, id: indicatorId });
    if (!before || before.archivedAt) throw new NotFound("indicator");
    const fields = asStored(given);
    await refuseUnfit(trx, projectId, fields, before);
    if (!(await updateIndicator(trx, { projectId, id: indicatorId, version }, fields))) {
      throw await editedMeanwhile(trx, {
        objectType: "indicator",
        objectId: indicatorId,
        version: before.version,
        values: formOf(before),
      });
    }
    if (isCountedAnew(before, fields)) await keepFigures(trx, [{ ...fields, id: indicatorId }]);
    await refreshProgressTotals(trx, projectId);
    const after = (await findIndicator(trx, { projectId, id: indicatorId })) ?? before;
    const changes = changedFields(inWords(before), inWords(after));
    const subject = { objectType: "indicator", objectId: indicatorId, projectId };
    record({ action: "indicator.edited", ...subject, changes });
    const owned = { projectId, objectType: "indicator" as const, objectId: indicatorId };
    await tellOwner(one, owned, owedBy(after), owedBy(before));
    return indicatorId;
  });
}

function owedBy({ ownerUserId, targetOn: dueOn }: Indicator) {
  return { ownerUserId, dueOn };
}

function isCountedAnew(before: Indicator, fields: IndicatorFields): boolean {
  const isMoved = fields.computation !== null && before.activityId !== fields.activityId;
  return isMoved || before.computation !== fields.computation;
}

/** What is only counted along is promised by nobody. */
function asStored(fields: IndicatorFields): IndicatorFields {
  const isCommitted = fields.isCommitted && fields.kind !== "data-item";
  return { ...fields, isCommitted, decimals: fields.valueType === "text" ? 0 : fields.decimals };
}

async function refuseUnfit(
  trx: Transaction,
  projectId: number,
  fields: IndicatorFields,
  before?: Indicator,
): Promise<void> {
  const errors: FieldErrors = {
    ...(await unknownChoices(trx, projectId, fields, before)),
    ...contradictions(fields),
    ...(before && (await changedMeasure(trx, before, fields))),
  };
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}

/** Whatever was chosen before may stay, even when it could not be chosen any more. */
async function unknownChoices(
  trx: Transaction,
  projectId: number,
  fields: IndicatorFields,
  before?: Indicator,
): Promise<FieldErrors> {
  const choices = {
    activityId: (id: number) => isActivityOf(trx, projectId, id),
    ownerUserId: (id: number) => isPossibleOwner(trx, { projectId, owner: ownerOf(id) }),
    definitionId: (id: number) => isDefinition(trx, id),
  };
  const errors: FieldErrors = {};
  for (const [name, isKnown] of Object.entries(choices)) {
    const chosen = fields[name as keyof typeof choices];
    if (chosen === null || chosen === before?.[name as keyof typeof choices]) continue;
    if (!(await isKnown(chosen))) errors[name] = "unknownChoice";
  }
  return errors;
}

async function isActivityOf(trx: Transaction, projectId: number, id: number): Promise<boolean> {
  const activity = await findActivity(trx, { projectId, id });
  return activity !== undefined && activity.archivedAt === null;
}

async function isDefinition(trx: Transaction, id: number): Promise<boolean> {
  return (await findIndicatorDefinition(trx, id)) !== undefined;
}

function ownerOf(ownerUserId: number) {
  return { ownerUserId, ownerContactId: null };
}

/** Stored values are read by type, behaviour and decimals: once there is one, these stay. */
async function changedMeasure(
  trx: Transaction,
  before: Indicator,
  fields: IndicatorFields,
): Promise<FieldErrors> {
  const changed = (["valueType", "behaviour", "decimals"] as const).filter(
    (name) => before[name] !== fields[name],
  );
  if (changed.length === 0 || !(await hasIndicatorValues(trx, before.id))) return {};
  return Object.fromEntries(changed.map((name) => [name, "keptByValues"]));
}

/** For the history: numbers with the decimals they had, and only what people edit. */
function inWords(fields: IndicatorOnPage) {
  const scaled = (value: number | null) =>
    value === null ? null : formatScaled(value, fields.decimals);
  return {
    code: fields.code,
    name: fields.name,
    definition: fields.definition,
    unit: fields.unit,
    kind: fields.kind,
    valueType: fields.valueType,
    behaviour: fields.behaviour,
    direction: fields.direction,
    decimals: fields.decimals,
    baseline: scaled(fields.baseline),
    target: scaled(fields.target),
    targetText: fields.targetText,
    targetOn: fields.targetOn,
    isCommitted: fields.isCommitted,
    computation: fields.computation,
    evidenceSource: fields.evidenceSource,
    activity: fields.activityTitle,
    owner: fields.ownerName,
  };
}
