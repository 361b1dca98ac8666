import type { Connection } from "../connection.ts";
import {
  insertMissingCodeListItems,
  insertProgrammeRules,
  listRuleKeys,
} from "../queries/catalogues.ts";
import { codeListItems } from "./code-lists.ts";
import { programmeRules } from "./programme-rules.ts";

/**
 * Puts in whatever code lists and rules of this version the database lacks. What is there stays as it is,
 * also when an administrator has changed it, so that it may run at each start.
 */
export async function seedCatalogues(db: Connection, at: string): Promise<void> {
  await db.transaction(async (trx) => {
    const items = codeListItems.map((item, index) => ({ ...item, position: index + 1 }));
    await insertMissingCodeListItems(trx, items);
    const present = await listRuleKeys(trx);
    const missing = programmeRules.filter(
      ({ programme, kind }) => !present.has(`${programme} ${kind}`),
    );
    await insertProgrammeRules(trx, missing, at);
  });
}
