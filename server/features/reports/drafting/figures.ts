import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import type { BasisPoints } from "../../../values/percent.ts";

// The figures of a report. They are frozen as canonical JSON when it is submitted: no undefined, nothing in words.

export interface ReportFigures {
  period: { id: number; number: number; from: CalendarDate; to: CalendarDate; isLast: boolean };
  /** When the report of the period before was submitted, from which increments are counted; null where it was not. */
  sinceSubmission: CalendarDate | null;
  timeBp: BasisPoints;
  physicalBp: BasisPoints | null;
  physicalBeforeBp: BasisPoints | null;
  indicators: IndicatorFigures[];
  activities: ActivityFigures[];
  events: EventFigures[];
  people: PeopleFigures;
  money: MoneyFigures;
  told: Told;
}

/** Numbers are scaled by `decimals`. */
export interface IndicatorFigures {
  id: number;
  code: string | null;
  name: string;
  unit: string;
  decimals: number;
  valueType: "number" | "percentage" | "text";
  behaviour: "increment" | "state";
  isCommitted: boolean;
  baseline: number | null;
  target: number | null;
  targetText: string | null;
  periodTarget: number | null;
  /** What the report before came to; without one what was achieved before the period. */
  before: number | null;
  /** `cumulative` less `before`: over all reports they add up. Null where there is nothing to count from. */
  increment: number | null;
  /** How much of it belongs to earlier days, entered or corrected since the report before. */
  late: number;
  cumulative: number | null;
  text: string | null;
  fulfilmentBp: BasisPoints | null;
}

/** A key activity with its parts. */
export interface ActivityFigures {
  id: number;
  code: string;
  percent: number | null;
  percentBefore: number | null;
  entries: number;
  workedMinutes: number;
  events: number;
  /** Everybody once, however often they came. */
  persons: number;
  women: number;
  /** Counted without names. */
  heads: number;
  internships: number;
  minutes: number;
  electronicMinutes: number;
  /** Of support since the beginning. */
  minutesToDate: number;
  /** Minutes of earlier days, posted or corrected since the report before. */
  lateMinutes: number;
  milestonesDone: number;
  outputsDone: number;
  /** Costs beside pay. */
  costsHalere: Halere;
}

/** Also of earlier events that the report before did not tell of. */
export interface EventFigures {
  id: number;
  activityId: number | null;
  kind: string;
  /** Null of a confidential one. */
  title: string | null;
  from: CalendarDate;
  to: CalendarDate;
  persons: number;
  women: number;
  minutes: number;
}

export interface PeopleFigures {
  events: number;
  /** Who came to an event or had support in the period. */
  persons: number;
  women: number;
  heads: number;
  supported: number;
  newlySupported: number;
  supportedToDate: number;
  minutes: number;
  electronicMinutes: number;
  minutesToDate: number;
  /** Minutes of earlier days, posted or corrected since the report before. */
  lateMinutes: number;
  entered: number;
  exited: number;
  reachedThreshold: number;
}

export interface MoneyFigures {
  budgetHalere: Halere | null;
  /** Direct costs with flat rates; null while nothing is known. */
  spentHalere: Halere | null;
  spentBeforeHalere: Halere | null;
  incrementHalere: Halere | null;
  directHalere: Halere;
  flatHalere: Halere;
  /** Recorded direct costs of each period so far. */
  periods: { number: number; directHalere: Halere }[];
  requests: { number: number; kind: string; directHalere: Halere; flatHalere: Halere }[];
}

/** What the report tells of, so that the next one knows what it has to add. */
export interface Told {
  entries: number[];
  events: number[];
  internships: number[];
  milestones: number[];
}

/** The figures within what was frozen on submission; null where it holds none. */
export function figuresWithin(facts: string): ReportFigures | null {
  const { figures } = JSON.parse(facts) as { figures?: Partial<ReportFigures> };
  return figures?.told ? (figures as ReportFigures) : null;
}
