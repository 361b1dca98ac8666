import type { Database, Transaction } from "../connection.ts";
import type { ProjectRole } from "./projects.ts";

export interface NudgeRecipient {
  projectId: number;
  userId: number;
}

/** Members of those roles who can sign in. */
export async function listNudgeRecipients(
  db: Database,
  of: { projectIds: readonly number[]; roles: readonly ProjectRole[] },
): Promise<NudgeRecipient[]> {
  return db("memberships as m")
    .join("users as u", "u.id", "m.user_id")
    .whereIn("m.project_id", of.projectIds)
    .whereIn("m.role", of.roles)
    .whereNull("u.deactivated_at")
    .orderBy(["m.project_id", "m.id"])
    .select({ projectId: "m.project_id", userId: "m.user_id" });
}

/** Puts down who is nudged today; gives back those who were not yet. */
export async function insertNudges(
  trx: Transaction,
  recipients: readonly NudgeRecipient[],
  of: { month: string; nudgedOn: string; recordedAt: string; recordedBy: number | null },
): Promise<NudgeRecipient[]> {
  if (recipients.length === 0) return [];
  return trx("month_nudges")
    .insert(
      recipients.map(({ projectId, userId }) => ({
        project_id: projectId,
        month: of.month,
        recipient_user_id: userId,
        nudged_on: of.nudgedOn,
        recorded_at: of.recordedAt,
        recorded_by: of.recordedBy,
      })),
    )
    .onConflict(["project_id", "month", "recipient_user_id", "nudged_on"])
    .ignore()
    .returning(["project_id as projectId", "recipient_user_id as userId"]);
}

/** Project → the day on which somebody was nudged last because of the month. */
export async function listLastNudges(
  db: Database,
  of: { month: string; projectIds: readonly number[] },
): Promise<Map<number, string>> {
  const rows: { projectId: number; on: string }[] = await db("month_nudges")
    .where("month", of.month)
    .whereIn("project_id", of.projectIds)
    .groupBy("project_id")
    .select({ projectId: "project_id", on: db.raw("max(nudged_on)") });
  return new Map(rows.map(({ projectId, on }) => [projectId, on]));
}

/** The project that a nudge is about, while its recipient is a member of it; and who asked. */
export async function findNudgeToMail(
  db: Database,
  of: { projectId: number; userId: number; askedBy: number },
): Promise<{ projectId: number; shortName: string; askedByName: string | null } | undefined> {
  return db("projects as p")
    .join("memberships as m", "m.project_id", "p.id")
    .leftJoin("users as a", (on) => on.onVal("a.id", of.askedBy))
    .where({ "p.id": of.projectId, "m.user_id": of.userId })
    .whereNull("p.archived_at")
    .first({ projectId: "p.id", shortName: "p.short_name", askedByName: "a.name" });
}
