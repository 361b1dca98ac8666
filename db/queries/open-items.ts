import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import { oneLine } from "./one-line.ts";
import type { ProjectRole } from "./projects.ts";

export type OwnedType =
  | "milestone"
  | "activity"
  | "indicator"
  | "event"
  | "internship"
  | "campaign"
  | "body"
  | "risk"
  | "finding"
  | "resolution";

/** Something somebody answers for and that is not over. */
export interface OpenItem {
  objectType: OwnedType;
  objectId: number;
  projectId: number;
  projectName: string;
  /** Null of a confidential event: it is handed over unseen. */
  title: string | null;
  dueOn: string | null;
}

/** Everything a person owns that is not done, by project and day, in one query. */
export async function listOpenItemsOf(db: Database, userId: number): Promise<OpenItem[]> {
  const milestones = owned(db, "milestones", userId)
    .whereNull("i.done_on")
    .whereNull("i.cancelled_on")
    .select(columns(db, "milestone", { title: "i.title", dueOn: "i.due_on" }));
  const activities = owned(db, "activities", userId)
    .whereIn("i.state", ["planned", "running"])
    .select(columns(db, "activity", { title: "i.title", dueOn: "i.ends_on" }));
  const indicators = owned(db, "indicators", userId).select(
    columns(db, "indicator", { title: "i.name", dueOn: "i.target_on" }),
  );
  const ofPeople = [...peopleItems(db, userId), bodiesOf(db, userId), ...watched(db, userId)];
  return db
    .from(milestones.unionAll([activities, indicators, ...ofPeople]).as("o"))
    .orderBy(["projectSortKey", "projectId", "dueOn", "objectType", "objectId"])
    .select("objectType", "objectId", "projectId", "projectName", "title", "dueOn");
}

/** Events nobody has closed, internships and campaigns that go on. */
function peopleItems(db: Database, userId: number): Knex.QueryBuilder[] {
  const title = "case when i.is_confidential then null else i.title end";
  const events = owned(db, "events", userId)
    .whereIn("i.state", ["planned", "confirmed", "held"])
    .select(columns(db, "event", { title: db.raw(title), dueOn: "i.ends_on" }));
  const internships = owned(db, "internships", userId)
    .whereIn("i.state", ["planned", "agreed", "running", "finished"])
    .select(columns(db, "internship", { title: "i.title", dueOn: "i.ends_on" }));
  const campaigns = owned(db, "campaigns", userId)
    .whereIn("i.state", ["planned", "running"])
    .select(columns(db, "campaign", { title: "i.title", dueOn: "i.ends_on" }));
  return [events, internships, campaigns];
}

/** Risks that are not over, findings without a remedy, resolutions on their way. */
function watched(db: Database, userId: number): Knex.QueryBuilder[] {
  const risks = owned(db, "risks", userId)
    .whereNot("i.state", "closed")
    .select(columns(db, "risk", { title: "i.title", dueOn: "i.next_review_on" }));
  const findings = owned(db, "control_findings", userId)
    .whereNull("i.remedied_on")
    .select(columns(db, "finding", { title: db.raw(oneLine("i.finding")), dueOn: "i.remedy_by" }));
  const resolutions = owned(db, "resolutions", userId)
    .whereIn("i.state", ["planned", "submitted"])
    .select(columns(db, "resolution", { title: "i.title", dueOn: "i.submit_by" }));
  return [risks, findings, resolutions];
}

function bodiesOf(db: Database, userId: number): Knex.QueryBuilder {
  const dueOn = db.raw("cast(null as date)");
  return owned(db, "bodies", userId).select(columns(db, "body", { title: "i.name", dueOn }));
}

function owned(db: Database, table: string, userId: number) {
  return db(`${table} as i`)
    .join("projects as p", "p.id", "i.project_id")
    .where(`i.${ownerColumn(table)}`, userId)
    .whereNull("i.archived_at")
    .whereNull("p.archived_at");
}

function columns(
  db: Database,
  objectType: OwnedType,
  { title, dueOn }: { title: string | Knex.Raw; dueOn: string | Knex.Raw },
): Record<string, string | Knex.Raw> {
  return {
    objectType: db.raw("cast(? as text)", [objectType]),
    objectId: "i.id",
    projectId: "p.id",
    projectName: "p.short_name",
    projectSortKey: "p.sort_key",
    title,
    dueOn,
  };
}

export interface ManagedProject {
  projectId: number;
  projectName: string;
}

/** Projects that would be left without a manager. */
export async function listProjectsManagedAlone(
  db: Database,
  userId: number,
): Promise<ManagedProject[]> {
  const otherManagers = db("memberships as o")
    .join("users as u", "u.id", "o.user_id")
    .where("o.role", "manager")
    .whereNot("o.user_id", userId)
    .whereNull("u.deactivated_at")
    .whereRaw("o.project_id = p.id")
    .select(db.raw("1"));
  return db("memberships as m")
    .join("projects as p", "p.id", "m.project_id")
    .where({ "m.user_id": userId, "m.role": "manager" })
    .whereNull("p.archived_at")
    .whereNotExists(otherManagers)
    .orderBy(["p.sort_key", "p.id"])
    .select({ projectId: "p.id", projectName: "p.short_name" });
}

const TABLES: Record<OwnedType, string> = {
  milestone: "milestones",
  activity: "activities",
  indicator: "indicators",
  event: "events",
  internship: "internships",
  campaign: "campaigns",
  body: "bodies",
  risk: "risks",
  finding: "control_findings",
  resolution: "resolutions",
};

/** Who answers for a body is its guarantor. */
function ownerColumn(table: string): string {
  return table === "bodies" ? "guarantor_user_id" : "owner_user_id";
}

/** The things get another owner, all in one statement. */
export async function updateOwnersOf(
  trx: Transaction,
  things: { objectType: OwnedType; ids: number[]; ownerUserId: number },
): Promise<void> {
  const table = TABLES[things.objectType];
  await trx(table)
    .whereIn("id", things.ids)
    .increment("version", 1)
    .update({ [ownerColumn(table)]: things.ownerUserId });
}

/** Living managers of a project, the first one first. */
export async function listManagersOf(trx: Transaction, projectId: number): Promise<number[]> {
  return trx("memberships as m")
    .join("users as u", "u.id", "m.user_id")
    .where({ "m.project_id": projectId, "m.role": "manager" })
    .whereNull("u.deactivated_at")
    .orderBy("m.id")
    .pluck("m.user_id");
}

export interface RoleInProject {
  userId: number;
  projectId: number;
  role: ProjectRole;
}

export async function listRolesIn(
  trx: Transaction,
  { userIds, projectIds }: { userIds: number[]; projectIds: number[] },
): Promise<RoleInProject[]> {
  return trx("memberships")
    .whereIn("user_id", userIds)
    .whereIn("project_id", projectIds)
    .select({ userId: "user_id", projectId: "project_id", role: "role" });
}

/** New memberships, and new roles for those who are members already. */
export async function upsertMemberships(
  trx: Transaction,
  memberships: RoleInProject[],
  createdAt: string,
): Promise<void> {
  if (memberships.length === 0) return;
  await trx("memberships")
    .insert(
      memberships.map(({ userId, projectId, role }) => ({
        user_id: userId,
        project_id: projectId,
        role,
        created_at: createdAt,
      })),
    )
    .onConflict(["user_id", "project_id"])
    .merge(["role"]);
}
