import type { Database } from "../../../db/connection.ts";
import { type AuditFilter, type LoggedEvent, listAuditLog } from "../../../db/queries/audit-log.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";

/** A workbook of more rows than these is of use to nobody. */
export const MOST_EXPORTED = 20_000;
const ROWS_AT_ONCE = 1_000;

/** Puts down that somebody looked into the log, or took it away, and what they asked for. */
export async function recordReading(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  reading: { isExport: boolean; query: string },
): Promise<void> {
  await change(deps, author, async ({ record }) =>
    record({
      action: reading.isExport ? "audit.exported" : "audit.opened",
      objectType: "audit",
      ...(reading.query !== "" && { changes: { filter: [null, reading.query] } }),
    }),
  );
}

/** Read page by page, so that writers get their turn in between. */
export async function listForExport(db: Database, filter: AuditFilter): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  let beforeId = filter.beforeId;
  while (events.length < MOST_EXPORTED) {
    const page = await listAuditLog(db, { ...filter, beforeId }, ROWS_AT_ONCE);
    events.push(...page);
    if (page.length < ROWS_AT_ONCE) break;
    beforeId = page.at(-1)?.id;
  }
  return events;
}
