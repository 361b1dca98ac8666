import type { EsfExport, EsfPerson, LatePosting } from "../../../../db/queries/is-esf.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { missingFields, type RequiredField } from "../../participants/completeness/rules.ts";

/** What the file of persons lacks of somebody. What may be refused is no obstacle there. */
export function missingInFile(person: EsfPerson): RequiredField[] {
  return missingFields(person).filter((field) => field !== "disadvantage");
}

export interface PeriodOfEsf {
  id: number;
  number: number;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** Support of a period that changed after it was given to IS ESF. */
export interface CorrectedSupport {
  periodNumber: number;
  participationId: number;
  code: string;
  supportCode: string | null;
  minutes: number;
}

/** When the supports of each period were given last. */
export function givenAt(exports: readonly EsfExport[]): Map<number, string> {
  const last = new Map<number, string>();
  for (const { kind, periodId, exportedAt } of exports) {
    const known = periodId === null ? undefined : last.get(periodId);
    if (kind !== "supports" || periodId === null) continue;
    if (known === undefined || known < exportedAt) last.set(periodId, exportedAt);
  }
  return last;
}

/**
 * Minutes that earlier periods gained or lost since they were given: each posting written later adds its own
 * and takes away what it corrects. What comes to nothing is left out.
 */
export function correctionsOf(
  late: readonly LatePosting[],
  periods: readonly PeriodOfEsf[],
  given: ReadonlyMap<number, string>,
): CorrectedSupport[] {
  const sums = new Map<string, CorrectedSupport>();
  const add = (posting: LatePosting, on: CalendarDate, minutes: number) => {
    const period = periods.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
    const at = period && given.get(period.id);
    if (!period || at === undefined || posting.recordedAt <= at) return;
    const { participationId, code, supportCode } = posting;
    const key = `${period.number}|${participationId}|${supportCode ?? ""}`;
    const who = { periodNumber: period.number, participationId, code, supportCode };
    sums.set(key, { ...who, minutes: (sums.get(key)?.minutes ?? 0) + minutes });
  };
  for (const posting of late) {
    add(posting, posting.validOn, posting.minutes);
    if (posting.corrected) add(posting, posting.corrected.validOn, -posting.corrected.minutes);
  }
  return [...sums.values()].filter(({ minutes }) => minutes !== 0);
}
