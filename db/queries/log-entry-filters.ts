import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { logEntriesWith, type SearchTerm, wordsInProject } from "./searches.ts";

export interface LogFilter {
  projectId: number;
  /** First and last day. */
  days: { from: string; to: string } | null;
  activityId: number | "none" | null;
  authorId: number | null;
  terms: readonly SearchTerm[];
  isArchived: boolean;
}

/** What of a filter the text of a statement depends on, and what is put into it. */
export interface FilterForm {
  isArchived: boolean;
  hasDays: boolean;
  hasAuthor: boolean;
  hasTerms: boolean;
  activity: "any" | "none" | "one";
}

export interface FilterValues {
  projectId: number;
  from: string;
  to: string;
  authorId: number;
  words: string;
  activityId: number;
}

export function formOf({ isArchived, days, authorId, terms, activityId }: LogFilter): FilterForm {
  return {
    isArchived,
    hasDays: days !== null,
    hasAuthor: authorId !== null,
    hasTerms: terms.length > 0,
    activity: activityId === null ? "any" : activityId === "none" ? "none" : "one",
  };
}

export function valuesOf(db: Database, filter: LogFilter): FilterValues {
  const { projectId, days, authorId, terms, activityId } = filter;
  return {
    projectId,
    from: days?.from ?? "",
    to: days?.to ?? "",
    authorId: authorId ?? 0,
    words: wordsInProject(db, projectId, terms),
    activityId: typeof activityId === "number" ? activityId : 0,
  };
}

export function filtered(db: Database, form: FilterForm, values: FilterValues): Knex.QueryBuilder {
  const { projectId, from, to, authorId, words, activityId } = values;
  const query = db("log_entries as l").where("l.project_id", projectId);
  if (form.isArchived) query.whereNotNull("l.archived_at");
  else query.whereNull("l.archived_at");
  if (form.hasDays) query.whereBetween("l.happened_on", [from, to]);
  if (form.hasAuthor) query.where("l.author_id", authorId);
  if (form.hasTerms) query.whereIn("l.id", logEntriesWith(db, projectId, words));
  if (form.activity !== "any") narrowToActivity(db, query, form.activity, activityId);
  return query;
}

/** A key activity stands for its sub-activities too. */
function narrowToActivity(
  db: Database,
  query: Knex.QueryBuilder,
  activity: "none" | "one",
  activityId: number,
): void {
  const links = db("log_entry_activities as x")
    .whereRaw("x.log_entry_id = l.id")
    .select(db.raw("1"));
  if (activity === "none") {
    query.whereNotExists(links);
    return;
  }
  const family = db("activities").where("id", activityId).orWhere("parent_id", activityId);
  query.whereExists(links.whereIn("x.activity_id", family.select("id")));
}
