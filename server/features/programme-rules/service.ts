import type { Transaction } from "../../../db/connection.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import {
  findProgrammeRule,
  insertProgrammeRule,
  listVersionsOf,
  type ProgrammeRule,
  updateProgrammeRule,
} from "../../../db/queries/programme-rules.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { refreshSupportByRules } from "../support/service.ts";
import { overlapsAny, predecessorOf } from "./rules.ts";
import type { EditedRuleEntry, NewRuleEntry } from "./schema.ts";

/** Adds a version of a rule; the one in force until then ends the day before. */
export async function createRule(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  entry: NewRuleEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, record } = one;
    await checkProgramme(trx, entry.programme, deps.clock.today());
    const versions = await listVersionsOf(trx, entry);
    const before = predecessorOf(versions, entry.validFrom);
    const others = versions.filter(({ id }) => id !== before?.version.id);
    if (overlapsAny(entry, others)) throw new InvalidInput({ validFrom: "ruleOverlap" });
    const id = await recounted(trx, entry, async () => {
      if (before) await endVersion(one, before);
      return insertProgrammeRule(trx, { ...entry, createdAt: at });
    });
    record({ action: "rule.created", objectType: "programme-rule", objectId: id });
    return id;
  });
}

/** Corrects a version where it stands; whoever looks at the history sees what it said before. */
export async function editRule(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { id, entry, formOf }: { id: number; entry: EditedRuleEntry; formOf: FormOf<ProgrammeRule> },
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const before = await findProgrammeRule(trx, id);
    if (!before) throw new NotFound("rule");
    const { version, ...fields } = entry;
    const { programme, kind } = before;
    const versions = await listVersionsOf(trx, before);
    const others = versions.filter((other) => other.id !== id);
    if (overlapsAny(entry, others)) throw new InvalidInput({ validFrom: "ruleOverlap" });
    const rule = { programme, kind, ...fields, id, version };
    if (!(await recounted(trx, before, () => updateProgrammeRule(trx, rule))))
      throw await editedMeanwhile(trx, {
        objectType: "programme-rule",
        objectId: id,
        version: before.version,
        values: formOf(before),
      });
    const changes = changedFields(comparable(before), comparable(fields));
    record({ action: "rule.edited", objectType: "programme-rule", objectId: id, changes });
  });
}

/** Writes a version of a rule; who has crossed the threshold follows from it at once. */
function recounted<T>(
  trx: Transaction,
  { programme, kind }: { programme: string; kind: string },
  write: () => Promise<T>,
): Promise<T> {
  const bindsSupport = kind === "support-threshold" || kind === "electronic-share-cap";
  return bindsSupport ? refreshSupportByRules(trx, programme, write) : write();
}

async function checkProgramme(trx: Transaction, programme: string, on: string): Promise<void> {
  const items = await listCodeItems(trx, { lists: ["programmes"], on });
  if (!items.some(({ code }) => code === programme))
    throw new InvalidInput({ programme: "unknownChoice" });
}

async function endVersion(
  { trx, record }: Change,
  { version: rule, validTo }: { version: ProgrammeRule; validTo: string },
): Promise<void> {
  await updateProgrammeRule(trx, { ...rule, validTo });
  record({
    action: "rule.edited",
    objectType: "programme-rule",
    objectId: rule.id,
    changes: { validTo: [rule.validTo, validTo] },
  });
}

function comparable(rule: Omit<ProgrammeRule, "id" | "programme" | "kind" | "version">) {
  const { value, validFrom, validTo, source, isConfirmed } = rule;
  return { value, validFrom, validTo, source, isConfirmed };
}
