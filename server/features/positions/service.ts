import {
  findPosition,
  insertPosition,
  isPositionInUse,
  listOutputsForPosition,
  type Position,
  type PositionFields,
  updatePosition,
  updatePositionArchived,
} from "../../../db/queries/positions.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { checkActivity } from "../activities/choices/service.ts";
import { canBeRestored } from "../activities/rules.ts";
import { checkBudgetLine } from "../budgets/choices/service.ts";
import type { EditedPosition, PositionEntry } from "./schema.ts";
import { followOutput } from "./states/service.ts";

export type Writing = Pick<Deps, "db" | "clock">;

export interface PositionKey {
  projectId: number;
  id: number;
}

export async function createPosition(
  deps: Writing,
  author: Author,
  projectId: number,
  entry: PositionEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const fields = await fieldsOf(one, projectId, entry, null);
    const id = await insertPosition(one.trx, { ...fields, projectId, createdAt: one.at });
    tell(one, { projectId, id }, "position.created", { name: [null, fields.name] });
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the position */
export async function editPosition(
  deps: Writing,
  author: Author,
  key: PositionKey,
  { entry, formOf }: { entry: EditedPosition; formOf: FormOf<Position> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await livePosition(one, key);
    const fields = await fieldsOf(one, key.projectId, entry, before);
    if (fields.funding !== before.funding && (await isPositionInUse(one.trx, key.id)))
      throw new InvalidInput({ funding: "positionInUse" });
    if ((await updatePosition(one.trx, { id: key.id, version: entry.version }, fields)) === 0) {
      throw await editedMeanwhile(one.trx, {
        objectType: "position",
        objectId: key.id,
        version: before.version,
        values: formOf(before),
      });
    }
    const after = await positionAt(one, key);
    if (after.milestoneId !== before.milestoneId) await followOutput(one, after);
    tell(one, key, "position.edited", changedFields(told(before), told(after)));
  });
}

export async function archivePosition(
  deps: Writing,
  author: Author,
  key: PositionKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const position = await positionAt(one, key);
    if (position.archivedAt !== null) return;
    if (await isPositionInUse(one.trx, key.id)) throw new Conflict("positionInUse");
    await updatePositionArchived(one.trx, position, one.at);
    tell(one, key, "position.archived");
  });
}

export async function restorePosition(
  deps: Writing,
  author: Author,
  key: PositionKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const position = await positionAt(one, key);
    if (position.archivedAt === null) return;
    if (!canBeRestored(position.archivedAt, pragueDay(one.at)))
      throw new Conflict("archivedTooLong");
    await checkOutput(one, position.projectId, position.milestoneId, position);
    await updatePositionArchived(one.trx, position, null);
    tell(one, key, "position.restored");
  });
}

async function positionAt({ trx }: Change, key: PositionKey): Promise<Position> {
  const position = await findPosition(trx, key);
  if (!position) throw new NotFound("position");
  return position;
}

export async function livePosition(one: Change, key: PositionKey): Promise<Position> {
  const position = await positionAt(one, key);
  if (position.archivedAt !== null) throw new Conflict("archived");
  return position;
}

export function tell(
  one: Change,
  { projectId, id: objectId }: PositionKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "position", objectId, projectId, changes });
}

async function fieldsOf(
  one: Change,
  projectId: number,
  entry: PositionEntry,
  current: Position | null,
): Promise<PositionFields> {
  const { name, contract, workloadMilli, funding, budgetLineId, activityId, note } = entry;
  const { isToBeCreated, milestoneId } = entry;
  await checkActivity(one, projectId, activityId, current?.activityId ?? null);
  await checkBudgetLine(one.trx, projectId, budgetLineId, current?.budgetLineId ?? null);
  await checkOutput(one, projectId, milestoneId, current);
  return {
    ...{ name, contract, workloadMilli, funding, budgetLineId, activityId, note },
    ...{ isToBeCreated, milestoneId },
  };
}

/** An output of the project that no other position fulfils. */
async function checkOutput(
  { trx }: Change,
  projectId: number,
  milestoneId: number | null,
  current: Position | null,
): Promise<void> {
  const isKept = current?.archivedAt === null && milestoneId === current.milestoneId;
  if (milestoneId === null || isKept) return;
  const outputs = await listOutputsForPosition(trx, { projectId, positionId: current?.id ?? null });
  if (!outputs.some(({ id }) => id === milestoneId))
    throw new InvalidInput({ milestoneId: "unknownChoice" });
}

function told(position: Position) {
  const { name, contract, workloadMilli, funding, isToBeCreated, note } = position;
  const { activityTitle: activity, milestoneTitle: output } = position;
  const workload = workloadMilli === null ? null : workloadMilli / 1000;
  return { name, contract, workload, funding, isToBeCreated, activity, output, note };
}
