import type { Database, Transaction } from "../connection.ts";
import type { ProjectRole } from "./projects.ts";

export async function insertMembership(
  trx: Transaction,
  membership: {
    projectId: number;
    userId: number;
    role: ProjectRole;
    position: string | null;
    createdAt: string;
  },
): Promise<number> {
  const [row] = await trx("memberships")
    .insert({
      project_id: membership.projectId,
      user_id: membership.userId,
      role: membership.role,
      position: membership.position,
      created_at: membership.createdAt,
    })
    .returning("id");
  return row.id;
}

export interface Member {
  id: number;
  userId: number;
  name: string;
  email: string;
  role: ProjectRole;
  position: string | null;
  isDeactivated: boolean;
}

/** The team, managers first, then by name. */
export async function listMembers(db: Database, projectId: number): Promise<Member[]> {
  const rows = await db("memberships as m")
    .join("users as u", "u.id", "m.user_id")
    .where("m.project_id", projectId)
    .orderByRaw(
      "case m.role when 'manager' then 1 when 'coordinator' then 2 when 'finance' then 3 else 4 end",
    )
    .orderBy(["u.sort_key", "m.id"])
    .select({
      id: "m.id",
      userId: "u.id",
      name: "u.name",
      email: "u.email",
      role: "m.role",
      position: "m.position",
      isDeactivated: db.raw("u.deactivated_at is not null"),
    });
  return rows.map((row) => ({ ...row, isDeactivated: Boolean(row.isDeactivated) }));
}
