import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import type { ProjectRole } from "./projects.ts";

export type OwnedType = "milestone" | "activity" | "indicator";

/** Something somebody answers for and that is not over. */
export interface OpenItem {
  objectType: OwnedType;
  objectId: number;
  projectId: number;
  projectName: string;
  title: string;
  dueOn: string | null;
}

/** Everything a person owns that is not done, by project and day, in one query. */
export async function listOpenItemsOf(db: Database, userId: number): Promise<OpenItem[]> {
  const milestones = owned(db, "milestones", userId)
    .whereNull("i.done_on")
    .whereNull("i.cancelled_on")
    .select(columns(db, "milestone", { title: "i.title", dueOn: "i.due_on" }));
  const activities = owned(db, "activities", userId)
    .whereIn("i.state", ["planned", "running"])
    .select(columns(db, "activity", { title: "i.title", dueOn: "i.ends_on" }));
  const indicators = owned(db, "indicators", userId).select(
    columns(db, "indicator", { title: "i.name", dueOn: "i.target_on" }),
  );
  return db
    .from(milestones.unionAll([activities, indicators]).as("o"))
    .orderBy(["projectSortKey", "projectId", "dueOn", "objectType", "objectId"])
    .select("objectType", "objectId", "projectId", "projectName", "title", "dueOn");
}

function owned(db: Database, table: string, userId: number) {
  return db(`${table} as i`)
    .join("projects as p", "p.id", "i.project_id")
    .where("i.owner_user_id", userId)
    .whereNull("i.archived_at")
    .whereNull("p.archived_at");
}

function columns(
  db: Database,
  objectType: OwnedType,
  { title, dueOn }: { title: string; dueOn: string },
): Record<string, string | Knex.Raw> {
  return {
    objectType: db.raw("cast(? as text)", [objectType]),
    objectId: "i.id",
    projectId: "p.id",
    projectName: "p.short_name",
    projectSortKey: "p.sort_key",
    title,
    dueOn,
  };
}

export interface ManagedProject {
  projectId: number;
  projectName: string;
}

/** Projects that would be left without a manager. */
export async function listProjectsManagedAlone(
  db: Database,
  userId: number,
): Promise<ManagedProject[]> {
  const otherManagers = db("memberships as o")
    .join("users as u", "u.id", "o.user_id")
    .where("o.role", "manager")
    .whereNot("o.user_id", userId)
    .whereNull("u.deactivated_at")
    .whereRaw("o.project_id = p.id")
    .select(db.raw("1"));
  return db("memberships as m")
    .join("projects as p", "p.id", "m.project_id")
    .where({ "m.user_id": userId, "m.role": "manager" })
    .whereNull("p.archived_at")
    .whereNotExists(otherManagers)
    .orderBy(["p.sort_key", "p.id"])
    .select({ projectId: "p.id", projectName: "p.short_name" });
}

const TABLES: Record<OwnedType, string> = {
  milestone: "milestones",
  activity: "activities",
  indicator: "indicators",
};

/** The things get another owner, all in one statement. */
export async function updateOwnersOf(
  trx: Transaction,
  things: { objectType: OwnedType; ids: number[]; ownerUserId: number },
): Promise<void> {
  await trx(TABLES[things.objectType])
    .whereIn("id", things.ids)
    .increment("version", 1)
    .update({ owner_user_id: things.ownerUserId });
}

export interface RoleInProject {
  userId: number;
  projectId: number;
  role: ProjectRole;
}

export async function listRolesIn(
  trx: Transaction,
  { userIds, projectIds }: { userIds: number[]; projectIds: number[] },
): Promise<RoleInProject[]> {
  return trx("memberships")
    .whereIn("user_id", userIds)
    .whereIn("project_id", projectIds)
    .select({ userId: "user_id", projectId: "project_id", role: "role" });
}

/** New memberships, and new roles for those who are members already. */
export async function upsertMemberships(
  trx: Transaction,
  memberships: RoleInProject[],
  createdAt: string,
): Promise<void> {
  if (memberships.length === 0) return;
  await trx("memberships")
    .insert(
      memberships.map(({ userId, projectId, role }) => ({
        user_id: userId,
        project_id: projectId,
        role,
        created_at: createdAt,
      })),
    )
    .onConflict(["user_id", "project_id"])
    .merge(["role"]);
}
