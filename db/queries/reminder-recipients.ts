import type { Database } from "../connection.ts";

/** Who a reminder comes to; a contact has no hour of their own. */
export interface ReminderRecipient {
  /** `user:5`, `contact:3` */
  key: string;
  name: string;
  sortKey: string;
  digestAt: string | null;
}

/** Both kinds together, by name. */
export async function listReminderRecipients(
  db: Database,
  { userIds, contactIds }: { userIds: readonly number[]; contactIds: readonly number[] },
): Promise<ReminderRecipient[]> {
  const users = db("users")
    .whereIn("id", userIds)
    .select({ key: db.raw("'user:' || id"), name: "name", sortKey: "sort_key" })
    .select({ digestAt: "digest_at" });
  const contacts = db("contacts")
    .whereIn("id", contactIds)
    .select({ key: db.raw("'contact:' || id"), name: "name", sortKey: "sort_key" })
    .select({ digestAt: db.raw("cast(null as text)") });
  return db
    .from(users.unionAll([contacts]).as("r"))
    .orderBy(["sortKey", "key"])
    .select("*");
}
