import { findMilestone } from "../../../../db/queries/milestones.ts";
import {
  insertPositionState,
  listPositionStatesInForce,
  type PositionStateFact,
} from "../../../../db/queries/position-states.ts";
import {
  findPosition,
  type Position,
  updatePositionState,
} from "../../../../db/queries/positions.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { completeMilestone, reopenWithin } from "../../milestones/completion/service.ts";
import { nextStates } from "../rules.ts";
import type { StateEntry } from "../schema.ts";

interface Key {
  projectId: number;
  id: number;
}

/** What became of a position that the project creates; filled, it completes its output. */
export async function recordPositionState(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  entry: StateEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const position = await opened(one, key, entry);
    if (!nextStates(position.state).includes(entry.state))
      throw new InvalidInput({ state: "stepNotPossible" });
    if (position.stateOn !== null && entry.validOn < position.stateOn)
      throw new InvalidInput({ validOn: "beforeLastState" });
    const { state, validOn, proof, proofUrl, note } = entry;
    const fact = { state, validOn, proof, proofUrl, note, correctsId: null };
    await insertPositionState(one.trx, { ...fact, ...stamp(one, key) });
    await keepState(one, position);
    record(one, key, "position.state-recorded", position, entry);
  });
}

/** The last state was recorded wrong: another one in its place. The output that it completed opens again. */
export async function correctPositionState(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key & { stateId: number },
  entry: StateEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const position = await opened(one, key, entry);
    const facts = await listPositionStatesInForce(one.trx, key.id);
    const [wrong, previous] = facts.toReversed();
    if (wrong?.id !== key.stateId) throw new Conflict("alreadyCorrected");
    if (previous && entry.validOn < previous.validOn)
      throw new InvalidInput({ validOn: "beforeLastState" });
    const { state, validOn, proof, proofUrl, note } = entry;
    await reopenOutput(one, position, wrong, note ?? "");
    const fact = { state, validOn, proof, proofUrl, note, correctsId: wrong.id };
    await insertPositionState(one.trx, { ...fact, ...stamp(one, key) });
    await keepState(one, position);
    record(one, key, "position.state-corrected", position, entry);
  });
}

/** A filled position completes the output it fulfils; one done or cancelled already is let be. */
export async function followOutput(one: Change, position: Position): Promise<void> {
  if (position.milestoneId === null) return;
  const facts = await listPositionStatesInForce(one.trx, position.id);
  const filled = facts.find(({ state }) => state === "filled");
  const output = await outputOf(one, position);
  if (!filled || !output || output.doneOn !== null || output.cancelledOn !== null) return;
  const { validOn: doneOn, proof, proofUrl, note } = filled;
  await completeMilestone(one, output, { doneOn, proof, proofUrl, note });
}

async function reopenOutput(
  one: Change,
  position: Position,
  wrong: PositionStateFact,
  reason: string,
): Promise<void> {
  const output = wrong.state === "filled" ? await outputOf(one, position) : undefined;
  // Done on another day, it was not this filling that completed it.
  if (output?.doneOn === wrong.validOn) await reopenWithin(one, output, reason);
}

async function outputOf({ trx }: Change, { projectId, milestoneId }: Position) {
  return milestoneId === null ? undefined : findMilestone(trx, { projectId, id: milestoneId });
}

async function opened(one: Change, key: Key, entry: StateEntry): Promise<Position> {
  const position = await findPosition(one.trx, key);
  if (!position) throw new NotFound("position");
  if (position.archivedAt !== null) throw new Conflict("archived");
  if (!position.isToBeCreated) throw new Conflict("stateByAssignments");
  if (entry.validOn > pragueDay(one.at)) throw new InvalidInput({ validOn: "notInFuture" });
  if (position.version !== entry.version) {
    const { version } = position;
    throw await editedMeanwhile(one.trx, {
      ...{ objectType: "position", objectId: key.id, version },
      values: {},
    });
  }
  return position;
}

async function keepState(one: Change, position: Position): Promise<void> {
  const last = (await listPositionStatesInForce(one.trx, position.id)).at(-1);
  const kept = { state: last?.state ?? "vacant", stateOn: last?.validOn ?? null };
  if ((await updatePositionState(one.trx, position, kept)) === 0)
    throw new Conflict("changedMeanwhile");
  await followOutput(one, position);
}

function stamp({ at, by }: Change, { id }: Key) {
  return { positionId: id, recordedAt: at, recordedBy: by };
}

function record(
  one: Change,
  { projectId, id: objectId }: Key,
  action: string,
  before: Position,
  entry: StateEntry,
): void {
  const changes: Record<string, [unknown, unknown]> = {
    state: [before.state, entry.state],
    validOn: [before.stateOn, entry.validOn],
    ...(entry.proof || entry.proofUrl ? { proof: [null, entry.proof ?? entry.proofUrl] } : {}),
    ...(entry.note ? { note: [null, entry.note] } : {}),
  };
  one.record({ action, objectType: "position", objectId, projectId, changes });
}
