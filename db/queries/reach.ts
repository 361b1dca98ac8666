import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";

/** Whose eyes: what decides which projects a person may see at all. */
export interface Reach {
  /** The person themselves: whose favourites, timesheets and sessions are their own. */
  userId: number;
  /** The person and those they stand in for today: whose memberships open projects. */
  userIds: readonly number[];
  seesEverything: boolean;
  isAuditor: boolean;
}

export interface Condition {
  sql: string;
  bindings: (string | number)[];
}

/** `(?, ?)`, as many as there are of them. */
export function marksFor(values: readonly unknown[]): string {
  return `(${values.map(() => "?").join(", ")})`;
}

const IS_MEMBER = (userIds: readonly number[], id: string) =>
  `exists (select 1 from memberships as reach_m
  where reach_m.user_id in ${marksFor(userIds)} and reach_m.project_id = ${id})`;
const IS_LISTED = (id: string) => `exists (select 1 from auditor_projects as reach_a
  where reach_a.user_id = ? and reach_a.project_id = ${id})`;
const HAS_NO_LIST =
  "not exists (select 1 from auditor_projects as reach_n where reach_n.user_id = ?)";

/**
 * Which projects (by the column that names them, `p.id`) are within reach: all of them for administrators
 * and management; for an auditor those listed for them, or all if none is; else by membership, of theirs
 * or of somebody they stand in for.
 */
export function reachCondition(reach: Reach, projectId: string): Condition | null {
  if (reach.seesEverything) return null;
  const { userId, userIds } = reach;
  const isMember = IS_MEMBER(userIds, projectId);
  if (!reach.isAuditor) return { sql: isMember, bindings: [...userIds] };
  const either = [isMember, IS_LISTED(projectId), HAS_NO_LIST];
  return { sql: `(${either.join(" or ")})`, bindings: [...userIds, userId, userId] };
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

/** The projects that a person or somebody they stand in for is a member of. */
export async function listOwnProjectIds(
  db: Database,
  userIds: readonly number[],
): Promise<number[]> {
  const rows = await ownProjectRows(db, {}, { userIds });
  return rows.map(({ projectId }) => projectId);
}

const ownProjectRows = keptStatement<object, { userIds: readonly number[] }, { projectId: number }>(
  (db, _form, { userIds }) =>
    db("memberships")
      .whereIn("user_id", userIds)
      .distinct({ projectId: "project_id" })
      .orderBy("project_id"),
);
