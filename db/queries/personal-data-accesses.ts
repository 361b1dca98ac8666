import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

export type AccessAction = "view" | "search" | "export" | "print" | "open-document";

export interface PersonalDataAccess {
  at: string;
  userId: number | null;
  projectId: number | null;
  participantId: number | null;
  action: AccessAction;
  /** Pattern of the address, never the address itself. */
  route: string;
  /** How many people were shown, where it was not one. */
  personCount: number | null;
  requestId: string | null;
}

export async function insertAccess(db: Database, access: PersonalDataAccess): Promise<void> {
  await db("personal_data_accesses").insert({
    at: access.at,
    user_id: access.userId,
    project_id: access.projectId,
    participant_id: access.participantId,
    action: access.action,
    route: access.route,
    person_count: access.personCount,
    request_id: access.requestId,
  });
}

export interface AccessFilter {
  reach: Reach;
  userId?: number | undefined;
  projectId?: number | undefined;
  action?: AccessAction | undefined;
  /** Only those before this one. */
  beforeId?: number | undefined;
}

export interface LoggedAccess {
  id: number;
  at: string;
  userName: string | null;
  projectId: number | null;
  projectName: string | null;
  /** Who was shown is told by the code, never by the name. */
  code: string | null;
  action: AccessAction;
  route: string;
  personCount: number | null;
}

/** Newest first, in pages by id. */
export async function listAccesses(
  db: Database,
  filter: AccessFilter,
  limit: number,
): Promise<LoggedAccess[]> {
  const query = accesses(db).orderBy("a.id", "desc").limit(limit);
  withinReach(query, db, filter.reach, "a.project_id");
  if (filter.userId !== undefined) query.where("a.user_id", filter.userId);
  if (filter.projectId !== undefined) query.where("a.project_id", filter.projectId);
  if (filter.action !== undefined) query.where("a.action", filter.action);
  if (filter.beforeId !== undefined) query.where("a.id", "<", filter.beforeId);
  return query;
}

/** Who was shown one of these persons by themselves. */
export async function listAccessesTo(
  db: Database,
  participantIds: readonly number[],
): Promise<LoggedAccess[]> {
  return accesses(db).whereIn("a.participant_id", participantIds).orderBy("a.id");
}

function accesses(db: Database) {
  return db("personal_data_accesses as a")
    .leftJoin("users as u", "u.id", "a.user_id")
    .leftJoin("projects as p", "p.id", "a.project_id")
    .leftJoin("participants as t", "t.id", "a.participant_id")
    .select({
      id: "a.id",
      at: "a.at",
      userName: "u.name",
      projectId: "a.project_id",
      projectName: "p.short_name",
      code: "t.code",
      action: "a.action",
      route: "a.route",
      personCount: "a.person_count",
    });
}

export async function deleteAccessesBefore(db: Database, instant: string): Promise<number> {
  return db("personal_data_accesses").where("at", "<", instant).delete();
}
