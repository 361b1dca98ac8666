import { findListedRecord } from "../../../../db/queries/document-objects.ts";
import { findRequirement } from "../../../../db/queries/document-requirements.ts";
import {
  type DocumentWaiver,
  findDocumentWaiver,
  updateWaiverArchived,
  upsertDocumentWaiver,
} from "../../../../db/queries/document-waivers.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { objectOf } from "../rules.ts";
import type { WaiverEntry } from "../schema.ts";
import { refreshAwaitedDocuments } from "../service.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** Says why a record need not have a paper. */
export async function waiveDocument(
  deps: Doing,
  author: Author,
  waive: { projectId: number; viewerId: number; entry: WaiverEntry },
): Promise<number> {
  const { projectId, viewerId, entry } = waive;
  return change(deps, author, async (one) => {
    const requirement = await findRequirement(one.trx, entry.requirementId);
    if (!requirement || objectOf(requirement.subject) !== entry.objectType)
      throw new NotFound("requirement");
    const { objectType, objectId } = entry;
    if (!(await findListedRecord(one.trx, { projectId, objectType, objectId }, viewerId)))
      throw new NotFound("record");
    const id = await upsertDocumentWaiver(one.trx, {
      ...{ ...entry, projectId, at: one.at, by: one.by },
    });
    await refreshAwaitedDocuments(one.trx, { projectIds: [projectId], today: pragueDay(one.at) });
    one.record({
      ...{ action: "document.waived", objectType: "document-waiver", objectId: id, projectId },
      changes: { requirement: [null, requirement.nameCs], reason: [null, entry.reason] },
    });
    return id;
  });
}

/** The paper is owed again. */
export async function removeWaiver(
  deps: Doing,
  author: Author,
  { projectId, id }: Pick<DocumentWaiver, "projectId" | "id">,
): Promise<void> {
  await change(deps, author, async (one) => {
    const waiver = await findDocumentWaiver(one.trx, { projectId, id });
    if (!waiver) throw new NotFound("waiver");
    await updateWaiverArchived(one.trx, { id, at: one.at });
    await refreshAwaitedDocuments(one.trx, { projectIds: [projectId], today: pragueDay(one.at) });
    one.record({
      ...{ action: "document.unwaived", objectType: "document-waiver", objectId: id, projectId },
      changes: { reason: [waiver.reason, null] },
    });
  });
}
