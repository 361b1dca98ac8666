import type { Knex } from "knex";
import type { Owner } from "../../server/values/owner.ts";
import type { Database } from "../connection.ts";
import { named, type Risk } from "./risks.ts";

export interface RiskFilter {
  projectId: number;
  /** `live` is what may still happen or has happened and is not over. */
  state: "live" | "occurred" | "closed" | "archived" | "all";
  /** Of a key activity also those of its sub-activities; null is no activity at all. */
  activityId?: number | null | undefined;
  /** Nobody when both are null. */
  owner?: Owner | undefined;
}

export interface RiskSort {
  by: "score" | "review" | "number";
  isDescending: boolean;
}

/** One page of the list, or all of it without a page. */
export async function listRisks(
  db: Database,
  filter: RiskFilter,
  order: { sort: RiskSort; page?: { limit: number; offset: number } },
): Promise<Risk[]> {
  const query = named(inState(filtered(db, filter), filter.state), db);
  const { by, isDescending } = order.sort;
  const direction = isDescending ? "desc" : "asc";
  if (by === "review") query.orderByRaw("case when x.next_review_on is null then 1 else 0 end");
  query.orderByRaw(`${SORT[by]} ${direction}`).orderByRaw("x.number desc");
  if (order.page) query.limit(order.page.limit).offset(order.page.offset);
  return query;
}

const SORT: Record<RiskSort["by"], string> = {
  score: "x.probability * x.impact",
  review: "x.next_review_on",
  number: "x.number",
};

export type RiskCounts = Record<RiskFilter["state"], number>;

/** How many there are in each state, whatever state the filter asks for. */
export async function countRisksByState(db: Database, filter: RiskFilter): Promise<RiskCounts> {
  const count = (condition: string) => db.raw(`count(case when ${condition} then 1 end)`);
  return filtered(db, filter).first({
    live: count(`${CONDITIONS.live}`),
    occurred: count(CONDITIONS.occurred),
    closed: count(CONDITIONS.closed),
    archived: count(CONDITIONS.archived),
    all: count(CONDITIONS.all),
  });
}

export interface RiskPlace {
  id: number;
  number: number;
  title: string;
  probability: number;
  impact: number;
}

const MOST_PLACES = 300;

/** Where live risks stand in the matrix. */
export async function listRiskPlaces(db: Database, filter: RiskFilter): Promise<RiskPlace[]> {
  return inState(filtered(db, filter), "live").orderBy("x.number").limit(MOST_PLACES).select({
    id: "x.id",
    number: "x.number",
    title: "x.title",
    probability: "x.probability",
    impact: "x.impact",
  });
}

const CONDITIONS: Record<RiskFilter["state"], string> = {
  live: "x.archived_at is null and x.state <> 'closed'",
  occurred: "x.archived_at is null and x.state = 'occurred'",
  closed: "x.archived_at is null and x.state = 'closed'",
  archived: "x.archived_at is not null",
  all: "x.archived_at is null",
};

function inState(query: Knex.QueryBuilder, state: RiskFilter["state"]): Knex.QueryBuilder {
  return query.whereRaw(CONDITIONS[state]);
}

function filtered(db: Database, filter: RiskFilter): Knex.QueryBuilder {
  const query = db("risks as x").where("x.project_id", filter.projectId);
  const { activityId, owner } = filter;
  if (owner)
    query.where({
      "x.owner_user_id": owner.ownerUserId,
      "x.owner_contact_id": owner.ownerContactId,
    });
  if (activityId === null) query.whereNull("x.activity_id");
  if (typeof activityId === "number")
    query.whereIn(
      "x.activity_id",
      db("activities as w")
        .where("w.id", activityId)
        .orWhere("w.parent_id", activityId)
        .select("w.id"),
    );
  return query;
}
