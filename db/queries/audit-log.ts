import type { Database } from "../connection.ts";
import { type FieldChanges, isSilent, withChanges } from "./audit-events.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface AuditFilter {
  /** An auditor let into some projects only sees what happened in those. */
  reach: Reach;
  actorId?: number | undefined;
  projectId?: number | undefined;
  action?: string | undefined;
  outcome?: "done" | "denied" | "failed" | undefined;
  /** Instants, the second one excluded. */
  from?: string | undefined;
  until?: string | undefined;
  /** Only events before this one. */
  beforeId?: number | undefined;
}

export interface LoggedEvent {
  id: number;
  at: string;
  actorName: string | null;
  onBehalfOfName: string | null;
  address: string | null;
  action: string;
  objectType: string;
  objectId: number | null;
  projectId: number | null;
  projectName: string | null;
  outcome: "done" | "denied" | "failed";
  changes: FieldChanges;
}

/** Events newest first; pages go by id, so that what is added meanwhile shifts nothing. */
export async function listAuditLog(
  db: Database,
  filter: AuditFilter,
  limit: number,
): Promise<LoggedEvent[]> {
  const query = db("audit_events as e")
    .leftJoin("users as u", "u.id", "e.actor_id")
    .leftJoin("users as b", "b.id", "e.on_behalf_of_id")
    .leftJoin("projects as p", "p.id", "e.project_id")
    .orderBy("e.id", "desc")
    .limit(limit)
    .select({
      id: "e.id",
      at: "e.at",
      actorName: "u.name",
      onBehalfOfName: "b.name",
      address: "e.address",
      action: "e.action",
      objectType: "e.object_type",
      objectId: "e.object_id",
      projectId: "e.project_id",
      projectName: "p.short_name",
      outcome: "e.outcome",
      changes: "e.changes",
      isSilent: isSilent(db),
    });
  withinReach(query, db, filter.reach, "e.project_id");
  if (filter.actorId !== undefined) query.where("e.actor_id", filter.actorId);
  if (filter.projectId !== undefined) query.where("e.project_id", filter.projectId);
  if (filter.action !== undefined) query.where("e.action", filter.action);
  if (filter.outcome !== undefined) query.where("e.outcome", filter.outcome);
  if (filter.from !== undefined) query.where("e.at", ">=", filter.from);
  if (filter.until !== undefined) query.where("e.at", "<", filter.until);
  if (filter.beforeId !== undefined) query.where("e.id", "<", filter.beforeId);
  const rows = await query;
  return rows.map((row) => withChanges<LoggedEvent>(row));
}

/** Everybody who has or had an account, for the filter. */
export async function listPeople(db: Database): Promise<{ id: number; name: string }[]> {
  return db("users").orderBy(["sort_key", "id"]).select("id", "name");
}

export async function listProjectsInReach(
  db: Database,
  reach: Reach,
): Promise<{ id: number; name: string }[]> {
  const query = db("projects as p")
    .orderBy(["p.sort_key", "p.id"])
    .select({ id: "p.id", name: "p.short_name" });
  return withinReach(query, db, reach, "p.id");
}
