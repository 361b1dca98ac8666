import type { Health } from "../../../../db/queries/project-list.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import type { Month } from "../../../values/month.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import type { Signal } from "../../computed-status/rules.ts";
import type { CorrectionFacts } from "../corrections/facts.ts";
import type { MonthDetails, ResolutionFacts } from "./details/facts.ts";

// What is known of a project's month. It is kept as canonical JSON: no undefined, nothing in words.

export interface MonthFacts {
  month: Month;
  /** The day that the figures are true of. */
  on: CalendarDate;
  project: {
    id: number;
    shortName: string;
    title: string;
    startsOn: CalendarDate;
    endsOn: CalendarDate;
  };
  timeBp: BasisPoints;
  totals: Totals;
  /** The same at the end of the month before. */
  previous: Totals;
  totalHalere: number | null;
  status: StatusFacts | null;
  indicators: IndicatorFacts[];
  /** Activities whose per cent has moved in the month. */
  activities: ActivityFacts[];
  log: { entries: LogFacts[]; count: number; workedMinutes: number };
  finished: MilestoneFacts[];
  /** Past their day and neither done nor cancelled, whichever month they come from. */
  missed: MilestoneFacts[];
  /** What is due within the next thirty days. */
  ahead: AheadFacts[];
  /** Missing in months that were stored before there was any. */
  details?: MonthDetails;
  /** What earlier months came to be after the one before was told; not there where none was told. */
  corrections?: CorrectionFacts[];
}

/** What changes of the month are told by. */
export interface Totals {
  indicatorsBp: BasisPoints | null;
  indicatorsWithTarget: number;
  indicatorsMet: number;
  physicalBp: BasisPoints | null;
  spentHalere: number | null;
  spentOn: CalendarDate | null;
  health: Health | null;
}

export interface StatusFacts {
  health: Health;
  sentence: string;
  decisionNeeded: string | null;
  on: CalendarDate;
}

/** Numbers are scaled by `decimals`. */
export interface IndicatorFacts {
  id: number;
  code: string | null;
  name: string;
  unit: string;
  decimals: number;
  valueType: "number" | "percentage" | "text";
  behaviour: "increment" | "state";
  isCommitted: boolean;
  target: number | null;
  targetText: string | null;
  achieved: number | null;
  achievedText: string | null;
  achievedOn: CalendarDate | null;
  /** Added in the month; for a state the difference, null where there is none to tell. */
  inMonth: number | null;
  previous: number | null;
  /** What each month added, opening values too, where values add up: together they are what is achieved. */
  byMonth?: Record<Month, number>;
  fulfilmentBp: BasisPoints | null;
}

export interface ActivityFacts {
  id: number;
  code: string;
  title: string;
  percent: number | null;
  previous: number | null;
}

export interface LogFacts {
  id: number;
  on: CalendarDate;
  /** Codes of activities. */
  activities: string[];
  excerpt: string;
}

export interface MilestoneFacts {
  id: number;
  kind: string;
  title: string;
  dueOn: CalendarDate;
  doneOn: CalendarDate | null;
}

export interface AheadFacts {
  objectType: string;
  id: number;
  /** The record on whose page it is found. */
  pageId: number;
  kind: string;
  title: string | null;
  periodNumber: number | null;
  /** Of what is told by how many there are. */
  count?: number;
  dueOn: CalendarDate;
}

/** What the table of the portfolio and the list of months show: kept beside the facts and made of them. */
export interface Headline extends Totals {
  shortName: string;
  timeBp: BasisPoints;
  totalHalere: number | null;
  sentence: string | null;
  decisionNeeded: string | null;
  statusOn: CalendarDate | null;
  overdue: number;
  nextDueOn: CalendarDate | null;
  nextDueTitle: string | null;
  nextDueType: string | null;
  nextDuePeriod: number | null;
  previous: Totals;
  details?: HeadlineDetails;
}

/** Missing in months that were stored before there was any. */
export interface HeadlineDetails {
  /** What the figures said by themselves at the time. */
  signal: Signal | null;
  plannedHalere: Halere | null;
  persons: number;
  overThreshold: number | null;
  crossedInMonth: number | null;
  minutesInMonth: number;
  events: number;
  /** At those events of which it is known. */
  eventPersons: number;
  /** Those to be submitted first. */
  resolutions: ResolutionFacts[];
}
