import type { Transaction } from "../connection.ts";

export interface CatalogueItem {
  list: string;
  code: string;
  labelCs: string;
  labelEn: string;
  position: number;
}

/** Adds the items whose code their list does not have yet; those it has stay as somebody left them. */
export async function insertMissingCodeListItems(
  trx: Transaction,
  items: CatalogueItem[],
): Promise<void> {
  await trx("code_list_items")
    .insert(
      items.map((item) => ({
        list: item.list,
        code: item.code,
        label_cs: item.labelCs,
        label_en: item.labelEn,
        position: item.position,
      })),
    )
    .onConflict(["list", "code"])
    .ignore();
}

/** Which kinds of rule each programme has, whatever their values: `OPZ+ period-length`. */
export async function listRuleKeys(trx: Transaction): Promise<Set<string>> {
  const rows = await trx("programme_rules").whereNull("project_id").distinct("programme", "kind");
  return new Set(rows.map(({ programme, kind }) => `${programme} ${kind}`));
}

export interface CatalogueRule {
  programme: string;
  kind: string;
  validFrom: string;
  value: string;
  source: string;
  isConfirmed: boolean;
}

export async function insertProgrammeRules(
  trx: Transaction,
  rules: CatalogueRule[],
  createdAt: string,
): Promise<void> {
  if (rules.length === 0) return;
  await trx("programme_rules").insert(
    rules.map((rule) => ({
      programme: rule.programme,
      kind: rule.kind,
      valid_from: rule.validFrom,
      value: rule.value,
      source: rule.source,
      is_confirmed: rule.isConfirmed,
      created_at: createdAt,
    })),
  );
}
