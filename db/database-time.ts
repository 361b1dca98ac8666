import type { Knex } from "knex";
import { type Database, engineOf } from "./connection.ts";

/**
 * The database's own clock, some seconds on: what leases are measured by, so that two instances whose
 * clocks differ agree on who holds one. Written as instants are stored.
 */
export function databaseTime(db: Database, secondsOn = 0): Knex.Raw {
  return engineOf(db) === "sqlite"
    ? db.raw("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?)", [`${secondsOn} seconds`])
    : db.raw("clock_timestamp() + ? * interval '1 second'", [secondsOn]);
}
