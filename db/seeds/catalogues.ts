import type { Connection, Transaction } from "../connection.ts";
import {
  insertMissingCodeListItems,
  insertProgrammeRules,
  listRuleKeys,
} from "../queries/catalogues.ts";
import { insertMissingRequirements } from "../queries/document-requirements.ts";
import { insertMissingEventKinds } from "../queries/event-kinds.ts";
import {
  insertIndicatorDefinitions,
  listIndicatorDefinitions,
} from "../queries/indicator-definitions.ts";
import { insertMissingTerms } from "../queries/plan-terms.ts";
import { insertMissingServices } from "../queries/social-services.ts";
import { codeListItems } from "./code-lists.ts";
import { documentRequirements } from "./document-requirements.ts";
import { eventKinds } from "./event-kinds.ts";
import { indicatorDefinitions } from "./indicator-definitions.ts";
import { planTerms } from "./plan-terms.ts";
import { programmeRules } from "./programme-rules.ts";
import { socialServices } from "./social-services.ts";

/**
 * Puts in whatever code lists and rules of this version the database lacks. What is there stays as it is,
 * also when an administrator has changed it, so that it may run at each start.
 */
export async function seedCatalogues(db: Connection, at: string): Promise<void> {
  await db.transaction(async (trx) => {
    const items = codeListItems.map((item, index) => ({ ...item, position: index + 1 }));
    await insertMissingCodeListItems(trx, items);
    await insertMissingEventKinds(trx, eventKinds);
    await insertMissingRequirements(trx, documentRequirements, at);
    await insertMissingServices(trx, socialServices, at);
    await insertMissingTerms(trx, planTerms, at);
    const present = await listRuleKeys(trx);
    const missing = programmeRules.filter(
      ({ programme, kind }) => !present.has(`${programme} ${kind}`),
    );
    await insertProgrammeRules(trx, missing, at);
    await insertMissingDefinitions(trx, at);
  });
}

/** A definition is known by its code; those without one come once, for their names may be changed. */
async function insertMissingDefinitions(trx: Transaction, at: string): Promise<void> {
  const present = new Set((await listIndicatorDefinitions(trx)).map(({ code }) => code));
  const missing = indicatorDefinitions.filter(({ code }) => !present.has(code));
  if (missing.length > 0) await insertIndicatorDefinitions(trx, missing, at);
}
