import type { Database } from "../connection.ts";

export interface ReadableProject {
  id: number;
  shortName: string;
}

/**
 * Projects in which the user holds one of these roles; for the roles that may read names of participants.
 * Only the role in the project counts: what somebody is in the whole product opens no names.
 */
export async function listProjectsHeldAs(
  db: Database,
  userId: number,
  roles: readonly string[],
): Promise<ReadableProject[]> {
  return db("memberships as m")
    .join("projects as p", "p.id", "m.project_id")
    .where("m.user_id", userId)
    .whereIn("m.role", roles)
    .orderBy(["p.sort_key", "p.id"])
    .select({ id: "p.id", shortName: "p.short_name" });
}
