import {
  insertMeasure,
  type Measure,
  type MeasureFields,
  updateMeasure,
} from "../../../db/queries/measures.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { type CardKey, livingCardAt } from "../cards/keeping/service.ts";
import { resolvePlanOwner } from "../cards/owner/service.ts";
import { followMeasures } from "../cards/service.ts";
import { type MeasureKey, measureAt, recordMeasure } from "./keeping.ts";
import type { EditedMeasure, MeasureEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** A further measure of a card, after those that are there; gives its id. */
export async function createMeasure(
  deps: Doing,
  author: Author,
  key: CardKey,
  entry: MeasureEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    await livingCardAt(one.trx, key);
    const fields = await fieldsOf(one, key.planId, entry);
    const stateChangedAt = fields.state === "planned" ? null : one.at;
    const measure = { ...fields, stateChangedAt, cardId: key.id, createdAt: one.at };
    const id = await insertMeasure(one.trx, measure);
    recordMeasure(one, id, "measure.created", { text: [null, entry.text] });
    await followMeasures(one, key.id);
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the measure */
export async function editMeasure(
  deps: Doing,
  author: Author,
  key: MeasureKey,
  { entry, formOf }: { entry: EditedMeasure; formOf: FormOf<Measure> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await measureAt(one.trx, key);
    if (before.archivedAt !== null) throw new Conflict("archived");
    const fields = await fieldsOf(one, key.planId, entry, before);
    const stateChangedAt = fields.state === before.state ? before.stateChangedAt : one.at;
    const version = { id: key.id, version: entry.version };
    if ((await updateMeasure(one.trx, version, { ...fields, stateChangedAt })) === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "measure", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    const after = await measureAt(one.trx, key);
    recordMeasure(one, key.id, "measure.edited", changedFields(told(before), told(after)));
    if (after.text !== before.text) await followMeasures(one, key.cardId);
  });
}

async function fieldsOf(
  one: Change,
  planId: number,
  entry: MeasureEntry,
  current?: Measure,
): Promise<MeasureFields> {
  const { text, state, dueOn, proof, note } = entry;
  return {
    text,
    state,
    dueOn,
    proof,
    note,
    ...(await resolvePlanOwner(one, planId, entry, current)),
  };
}

function told({ text, state, dueOn, proof, note, ownerName: owner }: Measure) {
  return { text, state, dueOn, proof, note, owner };
}
