import type { Knex } from "knex";
import type { Database } from "../connection.ts";

// What of a project's expenditure a request for payment may look at.

interface Span {
  startsOn: string;
  endsOn: string;
}

/** Recorded expenditure (`e`) with its line (`l`) and period (`p`) in a version of the budget. */
export function withLine(db: Database, versionId: number | null): Knex.QueryBuilder {
  return db("expenditures as e")
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "e.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [versionId ?? 0]));
    })
    .leftJoin("monitoring_periods as p", "p.id", "e.period_id")
    .whereNull("e.archived_at")
    .whereNotIn("e.state", ["planned", "ordered"]);
}

/** Only what the project may be paid for; without a line it counts as direct. */
export function isEligibleLine(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.where((either) =>
    either.whereNull("l.category").orWhereNotIn("l.category", ["ineligible", "information"]),
  );
}

/** An expenditure belongs to the period it was put into, otherwise to the one of its day. */
const PLACE = "coalesce(p.starts_on, e.valid_on)";

/** Of the period of the request, left over from earlier ones, or both; of later ones never. */
export function isAppearing(
  query: Knex.QueryBuilder,
  period: Span | null,
  scope: "all" | "period" | "earlier",
): Knex.QueryBuilder {
  if (period === null) return scope === "earlier" ? query.whereRaw("1 = 0") : query;
  if (scope !== "earlier") query.whereRaw(`${PLACE} <= ?`, [period.endsOn]);
  if (scope === "period") query.whereRaw(`${PLACE} >= ?`, [period.startsOn]);
  if (scope === "earlier") query.whereRaw(`${PLACE} < ?`, [period.startsOn]);
  return query;
}
