import type { Database, Transaction } from "../connection.ts";

/** Field → [before, after]; values of personal fields are left out by whoever records them. */
export type FieldChanges = Record<string, [unknown, unknown]>;

export interface AuditEvent {
  at: string;
  requestId: string | null;
  actorId: number | null;
  address: string | null;
  action: string;
  objectType: string;
  objectId?: number | null;
  projectId?: number | null;
  outcome?: "done" | "denied" | "failed";
  changes?: FieldChanges;
}

export async function insertAuditEvents(
  db: Transaction | Database,
  events: AuditEvent[],
): Promise<void> {
  await db("audit_events").insert(
    events.map((event) => ({
      at: event.at,
      request_id: event.requestId,
      actor_id: event.actorId,
      address: event.address,
      action: event.action,
      object_type: event.objectType,
      object_id: event.objectId ?? null,
      project_id: event.projectId ?? null,
      outcome: event.outcome ?? "done",
      changes: JSON.stringify(event.changes ?? {}),
    })),
  );
}

export interface HistoryLine {
  id: number;
  at: string;
  actorName: string | null;
  action: string;
  objectType: string;
  objectId: number | null;
  changes: FieldChanges;
}

/** History of one record, newest first. */
export async function listHistory(
  db: Database,
  of: { objectType: string; objectId: number; limit?: number },
): Promise<HistoryLine[]> {
  const rows = await db("audit_events as e")
    .leftJoin("users as u", "u.id", "e.actor_id")
    .where({ "e.object_type": of.objectType, "e.object_id": of.objectId, "e.outcome": "done" })
    .orderBy("e.id", "desc")
    .limit(of.limit ?? 100)
    .select({
      id: "e.id",
      at: "e.at",
      actorName: "u.name",
      action: "e.action",
      objectType: "e.object_type",
      objectId: "e.object_id",
      changes: "e.changes",
    });
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as FieldChanges }));
}

/** Everything that happened in a project, newest first, from below the given line on. */
export async function listProjectHistory(
  db: Database,
  of: { projectId: number; objectType?: string | undefined; below?: number; limit: number },
): Promise<HistoryLine[]> {
  const query = db("audit_events as e")
    .leftJoin("users as u", "u.id", "e.actor_id")
    .where({ "e.project_id": of.projectId, "e.outcome": "done" })
    .orderBy("e.id", "desc")
    .limit(of.limit)
    .select({
      id: "e.id",
      at: "e.at",
      actorName: "u.name",
      action: "e.action",
      objectType: "e.object_type",
      objectId: "e.object_id",
      changes: "e.changes",
    });
  if (of.objectType !== undefined) query.where("e.object_type", of.objectType);
  if (of.below !== undefined) query.where("e.id", "<", of.below);
  const rows = await query;
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as FieldChanges }));
}
