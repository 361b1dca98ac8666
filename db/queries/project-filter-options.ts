import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface FilterOption {
  kind: "programme" | "department" | "manager";
  value: string;
  label: string;
  sortKey: string;
}

/** What the projects within reach can be narrowed to, in one statement. */
export async function listProjectFilterOptions(
  db: Database,
  reach: Reach,
): Promise<FilterOption[]> {
  const live = () => withinReach(db("projects as p").whereNull("p.archived_at"), db, reach, "p.id");
  const words = (kind: string, column: string) =>
    live()
      .whereNotNull(column)
      .distinct(db.raw("? as kind", [kind]))
      .select(db.raw(`${column} as value, ${column} as label, ${column} as "sortKey"`));
  const managers = live()
    .join("memberships as m", "m.project_id", "p.id")
    .join("users as u", "u.id", "m.user_id")
    .where("m.role", "manager")
    .distinct(db.raw("'manager' as kind"))
    .select(db.raw(`cast(u.id as text) as value, u.name as label, u.sort_key as "sortKey"`));
  return words("programme", "p.programme").unionAll([
    words("department", "p.department"),
    managers,
  ]);
}
