import type { Database, Transaction } from "../connection.ts";

/** Field → [before, after]; values of personal fields are left out by whoever records them. */
export type FieldChanges = Record<string, [unknown, unknown]>;

export interface AuditEvent {
  at: string;
  requestId: string | null;
  actorId: number | null;
  /** Whose deputy the actor was in this. */
  onBehalfOfId?: number | null;
  address: string | null;
  action: string;
  objectType: string;
  objectId?: number | null;
  projectId?: number | null;
  outcome?: "done" | "denied" | "failed";
  changes?: FieldChanges;
}

/** SQLite takes no more than five hundred rows in a statement. */
const EVENTS_AT_ONCE = 300;

export async function insertAuditEvents(
  db: Transaction | Database,
  events: AuditEvent[],
): Promise<void> {
  for (let from = 0; from < events.length; from += EVENTS_AT_ONCE)
    await insertSome(db, events.slice(from, from + EVENTS_AT_ONCE));
}

async function insertSome(db: Transaction | Database, events: AuditEvent[]): Promise<void> {
  await db("audit_events").insert(
    events.map((event) => ({
      at: event.at,
      request_id: event.requestId,
      actor_id: event.actorId,
      on_behalf_of_id: event.onBehalfOfId ?? null,
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
  onBehalfOfName: string | null;
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
  const { objectType, objectId, limit = 100 } = of;
  return listHistories(db, { objects: [{ objectType, ids: [objectId] }], limit });
}

/** What became of several records, as of a control with its findings: one list, newest first. */
export async function listHistories(
  db: Database,
  of: { objects: readonly { objectType: string; ids: readonly number[] }[]; limit: number },
): Promise<HistoryLine[]> {
  const rows = await historyLines(db, of.limit).where((any) => {
    for (const { objectType, ids } of of.objects)
      any.orWhere((one) => one.where("e.object_type", objectType).whereIn("e.object_id", [...ids]));
  });
  return rows.map((row) => withChanges<HistoryLine>(row));
}

/** Everything that happened in a project, newest first, from below the given line on. */
export async function listProjectHistory(
  db: Database,
  of: { projectId: number; objectType?: string | undefined; below?: number; limit: number },
): Promise<HistoryLine[]> {
  const query = historyLines(db, of.limit).where("e.project_id", of.projectId);
  if (of.objectType !== undefined) query.where("e.object_type", of.objectType);
  if (of.below !== undefined) query.where("e.id", "<", of.below);
  const rows = await query;
  return rows.map((row) => withChanges<HistoryLine>(row));
}

function historyLines(db: Database, limit: number) {
  return db("audit_events as e")
    .leftJoin("users as u", "u.id", "e.actor_id")
    .leftJoin("users as b", "b.id", "e.on_behalf_of_id")
    .where("e.outcome", "done")
    .orderBy("e.id", "desc")
    .limit(limit)
    .select({
      id: "e.id",
      at: "e.at",
      actorName: "u.name",
      onBehalfOfName: "b.name",
      action: "e.action",
      objectType: "e.object_type",
      objectId: "e.object_id",
      changes: "e.changes",
      isSilent: isSilent(db),
    });
}

/**
 * What an event held before it became confidential, and an expenditure before it turned out to be pay or was
 * of such an event, stands in the history, which nobody may change; so it is kept silent in the reading.
 */
export function isSilent(db: Database) {
  return db.raw(`case
    when e.object_type = 'event' then case when exists (select 1 from events as se
      where se.id = e.object_id and se.is_confidential) then 1 else 0 end
    when e.object_type = 'expenditure' then case when exists (select 1 from expenditures as sx
      where sx.id = e.object_id and sx.kind = 'payroll') or exists (select 1 from expenditure_facts as sf
      join events as se on se.id = sf.event_id
      where sf.expenditure_id = e.object_id and se.is_confidential) then 1 else 0 end
    else 0 end`);
}

/** The changes of a stored line; of a silent one the fields without their values. */
export function withChanges<Line extends { changes: FieldChanges }>(
  row: Omit<Line, "changes"> & { changes: string; isSilent: number },
): Line {
  const { isSilent: silent, changes: stored, ...line } = row;
  const told = JSON.parse(stored) as FieldChanges;
  if (silent === 0) return { ...line, changes: told } as unknown as Line;
  const changes: FieldChanges = {};
  for (const field of Object.keys(told)) changes[field] = [null, null];
  return { ...line, changes } as unknown as Line;
}
