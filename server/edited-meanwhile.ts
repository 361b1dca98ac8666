import type { Database } from "../db/connection.ts";
import { listHistory } from "../db/queries/audit-events.ts";
import { EditedMeanwhile } from "./errors.ts";

/** How a form would show the record as it stands; only who shows the form knows the reader's language. */
export type FormOf<Stored> = (stored: Stored) => Record<string, string | string[]>;

/** The error for the second of two editors: what the first one saved, who it was and when. */
export async function editedMeanwhile(
  db: Database,
  current: {
    objectType: string;
    objectId: number;
    version: number;
    values: Record<string, string | string[]>;
  },
): Promise<EditedMeanwhile> {
  const { objectType, objectId, version, values } = current;
  const [last] = await listHistory(db, { objectType, objectId, limit: 1 });
  const changedBy = last?.actorName ?? null;
  return new EditedMeanwhile({ version, values, changedBy, changedAt: last?.at ?? null });
}
