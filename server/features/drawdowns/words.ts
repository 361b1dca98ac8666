import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { MomentAsked } from "../../values/moment.ts";
import type { Halere } from "../../values/money.ts";
import type { Field } from "../../web/form-fields.ts";
import { withQuery } from "../../web/query-string.ts";

export interface Reading {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** Rows of figures as `views/partials/figure-table.ejs` prints them. */
export interface FigureTable {
  label: string;
  columns: { label: string; isNumber?: boolean }[];
  rows: FigureRow[];
  footer?: FigureRow[];
}

export interface FigureRow {
  head: string;
  href?: string;
  note?: string;
  cells: string[];
}

export function figureColumns(head: string, ...numbers: string[]): FigureTable["columns"] {
  return [{ label: head }, ...numbers.map((label) => ({ label, isNumber: true }))];
}

/** An amount, or a dash where nothing is known. */
export function amountOf(halere: Halere | null | undefined, { texts, formats }: Reading): string {
  return halere === null || halere === undefined
    ? texts.drawdowns.figures.none
    : formats.money(halere);
}

/** The same without its unit, for a table that says once what all of it is in. */
export function crownsOf(halere: Halere | null | undefined, { texts, formats }: Reading): string {
  return halere === null || halere === undefined
    ? texts.drawdowns.figures.none
    : formats.scaled(halere, 2);
}

/** Both dates that figures hang on, and whatever else the page may be narrowed by. */
export function presentMomentBar(
  bar: { action: string; asked: MomentAsked; fields?: Field[]; kept?: Record<string, string> },
  { texts, formats, today }: Reading,
) {
  const { moment } = texts.funding;
  const { on, knownOn } = bar.asked;
  const kept = bar.kept ?? {};
  const days = { on: on === today ? "" : on, asOf: knownOn ?? "" };
  const without = (name: "on" | "asOf") => withQuery(bar.action, { ...kept, ...days, [name]: "" });
  const chips = [
    ...(days.on === "" ? [] : [{ label: moment.onChip(formats.date(on)), href: without("on") }]),
    ...(knownOn === null
      ? []
      : [{ label: moment.asOfChip(formats.date(knownOn)), href: without("asOf") }]),
  ];
  return {
    action: bar.action,
    fields: [
      ...(bar.fields ?? []),
      { type: "date" as const, name: "on", label: moment.on, value: on },
      { type: "date" as const, name: "asOf", label: moment.asOf, value: knownOn ?? today },
    ],
    chips,
    clearHref: chips.length > 1 ? withQuery(bar.action, kept) : null,
  };
}
