import type { Database } from "../connection.ts";

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
