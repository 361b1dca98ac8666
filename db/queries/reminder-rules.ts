import type { Database } from "../connection.ts";

export interface ReminderRule {
  id: number;
  objectType: string;
  /** Days before the day owed, largest first; 0 is the day itself. */
  daysBefore: number[];
  overdueAfter: number | null;
  overdueEvery: number | null;
  isActive: boolean;
}

export async function listReminderRules(db: Database): Promise<ReminderRule[]> {
  const rows = await db("reminder_rules").whereNull("archived_at").orderBy("id").select({
    id: "id",
    objectType: "object_type",
    daysBefore: "days_before",
    overdueAfter: "overdue_after",
    overdueEvery: "overdue_every",
    isActive: "is_active",
  });
  return rows.map((row) => ({
    ...row,
    daysBefore: (String(row.daysBefore).match(/\d+/g) ?? []).map(Number),
    isActive: Boolean(row.isActive),
  }));
}
