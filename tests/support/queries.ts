import type { Connection } from "../../db/connection.ts";

/** Runs the work and lists the statements it sent, so that a test can hold a page to its number of queries. */
export async function statementsOf(
  db: Connection,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const seen: string[] = [];
  const listen = (query: { sql: string }) => seen.push(query.sql);
  db.on("query", listen);
  try {
    await work();
  } finally {
    db.removeListener("query", listen);
  }
  return seen;
}
