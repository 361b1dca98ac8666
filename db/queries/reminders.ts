import type { Database, Transaction } from "../connection.ts";

/** What makes a reminder the only one of its kind. */
export interface OccurrenceKey {
  ruleId: number;
  objectType: string;
  objectId: number;
  anchorOn: string;
  /** Days before the anchor; negative when it is past. */
  offsetDays: number;
  recipientUserId: number;
}

export interface NewOccurrence extends OccurrenceKey {
  sendOn: string;
}

const KEY = [
  "rule_id",
  "object_type",
  "object_id",
  "anchor_on",
  "offset_days",
  "recipient",
] as const;

/** Plans what is not there yet. One that was superseded and is true again has never left: it is planned anew. */
export async function insertOccurrences(
  db: Database,
  occurrences: readonly NewOccurrence[],
  at: string,
): Promise<void> {
  if (occurrences.length === 0) return;
  await db("reminder_occurrences")
    .insert(
      occurrences.map((one) => ({
        rule_id: one.ruleId,
        object_type: one.objectType,
        object_id: one.objectId,
        anchor_on: one.anchorOn,
        offset_days: one.offsetDays,
        recipient: `user:${one.recipientUserId}`,
        recipient_user_id: one.recipientUserId,
        send_on: one.sendOn,
        created_at: at,
      })),
    )
    .onConflict([...KEY])
    .merge({ state: "planned", reason: null, send_on: db.raw("excluded.send_on") })
    .where("reminder_occurrences.state", "superseded");
}

const KEY_COLUMNS = {
  ruleId: "rule_id",
  objectType: "object_type",
  objectId: "object_id",
  anchorOn: "anchor_on",
  offsetDays: "offset_days",
  recipientUserId: "recipient_user_id",
} as const;

export async function listPlanned(db: Database): Promise<(OccurrenceKey & { id: number })[]> {
  return db("reminder_occurrences")
    .where({ state: "planned" })
    .select({ id: "id", ...KEY_COLUMNS });
}

export async function listGatheredKeys(db: Database, sendFrom: string): Promise<OccurrenceKey[]> {
  return db("reminder_occurrences")
    .where({ state: "gathered" })
    .where("send_on", ">=", sendFrom)
    .select(KEY_COLUMNS);
}

export interface DigestReader {
  id: number;
  name: string;
  digestAt: string;
  digestsEnabled: boolean;
}

export async function listDigestReaders(
  db: Database,
  ids: readonly number[],
): Promise<DigestReader[]> {
  const rows = await db("users").whereIn("id", ids).orderBy("sort_key").select({
    id: "id",
    name: "name",
    digestAt: "digest_at",
    digestsEnabled: "digests_enabled",
  });
  return rows.map((row) => ({ ...row, digestsEnabled: Boolean(row.digestsEnabled) }));
}

export async function supersedePlanned(
  db: Database,
  which: { ids: readonly number[] } | { objectType: string; objectId: number },
  reason: string,
): Promise<number> {
  const query = db("reminder_occurrences").where({ state: "planned" });
  if ("ids" in which) query.whereIn("id", which.ids);
  else query.where({ object_type: which.objectType, object_id: which.objectId });
  return query.update({ state: "superseded", reason });
}

/** At which hours of the day people want their digest. */
export async function listDigestHours(db: Database): Promise<string[]> {
  const rows = await db("users")
    .whereNull("deactivated_at")
    .where("digests_enabled", true)
    .distinct({ digestAt: "digest_at" })
    .orderBy("digest_at");
  return rows.map((row) => row.digestAt);
}

/** People whose hour is one of these and for whom something is planned, by id. */
export async function listPeopleToRemind(
  db: Database,
  when: { day: string; hours: readonly string[] },
): Promise<number[]> {
  const rows = await db("reminder_occurrences as o")
    .join("users as u", "u.id", "o.recipient_user_id")
    .where("o.state", "planned")
    .where("o.send_on", "<=", when.day)
    .whereNull("u.deactivated_at")
    .where("u.digests_enabled", true)
    .whereIn("u.digest_at", when.hours)
    .distinct({ id: "u.id" })
    .orderBy("u.id");
  return rows.map((row) => row.id);
}

/** Marks what is planned for these people as gathered into their digest of the day. */
export async function gatherOccurrences(
  trx: Transaction,
  into: { userIds: readonly number[]; day: string },
): Promise<number> {
  const mail = trx("outgoing_mails as m")
    .whereRaw("m.dedupe_key = 'digest:' || reminder_occurrences.recipient_user_id || ':' || ?", [
      into.day,
    ])
    .select("m.id");
  return trx("reminder_occurrences")
    .where({ state: "planned" })
    .where("send_on", "<=", into.day)
    .whereIn("recipient_user_id", into.userIds)
    .update({ state: "gathered", mail_id: mail });
}

/** What a digest is to tell. */
export async function listGathered(
  db: Database,
  mailId: number,
): Promise<Pick<OccurrenceKey, "objectType" | "objectId" | "anchorOn" | "offsetDays">[]> {
  return db("reminder_occurrences").where({ mail_id: mailId }).orderBy("id").select({
    objectType: "object_type",
    objectId: "object_id",
    anchorOn: "anchor_on",
    offsetDays: "offset_days",
  });
}

export async function digestsEnabled(db: Database, userId: number): Promise<boolean> {
  const row = await db("users").where({ id: userId }).first({ enabled: "digests_enabled" });
  return Boolean(row?.enabled);
}

export async function updateDigestsEnabled(
  db: Database,
  user: { id: number; enabled: boolean },
): Promise<number> {
  return db("users").where({ id: user.id }).update({ digests_enabled: user.enabled });
}
