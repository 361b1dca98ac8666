import {
  listPeriodTargets,
  type PeriodTarget,
  type PeriodWithTarget,
  replacePeriodTargets,
} from "../../../../db/queries/indicator-targets.ts";
import {
  findIndicator,
  type Indicator,
  type IndicatorFields,
  updateIndicator,
} from "../../../../db/queries/indicators.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { formatScaled } from "../../../values/decimal.ts";
import { refreshProgressTotals } from "../../projects/totals/service.ts";
import { contradictions } from "../contradictions.ts";

export interface PeriodTargetsEntry {
  projectId: number;
  indicatorId: number;
  /** A period that is left out has no target any more. */
  targets: readonly (Pick<PeriodTarget, "periodId"> & Partial<PeriodTarget>)[];
  /** The edition the form was opened with; the stored one where there was no form. */
  version?: number;
  formOf?: FormOf<{ indicator: Indicator; periods: PeriodWithTarget[] }>;
}

/**
 * What the indicator should reach in each monitoring period: increments within the period, a state at its end.
 * Numbers are scaled by the indicator's decimals. Throws NotFound for a period of another project.
 */
export async function setPeriodTargets(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, indicatorId, targets, version, formOf = () => ({}) }: PeriodTargetsEntry,
): Promise<number> {
  return change(deps, author, async ({ trx, record }) => {
    await lockProject(trx, projectId);
    const indicator = await findIndicator(trx, { projectId, id: indicatorId });
    if (!indicator || indicator.archivedAt) throw new NotFound("indicator");
    const periods = await listPeriodTargets(trx, { projectId, id: indicatorId });
    const opened = { projectId, id: indicatorId, version: version ?? indicator.version };
    if (!(await updateIndicator(trx, opened, indicator))) {
      throw await editedMeanwhile(trx, {
        objectType: "indicator",
        objectId: indicatorId,
        version: indicator.version,
        values: formOf({ indicator, periods }),
      });
    }
    const stored = asStored(targets, periods);
    await replacePeriodTargets(trx, indicatorId, stored);
    const after = await listPeriodTargets(trx, { projectId, id: indicatorId });
    const changes = changedFields(inWords(indicator, periods), inWords(indicator, after));
    const subject = { objectType: "indicator", objectId: indicatorId, projectId };
    record({ action: "indicator-targets.edited", ...subject, changes });
    return indicatorId;
  });
}

/** What a change of the project may set: the target of the whole project, scaled, and the day it is due. */
export type TargetAmendment = Partial<Pick<IndicatorFields, "target" | "targetText" | "targetOn">>;

/** Sets what a change of the project brings, within a change that has begun. */
export async function amendTarget(
  { trx, record }: Change,
  key: { projectId: number; id: number },
  { reason, ...amendment }: TargetAmendment & { reason: string },
): Promise<void> {
  await lockProject(trx, key.projectId);
  const before = await findIndicator(trx, key);
  if (!before || before.archivedAt !== null) throw new NotFound("indicator");
  const after = { ...before, ...amendment };
  const errors = contradictions(after);
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  if (!(await updateIndicator(trx, before, after))) throw new Conflict("changedMeanwhile");
  await refreshProgressTotals(trx, key.projectId);
  const subject = { objectType: "indicator", objectId: key.id, projectId: key.projectId };
  const changes = changedFields(targetInWords(before), targetInWords(after));
  record({
    action: "indicator.edited",
    ...subject,
    changes: { ...changes, reason: [null, reason] },
  });
}

function targetInWords({ target, decimals, targetText, targetOn }: IndicatorFields) {
  return { target: target === null ? null : formatScaled(target, decimals), targetText, targetOn };
}

function asStored(
  targets: PeriodTargetsEntry["targets"],
  periods: readonly PeriodWithTarget[],
): PeriodTarget[] {
  return targets
    .map(({ periodId, target = null, targetText = null }) => ({ periodId, target, targetText }))
    .filter(({ periodId, target, targetText }) => {
      if (!periods.some((period) => period.periodId === periodId)) throw new NotFound("period");
      return target !== null || targetText !== null;
    });
}

/** For the history: number of the period → target. */
function inWords(
  { decimals }: Indicator,
  periods: readonly PeriodWithTarget[],
): Record<string, string | null> {
  return Object.fromEntries(
    periods.map(({ number, target, targetText }) => [
      `${number}.`,
      target === null ? targetText : formatScaled(target, decimals),
    ]),
  );
}
