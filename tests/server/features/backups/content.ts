import type { Connection } from "../../../../db/connection.ts";
import { listTables, rowsOf } from "../../../../db/queries/whole-tables.ts";

/** Every row of every table, to compare two databases. */
export async function contentOf(db: Connection): Promise<Record<string, object[]>> {
  const all: Record<string, object[]> = {};
  for (const table of await listTables(db)) {
    all[table.name] = [];
    for await (const rows of rowsOf(db, table)) all[table.name]?.push(...rows);
  }
  return all;
}
