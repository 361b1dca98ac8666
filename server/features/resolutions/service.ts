import { findChange } from "../../../db/queries/project-changes.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import {
  insertResolution,
  nextResolutionNumber,
  type Resolution,
  type ResolutionFields,
  updateResolution,
  updateResolutionArchived,
} from "../../../db/queries/resolutions.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { canBeRestored } from "../activities/rules.ts";
import { tellOwner } from "../notifications/owners/service.ts";
import { resolveOwner } from "../owners/service.ts";
import {
  indexResolution,
  livingResolution,
  type ResolutionKey,
  recordResolution,
  resolutionAt,
} from "./keeping.ts";
import type { EditedResolution, ResolutionEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export async function createResolution(
  deps: Doing,
  author: Author,
  projectId: number,
  entry: ResolutionEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    await lockProject(trx, projectId);
    const fields = await fieldsOf(one, projectId, entry);
    const number = await nextResolutionNumber(trx, projectId);
    const id = await insertResolution(trx, { ...fields, projectId, number, createdAt: at });
    const { title, decidedBy, submitBy } = entry;
    recordResolution(one, { projectId, id }, "resolution.created", {
      ...{ title: [null, title], decidedBy: [null, decidedBy], submitBy: [null, submitBy] },
    });
    await indexResolution(trx, { projectId, id });
    await tellOwner(one, { projectId, objectType: "resolution", objectId: id }, fields);
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the resolution */
export async function editResolution(
  deps: Doing,
  author: Author,
  key: ResolutionKey,
  { entry, formOf }: { entry: EditedResolution; formOf: FormOf<Resolution> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    const before = await livingResolution(trx, key);
    const fields = await fieldsOf(one, key.projectId, entry, before);
    const updated = await updateResolution(trx, { id: key.id, version: entry.version }, fields);
    if (updated === 0)
      throw await editedMeanwhile(trx, {
        ...{ objectType: "resolution", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    const after = await resolutionAt(trx, key);
    recordResolution(one, key, "resolution.edited", changedFields(told(before), told(after)));
    await indexResolution(trx, key);
    const owned = { projectId: key.projectId, objectType: "resolution" as const, objectId: key.id };
    await tellOwner(one, owned, owedBy(after), owedBy(before));
  });
}

function owedBy({ ownerUserId, submitBy: dueOn }: Resolution) {
  return { ownerUserId, dueOn };
}

export async function archiveResolution(
  deps: Doing,
  author: Author,
  key: ResolutionKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const resolution = await resolutionAt(one.trx, key);
    if (resolution.archivedAt !== null) return;
    await updateResolutionArchived(one.trx, resolution, one.at);
    await indexResolution(one.trx, key);
    recordResolution(one, key, "resolution.archived");
  });
}

export async function restoreResolution(
  deps: Doing,
  author: Author,
  key: ResolutionKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const resolution = await resolutionAt(one.trx, key);
    if (resolution.archivedAt === null) return;
    if (!canBeRestored(resolution.archivedAt, pragueDay(one.at)))
      throw new Conflict("archivedTooLong");
    await updateResolutionArchived(one.trx, resolution, null);
    await indexResolution(one.trx, key);
    recordResolution(one, key, "resolution.restored");
  });
}

async function fieldsOf(
  one: Change,
  projectId: number,
  entry: ResolutionEntry,
  current?: Resolution,
): Promise<ResolutionFields> {
  const { title, decidedBy, submitBy, meetsOn, fileNumber, note, changeId } = entry;
  const isChosen = changeId !== null && changeId !== current?.changeId;
  if (isChosen && !(await findChange(one.trx, { projectId, id: changeId })))
    throw new InvalidInput({ changeId: "unknownChoice" });
  const owner = await resolveOwner(one, projectId, entry, current);
  return { title, decidedBy, submitBy, meetsOn, fileNumber, note, changeId, ...owner };
}

function told(resolution: Resolution) {
  const { title, decidedBy, submitBy, meetsOn, fileNumber, note } = resolution;
  const { changeTitle: projectChange, ownerName: owner } = resolution;
  return { title, decidedBy, submitBy, meetsOn, fileNumber, note, projectChange, owner };
}
