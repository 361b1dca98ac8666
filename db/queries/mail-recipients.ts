import type { Database } from "../connection.ts";

export interface RecipientRecord {
  userId: number | null;
  contactId: number | null;
  participantId: number | null;
  name: string;
  address: string | null;
  language: "cs" | "en" | null;
  /**
   * A deactivated user, an archived contact or one that never agreed to mails, somebody anonymised or dead.
   */
  isGone: boolean;
}

/** The recipient of a mail as they are now. */
export async function findRecipient(
  db: Database,
  of: {
    recipientUserId: number | null;
    recipientContactId: number | null;
    recipientParticipantId: number | null;
  },
): Promise<RecipientRecord | undefined> {
  if (of.recipientUserId !== null) return findUser(db, of.recipientUserId);
  if (of.recipientParticipantId !== null) return findPerson(db, of.recipientParticipantId);
  return findContact(db, of.recipientContactId ?? 0);
}

async function findUser(db: Database, id: number): Promise<RecipientRecord | undefined> {
  const row = await db("users").where({ id }).first({
    name: "name",
    address: "email",
    language: "language",
    deactivatedAt: "deactivated_at",
  });
  return (
    row && {
      userId: id,
      contactId: null,
      participantId: null,
      name: row.name,
      address: row.address,
      language: row.language,
      isGone: row.deactivatedAt !== null,
    }
  );
}

async function findContact(db: Database, id: number): Promise<RecipientRecord | undefined> {
  const row = await db("contacts").where({ id }).first({
    name: "name",
    address: "email",
    agreedAt: "agreed_to_mail_at",
    archivedAt: "archived_at",
  });
  return (
    row && {
      userId: null,
      contactId: id,
      participantId: null,
      name: row.name,
      address: row.address,
      language: null,
      isGone: row.archivedAt !== null || row.agreedAt === null,
    }
  );
}

/** Of a merged person whoever stands for them. */
async function findPerson(db: Database, id: number): Promise<RecipientRecord | undefined> {
  const row = await db("participants as own")
    .join("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .where("own.id", id)
    .first({
      participantId: "t.id",
      address: "t.email",
      anonymisedAt: "t.anonymised_at",
      diedOn: "t.died_on",
    });
  return (
    row && {
      userId: null,
      contactId: null,
      participantId: row.participantId,
      // Their mails name nobody, not even them.
      name: "",
      address: row.address,
      language: null,
      isGone: row.anonymisedAt !== null || row.diedOn !== null,
    }
  );
}
