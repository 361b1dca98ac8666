import type { Database } from "../../../db/connection.ts";
import { type DocumentLine, listDocumentsOf } from "../../../db/queries/documents.ts";

/** Papers of one record that this reader may know of; one query. */
export function documentsOf(
  db: Database,
  of: { objectType: string; objectId: number; viewerId: number },
): Promise<DocumentLine[]> {
  return listDocumentsOf(db, of);
}
