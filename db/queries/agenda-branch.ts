import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { AgendaObject, AgendaScope } from "./agenda.ts";
import { marksFor } from "./reach.ts";

/** Where a branch finds what every row of the agenda has; null where it has none. */
export interface Columns {
  objectType: AgendaObject;
  kind: string;
  title: string | null;
  objectId: string;
  pageId: string;
  periodNumber: string | null;
  count?: string;
  dueOn: string;
  remindOn: string;
  ownerUserId: string | null;
  ownerContactId: string | null;
}

/** What most branches leave as it is; a reminder comes by the day on which the thing is owed. */
type Told = Pick<Columns, "objectType" | "kind" | "title" | "dueOn"> & Partial<Columns>;

/** Of things that somebody named answers for. */
export const OWNED = { ownerUserId: "x.owner_user_id", ownerContactId: "x.owner_contact_id" };

export interface Branch {
  query: Knex.QueryBuilder;
  columns: Columns;
}

/** Narrows a branch to the scope and to projects still alive, in a way that leaves the lead to its index. */
export function branch(
  query: Knex.QueryBuilder,
  db: Database,
  scope: AgendaScope,
  told: Told,
): Branch {
  const columns = columnsOf(told);
  // A list of few that is made once, not a look at the project of each row.
  query.whereNotIn(
    "x.project_id",
    db("projects as q").whereNotNull("q.archived_at").select("q.id"),
  );
  if (scope.from !== undefined) query.where(columns.dueOn, ">=", scope.from);
  if (scope.to !== undefined) query.where(columns.dueOn, "<=", scope.to);
  if (scope.remindTo !== undefined) query.where(columns.remindOn, "<=", scope.remindTo);
  if (scope.ownerUserId !== undefined)
    narrowToOwners(query, columns.ownerUserId, [scope.ownerUserId].flat());
  return { query, columns };
}

function columnsOf(told: Told): Columns {
  return {
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    remindOn: told.dueOn,
    ownerUserId: null,
    ownerContactId: null,
    ...told,
  };
}

/** Narrows to what these people answer for; `ownerUserId` names a column of `x`, null where nobody is its owner. */
export function narrowToOwners(
  query: Knex.QueryBuilder,
  ownerUserId: string | null,
  userIds: readonly number[],
): void {
  const marks = marksFor(userIds);
  // Only its owner or a manager can answer for it: so the many others are passed by before that is asked of each.
  const managed = `x.project_id in (select mm.project_id from memberships mm
    where mm.user_id in ${marks} and mm.role = 'manager')`;
  const owned = ownerUserId === null ? "" : `${ownerUserId} in ${marks} or `;
  const lists = ownerUserId === null ? [userIds] : [userIds, userIds];
  query.whereRaw(`(${owned}${managed})`, lists.flat());
  const answering = answeringUser(ownerUserId, "x.project_id");
  query.whereRaw(`${answering} in ${marks}`, [...userIds]);
}

/**
 * Its owner, as long as they have a live account and may still see the project, else the first manager:
 * what comes to an end after somebody has left is neither shown nor mailed to them.
 */
export function answeringUser(ownerUserId: string | null, projectId: string): string {
  const manager = `(select min(m.user_id) from memberships m join users mu on mu.id = m.user_id
    where m.project_id = ${projectId} and m.role = 'manager' and mu.deactivated_at is null)`;
  if (ownerUserId === null) return manager;
  const owner = `(select o.id from users o where o.id = ${ownerUserId} and o.deactivated_at is null
    and (o.is_administrator or o.is_management or exists (select 1 from memberships om
      where om.user_id = o.id and om.project_id = ${projectId})))`;
  return `coalesce(${owner}, ${manager})`;
}
