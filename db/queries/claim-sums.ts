import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** Claims of a request together, in haléře. Approved, cut and moved are of what is decided, or proposed. */
export interface ClaimSums {
  requestId: number;
  count: number;
  direct: number;
  /** Staff costs within the direct ones; so below. */
  staff: number;
  cut: number;
  cutStaff: number;
  moved: number;
  movedStaff: number;
  changed: number;
}

const STAFF = "case when l.is_staff then ## else 0 end";

/** By request: of one, or of all undecided ones of a project. */
export async function listClaimSums(
  db: Database,
  { projectId, versionId }: { projectId: number; versionId: number | null },
  requestId?: number,
): Promise<ClaimSums[]> {
  const query = claims(db, versionId)
    .where("c.project_id", projectId)
    .groupBy("c.payment_request_id")
    .select({ requestId: "c.payment_request_id" });
  if (requestId !== undefined) query.where("c.payment_request_id", requestId);
  const staff = (column: string) => STAFF.replace("##", `coalesce(${column}, 0)`);
  return query.select([
    db.raw("cast(count(*) as integer) as ??", ["count"]),
    sum(db, "c.claimed_halere", "direct"),
    sum(db, staff("c.claimed_halere"), "staff"),
    sum(db, "c.cut_halere", "cut"),
    sum(db, staff("c.cut_halere"), "cutStaff"),
    sum(db, "c.moved_halere", "moved"),
    sum(db, staff("c.moved_halere"), "movedStaff"),
    sum(
      db,
      "case when coalesce(c.cut_halere, 0) + coalesce(c.moved_halere, 0) > 0 then 1 else 0 end",
      "changed",
    ),
  ]) as unknown as Promise<ClaimSums[]>;
}

export const NO_CLAIMS: ClaimSums = {
  requestId: 0,
  ...{ count: 0, direct: 0, staff: 0, cut: 0, cutStaff: 0, moved: 0, movedStaff: 0, changed: 0 },
};

export interface ClaimsOfLine {
  lineCode: string | null;
  lineName: string | null;
  chapterCode: string | null;
  chapterName: string | null;
  claimed: number;
  cut: number;
  moved: number;
}

/** Claims of a request by line of the budget, each with the chapter it is in. */
export async function listClaimsByLine(
  db: Database,
  requestId: number,
  versionId: number | null,
): Promise<ClaimsOfLine[]> {
  return claims(db, versionId)
    .leftJoin("budget_line_versions as h", (join) => {
      join
        .on("h.budget_line_id", "l.parent_line_id")
        .andOn("h.budget_version_id", "l.budget_version_id");
    })
    .where("c.payment_request_id", requestId)
    .groupBy("l.code", "l.name", "l.code_key", "h.code", "h.name")
    .orderByRaw("l.code_key is null, l.code_key")
    .select({
      lineCode: "l.code",
      lineName: "l.name",
      chapterCode: "h.code",
      chapterName: "h.name",
    })
    .select([
      sum(db, "c.claimed_halere", "claimed"),
      sum(db, "c.cut_halere", "cut"),
      sum(db, "c.moved_halere", "moved"),
    ]) as unknown as Promise<ClaimsOfLine[]>;
}

function claims(db: Database, versionId: number | null): Knex.QueryBuilder {
  return db("claims as c")
    .join("expenditures as e", "e.id", "c.expenditure_id")
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "e.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [versionId ?? 0]));
    })
    .where("c.claimed_halere", ">", 0);
}

/** A sum of bigints is text on PostgreSQL unless it is told. */
function sum(db: Database, expression: string, name: string): Knex.Raw {
  return db.raw(`cast(coalesce(sum(${expression}), 0) as bigint) as ??`, [name]);
}
