import {
  findListItem,
  insertListItem,
  type ListedItem,
  updateListItem,
} from "../../../db/queries/code-list-items.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import type { EditedItemEntry, NewItemEntry } from "./schema.ts";

export async function createItem(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { list, entry }: { list: string; entry: NewItemEntry },
): Promise<number> {
  return change(deps, author, async ({ trx, record }) => {
    const id = await insertListItem(trx, { list, ...entry });
    if (id === undefined) throw new InvalidInput({ code: "taken" });
    record({ action: "code-list-item.created", objectType: "code-list-item", objectId: id });
    return id;
  });
}

export async function editItem(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  edit: {
    key: { list: string; id: number };
    entry: EditedItemEntry;
    formOf: FormOf<ListedItem>;
  },
): Promise<void> {
  const { key, entry, formOf } = edit;
  await change(deps, author, async ({ trx, record }) => {
    const before = await findListItem(trx, key);
    if (!before) throw new NotFound("code list item");
    if (!(await updateListItem(trx, { id: key.id, ...entry })))
      throw await editedMeanwhile(trx, {
        objectType: "code-list-item",
        objectId: key.id,
        version: before.version,
        values: formOf(before),
      });
    record({
      action: "code-list-item.edited",
      objectType: "code-list-item",
      objectId: key.id,
      changes: changedFields(comparable(before), comparable(entry)),
    });
  });
}

function comparable(item: Omit<EditedItemEntry, "version">) {
  const { labelCs, labelEn, position, validFrom, validTo } = item;
  return { labelCs, labelEn, position, validFrom, validTo };
}
