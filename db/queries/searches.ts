import type { Knex } from "knex";
import { type Database, engineOf, type Transaction } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { type Reach, withinReach } from "./reach.ts";

export type SearchObjectType =
  | "project"
  | "milestone"
  | "activity"
  | "log-entry"
  | "event"
  | "expenditure"
  | "risk"
  | "control"
  | "resolution";

/** Words one after another; the last of them may be only a beginning. */
export interface SearchTerm {
  words: string[];
  isPrefix: boolean;
}

interface SearchObject {
  objectType: SearchObjectType;
  objectId: number;
}

export interface SearchEntry extends SearchObject {
  projectId: number;
  datedOn: string | null;
  title: string;
  body: string;
  titleWords: string;
  words: string;
}

/**
 * The id of an entry says what it is about: each type has a span of ids of its own, in which newer records
 * have higher ones. So the index, read backwards, gives the newest of a type first and can stop early. The
 * many log entries come lowest, for what lies above a span is passed over.
 */
const SPAN = 1_000_000_000_000;
const SPANS: readonly SearchObjectType[] = [
  "log-entry",
  "activity",
  "milestone",
  "project",
  "event",
  "expenditure",
  "risk",
  "control",
  "resolution",
];

export async function upsertSearchEntries(
  trx: Transaction,
  entries: readonly SearchEntry[],
): Promise<void> {
  await trx("search_entries")
    .insert(
      entries.map((entry) => ({
        id: entryId(entry),
        project_id: entry.projectId,
        dated_on: entry.datedOn,
        title: entry.title,
        body: entry.body,
        title_words: entry.titleWords,
        words: entry.words,
      })),
    )
    .onConflict("id")
    .merge(["dated_on", "title", "body", "title_words", "words"]);
}

export async function deleteSearchEntry(trx: Transaction, object: SearchObject): Promise<void> {
  await trx("search_entries").where("id", entryId(object)).delete();
}

export async function deleteSearchEntriesOf(
  trx: Transaction,
  objects: readonly SearchObject[],
): Promise<void> {
  await trx("search_entries").whereIn("id", objects.map(entryId)).delete();
}

export async function deleteSearchEntries(trx: Transaction): Promise<void> {
  await trx("search_entries").delete();
}

/** A match before it is ranked. */
export interface SearchCandidate extends SearchObject {
  projectId: number;
  datedOn: string | null;
  titleWords: string;
}

interface Wanted {
  types: readonly SearchObjectType[];
  terms: readonly SearchTerm[];
  /** Only in these projects; null = wherever the reader may see. */
  projectIds: readonly number[] | null;
  /** Of each type. */
  limit: number;
}

/** The newest matches of each type within reach. `projectIds` only quickens: reach is asked of each match. */
export async function listSearchCandidates(
  db: Database,
  reach: Reach,
  { types, terms, projectIds, limit }: Wanted,
): Promise<SearchCandidate[]> {
  if (types.length === 0 || terms.length === 0 || projectIds?.length === 0) return [];
  const { userId, userIds, ...sees } = reach;
  const rows = await candidateRows(
    db,
    { types, sees, limit, isOfProjects: projectIds !== null },
    { userId, userIds, ...askedWords(db, { terms, projectIds }) },
  );
  return rows.map(({ id, projectId, datedOn, titleWords }) => {
    const { objectType, objectId } = objectOf(id);
    return { objectType, objectId, projectId, datedOn, titleWords };
  });
}

interface Form {
  types: readonly SearchObjectType[];
  sees: Omit<Reach, "userId" | "userIds">;
  isOfProjects: boolean;
  limit: number;
}

interface Asked {
  match: string;
  projectIds: readonly number[];
}

const candidateRows = keptStatement<Form, Asked & Pick<Reach, "userId" | "userIds">, Row>(
  (db, { types, sees, isOfProjects, limit }, marks) => {
    const { match, userId, userIds } = marks;
    const projectIds = isOfProjects ? marks.projectIds : null;
    const [first, ...rest] = types.map((type) => {
      const archived = db("projects").whereNotNull("archived_at").select("id");
      const query = withinSpan(matches(db, { match, projectIds }), db, type)
        .whereNotIn("e.project_id", archived)
        .orderBy(indexedId(db), "desc")
        .limit(limit)
        .select({
          id: "e.id",
          projectId: "e.project_id",
          datedOn: "e.dated_on",
          titleWords: "e.title_words",
        });
      const reach = { ...sees, userId, userIds };
      return db.select("*").from(withinReach(query, db, reach, "e.project_id").as("newest"));
    });
    return (first as Knex.QueryBuilder).unionAll(rest);
  },
);

