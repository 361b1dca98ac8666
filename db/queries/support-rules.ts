import type { Database } from "../connection.ts";

export interface RuleOfProject {
  projectId: number;
  kind: string;
  value: string;
}

export async function listProjectsOfProgramme(db: Database, programme: string): Promise<number[]> {
  return db("projects").where({ programme }).orderBy("id").pluck("id");
}

/**
 * Rules of these kinds that bind each of the projects: its own one first, then those of its programme in
 * force on the day of its decision, or of its beginning while there is none, the newest of a kind first.
 */
export async function listRulesOfProjects(
  db: Database,
  projectIds: readonly number[],
  kinds: readonly string[],
): Promise<RuleOfProject[]> {
  return db("projects as p")
    .joinRaw(
      `join programme_rules as r on r.project_id = p.id or (
        r.project_id is null and r.programme = p.programme
        and r.valid_from <= coalesce(p.decided_on, p.starts_on)
        and (r.valid_to is null or r.valid_to >= coalesce(p.decided_on, p.starts_on))
      )`,
    )
    .whereIn("p.id", [...projectIds])
    .whereIn("r.kind", [...kinds])
    .whereNull("r.archived_at")
    .orderByRaw("p.id, r.project_id is null, r.valid_from desc, r.id desc")
    .select({ projectId: "p.id", kind: "r.kind", value: "r.value" });
}
