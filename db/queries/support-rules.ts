import type { Database } from "../connection.ts";

export interface RuleOfProject {
  projectId: number;
  kind: string;
  value: string;
}

/**
 * Rules of these kinds that bind each of the projects: in force on the day of its decision, or of its
 * beginning while there is none. The newest of a kind comes first.
 */
export async function listRulesOfProjects(
  db: Database,
  projectIds: readonly number[],
  kinds: readonly string[],
): Promise<RuleOfProject[]> {
  return db("projects as p")
    .join("programme_rules as r", "r.programme", "p.programme")
    .whereIn("p.id", [...projectIds])
    .whereIn("r.kind", [...kinds])
    .whereNull("r.archived_at")
    .whereRaw("r.valid_from <= coalesce(p.decided_on, p.starts_on)")
    .whereRaw("(r.valid_to is null or r.valid_to >= coalesce(p.decided_on, p.starts_on))")
    .orderBy([
      { column: "p.id" },
      { column: "r.valid_from", order: "desc" },
      { column: "r.id", order: "desc" },
    ])
    .select({ projectId: "p.id", kind: "r.kind", value: "r.value" });
}
