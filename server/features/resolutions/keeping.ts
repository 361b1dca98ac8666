import type { Transaction } from "../../../db/connection.ts";
import { findResolution, type Resolution } from "../../../db/queries/resolutions.ts";
import type { Change } from "../../change.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { dropFromSearch, indexForSearch } from "../searches/service.ts";

export interface ResolutionKey {
  projectId: number;
  id: number;
}

export async function resolutionAt(trx: Transaction, key: ResolutionKey): Promise<Resolution> {
  const resolution = await findResolution(trx, key);
  if (!resolution) throw new NotFound("resolution");
  return resolution;
}

/** The resolution, when there may still be something written to it. */
export async function livingResolution(trx: Transaction, key: ResolutionKey): Promise<Resolution> {
  const resolution = await resolutionAt(trx, key);
  if (resolution.archivedAt !== null) throw new Conflict("archived");
  return resolution;
}

export function recordResolution(
  one: Change,
  { projectId, id: objectId }: ResolutionKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "resolution", objectId, projectId, changes });
}

/** As it stands now: found also by its numbers. */
export async function indexResolution(trx: Transaction, key: ResolutionKey): Promise<void> {
  const resolution = await resolutionAt(trx, key);
  const { id: objectId, projectId, title, submitBy: datedOn } = resolution;
  if (resolution.archivedAt !== null)
    return dropFromSearch(trx, { objectType: "resolution", objectId });
  const { decidedBy, resolutionNumber, fileNumber, note } = resolution;
  const body = [decidedBy, resolutionNumber, fileNumber, note].filter(Boolean).join("\n");
  await indexForSearch(trx, {
    objectType: "resolution",
    objectId,
    projectId,
    datedOn,
    title,
    body,
  });
}
