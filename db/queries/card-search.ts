import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
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
  return foundRows(db, { limit }, { patterns: patternsOf(terms) });
}

const foundRows = keptStatement<{ limit: number }, { patterns: readonly string[] }, FoundCard>(
  (db, { limit }, { patterns }) => {
    const query = db("cards as x")
      .join("plans as p", "p.id", "x.plan_id")
      .whereNull("x.archived_at")
      .whereNull("p.archived_at")
      .orderByRaw("case p.state when 'in-force' then 1 when 'draft' then 2 else 3 end")
      .orderBy(["p.sort_key", "x.sort_key", "x.id"])
      .limit(limit);
    return withWords(query, patterns).select({
      id: "x.id",
      planId: "x.plan_id",
      number: "x.number",
      name: "x.name",
      planTitle: "p.title",
      description: "x.description",
    });
  },
);

/** Ids of living cards of one plan with all the words. */
export async function listCardIdsWith(
  db: Database,
  planId: number,
  terms: readonly SearchTerm[],
): Promise<number[]> {
  const query = db("cards as x").where("x.plan_id", planId).whereNull("x.archived_at");
  return withWords(query, patternsOf(terms)).pluck("x.id");
}

/** Words hold letters and digits alone, so that none of them means anything to `like`. */
function patternsOf(terms: readonly SearchTerm[]): string[] {
  return terms.map(({ words, isPrefix }) => `% ${words.join(" ")}${isPrefix ? "" : " "}%`);
}

function withWords(query: Knex.QueryBuilder, patterns: readonly string[]): Knex.QueryBuilder {
  for (const pattern of patterns) query.whereRaw("x.words like ?", [pattern]);
  return query;
}
