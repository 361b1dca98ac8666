import type { CalendarDate } from "../../values/calendar-date.ts";

export type SupportForm = "in-person" | "electronic";

/** What a programme asks for; without a threshold nobody is ever above or below it. */
export interface SupportRule {
  thresholdMinutes: number | null;
  /** How much of the threshold electronic support may make up, in per cent. */
  electronicCapPercent: number;
}

/** Minutes of the clock. */
export interface SupportMinutes {
  inPerson: number;
  electronic: number;
}

export interface DatedMinutes {
  form: SupportForm;
  validOn: CalendarDate;
  minutes: number;
}

export const NO_SUPPORT: SupportMinutes = { inPerson: 0, electronic: 0 };

export function totalMinutes({ inPerson, electronic }: SupportMinutes): number {
  return inPerson + electronic;
}

export function addMinutes(...parts: SupportMinutes[]): SupportMinutes {
  return parts.reduce(
    (sum, part) => ({
      inPerson: sum.inPerson + part.inPerson,
      electronic: sum.electronic + part.electronic,
    }),
    NO_SUPPORT,
  );
}

export function minutesOf(
  entries: readonly Pick<DatedMinutes, "form" | "minutes">[],
): SupportMinutes {
  const sum = { ...NO_SUPPORT };
  for (const { form, minutes } of entries) {
    if (form === "electronic") sum.electronic += minutes;
    else sum.inPerson += minutes;
  }
  return sum;
}

/** What counts towards the threshold: electronic support only up to its share of the threshold. */
export function countedMinutes(minutes: SupportMinutes, rule: SupportRule): number {
  if (rule.thresholdMinutes === null) return totalMinutes(minutes);
  const cap = Math.floor((rule.thresholdMinutes * rule.electronicCapPercent) / 100);
  return minutes.inPerson + Math.min(minutes.electronic, cap);
}

function reachesThreshold(minutes: SupportMinutes, rule: SupportRule): boolean {
  return rule.thresholdMinutes !== null && countedMinutes(minutes, rule) >= rule.thresholdMinutes;
}

/** The first day on which the support given by then reaches the threshold; null if none does. */
export function thresholdDay(
  entries: readonly DatedMinutes[],
  rule: SupportRule,
): CalendarDate | null {
  let sum = NO_SUPPORT;
  const inOrder = entries.toSorted((one, other) => (one.validOn < other.validOn ? -1 : 1));
  for (const entry of inOrder) {
    sum = addMinutes(sum, minutesOf([entry]));
    if (reachesThreshold(sum, rule)) return entry.validOn;
  }
  return null;
}

export type Outlook = "reached" | "will-reach" | "open" | "cannot-reach";

/** What a person has and may still have, each part apart from the others. */
export interface SupportProspect {
  posted: SupportMinutes;
  /** Attended, the event not closed yet. Below zero where an event opened again will take hours away. */
  pending: SupportMinutes;
  /** Sessions ahead that the person is registered for, and what is left of their internships. */
  booked: SupportMinutes;
  /** Every other session ahead that the project still offers. */
  offered: SupportMinutes;
}

/** Null where the programme knows no threshold. */
export function outlookOf(prospect: SupportProspect, rule: SupportRule): Outlook | null {
  if (rule.thresholdMinutes === null) return null;
  const { posted, pending, booked, offered } = prospect;
  if (reachesThreshold(posted, rule)) return "reached";
  const foreseen = addMinutes(posted, pending, booked);
  if (reachesThreshold(foreseen, rule)) return "will-reach";
  return reachesThreshold(addMinutes(foreseen, offered), rule) ? "open" : "cannot-reach";
}

/** What a person attended of a session of that length. */
export function attendedMinutes(
  cell: { state: string; minutes: number | null } | null | undefined,
  supportMinutes: number,
): number {
  if (cell?.state === "present") return supportMinutes;
  return cell?.state === "left-early" ? Math.min(cell.minutes ?? 0, supportMinutes) : 0;
}
