import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** Whose eyes: what decides which projects a person may see at all. */
export interface Reach {
  userId: number;
  seesEverything: boolean;
  isAuditor: boolean;
}

export interface Condition {
  sql: string;
  bindings: (string | number)[];
}

const IS_MEMBER = (id: string) => `exists (select 1 from memberships as reach_m
  where reach_m.user_id = ? and reach_m.project_id = ${id})`;
const IS_LISTED = (id: string) => `exists (select 1 from auditor_projects as reach_a
  where reach_a.user_id = ? and reach_a.project_id = ${id})`;
const HAS_NO_LIST =
  "not exists (select 1 from auditor_projects as reach_n where reach_n.user_id = ?)";

/**
 * Which projects (by the column that names them, `p.id`) are within reach: all of them for administrators
 * and management; for an auditor those listed for them, or all if none is; else by membership.
 */
export function reachCondition(reach: Reach, projectId: string): Condition | null {
  if (reach.seesEverything) return null;
  const { userId } = reach;
  if (!reach.isAuditor) return { sql: IS_MEMBER(projectId), bindings: [userId] };
  const either = [IS_MEMBER(projectId), IS_LISTED(projectId), HAS_NO_LIST];
  return { sql: `(${either.join(" or ")})`, bindings: [userId, userId, userId] };
}

/** Narrows a query to the projects within reach. `projectId` is a column of the code, never of a request. */
export function withinReach(
  query: Knex.QueryBuilder,
  _db: Database,
  reach: Reach,
  projectId: string,
): Knex.QueryBuilder {
  const condition = reachCondition(reach, projectId);
  return condition ? query.whereRaw(condition.sql, condition.bindings) : query;
}

/** The projects a person is a member of. */
export async function listOwnProjectIds(db: Database, userId: number): Promise<number[]> {
  return db("memberships").where("user_id", userId).orderBy("project_id").pluck("project_id");
}
