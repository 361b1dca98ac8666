import type { Database, Transaction } from "../connection.ts";

export interface Lecturer {
  contactId: number;
  name: string;
  function: string | null;
}

export async function listLecturers(db: Database, eventId: number): Promise<Lecturer[]> {
  return db("event_lecturers as l")
    .join("contacts as c", "c.id", "l.contact_id")
    .where("l.event_id", eventId)
    .orderBy(["c.sort_key", "c.id"])
    .select({ contactId: "c.id", name: "c.name", function: "c.function" });
}

export async function replaceLecturers(
  trx: Transaction,
  eventId: number,
  contactIds: number[],
): Promise<void> {
  await trx("event_lecturers").where("event_id", eventId).delete();
  const rows = [...new Set(contactIds)].map((contact_id) => ({ event_id: eventId, contact_id }));
  if (rows.length > 0) await trx("event_lecturers").insert(rows);
}

export interface PeopleCount {
  registered: number;
  waiting: number;
  invited: number;
}

/** How many people there are in which state; never who. */
export async function countPeople(db: Database, eventId: number): Promise<PeopleCount> {
  const rows: { state: string; count: number }[] = await db("registrations")
    .where("event_id", eventId)
    .groupBy("state")
    .select({ state: "state", count: db.raw("count(*)") });
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { registered: of("registered"), waiting: of("waiting"), invited: of("invited") };
}
