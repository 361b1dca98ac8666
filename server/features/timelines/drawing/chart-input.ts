import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Span } from "../rules.ts";

export const ROW_STATES = ["planned", "running", "at-risk", "late", "paused", "done"] as const;
export type RowState = (typeof ROW_STATES)[number];

export const PIN_KINDS = [
  "milestone",
  "report",
  "payment-request",
  "output",
  "publicity",
  "task",
  "event",
  "other",
] as const;
export type PinKind = (typeof PIN_KINDS)[number];

export type PinState = "open" | "done" | "overdue";

/** An activity, a sub-activity, or a project of the portfolio. Texts are in the reader's language. */
export interface ChartRow {
  key: string;
  level: 0 | 1;
  /** Short, in front of the title: "KA4", "KA4 b"; empty where there is none. */
  code: string;
  title: string;
  /** A line under the title: dates, owner; empty where there is none. */
  note: string;
  /** Everything about the row in words: shown on hover, read aloud as the name of its link. */
  description: string;
  href: string | null;
  dates: Span | null;
  /** The dates first agreed; drawn only where they differ from the present ones. */
  baseline: Span | null;
  /** 0–100 */
  percentDone: number | null;
  /** In or beside the bar: "45 %", "bez termínu". */
  barLabel: string;
  state: RowState;
  /** The dates reach beyond those of the activity it belongs to. */
  outsideParent: boolean;
}

/** Anything with one date. Without a row it is drawn in a band above all rows. */
export interface ChartPin {
  date: CalendarDate;
  kind: PinKind;
  state: PinState;
  rowKey: string | null;
  label: string;
  /** Printed where the label does not fit; may be empty. */
  shortLabel: string;
  description: string;
  href: string | null;
}

/** A monitoring period. */
export interface ChartPeriod {
  span: Span;
  label: string;
  shortLabel: string;
  description: string;
}

export interface ChartInput {
  span: Span;
  today: CalendarDate;
  /** Width of the drawing in px: 320 and more. */
  width: number;
  /** In print lines are closer, since nobody aims at them with a finger. */
  medium: "screen" | "print";
  /** Portfolio: marks without labels, several at one place as a number. */
  rowPins: "labelled" | "marks";
  /** Printed on top; null where the page has its own heading. */
  heading: string | null;
  rows: readonly ChartRow[];
  pins: readonly ChartPin[];
  periods: readonly ChartPeriod[];
  /** Public holidays, shaded like weekends at the closest zoom. */
  holidays: ReadonlySet<CalendarDate>;
  /** Where a group of pins drawn as a number leads: the table of the same things. */
  groupHref: string | null;
  texts: ChartTexts;
}

export type LegendKey =
  | `row-${RowState}`
  | `pin-${PinKind}`
  | "pin-done"
  | "pin-overdue"
  | "progress"
  | "baseline"
  | "slip"
  | "outside-parent"
  | "continues"
  | "group"
  | "today";

export interface ChartTexts {
  /** Accessible name of the whole drawing. */
  name: string;
  /** Twelve, January first. */
  months: readonly string[];
  shortMonths: readonly string[];
  /** Four: "1. čtvrtletí" and "1. Q" or similar. */
  quarters: readonly string[];
  shortQuarters: readonly string[];
  /** Heading of a month (1–12): "listopad 2026". */
  monthOfYear(month: number, year: number): string;
  /** Day of a month on the axis: "5." */
  dayOfMonth(day: number): string;
  /** At the line of today: "Dnes 21. 11." */
  today: string;
  rowsCaption: string;
  periodsCaption: string;
  /** Band of reports and payment requests. */
  reportsCaption: string;
  /** Band of everything else that belongs to no row. */
  projectPinsCaption: string;
  /** First line of the description of a group: "5 položek". */
  groupOf(count: number): string;
  legend: Record<LegendKey, string>;
}
