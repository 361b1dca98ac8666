import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface WaitingProject {
  id: number;
  shortName: string;
  decisionNeeded: string | null;
  healthOn: string | null;
}

/** Running projects whose manager asks the head for a decision. */
export async function listDecisionsNeeded(
  db: Database,
  reach: Reach,
  limit: number,
): Promise<WaitingProject[]> {
  const query = waiting(db).whereNotNull("t.decision_needed").limit(limit);
  return withinReach(query, db, reach, "p.id");
}

/** Running projects that one of these people manages and whose health nobody has stated since a day. */
export async function listStaleStatuses(
  db: Database,
  of: { userIds: readonly number[]; since: string; limit: number },
): Promise<WaitingProject[]> {
  const managed = db("memberships")
    .whereIn("user_id", [...of.userIds])
    .where("role", "manager")
    .select("project_id");
  return waiting(db)
    .whereIn("p.id", managed)
    .where((either) => either.whereNull("t.health_on").orWhere("t.health_on", "<", of.since))
    .limit(of.limit);
}

function waiting(db: Database) {
  return db("projects as p")
    .join("project_totals as t", "t.project_id", "p.id")
    .whereNull("p.archived_at")
    .where("p.phase", "running")
    .orderBy(["t.health_on", "p.id"])
    .select({
      id: "p.id",
      shortName: "p.short_name",
      decisionNeeded: "t.decision_needed",
      healthOn: "t.health_on",
    });
}
