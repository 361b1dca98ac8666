import type { Deputy } from "../../../db/queries/deputies.ts";
import { addDays, type CalendarDate } from "../../values/calendar-date.ts";

/** Longer than this nobody is away without their things being handed over. */
export const MOST_DAYS = 366;

export type DeputyState = "in-force" | "planned" | "over";

type Span = Pick<Deputy, "fromOn" | "untilOn">;

/** Both days belong to it; what was ended early is over at once. */
export function stateOf(deputy: Span & Pick<Deputy, "endedAt">, today: CalendarDate): DeputyState {
  if (deputy.endedAt !== null || deputy.untilOn < today) return "over";
  return deputy.fromOn <= today ? "in-force" : "planned";
}

export function overlap(one: Span, other: Span): boolean {
  return one.fromOn <= other.untilOn && other.fromOn <= one.untilOn;
}

export function isTooLong({ fromOn, untilOn }: Span): boolean {
  return untilOn > addDays(fromOn, MOST_DAYS - 1);
}
