import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** Whose eyes: what decides which projects a person may see at all. */
export interface Reach {
  userId: number;
  seesEverything: boolean;
  isAuditor: boolean;
}

/**
 * Narrows a query over projects (joined under `alias`) to those within reach: all of them for
 * administrators and management; for an auditor those listed for them, or all if none is; else by membership.
 */
export function withinReach(
  query: Knex.QueryBuilder,
  db: Database,
  reach: Reach,
  projectId: string,
): Knex.QueryBuilder {
  if (reach.seesEverything) return query;
  return query.where((either) => {
    either.whereExists(
      db("memberships as reach_m")
        .where("reach_m.user_id", reach.userId)
        .whereRaw("reach_m.project_id = ??", [projectId])
        .select(db.raw("1")),
    );
    if (!reach.isAuditor) return;
    either
      .orWhereExists(
        db("auditor_projects as reach_a")
          .where("reach_a.user_id", reach.userId)
          .whereRaw("reach_a.project_id = ??", [projectId])
          .select(db.raw("1")),
      )
      .orWhereNotExists(
        db("auditor_projects as reach_n")
          .where("reach_n.user_id", reach.userId)
          .select(db.raw("1")),
      );
  });
}
