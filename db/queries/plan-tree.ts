import type { Owner } from "../../server/values/owner.ts";
import type { Database } from "../connection.ts";
import type { TermKind } from "./plan-terms.ts";

/** A living card as a row of its plan's tree. */
export interface TreeCard extends Owner {
  id: number;
  areaId: number | null;
  number: string;
  name: string;
  period: string;
  fromYear: number | null;
  toYear: number | null;
  isPlaceholder: boolean;
  ownerName: string | null;
}

export async function listTreeCards(db: Database, planId: number): Promise<TreeCard[]> {
  const rows: TreeCard[] = await db("cards as x")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .orderBy(["x.sort_key", "x.id"])
    .select({
      id: "x.id",
      areaId: "x.area_id",
      number: "x.number",
      name: "x.name",
      period: "x.period",
      fromYear: "x.from_year",
      toYear: "x.to_year",
      isPlaceholder: "x.is_placeholder",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
    });
  return rows.map((row) => ({ ...row, isPlaceholder: Boolean(row.isPlaceholder) }));
}

export interface MeasureCounts {
  planned: number;
  running: number;
  done: number;
  dropped: number;
}

/** How far measures of each card are; of one plan, or of all by plan where `by` says so. */
export async function countMeasuresByCard(
  db: Database,
  planId: number,
): Promise<Map<number, MeasureCounts>> {
  const rows = await measures(db)
    .where("x.plan_id", planId)
    .groupBy("m.card_id")
    .select({ key: "m.card_id", ...counts(db) });
  return keyed(rows);
}

export async function countMeasuresByPlan(db: Database): Promise<Map<number, MeasureCounts>> {
  const rows = await measures(db)
    .groupBy("x.plan_id")
    .select({ key: "x.plan_id", ...counts(db) });
  return keyed(rows);
}

/** Ids of terms that each card names, by kind. */
export async function listTermsByCard(
  db: Database,
  planId: number,
): Promise<{ cardId: number; kind: TermKind; ids: number[] }[]> {
  const named = db("card_terms as t")
    .join("cards as x", "x.id", "t.card_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .whereNotNull("t.term_id")
    .distinct({ cardId: "t.card_id", kind: "t.kind", id: "t.term_id" });
  const rows = await db
    .from(named.as("n"))
    .groupBy(["cardId", "kind"])
    .select({ cardId: "cardId", kind: "kind", ids: joined(db) });
  return rows.map((row) => ({ ...row, ids: idsIn(row.ids) }));
}

/** Ids of kinds of services that each card touches. */
export async function listServicesByCard(
  db: Database,
  planId: number,
): Promise<{ cardId: number; ids: number[] }[]> {
  const named = db("card_services as s")
    .join("cards as x", "x.id", "s.card_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .whereNotNull("s.service_id")
    .distinct({ cardId: "s.card_id", id: "s.service_id" });
  const rows = await db
    .from(named.as("n"))
    .groupBy("cardId")
    .select({ cardId: "cardId", ids: joined(db) });
  return rows.map((row) => ({ ...row, ids: idsIn(row.ids) }));
}

function measures(db: Database) {
  return db("measures as m")
    .join("cards as x", "x.id", "m.card_id")
    .whereNull("m.archived_at")
    .whereNull("x.archived_at");
}

function counts(db: Database) {
  const count = (state: keyof MeasureCounts) =>
    db.raw("count(case when m.state = ? then 1 end)", [state]);
  return {
    planned: count("planned"),
    running: count("running"),
    done: count("done"),
    dropped: count("dropped"),
  };
}

function keyed(rows: (MeasureCounts & { key: number })[]): Map<number, MeasureCounts> {
  return new Map(
    rows.map(({ key, planned, running, done, dropped }) => [
      key,
      {
        planned: Number(planned),
        running: Number(running),
        done: Number(done),
        dropped: Number(dropped),
      },
    ]),
  );
}

/** Both engines know it, SQLite only of rows that are distinct already. */
function joined(db: Database) {
  return db.raw("string_agg(cast(?? as text), ',')", ["id"]);
}

function idsIn(text: string): number[] {
  return text.split(",").map(Number);
}
