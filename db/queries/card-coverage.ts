import type { Database } from "../connection.ts";

/** Cards of a plan, or these cards. */
export type CoveredCards = { planId: number } | { cardIds: readonly number[] };

/** A living link of a card with the columns that tell how its project stands; a card without any has one row of nulls. */
export interface CoverageRow {
  cardId: number;
  linkId: number | null;
  measureId: number | null;
  activityId: number | null;
  projectId: number | null;
  phase: string | null;
  startsOn: string | null;
  endsOn: string | null;
  projectArchivedAt: string | null;
}

/** Names of projects are not among it: who may read them depends on the reader. */
export async function listCoverageRows(db: Database, of: CoveredCards): Promise<CoverageRow[]> {
  const query = db("cards as c")
    .leftJoin("card_links as l", (on) => on.on("l.card_id", "c.id").andOnNull("l.archived_at"))
    .leftJoin("projects as p", "p.id", "l.project_id")
    .orderBy(["c.id", "l.id"]);
  if ("planId" in of) query.where("c.plan_id", of.planId).whereNull("c.archived_at");
  else query.whereIn("c.id", [...of.cardIds]);
  return query.select({
    cardId: "c.id",
    linkId: "l.id",
    measureId: "l.measure_id",
    activityId: "l.activity_id",
    projectId: "l.project_id",
    phase: "p.phase",
    startsOn: "p.starts_on",
    endsOn: "p.ends_on",
    projectArchivedAt: "p.archived_at",
  });
}

/** A card of the page of coverage. */
export interface CoveredCard {
  id: number;
  number: string;
  name: string;
  areaId: number | null;
  responsible: string;
  ownerName: string | null;
}

/** Living cards of a plan in the order of their numbers. */
export async function listCoveredCards(db: Database, planId: number): Promise<CoveredCard[]> {
  return db("cards as c")
    .leftJoin("users as u", "u.id", "c.owner_user_id")
    .leftJoin("contacts as o", "o.id", "c.owner_contact_id")
    .where("c.plan_id", planId)
    .whereNull("c.archived_at")
    .orderBy(["c.sort_key", "c.id"])
    .select({
      id: "c.id",
      number: "c.number",
      name: "c.name",
      areaId: "c.area_id",
      responsible: "c.responsible",
      ownerName: db.raw("coalesce(u.name, o.name)"),
    });
}

/** What a card belongs to beside its area: a word of the catalogue where it is one, else as the card says it. */
export interface CardMark {
  cardId: number;
  key: string;
  labelCs: string;
  labelEn: string;
  position: number | null;
}

/** Target groups of the cards of a plan. */
export async function listTargetGroupsOfCards(db: Database, planId: number): Promise<CardMark[]> {
  return db("card_terms as t")
    .join("cards as c", "c.id", "t.card_id")
    .leftJoin("plan_terms as w", "w.id", "t.term_id")
    .where({ "c.plan_id": planId, "t.kind": "target-group" })
    .whereNull("c.archived_at")
    .orderBy(["t.card_id", "t.position", "t.id"])
    .select({
      cardId: "t.card_id",
      key: db.raw("coalesce(w.code, t.folded)"),
      labelCs: db.raw("coalesce(w.label_cs, t.text)"),
      labelEn: db.raw("coalesce(w.label_en, t.text)"),
      position: "w.position",
    });
}

/** Kinds of social services that the cards of a plan touch. */
export async function listServicesOfCards(db: Database, planId: number): Promise<CardMark[]> {
  return db("card_services as s")
    .join("cards as c", "c.id", "s.card_id")
    .leftJoin("social_services as w", "w.id", "s.service_id")
    .where("c.plan_id", planId)
    .whereNull("c.archived_at")
    .orderBy(["s.card_id", "s.position", "s.id"])
    .select({
      cardId: "s.card_id",
      key: db.raw("coalesce(w.section, s.text)"),
      labelCs: db.raw("coalesce(w.name_cs, s.text)"),
      labelEn: db.raw("coalesce(w.name_en, s.text)"),
      position: "w.position",
    });
}

/** Strategic goals that the cards of a plan serve. */
export async function listGoalsOfCards(db: Database, planId: number): Promise<CardMark[]> {
  const called = db.raw("case when a.id is null then g.code else a.code || ' ' || a.title end");
  return db("card_goals as g")
    .join("cards as c", "c.id", "g.card_id")
    .leftJoin("plan_areas as a", "a.id", "g.area_id")
    .where("c.plan_id", planId)
    .whereNull("c.archived_at")
    .orderBy(["a.sort_key", "g.code", "g.card_id", "g.id"])
    .select({
      cardId: "g.card_id",
      key: "g.code",
      labelCs: called,
      labelEn: called,
      position: db.raw("null"),
    });
}
