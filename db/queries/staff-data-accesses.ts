import type { Database } from "../connection.ts";

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
