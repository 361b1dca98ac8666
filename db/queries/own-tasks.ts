import type { Database } from "../connection.ts";

/** What somebody who answers for a card or a measure has to do for a plan in force. */
export interface OwnTask {
  planId: number;
  planTitle: string;
  cardId: number;
  cardNumber: string;
  cardName: string;
  measureId: number | null;
  measureText: string | null;
  /** Of an approved action plan; null for a measure with a day of its own. */
  year: number | null;
  task: string | null;
  dueOn: string | null;
  ownerUserId: number;
  ownerName: string;
}

/** Items of approved action plans without a result, unless their measure is done or dropped. */
export async function listOwnItems(db: Database, userIds: readonly number[]): Promise<OwnTask[]> {
  return db("action_plan_items as i")
    .join("action_plans as a", "a.id", "i.action_plan_id")
    .join("cards as x", "x.id", "i.card_id")
    .join("plans as p", "p.id", "x.plan_id")
    .leftJoin("measures as m", "m.id", "i.measure_id")
    .join("users as o", "o.id", db.raw(OWNER))
    .where({ "a.state": "approved", "p.state": "in-force" })
    .whereNull("a.archived_at")
    .whereNull("p.archived_at")
    .whereNull("x.archived_at")
    .whereNull("i.archived_at")
    .whereNull("i.result")
    .where((open) =>
      open
        .whereNull("m.id")
        .orWhere((of) => of.whereNull("m.archived_at").whereIn("m.state", OPEN_STATES)),
    )
    .whereIn("o.id", [...userIds])
    .orderBy(["x.sort_key", "x.id", "i.id"])
    .select(COLUMNS)
    .select({ year: "a.year", task: "i.task", dueOn: "i.due_on" });
}

/** Measures with a day of their own that are neither done nor dropped. */
export async function listOwnMeasures(
  db: Database,
  userIds: readonly number[],
): Promise<OwnTask[]> {
  const rows = await db("measures as m")
    .join("cards as x", "x.id", "m.card_id")
    .join("plans as p", "p.id", "x.plan_id")
    .join("users as o", "o.id", db.raw(OWNER))
    .where("p.state", "in-force")
    .whereNull("p.archived_at")
    .whereNull("x.archived_at")
    .whereNull("m.archived_at")
    .whereNotNull("m.due_on")
    .whereIn("m.state", OPEN_STATES)
    .whereIn("o.id", [...userIds])
    .orderBy(["x.sort_key", "x.id", "m.position", "m.id"])
    .select(COLUMNS)
    .select({ dueOn: "m.due_on" });
  return rows.map((row) => ({ ...row, year: null, task: null }));
}

const OPEN_STATES = ["planned", "running"];

/** Of the measure, or of its card; a measure of somebody without an account is nobody's here. */
const OWNER =
  "case when m.owner_contact_id is null then coalesce(m.owner_user_id, x.owner_user_id) end";

const COLUMNS = {
  planId: "p.id",
  planTitle: "p.title",
  cardId: "x.id",
  cardNumber: "x.number",
  cardName: "x.name",
  measureId: "m.id",
  measureText: "m.text",
  ownerUserId: "o.id",
  ownerName: "o.name",
};
