import { findInternship, updateInternshipArchived } from "../../../../db/queries/internships.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { canBeRestored } from "../../activities/rules.ts";
import type { InternshipKey, Writing } from "../service.ts";

/** Takes the internship out of lists; hours that were posted stay in the ledger. */
export async function archiveInternship(
  deps: Writing,
  author: Author,
  key: InternshipKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const internship = await findInternship(one.trx, key);
    if (!internship) throw new NotFound("internship");
    if (internship.archivedAt !== null) return;
    await updateInternshipArchived(one.trx, internship, one.at);
    told(one, key, "internship.archived");
  });
}

export async function restoreInternship(
  deps: Writing,
  author: Author,
  key: InternshipKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const internship = await findInternship(one.trx, key);
    if (!internship) throw new NotFound("internship");
    if (internship.archivedAt === null) return;
    if (!canBeRestored(internship.archivedAt, pragueDay(one.at)))
      throw new Conflict("archivedTooLong");
    await updateInternshipArchived(one.trx, internship, null);
    told(one, key, "internship.restored");
  });
}

function told(one: Change, { projectId, id: objectId }: InternshipKey, action: string): void {
  one.record({ action, objectType: "internship", objectId, projectId });
}