type Row = Omit<SearchCandidate, keyof SearchObject> & { id: number };

export interface SearchHit extends SearchObject {
  projectId: number;
  datedOn: string | null;
  title: string;
  body: string;
  projectName: string;
}

/** What is shown of the matches of one page, in the order asked for. */
export async function listSearchHits(
  db: Database,
  objects: readonly SearchObject[],
): Promise<SearchHit[]> {
  const ids = objects.map(entryId);
  const rows = await hitRows(db, {}, { ids });
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, ...hit }) => ({ ...objectOf(id), ...hit }));
}

type HitRow = Omit<SearchHit, keyof SearchObject> & { id: number };

const hitRows = keptStatement<object, { ids: readonly number[] }, HitRow>((db, _form, { ids }) =>
  db("search_entries as e")
    .join("projects as p", "p.id", "e.project_id")
    .whereIn("e.id", ids)
    .select({
      id: "e.id",
      projectId: "e.project_id",
      projectName: "p.short_name",
      datedOn: "e.dated_on",
      title: "e.title",
      body: "e.body",
    }),
);

/** Words of a search within one project, as the engine wants them; empty where nothing was asked for. */
export function wordsInProject(
  db: Database,
  projectId: number,
  terms: readonly SearchTerm[],
): string {
  return terms.length === 0 ? "" : askedWords(db, { terms, projectIds: [projectId] }).match;
}

/** Ids of a project's log entries with the words of `wordsInProject`, as a subquery. */
export function logEntriesWith(db: Database, projectId: number, words: string): Knex.QueryBuilder {
  const ofProject = matches(db, { match: words, projectIds: [projectId] });
  return withinSpan(ofProject, db, "log-entry").where("e.project_id", projectId).select("e.id");
}

function entryId({ objectType, objectId }: SearchObject): number {
  return SPANS.indexOf(objectType) * SPAN + objectId;
}

function objectOf(id: number): SearchObject {
  const objectType = SPANS[Math.floor(id / SPAN)];
  if (!objectType) throw new RangeError(`Not an entry of the search: ${id}`);
  return { objectType, objectId: id % SPAN };
}

/** The id by which the index is walked: SQLite does not see that the entry's own is the same. */
function indexedId(db: Database): string {
  return engineOf(db) === "sqlite" ? "e_words.rowid" : "e.id";
}

/** Cast, for numbers of that size come as floating ones, and the index would not stop at such a bound. */
function withinSpan(
  query: Knex.QueryBuilder,
  db: Database,
  type: SearchObjectType,
): Knex.QueryBuilder {
  const first = SPANS.indexOf(type) * SPAN;
  return query.whereRaw("?? between cast(? as bigint) and cast(? as bigint)", [
    indexedId(db),
    first,
    first + SPAN - 1,
  ]);
}

/** The words as the engine wants them; on SQLite they say in which projects, too. */
function askedWords(
  db: Database,
  { terms, projectIds }: Pick<Wanted, "terms" | "projectIds">,
): Asked {
  if (engineOf(db) === "sqlite") return { match: fts5Query(terms, projectIds), projectIds: [] };
  return { match: terms.map(tsqueryOf).join(" & "), projectIds: projectIds ?? [] };
}

function matches(
  db: Database,
  { match, projectIds }: { match: string; projectIds: readonly number[] | null },
): Knex.QueryBuilder {
  if (engineOf(db) === "sqlite") {
    return db("search_words as e_words")
      .join("search_entries as e", "e.id", "e_words.rowid")
      .whereRaw("search_words match ?", [match]);
  }
  const query = db("search_entries as e").whereRaw("e.lexemes @@ to_tsquery('simple', ?)", [match]);
  return projectIds ? query.whereIn("e.project_id", projectIds) : query;
}

/** Words hold letters and digits alone (`searchWords`), so that quoted they cannot mean anything else. */
function fts5Query(terms: readonly SearchTerm[], projectIds: readonly number[] | null): string {
  const words = terms
    .map(({ words, isPrefix }) => `"${words.join(" ")}"${isPrefix ? " *" : ""}`)
    .join(" AND ");
  if (projectIds === null) return `words : (${words})`;
  const projects = projectIds.map((id) => `"p${id}"`).join(" OR ");
  return `words : (${words}) AND project : (${projects})`;
}

function tsqueryOf({ words, isPrefix }: SearchTerm): string {
  return `(${words.map((word) => `'${word}'`).join(" <-> ")}${isPrefix ? ":*" : ""})`;
}
