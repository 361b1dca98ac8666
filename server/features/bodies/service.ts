import {
  type Body,
  type BodyFields,
  findBody,
  hasSubgroups,
  insertBody,
  updateBody,
  updateBodyArchived,
} from "../../../db/queries/bodies.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { canBeRestored } from "../activities/rules.ts";
import { resolveOwner } from "../owners/service.ts";
import type { BodyEntry, EditedBody } from "./schema.ts";

export type Writing = Pick<Deps, "db" | "clock">;

export interface BodyKey {
  projectId: number;
  id: number;
}

/** @returns the id of the new body */
export async function createBody(
  deps: Writing,
  author: Author,
  projectId: number,
  entry: BodyEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const fields = await resolveFields(one, projectId, entry, null);
    const id = await insertBody(one.trx, { ...fields, projectId, createdAt: one.at });
    told(one, { projectId, id }, "body.created", { name: [null, entry.name] });
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the body */
export async function editBody(
  deps: Writing,
  author: Author,
  key: BodyKey,
  { entry, formOf }: { entry: EditedBody; formOf: FormOf<Body> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await liveBody(one, key);
    const conflict = () =>
      editedMeanwhile(one.trx, {
        objectType: "body",
        objectId: key.id,
        version: before.version,
        values: formOf(before),
      });
    if (entry.version !== before.version) throw await conflict();
    const fields = await resolveFields(one, key.projectId, entry, before);
    if ((await updateBody(one.trx, before, fields)) === 0) throw await conflict();
    const after = await liveBody(one, key);
    told(one, key, "body.edited", changedFields(comparable(before), comparable(after)));
  });
}

/** Takes a body out of lists; its meetings and their tasks stay. */
export async function archiveBody(deps: Writing, author: Author, key: BodyKey): Promise<void> {
  await change(deps, author, async (one) => {
    const body = await findBody(one.trx, key);
    if (!body) throw new NotFound("body");
    if (body.archivedAt !== null) return;
    if (await hasSubgroups(one.trx, key.id)) throw new Conflict("bodyHasSubgroups");
    await updateBodyArchived(one.trx, body, one.at);
    told(one, key, "body.archived");
  });
}

export async function restoreBody(deps: Writing, author: Author, key: BodyKey): Promise<void> {
  await change(deps, author, async (one) => {
    const body = await findBody(one.trx, key);
    if (!body) throw new NotFound("body");
    if (body.archivedAt === null) return;
    if (!canBeRestored(body.archivedAt, pragueDay(one.at))) throw new Conflict("archivedTooLong");
    await updateBodyArchived(one.trx, body, null);
    told(one, key, "body.restored");
  });
}

/** The body as it stands, for a change of it; not one in the archive. */
export async function liveBody(one: Change, key: BodyKey): Promise<Body> {
  const body = await findBody(one.trx, key);
  if (!body) throw new NotFound("body");
  if (body.archivedAt !== null) throw new Conflict("archived");
  return body;
}

async function resolveFields(
  one: Change,
  projectId: number,
  entry: BodyEntry,
  before: Body | null,
): Promise<BodyFields> {
  await checkParent(one, projectId, entry.parentId, before);
  const owner = await resolveOwner(one, projectId, entry, before ?? undefined);
  return { ...owner, name: entry.name, purpose: entry.purpose, parentId: entry.parentId };
}

/** Subgroups lie one level deep: below a standing body that is no subgroup itself. */
async function checkParent(
  one: Change,
  projectId: number,
  parentId: number | null,
  before: Body | null,
): Promise<void> {
  if (parentId === null || parentId === before?.parentId) return;
  const parent = await findBody(one.trx, { projectId, id: parentId });
  const isFree = parent?.archivedAt === null && parent.parentId === null;
  const isItself = parentId === before?.id;
  if (!isFree || isItself || (before && (await hasSubgroups(one.trx, before.id))))
    throw new InvalidInput({ parentId: "unknownChoice" });
}

function comparable({ name, parentName, purpose, ownerName }: Body) {
  return { name, parent: parentName, purpose, guarantor: ownerName };
}

export function told(
  one: Change,
  { projectId, id: objectId }: BodyKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "body", objectId, projectId, changes });
}
