import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";

/** Somebody stands in for somebody else on the days from–to, unless that was ended before. */
export interface Deputy {
  id: number;
  userId: number;
  userName: string;
  deputyUserId: number;
  deputyName: string;
  fromOn: string;
  untilOn: string;
  note: string | null;
  namedByName: string | null;
  /** The instant from which it holds no longer, although its days are not over. */
  endedAt: string | null;
  version: number;
  /** The deputy's account was closed: nobody stands in. */
  hasLeft: boolean;
}

export interface DeputyInForce {
  userId: number;
  deputyUserId: number;
  untilOn: string;
}

/**
 * Who stands in for whom on a day of Prague, in one query: of people with a living account only. One
 * person has one deputy a day at most; what they have as somebody's deputy does not pass on.
 */
export async function listDeputiesInForce(db: Database, on: string): Promise<DeputyInForce[]> {
  return deputiesOn(db, on).orderBy("d.id");
}

/** The same as a part of another query. */
export function deputiesOn(db: Database, on: string): Knex.QueryBuilder {
  return db("deputies as d")
    .join("users as u", "u.id", "d.deputy_user_id")
    .whereNull("u.deactivated_at")
    .whereNull("d.archived_at")
    .where("d.from_on", "<=", on)
    .where("d.until_on", ">=", on)
    .select({ userId: "d.user_id", deputyUserId: "d.deputy_user_id", untilOn: "d.until_on" });
}

/** All who stood, stand and will stand in for a person, the latest first. */
export async function listDeputiesOf(db: Database, userId: number): Promise<Deputy[]> {
  const rows = await deputies(db).where("d.user_id", userId);
  return rows.map(asDeputy);
}

/** For whom a person stood, stands and will stand in, the latest first. */
export async function listDeputizedBy(db: Database, deputyUserId: number): Promise<Deputy[]> {
  const rows = await deputies(db).where("d.deputy_user_id", deputyUserId);
  return rows.map(asDeputy);
}

export async function findDeputy(
  db: Database,
  key: { id: number; userId: number },
): Promise<Deputy | undefined> {
  const row = await deputies(db).where({ "d.id": key.id, "d.user_id": key.userId }).first();
  return row && asDeputy(row);
}

export async function findDeputyById(db: Database, id: number): Promise<Deputy | undefined> {
  const row = await deputies(db).where("d.id", id).first();
  return row && asDeputy(row);
}

function asDeputy({ leftAt, ...row }: Deputy & { leftAt: string | null }): Deputy {
  return { ...row, hasLeft: leftAt !== null };
}

function deputies(db: Database) {
  return db("deputies as d")
    .join("users as u", "u.id", "d.user_id")
    .join("users as s", "s.id", "d.deputy_user_id")
    .leftJoin("users as n", "n.id", "d.named_by")
    .orderBy("d.from_on", "desc")
    .orderBy("d.id", "desc")
    .select({
      id: "d.id",
      userId: "d.user_id",
      userName: "u.name",
      deputyUserId: "d.deputy_user_id",
      deputyName: "s.name",
      fromOn: "d.from_on",
      untilOn: "d.until_on",
      note: "d.note",
      namedByName: "n.name",
      endedAt: "d.archived_at",
      version: "d.version",
      leftAt: "s.deactivated_at",
    });
}

/**
 * The person that a deputy is named for, or whose deputy is ended. Locked, so that two who name a deputy
 * for them at the same moment cannot both find the days free.
 */
export async function lockRepresented(
  trx: Transaction,
  id: number,
): Promise<{ id: number; name: string } | undefined> {
  return trx("users").where({ id }).forUpdate().first("id", "name");
}

export interface NewDeputy {
  userId: number;
  deputyUserId: number;
  fromOn: string;
  untilOn: string;
  note: string | null;
  namedBy: number | null;
  createdAt: string;
}

export async function insertDeputy(trx: Transaction, deputy: NewDeputy): Promise<number> {
  const [row] = await trx("deputies")
    .insert({
      user_id: deputy.userId,
      deputy_user_id: deputy.deputyUserId,
      from_on: deputy.fromOn,
      until_on: deputy.untilOn,
      note: deputy.note,
      named_by: deputy.namedBy,
      created_at: deputy.createdAt,
    })
    .returning("id");
  return row.id;
}

/** False when it has been ended already. */
export async function endDeputy(
  trx: Transaction,
  { id, at }: { id: number; at: string },
): Promise<boolean> {
  const changed = await trx("deputies")
    .where({ id })
    .whereNull("archived_at")
    .increment("version", 1)
    .update({ archived_at: at });
  return changed === 1;
}
