import { type MeasureState, updateMeasureState } from "../../../../db/queries/measures.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { type MeasureKey, measureAt, recordMeasure } from "../keeping.ts";

/** One press of a button: whoever presses last is right, and the history tells both. */
export async function setMeasureState(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: MeasureKey,
  state: MeasureState,
): Promise<void> {
  await change(deps, author, async (one) => {
    const measure = await measureAt(one.trx, key);
    if (measure.archivedAt !== null) throw new Conflict("archived");
    if (measure.state === state) return;
    await updateMeasureState(one.trx, measure, { state, at: one.at });
    const changes = { state: [measure.state, state] as [unknown, unknown] };
    recordMeasure(one, key.id, "measure.state-changed", changes);
  });
}
