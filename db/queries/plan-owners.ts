import type { Owner } from "../../server/values/owner.ts";
import type { Database } from "../connection.ts";

/** Somebody who may answer for a card or a measure. */
export interface PlanOwner extends Owner {
  name: string;
  function: string | null;
}

/** Everybody with a living account, then people without one who answer for something in the plan. */
export async function listPlanOwners(db: Database, planId: number): Promise<PlanOwner[]> {
  const users = await db("users")
    .whereNull("deactivated_at")
    .orderBy(["sort_key", "id"])
    .select({ id: "id", name: "name" });
  const contacts = await contactsOf(db, planId)
    .orderBy(["c.sort_key", "c.id"])
    .select({ id: "c.id", name: "c.name", function: "c.function" });
  return [
    ...users.map(({ id, name }) => ({
      ...{ ownerUserId: id, ownerContactId: null, name, function: null },
    })),
    ...contacts.map(({ id, ...contact }) => ({
      ...{ ownerUserId: null, ownerContactId: id, ...contact },
    })),
  ];
}

export async function isPlanOwner(db: Database, planId: number, owner: Owner): Promise<boolean> {
  const { ownerUserId, ownerContactId } = owner;
  const found =
    ownerUserId === null
      ? await contactsOf(db, planId).where("c.id", ownerContactId).first("c.id")
      : await db("users").where({ id: ownerUserId }).whereNull("deactivated_at").first("id");
  return found !== undefined;
}

/** A person named in the plan already, so that typing them again makes no twin. */
export async function findPlanContact(
  db: Database,
  planId: number,
  contact: { name: string; email: string | null },
): Promise<{ id: number } | undefined> {
  return contactsOf(db, planId)
    .where({ "c.name": contact.name, "c.email": contact.email })
    .first("c.id");
}

function contactsOf(db: Database, planId: number) {
  const ofCards = db("cards")
    .where({ plan_id: planId })
    .whereNotNull("owner_contact_id")
    .select("owner_contact_id");
  const ofMeasures = db("measures as m")
    .join("cards as x", "x.id", "m.card_id")
    .where("x.plan_id", planId)
    .whereNotNull("m.owner_contact_id")
    .select("m.owner_contact_id");
  return db("contacts as c")
    .whereNull("c.archived_at")
    .where((either) => either.whereIn("c.id", ofCards).orWhereIn("c.id", ofMeasures));
}
