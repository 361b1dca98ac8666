import type { Database, Transaction } from "../connection.ts";

export interface SubscriberRecord {
  /** Of a person who was merged into another, that one's. */
  id: number;
  address: string | null;
  /** A contact without agreement, a participant who takes only what is necessary. */
  hasStopped: boolean;
}

/** Whoever is named in a link of a letter, unless they are gone. */
export async function findSubscriber(
  db: Database,
  { kind, id }: { kind: "user" | "contact" | "participant"; id: number },
): Promise<SubscriberRecord | undefined> {
  if (kind === "participant") return findPerson(db, id);
  return kind === "contact" ? findContact(db, id) : findUser(db, id);
}

async function findUser(db: Database, id: number): Promise<SubscriberRecord | undefined> {
  const row = await db("users")
    .where({ id })
    .whereNull("deactivated_at")
    .first({ address: "email" });
  return row && { id, address: row.address, hasStopped: false };
}

async function findContact(db: Database, id: number): Promise<SubscriberRecord | undefined> {
  const row = await db("contacts")
    .where({ id })
    .whereNull("archived_at")
    .first({ address: "email", agreedAt: "agreed_to_mail_at" });
  return row && { id, address: row.address, hasStopped: row.agreedAt === null };
}

async function findPerson(db: Database, id: number): Promise<SubscriberRecord | undefined> {
  const row = await db("participants as own")
    .join("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .where("own.id", id)
    .whereNull("t.anonymised_at")
    .whereNull("t.died_on")
    .first({ id: "t.id", refusedAt: "t.refused_mail_at" });
  return row && { id: row.id, address: null, hasStopped: row.refusedAt !== null };
}

export async function withdrawAgreement(trx: Transaction, contactId: number): Promise<void> {
  await trx("contacts").where({ id: contactId }).update({ agreed_to_mail_at: null });
}

export async function refuseMail(
  trx: Transaction,
  { id, at }: { id: number; at: string },
): Promise<void> {
  await trx("participants").where({ id }).update({ refused_mail_at: at });
}

export async function allowMail(trx: Transaction, participantId: number): Promise<void> {
  await trx("participants").where({ id: participantId }).update({ refused_mail_at: null });
}

/** False when there is nothing to do: no address, or an agreement already. */
export async function grantAgreement(
  trx: Transaction,
  { contactId, at }: { contactId: number; at: string },
): Promise<boolean> {
  const changed = await trx("contacts")
    .where({ id: contactId })
    .whereNotNull("email")
    .whereNull("agreed_to_mail_at")
    .update({ agreed_to_mail_at: at });
  return changed === 1;
}

/** Of two persons who become one, what either refused is refused. */
export async function carryRefusal(
  trx: Transaction,
  { keptId, mergedId }: { keptId: number; mergedId: number },
): Promise<void> {
  const refusedAt = trx("participants").where({ id: mergedId }).select("refused_mail_at");
  await trx("participants")
    .where({ id: keptId })
    .whereNull("refused_mail_at")
    .update({ refused_mail_at: refusedAt });
}
