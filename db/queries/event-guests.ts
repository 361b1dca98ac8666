import type { Database } from "../connection.ts";

/** Somebody who comes to an event without being registered for it: lectures, sits in the body, was asked to come. */
export interface Guest {
  userId: number | null;
  contactId: number | null;
  name: string;
  email: string | null;
}

/**
 * Guests who may be written to, in the Czech order of names: users who are still here, and contacts who
 * agreed to mails. Its coordinator invites and is not among them.
 */
export async function listGuests(db: Database, eventId: number): Promise<Guest[]> {
  const rows = await guests(db, eventId);
  return rows.map(({ sortKey: _, ...guest }: Guest & { sortKey: string }) => guest);
}

export async function findGuest(
  db: Database,
  key: { eventId: number; userId: number | null; contactId: number | null },
): Promise<Guest | undefined> {
  const { userId, contactId } = key;
  return guests(db, key.eventId).where({ userId, contactId }).first();
}

function guests(db: Database, eventId: number) {
  const users = peopleOf(db, eventId)
    .join("users as u", "u.id", "g.user_id")
    .whereNull("u.deactivated_at")
    .whereRaw("u.id <> coalesce(e.owner_user_id, 0)")
    .select({
      userId: "u.id",
      contactId: db.raw("null"),
      name: "u.name",
      email: "u.email",
      sortKey: "u.sort_key",
    });
  const contacts = peopleOf(db, eventId)
    .join("contacts as c", "c.id", "g.contact_id")
    .whereNull("c.archived_at")
    .whereNotNull("c.agreed_to_mail_at")
    .whereRaw("c.id <> coalesce(e.owner_contact_id, 0)")
    .select({
      userId: db.raw("null"),
      contactId: "c.id",
      name: "c.name",
      email: "c.email",
      sortKey: "c.sort_key",
    });
  return db(users.union([contacts]).as("x"))
    .whereNotNull("email")
    .orderBy(["sortKey", "userId", "contactId"])
    .select("userId", "contactId", "name", "email", "sortKey");
}

/** Until somebody is put down as asked to a meeting, its body is. */
function peopleOf(db: Database, eventId: number) {
  const lecturers = db("event_lecturers")
    .where({ event_id: eventId })
    .select({ user_id: db.raw("cast(null as integer)"), contact_id: "contact_id" });
  const attendees = db("event_attendees")
    .where({ event_id: eventId })
    .whereNot("state", "excused")
    .select({ user_id: "user_id", contact_id: "contact_id" });
  const members = db("body_members as m")
    .join("events as b", "b.body_id", "m.body_id")
    .where("b.id", eventId)
    .whereNull("m.archived_at")
    .whereRaw("m.since_on <= b.starts_on")
    .whereRaw("(m.until_on is null or m.until_on >= b.starts_on)")
    .whereNotExists(db("event_attendees as a").select("a.id").whereRaw("a.event_id = b.id"))
    .select({ user_id: "m.user_id", contact_id: "m.contact_id" });
  return db(lecturers.union([attendees, members]).as("g")).join("events as e", (on) =>
    on.onVal("e.id", eventId),
  );
}
