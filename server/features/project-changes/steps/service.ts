import {
  type ChangeState,
  type ChangeWithBudget,
  findCurrentState,
  findDraftChange,
  insertChangeState,
  unlockVersion,
  updateChangeState,
} from "../../../../db/queries/project-changes.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { lockVersion } from "../../budgets/versions/service.ts";
import { tellWriters } from "../../notifications/returns/service.ts";
import { changeAt } from "../drafts/service.ts";
import { type ChangeStep, stepsFrom } from "../rules.ts";

type Doing = Pick<Deps, "db" | "clock">;
interface Key {
  projectId: number;
  id: number;
}

/** Announced to the authority: from then on neither the budget nor anything else of the change moves. */
export async function announceChange(
  deps: Doing,
  author: Author,
  key: Key,
  entry: { version: number; announcedOn: CalendarDate; note: string | null },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await changeForStep(one, key, { step: "announcement", version: entry.version });
    if (entry.announcedOn > pragueDay(one.at))
      throw new InvalidInput({ announcedOn: "notInFuture" });
    await takeStep(one, before, {
      step: "announcement",
      state: "announced",
      validOn: entry.announcedOn,
      note: entry.note,
      kept: { announcedOn: entry.announcedOn },
    });
    if (before.versionId !== null) await lockVersion(one.trx, before.versionId, one.at);
  });
}

/** Rejected by the authority, or given up before it saw it. */
export async function rejectChange(
  deps: Doing,
  author: Author,
  key: Key,
  entry: { version: number; decidedOn: CalendarDate; note: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await changeForStep(one, key, { step: "rejection", version: entry.version });
    if (entry.decidedOn > pragueDay(one.at)) throw new InvalidInput({ decidedOn: "notInFuture" });
    await takeStep(one, before, {
      step: "rejection",
      state: "rejected",
      validOn: entry.decidedOn,
      note: entry.note,
      kept: { decidedOn: entry.decidedOn },
    });
    if (before.versionId !== null) await lockVersion(one.trx, before.versionId, one.at);
  });
}

/** Back to be written on: a correction of what was recorded, since it was announced or rejected by mistake. */
export async function reopenChange(
  deps: Doing,
  author: Author,
  key: Key,
  entry: { version: number; note: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await changeForStep(one, key, { step: "reopening", version: entry.version });
    if (await findDraftChange(one.trx, key.projectId)) throw new Conflict("draftExists");
    await takeStep(one, before, {
      step: "reopening",
      state: "draft",
      validOn: pragueDay(one.at),
      note: entry.note,
      kept: { announcedOn: null, decidedOn: null },
      isCorrection: true,
    });
    if (before.versionId !== null) await unlockVersion(one.trx, before.versionId);
    await tellWriters(one, { objectType: "change", objectId: key.id, projectId: key.projectId });
  });
}

/** @throws Conflict `changeStep` when the change is not where the step begins */
export async function changeForStep(
  { trx }: Change,
  key: Key,
  { step, version }: { step: ChangeStep; version: number },
): Promise<ChangeWithBudget> {
  const before = await changeAt(trx, key);
  if (!stepsFrom(before).includes(step)) throw new Conflict("changeStep");
  if (before.version !== version) throw new Conflict("changedMeanwhile");
  return before;
}

interface Step {
  step: ChangeStep;
  state: ChangeState;
  validOn: CalendarDate;
  note: string | null;
  /** Days kept beside the change that the step sets. */
  kept: Partial<Pick<ChangeWithBudget, "effectiveOn" | "announcedOn" | "decidedOn">>;
  /** The fact stands in place of the one that was in force. */
  isCorrection?: boolean;
}

/** Appends the fact, keeps the state that follows from it and tells the history. */
export async function takeStep(one: Change, before: ChangeWithBudget, step: Step): Promise<void> {
  const { trx, at, by } = one;
  const current = step.isCorrection ? await findCurrentState(trx, before.id) : undefined;
  await insertChangeState(trx, {
    changeId: before.id,
    state: step.state,
    note: step.note,
    validOn: step.validOn,
    recordedAt: at,
    recordedBy: by,
    correctsId: current?.id ?? null,
  });
  const { effectiveOn, announcedOn, decidedOn } = { ...before, ...step.kept };
  await updateChangeState(trx, before, { state: step.state, effectiveOn, announcedOn, decidedOn });
  one.record({
    action: `project-change.${step.step}`,
    objectType: "project-change",
    objectId: before.id,
    projectId: before.projectId,
    changes: {
      state: [before.state, step.state],
      validOn: [null, step.validOn],
      ...(step.note === null ? {} : { note: [null, step.note] }),
    },
  });
}
