import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

/** The participation (alias `n`) that stands for both of a person who was merged. */
export const STANDS_FOR = "coalesce(n.merged_into_id, n.id)";

/**
 * Of a merged person the record that stands for them speaks first, then the others in the order in which they
 * came: `before` is a participation whose word on the same session or day holds against that of `n`.
 */
export const SPEAKS_BEFORE =
  "(before.id = n.merged_into_id or (before.merged_into_id = n.merged_into_id and before.id < n.id))";

/**
 * Entries of the ledger (alias `f`) that hold at a moment, with the participation they were posted to (`n`). What
 * two records of one person say of the same session or the same day of an internship is counted once.
 */
export function supportInForce(db: Database, moment: Moment): Knex.QueryBuilder {
  return inForce(db, "support_postings", moment)
    .join("participations as n", "n.id", "f.participation_id")
    .where((once) => once.whereNull("n.merged_into_id").orWhereNotExists(toldBefore(db, moment)));
}

/** What another record of the person says of the session or the day of `f`, and holds against it. */
export function toldBefore(db: Database, moment: Moment): Knex.QueryBuilder {
  return inForce(db, "support_postings", moment, "g")
    .join("participations as before", "before.id", "g.participation_id")
    .leftJoin("internship_days as told", "told.id", "g.internship_day_id")
    .whereRaw(SPEAKS_BEFORE)
    .where("g.minutes", ">", 0)
    .whereRaw(
      `(g.session_id = f.session_id or (g.valid_on = f.valid_on and told.internship_id =
        (select same.internship_id from internship_days same where same.id = f.internship_day_id)))`,
    )
    .select(db.raw("1"));
}
