import type { Database } from "../connection.ts";

/** What was recorded for an event or an internship, in haléře. */
export interface OccasionCosts {
  halere: number;
  count: number;
  /** Pay was left out: the reader may not tell single items of it. */
  isWithoutPay: boolean;
}

export async function sumOccasionCosts(
  db: Database,
  of: { eventId: number } | { internshipId: number },
  readsPay: boolean,
): Promise<OccasionCosts> {
  const query = db("expenditures")
    .where("eventId" in of ? { event_id: of.eventId } : { internship_id: of.internshipId })
    .whereNull("archived_at")
    .whereNotIn("state", ["planned", "ordered"]);
  if (!readsPay) query.whereNot("kind", "payroll");
  const row = await query.first({
    halere: db.raw("cast(coalesce(sum(amount_halere), 0) as bigint)"),
    count: db.raw("cast(count(*) as integer)"),
  });
  return { ...row, isWithoutPay: !readsPay };
}
