import type { Database } from "../connection.ts";

export interface CodeListItem {
  id: number;
  list: string;
  code: string;
  labelCs: string;
  labelEn: string;
}

/** Items of several lists in their order, with those no longer valid on that day left out unless `kept` names them. */
export async function listCodeItems(
  db: Database,
  wanted: { lists: string[]; on: string; kept?: number[] },
): Promise<CodeListItem[]> {
  return db("code_list_items")
    .whereIn("list", wanted.lists)
    .where((valid) => {
      valid
        .where((span) => {
          span
            .whereRaw("coalesce(valid_from, ?) <= ?", [wanted.on, wanted.on])
            .whereRaw("coalesce(valid_to, ?) >= ?", [wanted.on, wanted.on]);
        })
        .orWhereIn("id", wanted.kept ?? []);
    })
    .orderBy(["list", "position", "id"])
    .select({ id: "id", list: "list", code: "code", labelCs: "label_cs", labelEn: "label_en" });
}

/** Items of these lists, those no longer valid included: for what was chosen once. */
export async function listAllCodes(
  db: Database,
  lists: readonly string[],
): Promise<CodeListItem[]> {
  return db("code_list_items")
    .whereIn("list", lists)
    .orderBy(["list", "position", "id"])
    .select({ id: "id", list: "list", code: "code", labelCs: "label_cs", labelEn: "label_en" });
}
