import type { Database, Transaction } from "../connection.ts";

/** What makes a reminder the only one of its kind, whatever rule it comes by. */
export interface OccurrenceKey {
  objectType: string;
  objectId: number;
  anchorOn: string;
  /** Days before the anchor; negative when it is past. */
  offsetDays: number;
  /** `user:5`, `contact:3` */
  recipient: string;
}

export interface NewOccurrence extends OccurrenceKey {
  ruleId: number;
  category: string;
  because: string;
  onBehalfOfId: number | null;
  projectId: number;
  sendOn: string;
  /** Its step came while nothing was planned or the recipient was away. */
  isLate: boolean;
}

export interface PlannedOccurrence extends Omit<NewOccurrence, "projectId"> {
  id: number;
  recipientUserId: number | null;
  recipientContactId: number | null;
  projectId: number | null;
  plannedAt: string;
}

const KEY_COLUMNS = {
  objectType: "object_type",
  objectId: "object_id",
  anchorOn: "anchor_on",
  offsetDays: "offset_days",
  recipient: "recipient",
} as const;

const REASON_COLUMNS = {
  ruleId: "rule_id",
  category: "category",
  because: "because",
  onBehalfOfId: "on_behalf_of_id",
  projectId: "project_id",
  sendOn: "send_on",
  isLate: "is_late",
} as const;

/** Plans what is not there yet. One that was superseded and is true again has never left: it is planned anew. */
export async function insertOccurrences(
  db: Database,
  occurrences: readonly NewOccurrence[],
  at: string,
): Promise<void> {
  if (occurrences.length === 0) return;
  const anew = Object.fromEntries(
    [...Object.values(REASON_COLUMNS), "created_at"].map((column) => [
      column,
      db.raw("excluded.??", [column]),
    ]),
  );
  await db("reminder_occurrences")
    .insert(occurrences.map((one) => ({ ...columnsOf(one), created_at: at })))
    .onConflict(["rule_id", ...Object.values(KEY_COLUMNS)])
    .merge({ ...anew, state: "planned", reason: null, mail_id: null })
    .where("reminder_occurrences.state", "superseded");
}

function columnsOf(one: NewOccurrence) {
  const [kind, id] = one.recipient.split(":");
  return {
    rule_id: one.ruleId,
    object_type: one.objectType,
    object_id: one.objectId,
    anchor_on: one.anchorOn,
    offset_days: one.offsetDays,
    recipient: one.recipient,
    recipient_user_id: kind === "user" ? Number(id) : null,
    recipient_contact_id: kind === "contact" ? Number(id) : null,
    category: one.category,
    because: one.because,
    on_behalf_of_id: one.onBehalfOfId,
    project_id: one.projectId,
    send_on: one.sendOn,
    is_late: one.isLate,
  };
}

/** What is to be told and has not been gathered into a mail yet. */
export async function listPlanned(db: Database): Promise<PlannedOccurrence[]> {
  const rows = await db("reminder_occurrences")
    .where({ state: "planned" })
    .orderBy("id")
    .select({
      id: "id",
      ...KEY_COLUMNS,
      ...REASON_COLUMNS,
      recipientUserId: "recipient_user_id",
      recipientContactId: "recipient_contact_id",
      plannedAt: "created_at",
    });
  return rows.map((row) => ({ ...row, isLate: Boolean(row.isLate) }));
}

/** The most urgent step told of each thing to each recipient, of those that came since that day. */
export async function listTold(db: Database, sendFrom: string): Promise<OccurrenceKey[]> {
  const { offsetDays: _, ...whose } = KEY_COLUMNS;
  return db("reminder_occurrences")
    .where({ state: "gathered" })
    .where("send_on", ">=", sendFrom)
    .groupBy(Object.values(whose))
    .select(whose)
    .min({ offsetDays: "offset_days" });
}

/** Those of the keys under which a digest has been made. */
export async function listDigestsMade(db: Database, keys: readonly string[]): Promise<string[]> {
  return db("outgoing_mails").whereIn("dedupe_key", keys).pluck("dedupe_key");
}

export async function supersedePlanned(
  db: Database,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  await planned(db, ids).update({ state: "superseded", reason });
}

/** What lay in a mail that was cancelled has been told to nobody: should it hold, it is planned anew. */
export async function supersedeUntold(db: Database): Promise<number> {
  const cancelled = db("outgoing_mails").where({ state: "cancelled" }).select("id");
  return db("reminder_occurrences")
    .where({ state: "gathered" })
    .whereIn("mail_id", cancelled)
    .update({ state: "superseded", reason: "untold" });
}

/** At which hours of the day people want their digest, and a sign of who they are. */
export async function listDigestHours(
  db: Database,
): Promise<{ digestAt: string; people: number }[]> {
  const rows = await db("users")
    .whereNull("deactivated_at")
    .groupBy("digest_at")
    .orderBy("digest_at")
    .select({ digestAt: "digest_at", people: db.raw("sum(id * id)") });
  return rows.map((row) => ({ digestAt: row.digestAt, people: Number(row.people) }));
}

/** Puts what is planned into the mail that tells it; what was taken back meanwhile stays where it is. */
export async function gatherOccurrences(
  trx: Transaction,
  { ids, mailId }: { ids: readonly number[]; mailId: number },
): Promise<void> {
  await planned(trx, ids).update({ state: "gathered", mail_id: mailId });
}

/** The same for many recipients at once: what is planned for each goes into their digest of the day. */
export async function gatherIntoDigests(
  trx: Transaction,
  { ids, day }: { ids: readonly number[]; day: string },
): Promise<void> {
  const mail = trx("outgoing_mails as m")
    .whereRaw(
      `m.dedupe_key = 'digest:' || coalesce(
        'contact:' || reminder_occurrences.recipient_contact_id,
        cast(reminder_occurrences.recipient_user_id as text)) || ':' || ?`,
      [day],
    )
    .select("m.id");
  await planned(trx, ids).update({ state: "gathered", mail_id: mail });
}

function planned(db: Database, ids: readonly number[]) {
  return db("reminder_occurrences").where({ state: "planned" }).whereIn("id", ids);
}

export interface GatheredOccurrence extends OccurrenceKey {
  projectId: number | null;
  isLate: boolean;
}

/** What a digest is to tell. */
export async function listGathered(db: Database, mailId: number): Promise<GatheredOccurrence[]> {
  const rows = await db("reminder_occurrences")
    .where({ mail_id: mailId })
    .orderBy("id")
    .select({ ...KEY_COLUMNS, projectId: "project_id", isLate: "is_late" });
  return rows.map((row) => ({ ...row, isLate: Boolean(row.isLate) }));
}

/** Mails of their own by which people were told of a thing from that instant on, or are about to be. */
export async function listToldAtOnce(
  db: Database,
  since: string,
): Promise<
  { recipient: string; objectType: string; objectId: number; mailId: number; at: string }[]
> {
  return db("notifications as n")
    .join("outgoing_mails as m", "m.id", "n.mail_id")
    .where({ "n.state": "mailed", "m.kind": "immediate" })
    .whereNotIn("m.state", ["cancelled", "failed"])
    .where("m.due_at", ">=", since)
    .orderBy("m.id")
    .select({
      recipient: db.raw("'user:' || n.recipient_user_id"),
      objectType: "n.object_type",
      objectId: "n.object_id",
      mailId: "m.id",
      at: "m.due_at",
    });
}
