import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { oneLine } from "./one-line.ts";

/** Something a project is watched by that is not over: a risk, a finding, a resolution. */
export interface Watched {
  objectType: "risk" | "finding" | "resolution";
  /** The record on whose page it is found: of a finding its control. */
  pageId: number;
  title: string;
  /** Marks of a risk; null for the others. */
  probability: number | null;
  impact: number | null;
  state: string;
  dueOn: string | null;
  /** How many of the kind there are in all. */
  total: number;
}

/** Of each kind the few that press most: risks by their marks, the rest by day; one query. */
export async function listWatched(
  db: Database,
  projectId: number,
  limit: number,
): Promise<Watched[]> {
  const rows = await watchedRows(db, { limit }, { projectId });
  return rows.map((row) => ({ ...row, total: Number(row.total) }));
}

const watchedRows = keptStatement<{ limit: number }, { projectId: number }, Watched>(
  (db, { limit }, { projectId }) => {
    const none = "cast(null as integer)";
    const few = (
      table: string,
      columns: Record<
        "type" | "page" | "title" | "probability" | "impact" | "state" | "due",
        string
      >,
      narrowed: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
    ) => {
      const query = db(`${table} as x`).where("x.project_id", projectId).whereNull("x.archived_at");
      narrowed(query)
        .limit(limit)
        .select({
          object_type: db.raw(`'${columns.type}'`),
          page_id: columns.page,
          title: db.raw(columns.title),
          probability: db.raw(columns.probability),
          impact: db.raw(columns.impact),
          state: db.raw(columns.state),
          due_on: columns.due,
          total: db.raw("count(*) over ()"),
        });
      return db.select("*").from(query.as("s"));
    };
    const risks = few(
      "risks",
      {
        ...{ type: "risk", page: "x.id", title: "x.title", state: "x.state" },
        ...{ probability: "x.probability", impact: "x.impact", due: "x.next_review_on" },
      },
      (query) =>
        query
          .whereNot("x.state", "closed")
          .orderByRaw("x.probability * x.impact desc")
          .orderBy("x.id"),
    );
    const findings = few(
      "control_findings",
      {
        ...{ type: "finding", page: "x.control_id", title: oneLine("x.finding"), state: "'open'" },
        ...{ probability: none, impact: none, due: "x.remedy_by" },
      },
      (query) =>
        query
          .join("controls as o", "o.id", "x.control_id")
          .whereNull("o.archived_at")
          .whereNull("x.remedied_on")
          .orderByRaw("case when x.remedy_by is null then 1 else 0 end, x.remedy_by, x.id"),
    );
    const resolutions = few(
      "resolutions",
      {
        ...{ type: "resolution", page: "x.id", title: "x.title", state: "x.state" },
        ...{ probability: none, impact: none, due: "x.submit_by" },
      },
      (query) =>
        query.whereIn("x.state", ["planned", "submitted"]).orderBy(["x.submit_by", "x.id"]),
    );
    return db.from(risks.unionAll([findings, resolutions]).as("w")).select({
      objectType: "w.object_type",
      pageId: "w.page_id",
      title: "w.title",
      probability: "w.probability",
      impact: "w.impact",
      state: "w.state",
      dueOn: "w.due_on",
      total: "w.total",
    });
  },
);
