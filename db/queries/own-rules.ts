import type { Database, Transaction } from "../connection.ts";

/** What a project has set for itself instead of the programme's rule; archived while it follows the programme. */
export interface OwnRule {
  id: number;
  kind: string;
  value: string;
  source: string;
  reason: string;
  isConfirmed: boolean;
  archivedAt: string | null;
  version: number;
}

export type OwnRuleFields = Pick<OwnRule, "value" | "source" | "reason" | "isConfirmed">;

interface Key {
  projectId: number;
  kind: string;
}

/** Also one that has been taken back: its number goes on when there is one again. */
export async function findOwnRule(
  db: Database,
  { projectId, kind }: Key,
): Promise<OwnRule | undefined> {
  const row = await db("programme_rules").where({ project_id: projectId, kind }).first({
    id: "id",
    kind: "kind",
    value: "value",
    source: "source",
    reason: "reason",
    isConfirmed: "is_confirmed",
    archivedAt: "archived_at",
    version: "version",
  });
  return row && { ...row, isConfirmed: Boolean(row.isConfirmed) };
}

export async function insertOwnRule(
  trx: Transaction,
  rule: Key & OwnRuleFields & { programme: string; validFrom: string; createdAt: string },
): Promise<number> {
  const [row] = await trx("programme_rules")
    .insert({
      project_id: rule.projectId,
      programme: rule.programme,
      kind: rule.kind,
      valid_from: rule.validFrom,
      created_at: rule.createdAt,
      ...columnsOf(rule),
    })
    .returning("id");
  return row.id;
}

/** Sets it anew, also one that had been taken back. */
export async function updateOwnRule(
  trx: Transaction,
  rule: OwnRuleFields & { id: number },
): Promise<void> {
  await trx("programme_rules")
    .where({ id: rule.id })
    .update({ ...columnsOf(rule), archived_at: null, version: trx.raw("version + 1") });
}

export async function archiveOwnRule(
  trx: Transaction,
  { id, at }: { id: number; at: string },
): Promise<void> {
  await trx("programme_rules")
    .where({ id })
    .update({ archived_at: at, version: trx.raw("version + 1") });
}

function columnsOf({ value, source, reason, isConfirmed }: OwnRuleFields) {
  return { value, source, reason, is_confirmed: isConfirmed };
}
