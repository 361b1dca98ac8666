import type { Moment } from "../../../db/queries/facts.ts";
import { NotFound } from "../../errors.ts";
import { addDays, parseCalendarDate, pragueInstant } from "../../values/calendar-date.ts";
import { addMilliseconds } from "../../values/instant.ts";

/**
 * Which figures are asked for by `?on=2026-03-31&asOf=2026-04-15`: true on that day, as they were known at
 * the end of the other one. Without them today, as known now.
 * @throws NotFound for what is no day: figures of another day than the one asked for would mislead
 */
export function momentAsked(query: Record<string, unknown>, now: Moment): Moment {
  const on = dayIn(query.on) ?? now.on;
  const asOf = dayIn(query.asOf);
  if (asOf === undefined) return { on, asOf: now.asOf };
  const end = addMilliseconds(pragueInstant(addDays(asOf, 1), "00:00"), -1);
  return { on, asOf: end < now.asOf ? end : now.asOf };
}

function dayIn(asked: unknown): string | undefined {
  if (asked === undefined || asked === "") return undefined;
  const day = typeof asked === "string" ? parseCalendarDate(asked) : undefined;
  if (day === undefined) throw new NotFound("day");
  return day;
}
