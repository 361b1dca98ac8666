import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

interface Choice {
  id: number;
  name: string;
}

/** People with a living account in the projects within reach: whose deadlines may be asked for. */
export async function listPeopleWithinReach(
  db: Database,
  reach: Reach,
  limit: number,
): Promise<Choice[]> {
  const query = db("users as u")
    .whereNull("u.deactivated_at")
    .orderBy(["u.sort_key", "u.id"])
    .limit(limit)
    .select({ id: "u.id", name: "u.name" });
  if (reach.seesEverything) return query;
  const colleagues = db("memberships as c").select("c.user_id");
  return query.whereIn("u.id", withinReach(colleagues, db, reach, "c.project_id"));
}

export async function listProjectsWithinReach(
  db: Database,
  reach: Reach,
  limit: number,
): Promise<Choice[]> {
  const query = db("projects as p")
    .whereNull("p.archived_at")
    .orderBy(["p.sort_key", "p.id"])
    .limit(limit)
    .select({ id: "p.id", name: "p.short_name" });
  return withinReach(query, db, reach, "p.id");
}
