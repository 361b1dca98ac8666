import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { SearchObjectType } from "./searches.ts";

/** A record as it stands in its own table, for the search index to be made again from. */
export interface SearchSource {
  objectId: number;
  projectId: number;
  datedOn: string | null;
  title: string;
  texts: (string | null)[];
}

/** Living records of a type, by id, following `afterId`. */
export async function listSearchSources(
  db: Database,
  type: SearchObjectType,
  page: { afterId: number; limit: number; projectId?: number },
): Promise<SearchSource[]> {
  const { table, id, columns, texts } = SOURCES[type];
  const query = table(db);
  if (page.projectId !== undefined) query.where(columns.projectId, page.projectId);
  const rows: Record<string, unknown>[] = await query
    .where(id, ">", page.afterId)
    .orderBy(id)
    .limit(page.limit)
    .select({ objectId: id, ...columns })
    .select(Object.fromEntries(texts.map((text, place) => [`text${place}`, db.raw(text)])));
  return rows.map((row) => ({
    objectId: Number(row.objectId),
    projectId: Number(row.projectId),
    datedOn: row.datedOn as string | null,
    title: String(row.title ?? ""),
    texts: texts.map((_, place) => row[`text${place}`] as string | null),
  }));
}

interface Source {
  table: (db: Database) => Knex.QueryBuilder;
  id: string;
  columns: { projectId: string; datedOn: string; title?: string };
  /** SQL expressions, in the order in which the record's own service puts them. */
  texts: string[];
}

/** Findings with their remedies, a line each, as the service of controls puts them. */
const FINDINGS = `(select string_agg(f.finding || coalesce(' ' || f.remedy, ''), '\n' order by f.number)
  from control_findings as f where f.control_id = s.id and f.archived_at is null)`;

const SOURCES: Record<SearchObjectType, Source> = {
  project: {
    table: (db) => db("projects as s").whereNull("s.archived_at"),
    id: "s.id",
    columns: { projectId: "s.id", datedOn: "s.starts_on", title: "s.short_name" },
    texts: ["s.title", "s.registration_number", "s.vision"],
  },
  activity: {
    table: (db) =>
      db("activities as s")
        .leftJoin("activities as p", "p.id", "s.parent_id")
        .whereNull("s.archived_at"),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.starts_on", title: "s.title" },
    texts: [
      "'KA' || coalesce(p.number || ' ', '') || s.number",
      "s.goal",
      "s.description",
      "s.outputs",
    ],
  },
  milestone: {
    table: (db) => db("milestones as s").whereNull("s.archived_at"),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.due_on", title: "s.title" },
    texts: ["s.note", "s.proof"],
  },
  "log-entry": {
    table: (db) => db("log_entries as s").whereNull("s.archived_at"),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.happened_on" },
    texts: ["s.body", "s.next_step"],
  },
  // What a confidential event is called is for its coordinator, whom no index knows.
  event: {
    table: (db) => db("events as s").whereNull("s.archived_at").where("s.is_confidential", false),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.starts_on", title: "s.title" },
    texts: ["s.goal", "s.place", "s.accreditation_number"],
  },
  // Pay is for those who may read it, whom no index knows.
  expenditure: {
    table: (db) => db("expenditures as s").whereNull("s.archived_at").whereNot("s.kind", "payroll"),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.valid_on", title: "s.description" },
    texts: [
      "s.document_number",
      "s.supplier_name",
      "s.supplier_ico",
      "s.contract_number",
      "s.order_number",
    ],
  },
  risk: {
    table: (db) => db("risks as s").whereNull("s.archived_at"),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.assessed_on", title: "s.title" },
    texts: ["s.description", "s.measure"],
  },
  control: {
    table: (db) => db("controls as s").whereNull("s.archived_at"),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.starts_on", title: "s.subject" },
    texts: ["s.controlling_body", "s.file_number", "s.conclusion", FINDINGS],
  },
  resolution: {
    table: (db) => db("resolutions as s").whereNull("s.archived_at"),
    id: "s.id",
    columns: { projectId: "s.project_id", datedOn: "s.submit_by", title: "s.title" },
    texts: ["s.decided_by", "s.resolution_number", "s.file_number", "s.note"],
  },
};
