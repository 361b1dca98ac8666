import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { type AgendaRow, projectsOf } from "./agenda.ts";
import { answeringUser, narrowToOwners } from "./agenda-branch.ts";
import type { Reach } from "./reach.ts";
import { type WaitingBranch, waitingBranches } from "./waiting-branches.ts";

export const waitingObjects = [
  "waiting-report",
  "waiting-change",
  "waiting-timesheet",
  "waiting-output",
  "waiting-internship",
  "waiting-payment-request",
] as const;
export type WaitingObject = (typeof waitingObjects)[number];

/** What it waits for: the manager's word in the first three, in the last for whoever wrote it. */
const waitingKinds = ["approval", "submission", "decision", "returned"] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/**
 * What stands still until somebody says a word, shaped as a row of the agenda. `dueOn` and `remindOn` are the
 * day since which it waits; `periodNumber` is its own number. It has no day by which it is owed.
 */
export interface WaitingRow extends Omit<AgendaRow, "objectType" | "count"> {
  objectType: WaitingObject;
  kind: WaitingKind;
  /** `2026-10` of a timesheet, whose `pageId` is the assignment. */
  month: string | null;
}

export interface WaitingScope {
  today: string;
  reach?: Reach;
  projectIds?: readonly number[];
  /** Only what waits for these: as managers of the project, or as those whom it was returned to. */
  waitsFor?: readonly number[];
  objectTypes?: readonly WaitingObject[];
  limit?: number;
}

/** What waits for somebody's word or was returned to them, the longest waiting first. */
export async function listWaiting(db: Database, scope: WaitingScope): Promise<WaitingRow[]> {
  const projectIds = await projectsOf(db, scope);
  const parts = waitingBranches(db, scope.today)
    .filter(({ columns }) => scope.objectTypes?.includes(columns.objectType) ?? true)
    .map((branch) => narrowed(db, branch, { ...scope, projectIds }));
  const [first, ...others] = parts;
  if (!first) return [];
  const query = db
    .select({
      objectType: "k.object_type",
      objectId: "k.object_id",
      pageId: "k.page_id",
      projectId: "k.project_id",
      projectName: "p.short_name",
      programme: "p.programme",
      kind: "k.kind",
      title: "k.title",
      periodNumber: "k.number",
      month: "k.month",
      dueOn: "k.since",
      remindOn: "k.since",
      ownerUserId: "u.id",
      ownerName: "u.name",
      contactName: "c.name",
      namedUserId: "k.owner_user_id",
      namedContactId: "k.owner_contact_id",
    })
    .from(first.unionAll(others).as("k"))
    // What waits is little and comes first; an inner join would begin at the projects.
    .leftJoin("projects as p", "p.id", "k.project_id")
    .leftJoin("users as u", db.raw(`u.id = ${answeringUser("k.owner_user_id", "k.project_id")}`))
    .leftJoin("contacts as c", "c.id", "k.owner_contact_id")
    .whereNull("p.archived_at")
    .orderBy(["k.since", "k.project_id", "k.object_type", "k.object_id"]);
  return scope.limit === undefined ? query : query.limit(scope.limit);
}

type Narrowing = Pick<WaitingScope, "waitsFor"> & { projectIds: readonly number[] | undefined };

function narrowed(
  db: Database,
  { query, columns }: WaitingBranch,
  { projectIds, waitsFor }: Narrowing,
): Knex.QueryBuilder {
  if (projectIds) query.whereIn("x.project_id", projectIds);
  if (waitsFor) waitingFor(db, { query, columns }, waitsFor);
  return query.select(rowOf(columns).map((column) => db.raw(column)));
}

/** Who can move it on: any manager of the project, or the one it was returned to. */
function waitingFor(
  db: Database,
  { query, columns }: WaitingBranch,
  userIds: readonly number[],
): void {
  if (columns.kind === "returned") {
    narrowToOwners(query, columns.ownerUserId, userIds);
    return;
  }
  query.whereIn(
    "x.project_id",
    db("memberships as wm")
      .where("wm.role", "manager")
      .whereIn("wm.user_id", userIds)
      .select("wm.project_id"),
  );
}

function rowOf(columns: WaitingBranch["columns"]): string[] {
  return [
    `'${columns.objectType}' as object_type`,
    "x.id as object_id",
    `${columns.pageId} as page_id`,
    "x.project_id as project_id",
    `'${columns.kind}' as kind`,
    `${columns.title ?? NO_TEXT} as title`,
    `${columns.number ?? NO_NUMBER} as number`,
    `${columns.month ?? NO_TEXT} as month`,
    `${columns.since} as since`,
    `${columns.ownerUserId ?? NO_NUMBER} as owner_user_id`,
    `${columns.ownerContactId ?? NO_NUMBER} as owner_contact_id`,
  ];
}

const NO_TEXT = "cast(null as text)";
const NO_NUMBER = "cast(null as integer)";
