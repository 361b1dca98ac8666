import type { Database } from "../connection.ts";

export interface RecipientRecord {
  userId: number | null;
  contactId: number | null;
  name: string;
  address: string | null;
  language: "cs" | "en" | null;
  /** A deactivated user, an archived contact or one that never agreed to mails. */
  isGone: boolean;
}

/** The recipient of a mail as they are now. */
export async function findRecipient(
  db: Database,
  of: { recipientUserId: number | null; recipientContactId: number | null },
): Promise<RecipientRecord | undefined> {
  return of.recipientUserId === null
    ? findContact(db, of.recipientContactId ?? 0)
    : findUser(db, of.recipientUserId);
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
      name: row.name,
      address: row.address,
      language: null,
      isGone: row.archivedAt !== null || row.agreedAt === null,
    }
  );
}
