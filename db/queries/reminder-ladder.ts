import type { Database } from "../connection.ts";

/** How many days before the anchor people are reminded of things of this kind; empty when nobody is. */
export async function listReminderLadder(db: Database, objectType: string): Promise<number[]> {
  const rows = await db("reminder_rules")
    .where({ object_type: objectType, is_active: true })
    .whereNull("archived_at")
    .select("days_before");
  const days = rows.flatMap(({ days_before }) => String(days_before).match(/\d+/g) ?? []);
  return [...new Set(days.map(Number))].toSorted((a, b) => b - a);
}
