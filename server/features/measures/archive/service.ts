import { updateMeasureArchived } from "../../../../db/queries/measures.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { followMeasures } from "../../cards/service.ts";
import { type MeasureKey, measureAt, recordMeasure } from "../keeping.ts";

/** A measure that the plan dropped is kept as dropped; the archive is for what does not belong to the card. */
export async function setMeasureArchived(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: MeasureKey,
  isArchived: boolean,
): Promise<void> {
  await change(deps, author, async (one) => {
    const measure = await measureAt(one.trx, key);
    if ((measure.archivedAt !== null) === isArchived) return;
    await updateMeasureArchived(one.trx, measure, isArchived ? one.at : null);
    recordMeasure(one, key.id, isArchived ? "measure.archived" : "measure.restored");
    await followMeasures(one, key.cardId);
  });
}
