import type { Database } from "../connection.ts";

/** A rule of the programme in force on the day asked for. */
export interface RuleInForce {
  id: number;
  kind: string;
  value: string;
  source: string;
  isConfirmed: boolean;
}

/** The rules of these kinds in force on that day, the newest of a kind first. */
export async function listRulesInForce(
  db: Database,
  wanted: { programme: string; kinds: readonly string[]; on: string },
): Promise<RuleInForce[]> {
  const rows = await db("programme_rules")
    .where({ programme: wanted.programme })
    .whereIn("kind", wanted.kinds)
    .where("valid_from", "<=", wanted.on)
    .where((either) => either.whereNull("valid_to").orWhere("valid_to", ">=", wanted.on))
    .whereNull("archived_at")
    .orderBy([
      { column: "valid_from", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .select({
      id: "id",
      kind: "kind",
      value: "value",
      source: "source",
      isConfirmed: "is_confirmed",
    });
  return rows.map((row) => ({ ...row, isConfirmed: Boolean(row.isConfirmed) }));
}
