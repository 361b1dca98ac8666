import type { Database } from "../connection.ts";
import type { MeasureState } from "./measures.ts";
import { type Reach, withinReach } from "./reach.ts";

/** A card as tables of a whole plan call it. */
export interface CardLine {
  id: number;
  areaId: number | null;
  number: string;
  name: string;
  ownerName: string | null;
}

/** Living cards of a plan by their numbers. */
export async function listCardLines(db: Database, planId: number): Promise<CardLine[]> {
  return db("cards as x")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .orderBy(["x.sort_key", "x.id"])
    .select({ id: "x.id", areaId: "x.area_id", number: "x.number", name: "x.name" })
    .select({ ownerName: db.raw("coalesce(u.name, c.name)") });
}

export interface CountedMeasures {
  cardId: number;
  state: MeasureState;
  count: number;
}

/** How many living measures of living cards of a plan are in each state. */
export async function countMeasures(db: Database, planId: number): Promise<CountedMeasures[]> {
  return db("measures as m")
    .join("cards as x", "x.id", "m.card_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .whereNull("m.archived_at")
    .groupBy("m.card_id", "m.state")
    .select({ cardId: "m.card_id", state: "m.state" })
    .select(db.raw("cast(count(*) as integer) as count"));
}

export interface NamedProject {
  id: number;
  shortName: string;
  title: string;
  registrationNumber: string | null;
  startsOn: string;
  endsOn: string;
}

/** Those of the projects that the reader may see, by name; nothing is said of the others. */
export async function listNamedProjects(
  db: Database,
  reach: Reach,
  projectIds: readonly number[],
): Promise<NamedProject[]> {
  const query = db("projects as p").whereIn("p.id", [...projectIds]);
  return withinReach(query, db, reach, "p.id").orderBy(["p.sort_key", "p.id"]).select({
    id: "p.id",
    shortName: "p.short_name",
    title: "p.title",
    registrationNumber: "p.registration_number",
    startsOn: "p.starts_on",
    endsOn: "p.ends_on",
  });
}
