import {
  findIndicatorValue,
  isIndicatorValueCorrected,
} from "../../../../db/queries/indicator-values.ts";
import {
  findOutput,
  findOutputOfMilestone,
  insertOutputFact,
  type Output,
  type OutputFields,
  updateOutput,
} from "../../../../db/queries/outputs.ts";
import type { Change } from "../../../change.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { correctValue } from "../../indicators/values/service.ts";
import { stateBefore } from "../rules.ts";

export interface OutputMove {
  /** Noun of the step in the history. */
  step: string;
  validOn: CalendarDate;
  note: string | null;
  fields: Partial<OutputFields> & Pick<OutputFields, "state">;
}

/** Appends the fact, keeps what follows from it and tells the history. */
export async function moveOutput(one: Change, before: Output, move: OutputMove): Promise<void> {
  const { trx, at, by } = one;
  if ((await updateOutput(trx, before, { ...before, ...move.fields })) === 0)
    throw new Conflict("changedMeanwhile");
  const { state } = move.fields;
  const { validOn, note } = move;
  await insertOutputFact(trx, {
    ...{ outputId: before.id, state, note, validOn, recordedAt: at, recordedBy: by },
  });
  one.record({
    action: `output.${move.step}`,
    objectType: "output",
    objectId: before.id,
    projectId: before.projectId,
    changes: {
      state: [before.state, state],
      validOn: [null, validOn],
      ...(note === null ? {} : { note: [null, note] }),
    },
  });
}

/**
 * Whoever ticks off the milestone of an output in work is sent to the output, where it is approved and
 * counted: a milestone done is what indicators count.
 */
export async function refuseUncounted(one: Change, milestoneId: number): Promise<void> {
  const found = await outputOfMilestone(one, milestoneId);
  if (found && found.state !== "counted") throw new InvalidInput({ form: "outputInWork" });
}

/** A milestone opened again takes its output out of the counted ones, and its value out of the indicator. */
export async function takeBackCounting(
  one: Change,
  milestoneId: number,
  reason: string,
): Promise<void> {
  const output = await outputOfMilestone(one, milestoneId);
  if (output?.state !== "counted") return;
  await withdrawValue(one, output, reason);
  await moveOutput(one, output, {
    step: "return",
    validOn: pragueDay(one.at),
    note: reason,
    fields: { state: stateBefore(output), indicatorValueId: null },
  });
}

/** The value by which a declared indicator counted it; it stays on record as withdrawn. */
async function withdrawValue(one: Change, output: Output, reason: string): Promise<void> {
  const { projectId, indicatorId, indicatorValueId: valueId } = output;
  if (indicatorId === null || valueId === null) return;
  const value = await findIndicatorValue(one.trx, { indicatorId, id: valueId });
  // Somebody has corrected it by hand: theirs stands.
  if (!value || (await isIndicatorValueCorrected(one.trx, valueId))) return;
  const correction = { validOn: value.validOn, note: reason };
  await correctValue(one, { projectId, indicatorId, valueId, correction });
}

async function outputOfMilestone({ trx }: Change, milestoneId: number) {
  const found = await findOutputOfMilestone(trx, milestoneId);
  return found && findOutput(trx, found);
}
