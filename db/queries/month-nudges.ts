import { groupedBy } from "../../server/values/grouped.ts";
import type { Database, Transaction } from "../connection.ts";
import { deputiesOn } from "./deputies.ts";
import type { ProjectRole } from "./projects.ts";

export interface NudgeRecipient {
  projectId: number;
  userId: number;
}

/** Members of those roles who can sign in; for whoever is away on the day their deputy. Nobody twice. */
export async function listNudgeRecipients(
  db: Database,
  of: { projectIds: readonly number[]; roles: readonly ProjectRole[]; on: string },
): Promise<NudgeRecipient[]> {
  const rows: NudgeRecipient[] = await db("memberships as m")
    .leftJoin(deputiesOn(db, of.on).as("d"), "d.userId", "m.user_id")
    .join("users as u", "u.id", db.raw("coalesce(??, ??)", ["d.deputyUserId", "m.user_id"]))
    .whereIn("m.project_id", of.projectIds)
    .whereIn("m.role", of.roles)
    .whereNull("u.deactivated_at")
    .orderBy(["m.project_id", "m.id"])
    .select({ projectId: "m.project_id", userId: "u.id" });
  return [...groupedBy(rows, ({ projectId, userId }) => `${projectId}|${userId}`).values()].flatMap(
    ([first]) => (first ? [first] : []),
  );
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

/**
 * The project that a nudge is about, while its recipient, or somebody they stand in for on the day, is a member
 * of it; and who asked.
 */
export async function findNudgeToMail(
  db: Database,
  of: { projectId: number; userId: number; askedBy: number; on: string },
): Promise<{ projectId: number; shortName: string; askedByName: string | null } | undefined> {
  const standsInFor = db
    .from(deputiesOn(db, of.on).as("d"))
    .where("d.deputyUserId", of.userId)
    .select("d.userId");
  const theirs = db("memberships as m")
    .whereRaw("m.project_id = p.id")
    .where((either) => either.where("m.user_id", of.userId).orWhereIn("m.user_id", standsInFor))
    .select("m.id");
  return db("projects as p")
    .leftJoin("users as a", (on) => on.onVal("a.id", of.askedBy))
    .where("p.id", of.projectId)
    .whereExists(theirs)
    .whereNull("p.archived_at")
    .first({ projectId: "p.id", shortName: "p.short_name", askedByName: "a.name" });
}
