import type { Database } from "../connection.ts";

/** Cards of a plan, or these cards. */
export type CoveredCards = { planId: number } | { cardIds: readonly number[] };

/** A living link of a card with the columns that tell how its project stands; a card without any has one row of nulls. */
export interface CoverageRow {
  cardId: number;
  linkId: number | null;
  measureId: number | null;
  activityId: number | null;
  projectId: number | null;
  phase: string | null;
  startsOn: string | null;
  endsOn: string | null;
  projectArchivedAt: string | null;
}

/** Names of projects are not among it: who may read them depends on the reader. */
export async function listCoverageRows(db: Database, of: CoveredCards): Promise<CoverageRow[]> {
  const query = db("cards as c")
    .leftJoin("card_links as l", (on) => on.on("l.card_id", "c.id").andOnNull("l.archived_at"))
    .leftJoin("projects as p", "p.id", "l.project_id")
    .orderBy(["c.id", "l.id"]);
  if ("planId" in of) query.where("c.plan_id", of.planId).whereNull("c.archived_at");
  else query.whereIn("c.id", [...of.cardIds]);
  return query.select({
    cardId: "c.id",
    linkId: "l.id",
    measureId: "l.measure_id",
    activityId: "l.activity_id",
    projectId: "l.project_id",
    phase: "p.phase",
    startsOn: "p.starts_on",
    endsOn: "p.ends_on",
    projectArchivedAt: "p.archived_at",
  });
}
