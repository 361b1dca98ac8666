import type { Transaction } from "../../../../db/connection.ts";
import {
  findIndicatorValue,
  type IndicatorValue,
  insertIndicatorValues,
  isIndicatorValueCorrected,
  listIndicatorValuesInForce,
  type ValueInForce,
} from "../../../../db/queries/indicator-values.ts";
import {
  type IndicatorToRecord,
  listIndicatorsToRecord,
} from "../../../../db/queries/indicators.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, type FieldErrors, InvalidInput, NotFound } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { refreshProgressTotals } from "../../projects/totals/service.ts";
import { keepFigures } from "../computing/service.ts";
import { EVER } from "../rules.ts";
import {
  type Amount,
  amountInWords,
  amountOf,
  correctionProblems,
  entryProblems,
} from "./rules.ts";

type Writing = Pick<Deps, "db" | "clock">;

/** What was achieved, true of a day; numbers are scaled by the indicator's decimals. */
export interface IndicatorValueEntry extends Partial<Amount> {
  validOn: CalendarDate;
  note?: string | null;
  /** Everything achieved until that day, of a project that is taken over in mid-run. */
  isOpening?: boolean;
}

export interface ValueOfIndicator {
  indicatorId: number;
  entry: IndicatorValueEntry;
}

/** Records one value and gives its id. Throws InvalidInput, and Conflict on an archived indicator. */
export async function recordIndicatorValue(
  deps: Writing,
  author: Author,
  { projectId, ...value }: ValueOfIndicator & { projectId: number },
): Promise<number> {
  return change(deps, author, async (work) => {
    const [id] = await recordValues(work, { projectId, values: [value] });
    return id as number;
  });
}

/** Records values of a project's indicators within a change: all of them, or none. */
export async function recordValues(
  { trx, at, by, record }: Change,
  {
    projectId,
    values,
    fieldOf = (name) => name,
  }: {
    projectId: number;
    values: readonly ValueOfIndicator[];
    /** The field of the form by which a refusal is shown. */
    fieldOf?: (name: string, indicatorId: number) => string;
  },
): Promise<number[]> {
  await lockProject(trx, projectId);
  const state = await loadState(
    trx,
    projectId,
    values.map(({ indicatorId }) => indicatorId),
  );
  const errors: FieldErrors = {};
  const rows = values.map(({ indicatorId, entry }) => {
    const { indicator, inForce } = stateOf(state, indicatorId);
    const row = rowOf(indicator, entry, { at, by });
    const problems = entryProblems(row, { indicator, inForce, today: pragueDay(at) });
    for (const [name, key] of Object.entries(problems)) errors[fieldOf(name, indicatorId)] ??= key;
    return row;
  });
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  const ids = await insertIndicatorValues(trx, rows);
  for (const row of rows) {
    const { indicator } = stateOf(state, row.indicatorId);
    const subject = { objectType: "indicator", objectId: indicator.id, projectId };
    record({
      action: "indicator-value.recorded",
      ...subject,
      changes: {
        validOn: [null, row.validOn],
        value: [null, amountInWords(row, indicator.decimals)],
      },
    });
  }
  await keepAll(trx, projectId, state);
  return ids;
}

export interface Correction extends Partial<Amount> {
  validOn: CalendarDate;
  /** Why the value was wrong. */
  note: string;
}

/**
 * Puts a value in place of another one, or withdraws it when the correction carries no amount. Both rows stay
 * on record. Throws Conflict when somebody else has corrected the value meanwhile.
 */
export async function correctIndicatorValue(
  deps: Writing,
  author: Author,
  given: CorrectedValue,
): Promise<number> {
  return change(deps, author, (one) => correctValue(one, given));
}

interface CorrectedValue {
  projectId: number;
  indicatorId: number;
  valueId: number;
  correction: Correction;
}

/** The same within a change that has begun. */
export async function correctValue(
  { trx, at, by, record }: Change,
  { projectId, indicatorId, valueId, correction }: CorrectedValue,
): Promise<number> {
  await lockProject(trx, projectId);
  const state = await loadState(trx, projectId, [indicatorId]);
  const { indicator, inForce } = stateOf(state, indicatorId);
  const corrected = await findIndicatorValue(trx, { indicatorId, id: valueId });
  if (!corrected) throw new NotFound("value");
  if (await isIndicatorValueCorrected(trx, valueId)) throw new Conflict("alreadyCorrected");
  const { isOpening } = corrected;
  const row = rowOf(indicator, { ...correction, isOpening }, { at, by });
  const problems = correctionProblems(row, { indicator, inForce, today: pragueDay(at) });
  if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
  const [id] = await insertIndicatorValues(trx, [{ ...row, correctsId: valueId }]);
  await keepAll(trx, projectId, state);
  const words = (amount: Amount) => amountInWords(amount, indicator.decimals);
  record({
    action: "indicator-value.corrected",
    objectType: "indicator",
    objectId: indicatorId,
    projectId,
    changes: {
      value: [words(corrected), words(row)],
      validOn: [corrected.validOn, row.validOn],
      reason: [null, row.note],
    },
  });
  return id as number;
}

interface StateOfIndicator {
  indicator: IndicatorToRecord;
  inForce: ValueInForce[];
}

async function loadState(
  trx: Transaction,
  projectId: number,
  ids: number[],
): Promise<Map<number, StateOfIndicator>> {
  const indicators = await listIndicatorsToRecord(trx, { projectId, ids });
  if (indicators.some(({ archivedAt }) => archivedAt !== null)) throw new Conflict("archived");
  const values = await listIndicatorValuesInForce(trx, { indicatorIds: ids }, EVER);
  return new Map(
    indicators.map((indicator) => {
      const inForce = values.filter(({ indicatorId }) => indicatorId === indicator.id);
      return [indicator.id, { indicator, inForce }];
    }),
  );
}

function stateOf(state: Map<number, StateOfIndicator>, indicatorId: number): StateOfIndicator {
  const found = state.get(indicatorId);
  if (!found) throw new NotFound("indicator");
  return found;
}

function rowOf(
  indicator: IndicatorToRecord,
  entry: IndicatorValueEntry,
  { at, by }: { at: string; by: number | null },
): Omit<IndicatorValue, "id"> & { recordedBy: number | null } {
  return {
    indicatorId: indicator.id,
    ...amountOf(pickAmount(entry), indicator.decimals),
    note: entry.note ?? null,
    origin: "declared",
    isOpening: entry.isOpening ?? false,
    validOn: entry.validOn,
    recordedAt: at,
    recordedBy: by,
    correctsId: null,
  };
}

function pickAmount(entry: IndicatorValueEntry): Partial<Amount> {
  const { value = null, numerator = null, denominator = null, valueText = null } = entry;
  return { value, numerator, denominator, valueText };
}

async function keepAll(
  trx: Transaction,
  projectId: number,
  state: Map<number, StateOfIndicator>,
): Promise<void> {
  await keepFigures(
    trx,
    [...state.values()].map(({ indicator }) => indicator),
  );
  await refreshProgressTotals(trx, projectId);
}
