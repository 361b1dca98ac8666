import type { Database, Transaction } from "../connection.ts";
import type { MeasureState } from "./measures.ts";

/** A card of the plan, or one of its measures, that an action plan takes up. */
export interface ChosenItem {
  cardId: number;
  measureId: number | null;
}

export interface ItemFields {
  task: string | null;
  dueOn: string | null;
  result: string | null;
}

export interface ActionPlanItem extends ChosenItem, ItemFields {
  id: number;
  cardNumber: string;
  cardName: string;
  areaId: number | null;
  measureText: string | null;
  measureState: MeasureState | null;
  /** Of the measure, or of its card. */
  ownerName: string | null;
  version: number;
}

/** What an action plan takes up, in the order of the plan. */
export async function listActionPlanItems(
  db: Database,
  actionPlanId: number,
): Promise<ActionPlanItem[]> {
  return items(db)
    .where("i.action_plan_id", actionPlanId)
    .whereNull("i.archived_at")
    .orderBy(["x.sort_key", "x.id"])
    .orderByRaw("coalesce(m.position, 0), i.id");
}

export async function findActionPlanItem(
  db: Database,
  key: { actionPlanId: number; id: number },
): Promise<ActionPlanItem | undefined> {
  return items(db)
    .where({ "i.action_plan_id": key.actionPlanId, "i.id": key.id })
    .whereNull("i.archived_at")
    .first();
}

/** All that was ever chosen, so that what comes back has its task and result again. */
export async function listChosen(
  db: Database,
  actionPlanId: number,
): Promise<(ChosenItem & { id: number; isArchived: boolean })[]> {
  const rows = await db("action_plan_items")
    .where({ action_plan_id: actionPlanId })
    .orderBy("id")
    .select({
      id: "id",
      cardId: "card_id",
      measureId: "measure_id",
      archivedAt: "archived_at",
    });
  return rows.map(({ archivedAt, ...row }) => ({ ...row, isArchived: archivedAt !== null }));
}

/** Items that a further year may go on with: their card lives and their measure is neither done nor dropped. */
export async function listItemsToGoOn(
  db: Database,
  actionPlanId: number,
): Promise<(ChosenItem & { task: string | null })[]> {
  return db("action_plan_items as i")
    .join("cards as x", "x.id", "i.card_id")
    .leftJoin("measures as m", "m.id", "i.measure_id")
    .where("i.action_plan_id", actionPlanId)
    .whereNull("i.archived_at")
    .whereNull("x.archived_at")
    .where((open) =>
      open
        .whereNull("i.measure_id")
        .orWhere((of) => of.whereNull("m.archived_at").whereIn("m.state", ["planned", "running"])),
    )
    .orderBy("i.id")
    .select({ cardId: "i.card_id", measureId: "i.measure_id", task: "i.task" });
}

const ROWS_AT_ONCE = 200;

export async function insertActionPlanItems(
  trx: Transaction,
  of: { actionPlanId: number; createdAt: string },
  chosen: readonly (ChosenItem & { task?: string | null })[],
): Promise<void> {
  for (let from = 0; from < chosen.length; from += ROWS_AT_ONCE)
    await trx("action_plan_items").insert(
      chosen.slice(from, from + ROWS_AT_ONCE).map(({ cardId, measureId, task }) => ({
        action_plan_id: of.actionPlanId,
        card_id: cardId,
        measure_id: measureId,
        task: task ?? null,
        created_at: of.createdAt,
      })),
    );
}

export async function updateItemsArchived(
  trx: Transaction,
  ids: readonly number[],
  archivedAt: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  await trx("action_plan_items")
    .whereIn("id", [...ids])
    .update({ archived_at: archivedAt, version: trx.raw("version + 1") });
}

/** 0 when the item has another version by now. */
export async function updateActionPlanItem(
  trx: Transaction,
  key: { id: number; version: number },
  { task, dueOn, result }: ItemFields,
): Promise<number> {
  return trx("action_plan_items")
    .where({ id: key.id, version: key.version })
    .update({ task, due_on: dueOn, result, version: key.version + 1 });
}

export interface MeasureToChoose {
  id: number;
  cardId: number;
  text: string;
  state: MeasureState;
}

/** Living measures of living cards of a plan, in their order. */
export async function listMeasuresOfPlan(db: Database, planId: number): Promise<MeasureToChoose[]> {
  return db("measures as m")
    .join("cards as x", "x.id", "m.card_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .whereNull("m.archived_at")
    .orderBy(["x.sort_key", "x.id", "m.position", "m.id"])
    .select({ id: "m.id", cardId: "m.card_id", text: "m.text", state: "m.state" });
}

function items(db: Database) {
  return db("action_plan_items as i")
    .join("cards as x", "x.id", "i.card_id")
    .leftJoin("measures as m", "m.id", "i.measure_id")
    .leftJoin("users as mu", "mu.id", "m.owner_user_id")
    .leftJoin("contacts as mc", "mc.id", "m.owner_contact_id")
    .leftJoin("users as xu", "xu.id", "x.owner_user_id")
    .leftJoin("contacts as xc", "xc.id", "x.owner_contact_id")
    .select({
      id: "i.id",
      cardId: "i.card_id",
      measureId: "i.measure_id",
      task: "i.task",
      dueOn: "i.due_on",
      result: "i.result",
      version: "i.version",
      cardNumber: "x.number",
      cardName: "x.name",
      areaId: "x.area_id",
      measureText: "m.text",
      measureState: "m.state",
      ownerName: db.raw("coalesce(mu.name, mc.name, xu.name, xc.name)"),
    });
}
