import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { type Reach, withinReach } from "./reach.ts";

interface Choice {
  id: number;
  name: string;
}

/** What the text depends on: whether everything is seen, and how many are offered. */
type Form = Omit<Reach, "userId" | "userIds"> & { limit: number };
type Values = Pick<Reach, "userId" | "userIds">;

function asked({ userId, userIds, ...sees }: Reach, limit: number): [Form, Values] {
  return [
    { ...sees, limit },
    { userId, userIds },
  ];
}

/** People with a living account in the projects within reach: whose deadlines may be asked for. */
export async function listPeopleWithinReach(
  db: Database,
  reach: Reach,
  limit: number,
): Promise<Choice[]> {
  return peopleRows(db, ...asked(reach, limit));
}

const peopleRows = keptStatement<Form, Values, Choice>((db, { limit, ...sees }, marks) => {
  const query = db("users as u")
    .whereNull("u.deactivated_at")
    .orderBy(["u.sort_key", "u.id"])
    .limit(limit)
    .select({ id: "u.id", name: "u.name" });
  if (sees.seesEverything) return query;
  const colleagues = db("memberships as c").select("c.user_id");
  return query.whereIn("u.id", withinReach(colleagues, db, { ...sees, ...marks }, "c.project_id"));
});

export async function listProjectsWithinReach(
  db: Database,
  reach: Reach,
  limit: number,
): Promise<Choice[]> {
  return projectRows(db, ...asked(reach, limit));
}

const projectRows = keptStatement<Form, Values, Choice>((db, { limit, ...sees }, marks) => {
  const query = db("projects as p")
    .whereNull("p.archived_at")
    .orderBy(["p.sort_key", "p.id"])
    .limit(limit)
    .select({ id: "p.id", name: "p.short_name" });
  return withinReach(query, db, { ...sees, ...marks }, "p.id");
});
