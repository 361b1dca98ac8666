import { addDays, addMonths, type CalendarDate } from "../../values/calendar-date.ts";

/** In which way somebody was shown personal data. */
export const accessActions = ["view", "search", "export", "print", "open-document"] as const;

/** Why a person is made anonymous. Only the first waits for the end of retention. */
export const anonymisationReasons = ["retention", "request", "mistake"] as const;
export type AnonymisationReason = (typeof anonymisationReasons)[number];

/**
 * The first day on which records of these projects need not be kept any more: the years of retention begin
 * with the end of the last of them. Null while some project has no rule.
 */
export function retentionEnd(
  projects: readonly { endsOn: CalendarDate; retentionYears: number | null }[],
): CalendarDate | null {
  const ends = projects.map(({ endsOn, retentionYears }) =>
    retentionYears === null ? null : addDays(addMonths(endsOn, retentionYears * 12), 1),
  );
  const known = ends.filter((end) => end !== null);
  return known.length < ends.length ? null : (known.toSorted().at(-1) ?? null);
}
