import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** Which figure is meant: true on that calendar day, as it was known at that instant. */
export interface Moment {
  on: string;
  asOf: string;
}

/** Everything that was ever recorded: for facts that are never of a day to come. */
export const EVER: Moment = { on: "9999-12-31", asOf: "9999-12-31T00:00:00.000Z" };

/**
 * Rows (alias `f` unless named) of an appended fact that are in force: true by `on`, entered by `asOf` and not corrected
 * by then. A correction that carries no value withdraws what it corrects: the caller leaves nulls out.
 */
export function inForce(
  db: Database,
  table: string,
  { on, asOf }: Moment,
  alias = "f",
): Knex.QueryBuilder {
  return db(`${table} as ${alias}`)
    .where(`${alias}.valid_on`, "<=", on)
    .where(`${alias}.recorded_at`, "<=", asOf)
    .whereNotExists(
      db(`${table} as c`)
        .whereRaw("c.corrects_id = ??", [`${alias}.id`])
        .where("c.recorded_at", "<=", asOf)
        .select(db.raw("1")),
    );
}

export interface Recorded {
  authorName: string | null;
  correctsId: number | null;
  isCorrected: boolean;
}

const MOST_SHOWN = 500;

/** Everything ever said of a project in an appended fact, corrected and withdrawn too, newest day first. */
export async function listRecorded<Fact>(
  db: Database,
  table: string,
  columns: Readonly<Record<string, string>>,
  projectId: number,
): Promise<(Fact & Recorded)[]> {
  const rows = await db(`${table} as f`)
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .leftJoin(`${table} as c`, "c.corrects_id", "f.id")
    .where("f.project_id", projectId)
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .limit(MOST_SHOWN)
    .select({ ...columns, authorName: "u.name", correctsId: "f.corrects_id", correctedBy: "c.id" });
  return rows.map(({ correctedBy, ...row }) => ({ ...row, isCorrected: correctedBy !== null }));
}
