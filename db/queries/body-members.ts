import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export interface BodyMember extends Owner {
  id: number;
  bodyId: number;
  ownerName: string;
  function: string | null;
  role: string | null;
  sinceOn: string;
  untilOn: string | null;
  version: number;
}

/** By name, those who left too. */
export async function listBodyMembers(db: Database, bodyId: number): Promise<BodyMember[]> {
  return members(db)
    .where("m.body_id", bodyId)
    .orderByRaw("coalesce(u.sort_key, c.sort_key), m.id");
}

export async function findBodyMember(
  db: Database,
  key: { bodyId: number; id: number },
): Promise<BodyMember | undefined> {
  return members(db).where({ "m.body_id": key.bodyId, "m.id": key.id }).first();
}

export async function insertBodyMember(
  trx: Transaction,
  member: Pick<BodyMember, "bodyId" | "role" | "sinceOn" | "untilOn"> &
    Owner & { createdAt: string },
): Promise<number> {
  const [row] = await trx("body_members")
    .insert({
      body_id: member.bodyId,
      user_id: member.ownerUserId,
      contact_id: member.ownerContactId,
      role: member.role,
      since_on: member.sinceOn,
      until_on: member.untilOn,
      created_at: member.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updateBodyMember(
  trx: Transaction,
  key: { id: number; version: number },
  member: Pick<BodyMember, "role" | "sinceOn" | "untilOn">,
): Promise<number> {
  return trx("body_members")
    .where({ id: key.id, version: key.version })
    .update({
      role: member.role,
      since_on: member.sinceOn,
      until_on: member.untilOn,
      version: key.version + 1,
    });
}

function members(db: Database) {
  return db("body_members as m")
    .leftJoin("users as u", "u.id", "m.user_id")
    .leftJoin("contacts as c", "c.id", "m.contact_id")
    .whereNull("m.archived_at")
    .select({
      id: "m.id",
      bodyId: "m.body_id",
      ownerUserId: "m.user_id",
      ownerContactId: "m.contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      function: "c.function",
      role: "m.role",
      sinceOn: "m.since_on",
      untilOn: "m.until_on",
      version: "m.version",
    });
}
