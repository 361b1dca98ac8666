import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type MeasureState = "planned" | "running" | "done" | "dropped";

/** What is said of a measure beside its text. */
export interface MeasureFields extends Owner {
  text: string;
  state: MeasureState;
  dueOn: string | null;
  proof: string | null;
  note: string | null;
}

export interface Measure extends MeasureFields {
  id: number;
  cardId: number;
  position: number;
  stateChangedAt: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

/** A measure of a card by its place and words: all that a rewritten card says of it. */
export interface MeasurePlace {
  id: number;
  cardId: number;
  position: number;
  text: string;
  archivedAt: string | null;
}

/** Measures of cards in their order, archived ones among them, so that they may come back. */
export async function listMeasurePlaces(
  db: Database,
  cardIds: readonly number[],
): Promise<MeasurePlace[]> {
  return db("measures")
    .whereIn("card_id", [...cardIds])
    .orderBy(["card_id", "position", "id"])
    .select({
      id: "id",
      cardId: "card_id",
      position: "position",
      text: "text",
      archivedAt: "archived_at",
    });
}

const ROWS_AT_ONCE = 300;

export async function insertMeasures(
  trx: Transaction,
  measures: readonly Pick<MeasurePlace, "cardId" | "position" | "text">[],
  createdAt: string,
): Promise<void> {
  for (let from = 0; from < measures.length; from += ROWS_AT_ONCE)
    await trx("measures").insert(
      measures.slice(from, from + ROWS_AT_ONCE).map(({ cardId, position, text }) => ({
        ...{ card_id: cardId, position, text, created_at: createdAt },
      })),
    );
}

/** Moves, rewords, archives and brings back many at once; everything else about them stays. */
export async function updateMeasurePlaces(
  trx: Transaction,
  places: readonly MeasurePlace[],
  at: string,
): Promise<void> {
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE)
    await trx("measures")
      .insert(
        places.slice(from, from + ROWS_AT_ONCE).map((place) => ({
          id: place.id,
          card_id: place.cardId,
          position: place.position,
          text: place.text,
          archived_at: place.archivedAt,
          created_at: at,
        })),
      )
      .onConflict("id")
      .merge({
        position: trx.raw("excluded.position"),
        text: trx.raw("excluded.text"),
        archived_at: trx.raw("excluded.archived_at"),
        version: trx.raw("measures.version + 1"),
      });
}

export async function listMeasures(db: Database, cardId: number): Promise<Measure[]> {
  return measures(db)
    .where("x.card_id", cardId)
    .whereNull("x.archived_at")
    .orderBy(["x.position", "x.id"]);
}

export async function findMeasure(
  db: Database,
  key: { cardId: number; id: number },
): Promise<Measure | undefined> {
  return measures(db).where({ "x.card_id": key.cardId, "x.id": key.id }).first();
}

/** At the end of its card. */
export async function insertMeasure(
  trx: Transaction,
  measure: MeasureFields & { cardId: number; stateChangedAt: string | null; createdAt: string },
): Promise<number> {
  const [last] = await trx("measures").where({ card_id: measure.cardId }).max({ n: "position" });
  const [row] = await trx("measures")
    .insert({
      ...columns(measure),
      card_id: measure.cardId,
      position: Number(last?.n ?? 0) + 1,
      created_at: measure.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updateMeasure(
  trx: Transaction,
  key: { id: number; version: number },
  fields: MeasureFields & { stateChangedAt: string | null },
): Promise<number> {
  return trx("measures")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function updateMeasureState(
  trx: Transaction,
  key: { id: number; version: number },
  { state, at }: { state: MeasureState; at: string },
): Promise<void> {
  await trx("measures")
    .where({ id: key.id })
    .update({ state, state_changed_at: at, version: key.version + 1 });
}

export async function updateMeasureArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("measures")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

function columns(fields: MeasureFields & { stateChangedAt: string | null }) {
  return {
    text: fields.text,
    state: fields.state,
    due_on: fields.dueOn,
    proof: fields.proof,
    note: fields.note,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
    state_changed_at: fields.stateChangedAt,
  };
}

function measures(db: Database) {
  return db("measures as x")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .select({
      id: "x.id",
      cardId: "x.card_id",
      position: "x.position",
      text: "x.text",
      state: "x.state",
      dueOn: "x.due_on",
      proof: "x.proof",
      note: "x.note",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      stateChangedAt: "x.state_changed_at",
      archivedAt: "x.archived_at",
      version: "x.version",
    });
}
