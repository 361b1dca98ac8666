import type { Database, Transaction } from "../connection.ts";

/** An event with all that the seal covers, as it is stored. */
export interface SealedEvent {
  id: number;
  at: string;
  requestId: string | null;
  actorId: number | null;
  onBehalfOfId: number | null;
  address: string | null;
  action: string;
  objectType: string;
  objectId: number | null;
  projectId: number | null;
  outcome: string;
  changes: string;
}

/** Covers the events after the seal before it, up to its last one. */
export interface Seal {
  day: string;
  lastEventId: number;
  events: number;
  previousHash: string;
  hash: string;
  sealedAt: string;
}

const COLUMNS = {
  day: "day",
  lastEventId: "last_event_id",
  events: "events",
  previousHash: "previous_hash",
  hash: "hash",
  sealedAt: "sealed_at",
};

export async function findLastSeal(db: Database): Promise<Seal | undefined> {
  return db("audit_seals").orderBy("day", "desc").first(COLUMNS);
}

/** Seals up to the day, newest first. */
export async function listSeals(
  db: Database,
  { upTo, limit }: { upTo?: string | undefined; limit: number },
): Promise<Seal[]> {
  const query = db("audit_seals").orderBy("day", "desc").limit(limit).select(COLUMNS);
  return upTo === undefined ? query : query.where("day", "<=", upTo);
}

export async function insertSeal(trx: Transaction, seal: Seal): Promise<void> {
  await trx("audit_seals").insert({
    day: seal.day,
    last_event_id: seal.lastEventId,
    events: seal.events,
    previous_hash: seal.previousHash,
    hash: seal.hash,
    sealed_at: seal.sealedAt,
  });
}

export async function findFirstEventAt(db: Database): Promise<string | undefined> {
  const row = await db("audit_events").orderBy("id").first({ at: "at" });
  return row?.at;
}

/** The last event recorded before the instant; 0 when there is none. */
export async function findLastEventIdBefore(db: Database, instant: string): Promise<number> {
  const row = await db("audit_events").where("at", "<", instant).max({ id: "id" }).first();
  return Number(row?.id ?? 0);
}

/** Events after one and up to another, in the order of their numbers, so many at once. */
export async function listEventsBetween(
  db: Database,
  range: { afterId: number; upToId: number; limit: number },
): Promise<SealedEvent[]> {
  return db("audit_events")
    .where("id", ">", range.afterId)
    .where("id", "<=", range.upToId)
    .orderBy("id")
    .limit(range.limit)
    .select({
      id: "id",
      at: "at",
      requestId: "request_id",
      actorId: "actor_id",
      onBehalfOfId: "on_behalf_of_id",
      address: "address",
      action: "action",
      objectType: "object_type",
      objectId: "object_id",
      projectId: "project_id",
      outcome: "outcome",
      changes: "changes",
    });
}
