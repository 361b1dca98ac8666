import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import type { CoveredCards } from "./card-coverage.ts";
import type { LinkOrigin } from "./card-links.ts";
import { type Reach, reachCondition } from "./reach.ts";

/** A link as a reader may see it: of a project out of their reach no name, number, activity or note. */
export interface ShownLink {
  id: number;
  cardId: number;
  origin: LinkOrigin;
  measureId: number | null;
  measureText: string | null;
  /** Null of a project that is only named, or that the reader does not reach; `isElsewhere` tells which. */
  projectId: number | null;
  /** It leads to a project of the house that the reader does not reach. */
  isElsewhere: boolean;
  /** The project, reached or not: to count by, never to be shown. */
  linkedId: number | null;
  projectShortName: string | null;
  projectTitle: string | null;
  registrationNumber: string | null;
  projectName: string | null;
  activityId: number | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  note: string | null;
  /** Columns that tell how the project stands; null of a mere name. */
  phase: string | null;
  startsOn: string | null;
  endsOn: string | null;
  projectArchivedAt: string | null;
  version: number;
}

/** Links of these cards in the order of what they lead to. */
export async function listShownLinks(
  db: Database,
  of: CoveredCards,
  reach: Reach,
): Promise<ShownLink[]> {
  const query = shownLinks(db, reach).orderBy(["l.card_id", "r.sort_key", "l.id"]);
  if ("planId" in of) query.where("c.plan_id", of.planId).whereNull("c.archived_at");
  else query.whereIn("l.card_id", [...of.cardIds]);
  return (await query).map(withFlag);
}

/** Links of a card that people have taken away, the last one first. */
export async function listRemovedLinks(
  db: Database,
  cardId: number,
  reach: Reach,
): Promise<ShownLink[]> {
  const query = linksOf(db, reach).where({ "l.card_id": cardId, "l.is_declined": true });
  return (
    await query.orderBy([{ column: "l.archived_at", order: "desc" }, { column: "l.id" }])
  ).map(withFlag);
}

/** A living link of the card. */
export async function findShownLink(
  db: Database,
  key: { cardId: number; id: number },
  reach: Reach,
): Promise<ShownLink | undefined> {
  const row = await shownLinks(db, reach)
    .where({ "l.card_id": key.cardId, "l.id": key.id })
    .first();
  return row && withFlag(row);
}

function shownLinks(db: Database, reach: Reach): Knex.QueryBuilder {
  return linksOf(db, reach).whereNull("l.archived_at");
}

/** Whatever names a project comes from `r`, which is the project where it is within reach. */
function linksOf(db: Database, reach: Reach): Knex.QueryBuilder {
  const condition = reachCondition(reach, "r.id");
  const isOpen = "(l.project_id is null or r.id is not null)";
  const open = (column: string) => db.raw(`case when ${isOpen} then ${column} end`);
  return db("card_links as l")
    .join("cards as c", "c.id", "l.card_id")
    .leftJoin("measures as m", (on) => on.on("m.id", "l.measure_id").andOnNull("m.archived_at"))
    .leftJoin("projects as p", "p.id", "l.project_id")
    .leftJoin("projects as r", (on) => {
      on.on("r.id", "l.project_id");
      if (condition) on.andOn(db.raw(condition.sql, condition.bindings));
    })
    .leftJoin("activities as a", (on) =>
      on.on("a.id", "l.activity_id").andOn("a.project_id", "r.id"),
    )
    .leftJoin("activities as b", "b.id", "a.parent_id")
    .select({
      id: "l.id",
      cardId: "l.card_id",
      origin: "l.origin",
      measureId: "m.id",
      measureText: "m.text",
      projectId: "r.id",
      isElsewhere: db.raw(`case when ${isOpen} then 0 else 1 end`),
      linkedId: "l.project_id",
      projectShortName: "r.short_name",
      projectTitle: "r.title",
      registrationNumber: open("coalesce(r.registration_number, l.registration_number)"),
      projectName: open("l.project_name"),
      activityId: "a.id",
      activityNumber: "a.number",
      activityParentNumber: "b.number",
      activityTitle: "a.title",
      note: open("l.note"),
      phase: "p.phase",
      startsOn: "p.starts_on",
      endsOn: "p.ends_on",
      projectArchivedAt: "p.archived_at",
      version: "l.version",
    });
}

function withFlag(row: Omit<ShownLink, "isElsewhere"> & { isElsewhere: number }): ShownLink {
  return { ...row, isElsewhere: row.isElsewhere === 1 };
}

/** A card that a project fulfils, with where it stands in its plan. */
export interface CardOfProject {
  /** Of the link. */
  id: number;
  origin: LinkOrigin;
  note: string | null;
  version: number;
  cardId: number;
  cardNumber: string;
  cardName: string;
  planId: number;
  planTitle: string;
  areaCode: string | null;
  areaTitle: string | null;
  measureId: number | null;
  measureText: string | null;
  activityId: number | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
}

/** Cards and plans in the archive are left out: what they were linked to is history. */
export async function listCardsOfProject(
  db: Database,
  of: { projectId: number; activityId?: number },
): Promise<CardOfProject[]> {
  const { projectId, activityId } = of;
  const isOfActivity = activityId !== undefined;
  return cardRows(db, { isOfActivity }, { projectId, activityId: activityId ?? 0 });
}

const cardRows = keptStatement<
  { isOfActivity: boolean },
  { projectId: number; activityId: number },
  CardOfProject
>((db, { isOfActivity }, { projectId, activityId }) => {
  const query = cardsOfProject(db, projectId).orderBy([
    { column: "n.from_year", order: "desc" },
    { column: "n.id", order: "desc" },
    { column: "c.sort_key" },
    { column: "c.id" },
    { column: "l.id" },
  ]);
  return isOfActivity ? query.where("l.activity_id", activityId) : query;
});

export async function findCardOfProject(
  db: Database,
  key: { projectId: number; id: number },
): Promise<CardOfProject | undefined> {
  return cardsOfProject(db, key.projectId).where("l.id", key.id).first();
}

function cardsOfProject(db: Database, projectId: number): Knex.QueryBuilder {
  return db("card_links as l")
    .join("cards as c", "c.id", "l.card_id")
    .join("plans as n", "n.id", "c.plan_id")
    .leftJoin("plan_areas as g", "g.id", "c.area_id")
    .leftJoin("measures as m", (on) => on.on("m.id", "l.measure_id").andOnNull("m.archived_at"))
    .leftJoin("activities as a", "a.id", "l.activity_id")
    .leftJoin("activities as b", "b.id", "a.parent_id")
    .where("l.project_id", projectId)
    .whereNull("l.archived_at")
    .whereNull("c.archived_at")
    .whereNull("n.archived_at")
    .select({
      id: "l.id",
      origin: "l.origin",
      note: "l.note",
      version: "l.version",
      cardId: "c.id",
      cardNumber: "c.number",
      cardName: "c.name",
      planId: "n.id",
      planTitle: "n.title",
      areaCode: "g.code",
      areaTitle: "g.title",
      measureId: "m.id",
      measureText: "m.text",
      activityId: "a.id",
      activityNumber: "a.number",
      activityParentNumber: "b.number",
      activityTitle: "a.title",
    });
}
