import type { Database } from "../connection.ts";

export interface ReadableProject {
  id: number;
  shortName: string;
  /** Whose role it is: the viewer's own where they have one, else that of somebody they stand in for. */
  heldById: number;
}

/**
 * Projects in which one of these people holds one of these roles, the viewer named first; for the roles that may read names of participants.
 * Only the role in the project counts: what somebody is in the whole product opens no names.
 */
export async function listProjectsHeldAs(
  db: Database,
  userIds: readonly number[],
  roles: readonly string[],
): Promise<ReadableProject[]> {
  const rows: ReadableProject[] = await db("memberships as m")
    .join("projects as p", "p.id", "m.project_id")
    .whereIn("m.user_id", [...userIds])
    .whereIn("m.role", roles)
    .orderBy(["p.sort_key", "p.id", "m.id"])
    .select({ id: "p.id", shortName: "p.short_name", heldById: "m.user_id" });
  const [viewerId] = userIds;
  const projects = new Map<number, ReadableProject>();
  for (const row of rows)
    if (!projects.has(row.id) || row.heldById === viewerId) projects.set(row.id, row);
  return [...projects.values()];
}
