import type { Database } from "../connection.ts";

/** A rule that binds a project: of its programme on the day asked for, or its own, with the reason for it. */
export interface RuleInForce {
  id: number;
  kind: string;
  value: string;
  source: string;
  isConfirmed: boolean;
  validFrom: string;
  /** Null of a rule of the programme. */
  reason: string | null;
}

/**
 * The rules of these kinds that bind the project. Its own one comes first, whatever its days; then those of
 * the programme in force on that day, the newest of a kind first.
 */
export async function listRulesInForce(
  db: Database,
  wanted: { projectId: number; programme: string; kinds: readonly string[]; on: string },
): Promise<RuleInForce[]> {
  const rows = await db("programme_rules")
    .whereIn("kind", wanted.kinds)
    .whereNull("archived_at")
    .where((either) =>
      either.where({ project_id: wanted.projectId }).orWhere((common) =>
        common
          .whereNull("project_id")
          .where({ programme: wanted.programme })
          .where("valid_from", "<=", wanted.on)
          .where((open) => open.whereNull("valid_to").orWhere("valid_to", ">=", wanted.on)),
      ),
    )
    .orderByRaw("project_id is null, valid_from desc, id desc")
    .select({
      id: "id",
      kind: "kind",
      value: "value",
      source: "source",
      isConfirmed: "is_confirmed",
      validFrom: "valid_from",
      reason: "reason",
    });
  return rows.map((row) => ({ ...row, isConfirmed: Boolean(row.isConfirmed) }));
}
