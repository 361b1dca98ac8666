import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { MomentAsked } from "../../../values/moment.ts";
import type { Halere } from "../../../values/money.ts";
import { type BarChart, type BarGroup, drawBars } from "../drawing/bar-chart.ts";
import type { LineChart } from "../drawing/line-chart.ts";
import { moneyAxis } from "../drawing/scale.ts";
import type { FigureTable, Reading } from "../words.ts";
import type { DrawdownFacts } from "./service.ts";

/** A drawing and the table that says the same, as `views/drawdowns/_picture.ejs` prints them. */
export interface Picture {
  id: string;
  title: string;
  lines: LineChart | null;
  bars: BarChart | null;
  legend: { kind: string; label: string }[];
  note: string | null;
  table: FigureTable | null;
  /** A long table waits behind its name; paper shows it. */
  isFolded: boolean;
  emptyState: { icon: string; text: string } | null;
}

export interface Shown {
  project: { id: number; startsOn: CalendarDate; endsOn: CalendarDate };
  facts: DrawdownFacts;
  asked: MomentAsked;
  viewer: { id: number | null; readsPay: boolean };
}

export function emptyPicture(id: string, title: string, text: string): Picture {
  return {
    ...{ id, title, lines: null, bars: null, legend: [], note: null, table: null },
    isFolded: false,
    emptyState: { icon: "chart-bar", text },
  };
}

export type Kind = "total" | "planned" | "spent" | "claimed" | "approved" | "real";

export interface AmountGroup {
  label: string;
  amounts: Partial<Record<Kind, Halere | null>>;
}

/** Bars of money on one axis, each named for whoever points at it. */
export function moneyBars(label: string, groups: readonly AmountGroup[], reading: Reading) {
  const { texts, formats } = reading;
  const { legend } = texts.drawdowns;
  const drawn: BarGroup[] = groups.map((group) => ({
    label: group.label,
    bars: Object.entries(group.amounts).map(([kind, value]) => ({
      kind,
      value: value ?? null,
      title: `${legend[kind as Kind]}, ${group.label}: ${formats.money(value ?? 0)}`,
    })),
  }));
  const values = drawn.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0));
  const axis = moneyAxis(Math.max(1, ...values), reading);
  const kinds = [...new Set(drawn.flatMap(({ bars }) => bars.map(({ kind }) => kind as Kind)))];
  return {
    bars: drawBars({ label, groups: drawn, unit: axis.unit, tick: axis.label }),
    legend: kinds.map((kind) => ({ kind, label: legend[kind] })),
  };
}
