import type { Database, Transaction } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
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
  version: number;
}

/** The team, managers first, then by name. */
export async function listMembers(db: Database, projectId: number): Promise<Member[]> {
  return (await memberRows(db, {}, { projectId })).map(asMember);
}

const memberRows = keptStatement<object, { projectId: number }, MemberRow>(
  (db, _form, { projectId }) =>
    members(db)
      .where("m.project_id", projectId)
      .orderByRaw(
        "case m.role when 'manager' then 1 when 'coordinator' then 2 when 'finance' then 3 else 4 end",
      )
      .orderBy(["u.sort_key", "m.id"]),
);

export async function findMember(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Member | undefined> {
  const row = await members(db).where({ "m.project_id": key.projectId, "m.id": key.id }).first();
  return row && asMember(row);
}

function members(db: Database) {
  return db("memberships as m").join("users as u", "u.id", "m.user_id").select({
    id: "m.id",
    userId: "u.id",
    name: "u.name",
    email: "u.email",
    role: "m.role",
    position: "m.position",
    deactivatedAt: "u.deactivated_at",
    version: "m.version",
  });
}

type MemberRow = Omit<Member, "isDeactivated"> & { deactivatedAt: string | null };

function asMember({ deactivatedAt, ...row }: MemberRow): Member {
  return { ...row, isDeactivated: deactivatedAt !== null };
}

/** `version` is the one that was edited, under the project's lock. */
export async function updateMembership(
  trx: Transaction,
  membership: { id: number; role: ProjectRole; position: string | null; version: number },
): Promise<void> {
  await trx("memberships")
    .where({ id: membership.id, version: membership.version })
    .update({
      role: membership.role,
      position: membership.position,
      version: membership.version + 1,
    });
}

export async function deleteMembership(trx: Transaction, id: number): Promise<void> {
  await trx("memberships").where({ id }).delete();
}
