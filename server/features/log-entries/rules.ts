import type { FieldErrors } from "../../errors.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

/** Hundredths of an hour, as typed, in whole minutes; what was typed is never nothing. */
export function minutesOf(hundredths: number | null): number | null {
  return hundredths === null ? null : Math.max(1, Math.round((hundredths * 60) / 100));
}

interface EntryFacts {
  happenedOn: CalendarDate;
  nextStep: string | null;
  nextStepOn: CalendarDate | null;
  activityIds: readonly number[];
  milestoneId: number | null;
  percent?: number | null;
  isMilestoneDone?: boolean;
}

/** What is wrong with an entry by itself. */
export function faultsOf(entry: EntryFacts, today: CalendarDate): FieldErrors {
  const faults: FieldErrors = {};
  if (entry.happenedOn > today) faults.happenedOn = "notInFuture";
  if (entry.nextStepOn !== null && entry.nextStep === null) faults.nextStep = "nextStepMissing";
  if (entry.nextStepOn !== null && entry.nextStepOn < entry.happenedOn)
    faults.nextStepOn = "nextStepBeforeEntry";
  const hasPercent = entry.percent !== undefined && entry.percent !== null;
  if (hasPercent && entry.activityIds.length !== 1) faults.percent = "percentNeedsOneActivity";
  if (entry.isMilestoneDone && entry.milestoneId === null) faults.milestoneId = "milestoneMissing";
  return faults;
}
