import type { CalendarDate } from "../../../../values/calendar-date.ts";
import type { Halere } from "../../../../values/money.ts";

// What a summary tells of a project's month beyond its figures. Months stored before there was any of it have
// none: every reader of stored facts takes it as missing.

export interface MonthDetails {
  support: SupportFacts;
  events: EventFacts[];
  risks: RiskFacts[];
  resolutions: ResolutionFacts[];
  sources: SourceFacts[];
  /** Planned to be drawn in the periods that have ended; null while none has a plan. */
  plannedHalere: Halere | null;
}

export interface SupportFacts {
  /** Everybody who had support by the day. */
  persons: number;
  /** Null where the project asks for no threshold. */
  overThreshold: number | null;
  crossedInMonth: number | null;
  personsInMonth: number;
  minutesInMonth: number;
}

export interface EventFacts {
  id: number;
  /** Null of a confidential event. */
  title: string | null;
  kind: { cs: string; en: string };
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** Null where nobody has told. */
  persons: number | null;
  minutes: number;
}

/** Open ones and those that have come true, the worst first. */
export interface RiskFacts {
  id: number;
  number: number;
  title: string;
  measure: string | null;
  probability: number;
  impact: number;
  /** Of the assessment before; null for the first one. */
  previousScore: number | null;
  hasOccurred: boolean;
}

/** Waiting for whoever decides. */
export interface ResolutionFacts {
  id: number;
  title: string;
  decidedBy: string;
  submitBy: CalendarDate;
  isSubmitted: boolean;
  meetsOn: CalendarDate | null;
}

/** Amounts follow from the share; without one none is made up. */
export interface SourceFacts {
  kind: string;
  name: string;
  sharePpm: number | null;
  totalHalere: Halere | null;
  /** By the end of the month before. */
  previouslyHalere: Halere | null;
  inMonthHalere: Halere | null;
  soFarHalere: Halere | null;
}
