import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

/** A card as it is called, with its plan. */
export interface CardName {
  id: number;
  planId: number;
  number: string;
  name: string;
}

/** A card that something may be linked to: neither it nor its plan is in the archive. */
export async function findLivingCard(db: Database, id: number): Promise<CardName | undefined> {
  return livingCards(db).where("c.id", id).first();
}

export async function listLivingCards(db: Database, planId: number): Promise<CardName[]> {
  return livingCards(db).where("c.plan_id", planId).orderBy(["c.sort_key", "c.id"]);
}

function livingCards(db: Database) {
  return db("cards as c")
    .join("plans as n", "n.id", "c.plan_id")
    .whereNull("c.archived_at")
    .whereNull("n.archived_at")
    .select({ id: "c.id", planId: "c.plan_id", number: "c.number", name: "c.name" });
}

export interface PlanName {
  id: number;
  title: string;
}

/** Plans with cards to choose from: what is in force first, then the newest. */
export async function listLivingPlans(db: Database): Promise<PlanName[]> {
  return db("plans")
    .whereNull("archived_at")
    .orderByRaw("case state when 'in-force' then 0 else 1 end")
    .orderBy([
      { column: "from_year", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .limit(100)
    .select("id", "title");
}

export interface MeasureName {
  id: number;
  text: string;
}

export async function listMeasureNames(db: Database, cardId: number): Promise<MeasureName[]> {
  return db("measures")
    .where({ card_id: cardId })
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select("id", "text");
}

export interface ProjectName {
  id: number;
  shortName: string;
  registrationNumber: string | null;
}

/** Projects within reach that a card may be linked to, those in the archive left out. */
export async function listLinkableProjects(db: Database, reach: Reach): Promise<ProjectName[]> {
  const query = db("projects as p").whereNull("p.archived_at").orderBy(["p.sort_key", "p.id"]);
  return withinReach(query, db, reach, "p.id").select({
    id: "p.id",
    shortName: "p.short_name",
    registrationNumber: "p.registration_number",
  });
}
