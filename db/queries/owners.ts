import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

/** Somebody who may be chosen as an owner in a project. */
export interface PossibleOwner extends Owner {
  name: string;
  /** Role in the project of a member, function of a contact. */
  role: string | null;
  function: string | null;
}

/** Members of the project with a living account, then contacts already named in it; each by name. */
export async function listPossibleOwners(
  db: Database,
  projectId: number,
): Promise<PossibleOwner[]> {
  const members = db("memberships as m")
    .join("users as u", "u.id", "m.user_id")
    .where("m.project_id", projectId)
    .whereNull("u.deactivated_at")
    .select({
      ownerUserId: "u.id",
      ownerContactId: db.raw("cast(null as integer)"),
      name: "u.name",
      sortKey: "u.sort_key",
      role: "m.role",
      function: db.raw("cast(null as text)"),
      place: db.raw("1"),
    });
  const contacts = contactsOf(db, projectId).select({
    ownerUserId: db.raw("cast(null as integer)"),
    ownerContactId: "c.id",
    name: "c.name",
    sortKey: "c.sort_key",
    role: db.raw("cast(null as text)"),
    function: "c.function",
    place: db.raw("2"),
  });
  return db
    .from(members.unionAll([contacts]).as("o"))
    .orderBy(["place", "sortKey", "ownerUserId", "ownerContactId"])
    .select("ownerUserId", "ownerContactId", "name", "role", "function");
}

/** Whether the user is a member with a living account, or the contact is named somewhere in the project. */
export async function isPossibleOwner(
  db: Database,
  { projectId, owner }: { projectId: number; owner: Owner },
): Promise<boolean> {
  const found =
    owner.ownerUserId === null
      ? await contactsOf(db, projectId).where("c.id", owner.ownerContactId).first("c.id")
      : await db("memberships as m")
          .join("users as u", "u.id", "m.user_id")
          .where({ "m.project_id": projectId, "m.user_id": owner.ownerUserId })
          .whereNull("u.deactivated_at")
          .first("m.id");
  return found !== undefined;
}

export interface NewContact {
  name: string;
  sortKey: string;
  function: string | null;
  email: string | null;
  createdAt: string;
}

/** A contact of the project with the very same name and e-mail, so that typing it again makes no twin. */
export async function findContactOf(
  db: Database,
  projectId: number,
  contact: Pick<NewContact, "name" | "email">,
): Promise<{ id: number } | undefined> {
  return contactsOf(db, projectId)
    .where({ "c.name": contact.name, "c.email": contact.email })
    .first("c.id");
}

export async function insertContact(trx: Transaction, contact: NewContact): Promise<number> {
  const [row] = await trx("contacts")
    .insert({
      name: contact.name,
      sort_key: contact.sortKey,
      function: contact.function,
      email: contact.email,
      created_at: contact.createdAt,
    })
    .returning("id");
  return row.id;
}

export interface Contact {
  id: number;
  name: string;
  function: string | null;
  email: string | null;
  agreedToMailAt: string | null;
}

/** People without an account who are named somewhere in the project, by name. */
export async function listContacts(db: Database, projectId: number): Promise<Contact[]> {
  return contactsOf(db, projectId).orderBy(["c.sort_key", "c.id"]).select(CONTACT);
}

export async function findContact(
  db: Database,
  { projectId, id }: { projectId: number; id: number },
): Promise<Contact | undefined> {
  return contactsOf(db, projectId).where("c.id", id).first(CONTACT);
}

const CONTACT = {
  id: "c.id",
  name: "c.name",
  function: "c.function",
  email: "c.email",
  agreedToMailAt: "c.agreed_to_mail_at",
};

function contactsOf(db: Database, projectId: number) {
  const namedIn = (table: string) =>
    db(table)
      .where({ project_id: projectId })
      .whereNotNull("owner_contact_id")
      .select("owner_contact_id");
  // Who lectures at a confidential event is known to its coordinator only.
  const lecturers = db("event_lecturers as l")
    .join("events as e", "e.id", "l.event_id")
    .where({ "e.project_id": projectId, "e.is_confidential": false })
    .select("l.contact_id");
  const bodyMembers = db("body_members as m")
    .join("bodies as b", "b.id", "m.body_id")
    .where("b.project_id", projectId)
    .whereNotNull("m.contact_id")
    .select("m.contact_id");
  const attendees = db("event_attendees as a")
    .join("events as e", "e.id", "a.event_id")
    .where({ "e.project_id": projectId, "e.is_confidential": false })
    .whereNotNull("a.contact_id")
    .select("a.contact_id");
  const guarantors = db("bodies")
    .where("project_id", projectId)
    .whereNotNull("guarantor_contact_id")
    .select("guarantor_contact_id");
  const staff = db("staff_assignments")
    .where({ project_id: projectId })
    .whereNotNull("contact_id")
    .select("contact_id");
  return db("contacts as c")
    .whereNull("c.archived_at")
    .where((either) =>
      either
        .whereIn("c.id", namedIn("activities"))
        .orWhereIn("c.id", namedIn("milestones"))
        .orWhereIn("c.id", namedIn("internships"))
        .orWhereIn("c.id", bodyMembers)
        .orWhereIn("c.id", guarantors)
        .orWhereIn("c.id", attendees)
        .orWhereIn("c.id", lecturers)
        .orWhereIn("c.id", staff),
    );
}
