import type { Database, Transaction } from "../connection.ts";

export type AccountLinkKind = "invitation" | "reset";

export interface StoredAccountLink {
  id: number;
  userId: number;
  kind: AccountLinkKind;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  /** Who asked for it; null when the person themselves did. */
  createdBy: number | null;
  /** Whom it belongs to, as they are now. */
  email: string;
  name: string;
  isDeactivated: boolean;
}

export async function findAccountLink(
  db: Database,
  id: number,
): Promise<StoredAccountLink | undefined> {
  const row = await db("account_links as l")
    .join("users as u", "u.id", "l.user_id")
    .where("l.id", id)
    .first({
      id: "l.id",
      userId: "l.user_id",
      kind: "l.kind",
      createdAt: "l.created_at",
      expiresAt: "l.expires_at",
      usedAt: "l.used_at",
      createdBy: "l.created_by",
      email: "u.email",
      name: "u.name",
      deactivatedAt: "u.deactivated_at",
    });
  if (!row) return undefined;
  const { deactivatedAt, ...link } = row;
  return { ...link, isDeactivated: deactivatedAt !== null };
}

export async function insertAccountLink(
  trx: Transaction,
  link: {
    userId: number;
    kind: AccountLinkKind;
    createdAt: string;
    expiresAt: string;
    createdBy: number | null;
  },
): Promise<number> {
  const [row] = await trx("account_links")
    .insert({
      user_id: link.userId,
      kind: link.kind,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      created_by: link.createdBy,
    })
    .returning("id");
  return row.id;
}

/** Uses the link up; false when it was used or had expired before. */
export async function claimAccountLink(
  trx: Transaction,
  link: { id: number; at: string },
): Promise<boolean> {
  const claimed = await trx("account_links")
    .where({ id: link.id })
    .whereNull("used_at")
    .where("expires_at", ">", link.at)
    .update({ used_at: link.at });
  return claimed === 1;
}

/** Every other open link of the person loses its force. */
export async function closeAccountLinksOf(
  trx: Transaction,
  whose: { userId: number; at: string },
): Promise<void> {
  await trx("account_links")
    .where({ user_id: whose.userId })
    .whereNull("used_at")
    .update({ used_at: whose.at });
}
