import type { Database, Transaction } from "../connection.ts";

/** An item as administrators look after it. */
export interface ListedItem {
  id: number;
  list: string;
  code: string;
  labelCs: string;
  labelEn: string;
  position: number;
  validFrom: string | null;
  validTo: string | null;
  version: number;
}

const COLUMNS = {
  id: "id",
  list: "list",
  code: "code",
  labelCs: "label_cs",
  labelEn: "label_en",
  position: "position",
  validFrom: "valid_from",
  validTo: "valid_to",
  version: "version",
};

/** How many items each list has. */
export async function countCodeListItems(db: Database): Promise<{ list: string; items: number }[]> {
  const rows: { list: string; items: number | string }[] = await db("code_list_items")
    .groupBy("list")
    .select({ list: "list", items: db.raw("count(*)") });
  return rows.map(({ list, items }) => ({ list, items: Number(items) }));
}

export async function listItemsOf(db: Database, list: string): Promise<ListedItem[]> {
  return db("code_list_items").where({ list }).orderBy(["position", "id"]).select(COLUMNS);
}

export async function findListItem(
  db: Database,
  key: { list: string; id: number },
): Promise<ListedItem | undefined> {
  return db("code_list_items").where({ list: key.list, id: key.id }).first(COLUMNS);
}

export type ItemFields = Omit<ListedItem, "id" | "list" | "code" | "version">;

/** Undefined when the list has an item of this code already. */
export async function insertListItem(
  trx: Transaction,
  item: ItemFields & { list: string; code: string },
): Promise<number | undefined> {
  const [row] = await trx("code_list_items")
    .insert({ list: item.list, code: item.code, ...columnsOf(item) })
    .onConflict(["list", "code"])
    .ignore()
    .returning("id");
  return row?.id;
}

/** False when somebody else has changed the item since `version`. */
export async function updateListItem(
  trx: Transaction,
  item: ItemFields & { id: number; version: number },
): Promise<boolean> {
  const changed = await trx("code_list_items")
    .where({ id: item.id, version: item.version })
    .update({ ...columnsOf(item), version: item.version + 1 });
  return changed === 1;
}

function columnsOf(item: ItemFields) {
  return {
    label_cs: item.labelCs,
    label_en: item.labelEn,
    position: item.position,
    valid_from: item.validFrom,
    valid_to: item.validTo,
  };
}
