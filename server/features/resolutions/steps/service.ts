import {
  type Resolution,
  type ResolutionFields,
  type ResolutionProgress,
  updateResolutionProgress,
} from "../../../../db/queries/resolutions.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import {
  indexResolution,
  livingResolution,
  type ResolutionKey,
  recordResolution,
} from "../keeping.ts";
import { type ResolutionStep, stateBefore, stepsFrom } from "../rules.ts";
import type { Decision, Reason, Submission } from "../schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export async function submitResolution(
  deps: Doing,
  author: Author,
  key: ResolutionKey,
  entry: Submission,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await resolutionForStep(one, key, "submission", entry.version);
    const { submittedOn, meetsOn, fileNumber } = entry;
    checkDay(one, "submittedOn", submittedOn);
    await takeStep(one, before, "submission", {
      ...{ state: "submitted", submittedOn, meetsOn, fileNumber },
    });
  });
}

/** Adopted or rejected on a day; what was submitted is not decided before it was. */
export async function decideResolution(
  deps: Doing,
  author: Author,
  key: ResolutionKey,
  { version, outcome, decidedOn, resolutionNumber }: Decision,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await resolutionForStep(one, key, "decision", version);
    checkDay(one, "decidedOn", decidedOn);
    if (before.submittedOn !== null && decidedOn < before.submittedOn)
      throw new InvalidInput({ decidedOn: "decisionBeforeSubmission" });
    await takeStep(one, before, "decision", { state: outcome, decidedOn, resolutionNumber });
  });
}

/** Nobody will decide it any more. */
export async function withdrawResolution(
  deps: Doing,
  author: Author,
  key: ResolutionKey,
  { version, reason }: Reason,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await resolutionForStep(one, key, "withdrawal", version);
    await takeStep(one, before, "withdrawal", { state: "withdrawn" }, reason);
  });
}

/** Takes the last step back, since it was recorded by mistake. */
export async function reopenResolution(
  deps: Doing,
  author: Author,
  key: ResolutionKey,
  { version, reason }: Reason,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await resolutionForStep(one, key, "reopening", version);
    const state = stateBefore(before);
    const submittedOn = state === "planned" ? null : before.submittedOn;
    const undone = { state, submittedOn, decidedOn: null, resolutionNumber: null };
    await takeStep(one, before, "reopening", undone, reason);
  });
}

async function resolutionForStep(
  { trx }: Change,
  key: ResolutionKey,
  step: ResolutionStep,
  version: number,
): Promise<Resolution> {
  const before = await livingResolution(trx, key);
  if (!stepsFrom(before.state).includes(step)) throw new Conflict("resolutionStep");
  if (before.version !== version) throw new Conflict("changedMeanwhile");
  return before;
}

function checkDay({ at }: Change, field: string, on: CalendarDate): void {
  if (on > pragueDay(at)) throw new InvalidInput({ [field]: "notInFuture" });
}

type Kept = ResolutionProgress & Pick<ResolutionFields, "meetsOn" | "fileNumber">;

async function takeStep(
  one: Change,
  before: Resolution,
  step: ResolutionStep,
  change: Partial<Kept>,
  reason?: string,
): Promise<void> {
  const was = kept(before);
  const is = { ...was, ...change };
  const updated = await updateResolutionProgress(one.trx, before, is);
  if (updated === 0) throw new Conflict("changedMeanwhile");
  recordResolution(one, before, `resolution.${step}`, {
    ...changedFields(was, is),
    ...(reason === undefined ? {} : { reason: [null, reason] }),
  });
  await indexResolution(one.trx, before);
}

function kept(resolution: Resolution): Kept {
  const { state, submittedOn, decidedOn, resolutionNumber, meetsOn, fileNumber } = resolution;
  return { state, submittedOn, decidedOn, resolutionNumber, meetsOn, fileNumber };
}
