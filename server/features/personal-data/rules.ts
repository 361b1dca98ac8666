import { addDays, type CalendarDate } from "../../values/calendar-date.ts";

/** In which way somebody was shown personal data. */
export const accessActions = ["view", "search", "export", "print", "open-document"] as const;

/** Why a person is made anonymous. Only the first waits for the end of retention. */
export const anonymisationReasons = ["retention", "request", "mistake"] as const;

/**
 * The first day on which records need not be kept any more, from the last day on which each of the projects
 * keeps them. Null while that of some project is not known.
 */
export function retentionEnd(keptOn: readonly (CalendarDate | null)[]): CalendarDate | null {
  const known = keptOn.filter((day) => day !== null);
  const last = known.toSorted().at(-1);
  return last === undefined || known.length < keptOn.length ? null : addDays(last, 1);
}
