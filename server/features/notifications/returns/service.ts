import {
  listChangeWriters,
  listOutputWriters,
  listReportWriters,
} from "../../../../db/queries/news-people.ts";
import type { Change } from "../../../change.ts";
import { notify } from "../service.ts";

const WRITERS = {
  report: listReportWriters,
  change: listChangeWriters,
  output: listOutputWriters,
} as const;

/** Tells those who work on it that it came back to them. */
export async function tellWriters(
  one: Change,
  of: { objectType: keyof typeof WRITERS; objectId: number; projectId: number },
): Promise<void> {
  const recipientUserIds = await WRITERS[of.objectType](one.trx, of.objectId);
  await notify(one, { ...of, kind: "returned", recipientUserIds, pageId: of.objectId });
}
