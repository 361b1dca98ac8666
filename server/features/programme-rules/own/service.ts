import type { Database } from "../../../../db/connection.ts";
import { listRulesInForce, type RuleInForce } from "../../../../db/queries/offset-rules.ts";
import {
  archiveOwnRule,
  findOwnRule,
  insertOwnRule,
  type OwnRule,
  type OwnRuleFields,
  updateOwnRule,
} from "../../../../db/queries/own-rules.ts";
import { lockProject, type ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { refreshSupportOfProject } from "../../support/service.ts";
import { type RuleKind, ruleDayOf, ruleKinds } from "../rules.ts";
import type { OwnRuleEntry } from "../schema.ts";

/** What binds a project in one matter: its own rule if it has one, and what its programme says. */
export interface BindingRule {
  kind: RuleKind;
  own: RuleInForce | null;
  common: RuleInForce | null;
}

/** Every kind of rule as it binds the project, in the order in which people look for them. One query. */
export async function listBindingRules(
  db: Database,
  project: Omit<ProjectSpan, "endsOn">,
): Promise<BindingRule[]> {
  const kinds = Object.keys(ruleKinds) as RuleKind[];
  const { id: projectId, programme } = project;
  const found = await listRulesInForce(db, { projectId, programme, kinds, on: ruleDayOf(project) });
  return kinds.map((kind) => {
    const ofKind = found.filter((rule) => rule.kind === kind);
    return {
      kind,
      own: ofKind.find(({ reason }) => reason !== null) ?? null,
      common: ofKind.find(({ reason }) => reason === null) ?? null,
    };
  });
}

interface Key {
  projectId: number;
  kind: RuleKind;
}

/** Puts a rule of the project's own in place of the programme's, or changes the one it has. */
export async function setOwnRule(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, kind }: Key,
  { entry, formOf }: { entry: OwnRuleEntry; formOf: FormOf<OwnRule | undefined> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at } = one;
    const project = await lockProject(trx, projectId);
    const before = await findOwnRule(trx, { projectId, kind });
    const { version, ...fields } = entry;
    if ((before?.version ?? 0) !== version) throw await changedByAnother(one, before, formOf);
    if (before) await updateOwnRule(trx, { id: before.id, ...fields });
    const { programme } = project;
    const validFrom = ruleDayOf(project);
    const created = { projectId, kind, programme, validFrom, createdAt: at, ...fields };
    const id = before?.id ?? (await insertOwnRule(trx, created));
    const former = before?.archivedAt === null ? comparable(before) : NOTHING;
    one.record({
      action: former === NOTHING ? "own-rule.created" : "own-rule.edited",
      objectType: "own-rule",
      objectId: id,
      projectId,
      changes: { kind: [null, kind], ...changedFields(former, comparable(fields)) },
    });
    await recount(one, { projectId, kind });
  });
}

/** Goes back to the programme's rule; nothing happens where the project follows it already. */
export async function removeOwnRule(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, kind }: Key,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at } = one;
    await lockProject(trx, projectId);
    const before = await findOwnRule(trx, { projectId, kind });
    if (before?.archivedAt !== null) return;
    await archiveOwnRule(trx, { id: before.id, at });
    one.record({
      action: "own-rule.removed",
      objectType: "own-rule",
      objectId: before.id,
      projectId,
      changes: { kind: [null, kind], ...changedFields(comparable(before), NOTHING) },
    });
    await recount(one, { projectId, kind });
  });
}

type Compared = Record<keyof OwnRuleFields, unknown>;

const NOTHING: Compared = { value: null, reason: null, source: null, isConfirmed: null };

function comparable(rule: OwnRuleFields): Compared {
  const { value, reason, source, isConfirmed } = rule;
  return { value, reason, source, isConfirmed };
}

function changedByAnother(
  { trx }: Change,
  before: OwnRule | undefined,
  formOf: FormOf<OwnRule | undefined>,
) {
  return editedMeanwhile(trx, {
    objectType: "own-rule",
    objectId: before?.id ?? 0,
    version: before?.version ?? 0,
    values: formOf(before),
  });
}

/** Who has crossed the threshold follows from the ledger and these rules; due days wait for somebody to move them. */
async function recount({ trx }: Change, { projectId, kind }: Key): Promise<void> {
  if (kind !== "support-threshold" && kind !== "electronic-share-cap") return;
  await refreshSupportOfProject(trx, projectId);
}
