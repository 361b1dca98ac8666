import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { SearchTerm } from "./searches.ts";

export interface FoundCard {
  id: number;
  planId: number;
  number: string;
  name: string;
  planTitle: string;
  description: string;
}

/** Living cards of living plans with all the words, those of plans in force first. */
export async function listFoundCards(
  db: Database,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<FoundCard[]> {
  const query = db("cards as x")
    .join("plans as p", "p.id", "x.plan_id")
    .whereNull("x.archived_at")
    .whereNull("p.archived_at")
    .orderByRaw("case p.state when 'in-force' then 1 when 'draft' then 2 else 3 end")
    .orderBy(["p.sort_key", "x.sort_key", "x.id"])
    .limit(limit);
  return withWords(query, terms).select({
    id: "x.id",
    planId: "x.plan_id",
    number: "x.number",
    name: "x.name",
    planTitle: "p.title",
    description: "x.description",
  });
}

/** Ids of living cards of one plan with all the words. */
export async function listCardIdsWith(
  db: Database,
  planId: number,
  terms: readonly SearchTerm[],
): Promise<number[]> {
  const query = db("cards as x").where("x.plan_id", planId).whereNull("x.archived_at");
  return withWords(query, terms).pluck("x.id");
}

/** Words hold letters and digits alone, so that none of them means anything to `like`. */
function withWords(query: Knex.QueryBuilder, terms: readonly SearchTerm[]): Knex.QueryBuilder {
  for (const { words, isPrefix } of terms)
    query.whereRaw("x.words like ?", [`% ${words.join(" ")}${isPrefix ? "" : " "}%`]);
  return query;
}
