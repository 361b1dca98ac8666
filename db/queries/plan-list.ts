import type { Database } from "../connection.ts";
import type { PlanState } from "./plans.ts";

export interface PlanLine {
  id: number;
  title: string;
  region: string | null;
  fromYear: number | null;
  toYear: number | null;
  state: PlanState;
  archivedAt: string | null;
  cards: number;
  withoutOwner: number;
}

/** Plans in force first, the newest on top; either those in the archive or all others. */
export async function listPlans(
  db: Database,
  { isArchived }: { isArchived: boolean },
): Promise<PlanLine[]> {
  const cards = db("cards")
    .whereNull("archived_at")
    .groupBy("plan_id")
    .select({
      plan_id: "plan_id",
      cards: db.raw("count(*)"),
      without_owner: db.raw(
        "count(case when owner_user_id is null and owner_contact_id is null then 1 end)",
      ),
    });
  const query = db("plans as p")
    .leftJoin(cards.as("c"), "c.plan_id", "p.id")
    .orderByRaw("case p.state when 'in-force' then 1 when 'draft' then 2 else 3 end")
    .orderByRaw("coalesce(p.from_year, 0) desc")
    .orderBy(["p.sort_key", "p.id"]);
  if (isArchived) query.whereNotNull("p.archived_at");
  else query.whereNull("p.archived_at");
  const rows = await query.select({
    id: "p.id",
    title: "p.title",
    region: "p.region",
    fromYear: "p.from_year",
    toYear: "p.to_year",
    state: "p.state",
    archivedAt: "p.archived_at",
    cards: db.raw("coalesce(c.cards, 0)"),
    withoutOwner: db.raw("coalesce(c.without_owner, 0)"),
  });
  return rows.map((row) => ({
    ...row,
    cards: Number(row.cards),
    withoutOwner: Number(row.withoutOwner),
  }));
}

export async function countArchivedPlans(db: Database): Promise<number> {
  const row = await db("plans").whereNotNull("archived_at").count({ n: "id" }).first();
  return Number(row?.n ?? 0);
}

/** Living cards by plan, for whatever is counted over all plans. */
export async function listCardPlans(db: Database): Promise<{ id: number; planId: number }[]> {
  return db("cards").whereNull("archived_at").select({ id: "id", planId: "plan_id" });
}
