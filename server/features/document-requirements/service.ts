import type { Database } from "../../../db/connection.ts";
import {
  countMissingDocuments,
  listMissingDocuments,
  type RequiredDocument,
} from "../../../db/queries/required-documents.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

/** Papers owed by a day and neither there nor waived; confidential events come without their names. */
export function missingDocuments(
  db: Database,
  projectId: number,
  { until }: { until: CalendarDate },
): Promise<RequiredDocument[]> {
  return listMissingDocuments(db, { projectIds: [projectId], until });
}

/** The same of many projects at once, in one query. */
export function missingDocumentsOf(
  db: Database,
  of: { projectIds: readonly number[]; until: CalendarDate },
): Promise<RequiredDocument[]> {
  return listMissingDocuments(db, of);
}

/** Project → how many papers it lacks, in one query. */
export function missingDocumentCounts(
  db: Database,
  of: { projectIds: readonly number[]; until: CalendarDate },
): Promise<Map<number, number>> {
  return countMissingDocuments(db, of);
}
