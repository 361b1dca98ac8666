import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

/** Somebody was shown pay or timesheets of others. */
export interface StaffDataAccess {
  projectId: number;
  userId: number;
  /** Pattern of the address, never the address itself. */
  page: string;
  happenedAt: string;
}

export async function insertStaffDataAccess(db: Database, access: StaffDataAccess): Promise<void> {
  await db("staff_data_accesses").insert({
    project_id: access.projectId,
    user_id: access.userId,
    page: access.page,
    happened_at: access.happenedAt,
  });
}

export interface LoggedStaffAccess extends Pick<StaffDataAccess, "page" | "happenedAt"> {
  id: number;
  userName: string;
  projectName: string;
}

/** Newest first, in pages by id. */
export async function listStaffDataAccesses(
  db: Database,
  filter: {
    reach: Reach;
    userId?: number | undefined;
    projectId?: number | undefined;
    /** Only those before this one. */
    beforeId?: number | undefined;
  },
  limit: number,
): Promise<LoggedStaffAccess[]> {
  const query = db("staff_data_accesses as a")
    .join("users as u", "u.id", "a.user_id")
    .join("projects as p", "p.id", "a.project_id")
    .orderBy("a.id", "desc")
    .limit(limit)
    .select({
      id: "a.id",
      page: "a.page",
      happenedAt: "a.happened_at",
      userName: "u.name",
      projectName: "p.short_name",
    });
  withinReach(query, db, filter.reach, "a.project_id");
  if (filter.userId !== undefined) query.where("a.user_id", filter.userId);
  if (filter.projectId !== undefined) query.where("a.project_id", filter.projectId);
  if (filter.beforeId !== undefined) query.where("a.id", "<", filter.beforeId);
  return query;
}

export async function deleteStaffDataAccessesBefore(
  db: Database,
  instant: string,
): Promise<number> {
  return db("staff_data_accesses").where("happened_at", "<", instant).delete();
}
