import { type Database, engineOf } from "../connection.ts";

/** A day so many days after another; both are columns or expressions of the code, never of a request. */
export function daysAfter(db: Database, day: string, days: string): string {
  return engineOf(db) === "sqlite"
    ? `date(${day}, '+' || (${days}) || ' days')`
    : `((${day}) + (${days}))`;
}
