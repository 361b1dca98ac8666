import type { Database } from "../../../db/connection.ts";
import {
  insertAccess,
  type PersonalDataAccess,
} from "../../../db/queries/personal-data-accesses.ts";

export type Access = Pick<PersonalDataAccess, "at" | "userId" | "action" | "route"> &
  Partial<Pick<PersonalDataAccess, "projectId" | "participantId" | "personCount" | "requestId">>;

/**
 * Puts down that somebody is shown personal data: once for each page, search, export, print or document,
 * after it was decided to show them and before they are. Requests use `noteShown` of web/.
 */
export async function noteAccess(db: Database, access: Access): Promise<void> {
  const nothing = { projectId: null, participantId: null, personCount: null, requestId: null };
  await insertAccess(db, { ...nothing, ...access });
}
