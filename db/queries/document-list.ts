import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import {
  type DocumentLine,
  type DocumentReader,
  documentLine,
  documentsFor,
  LINE,
} from "./documents.ts";

export interface DocumentFilter extends DocumentReader {
  projectId: number;
  /** Folded; every one must occur in the title. */
  words: readonly string[];
  /** Titles of personal papers are searched only for whoever may read them. */
  searchesPersonal: boolean;
  category: string | null;
  objectType: string | null;
  isArchived: boolean;
  /** Pictures anybody in the project may look at: whoever opens a protected one is put down. */
  onlyPictures?: boolean;
}

export interface ListedDocument extends DocumentLine {
  /** What it hangs on by its name; a person only by their code, a confidential event by nothing. */
  objectLabel: string | null;
  /** The indicator of an indicator value. */
  parentId: number | null;
}

/** Newest first, with the record that each hangs on; one query. */
export async function listDocuments(
  db: Database,
  filter: DocumentFilter,
  page: { limit: number; offset: number },
): Promise<ListedDocument[]> {
  const rows = await withRecords(db, narrowed(db, filter))
    .orderBy("d.id", "desc")
    .limit(page.limit)
    .offset(page.offset)
    .select({ ...LINE, parentId: "iv.indicator_id" })
    .select({ objectLabel: db.raw(LABEL, [false]) });
  return rows.map(documentLine);
}

/** Papers beside whatever they hang on, of which `LABEL` tells the name. */
export function withRecords(db: Database, papers: Knex.QueryBuilder): Knex.QueryBuilder {
  return papers
    .leftJoin("activities as a", joinOn(db, "activity", "a.id"))
    .leftJoin("milestones as m", joinOn(db, "milestone", "m.id"))
    .leftJoin("indicator_values as iv", joinOn(db, "indicator-value", "iv.id"))
    .leftJoin("indicators as i", (on) =>
      on
        .on("i.id", db.raw("case when d.object_type = 'indicator' then d.object_id end"))
        .orOn("i.id", "iv.indicator_id"),
    )
    .leftJoin("events as e", joinOn(db, "event", "e.id"))
    .leftJoin("campaigns as c", joinOn(db, "campaign", "c.id"))
    .leftJoin("internships as n", joinOn(db, "internship", "n.id"))
    .leftJoin("bodies as b", joinOn(db, "body", "b.id"))
    .leftJoin("expenditures as x", joinOn(db, "expenditure", "x.id"))
    .leftJoin("controls as ct", joinOn(db, "control", "ct.id"))
    .leftJoin("resolutions as rs", joinOn(db, "resolution", "rs.id"))
    .leftJoin("participations as pp", joinOn(db, "participation", "pp.id"))
    .leftJoin("participants as p", "p.id", "pp.participant_id");
}

/** The record by its name; the one binding is false. */
export const LABEL =
  "coalesce(a.title, m.title, i.name, case when e.is_confidential = ? then e.title end, c.title, n.title, b.name, p.code, x.description, ct.subject, rs.title)";

export async function countDocuments(db: Database, filter: DocumentFilter): Promise<number> {
  const row = await narrowed(db, filter).count({ n: "*" }).first();
  return Number(row?.n ?? 0);
}

function narrowed(db: Database, filter: DocumentFilter) {
  const query = documentsFor(db, filter).where("d.project_id", filter.projectId);
  if (filter.isArchived) query.whereNotNull("d.archived_at");
  else query.whereNull("d.archived_at");
  if (filter.category) query.where("d.category", filter.category);
  if (filter.objectType) query.where("d.object_type", filter.objectType);
  if (filter.onlyPictures) {
    query.whereIn("v.media_type", ["image/jpeg", "image/png"]);
    query.where({ "d.is_personal": false, "d.is_signed_original": false });
  }
  if (filter.words.length > 0 && !filter.searchesPersonal) query.where("d.is_personal", false);
  for (const word of filter.words) {
    const pattern = `%${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
    query.whereRaw("d.title_folded like ? escape '!'", [pattern]);
  }
  return query;
}

export function joinOn(db: Database, objectType: string, column: string): Knex.JoinCallback {
  return (on) =>
    on.on(column, "d.object_id").andOn(db.raw("d.object_type = ?", [objectType]) as never);
}
