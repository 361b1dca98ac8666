import {
  addDays,
  addMonths,
  type CalendarDate,
  dayOfWeek,
  startOfMonth,
} from "../../../values/calendar-date.ts";
import { civilDayOf, dateOfCivil } from "../../../values/day-number.ts";
import type { Span } from "../rules.ts";
import type { Label } from "./chart.ts";
import type { ChartTexts } from "./chart-input.ts";
import { labelAt } from "./labels.ts";
import { STYLES } from "./metrics.ts";
import type { Scale } from "./scale.ts";
import { widestLine } from "./text-lines.ts";
import { type TextStyle, textWidth } from "./text-width.ts";

export interface Tier {
  unit: "day" | "week" | "month" | "quarter" | "year";
  /** Years that one label stands for. */
  years: number;
  label(date: CalendarDate): string;
}

export interface Tiers {
  major: Tier;
  /** null where not even quarters have room for a label. */
  minor: Tier | null;
}

export const TIER_HEIGHT = 18;

const SHORTEST = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };
const CLEARANCE = 6;
const CENTRED_CLEARANCE = 4;

/** The finest labels for which the scale has room, and the ones above them. */
export function tiersFor(scale: Scale, texts: ChartTexts): Tiers {
  const minor = minorTiers(texts).find(({ tier, widest }) => hasRoom(scale, tier, widest));
  const unit = minor?.tier.unit;
  const byMonth = unit === "day" || unit === "week";
  return { major: byMonth ? monthHeadings(texts) : yearTier(scale), minor: minor?.tier ?? null };
}

/** Where each unit of the tier begins, within the span. */
export function tickDays(tier: Tier, span: Span): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = unitStart(span.from, tier); day <= span.to; day = nextUnit(day, tier)) {
    if (day >= span.from) days.push(day);
  }
  return days;
}

/** The labels of one tier: each within its own unit, left out where the unit is cut too short by the span. */
export function tierLabels(tier: Tier, span: Span, scale: Scale, top: number): Label[] {
  const style = tier.unit === "year" || tier.unit === "month" ? STYLES.axisMajor : STYLES.axis;
  const labels: Label[] = [];
  for (let day = unitStart(span.from, tier); day <= span.to; ) {
    const next = nextUnit(day, tier);
    const left = Math.max(scale.left, scale.startOf(day));
    const right = Math.min(scale.right, scale.startOf(next));
    const text = tier.unit === "week" && day < span.from ? "" : tier.label(day);
    const label = text && unitLabel(text, { left, right }, { top, tier, style });
    if (label) labels.push(label);
    day = next;
  }
  return labels;
}

/** Runs of weekends and holidays. */
export function restDays(span: Span, holidays: ReadonlySet<CalendarDate>): Span[] {
  const runs: Span[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    if (dayOfWeek(day) < 6 && !holidays.has(day)) continue;
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

function unitLabel(
  text: string,
  unit: { left: number; right: number },
  { top, tier, style }: { top: number; tier: Tier; style: TextStyle },
): Label | undefined {
  const centred = isCentred(tier);
  const room = unit.right - unit.left - (centred ? CENTRED_CLEARANCE / 2 : CLEARANCE);
  if (textWidth(text, style) > room) return;
  const x = centred ? (unit.left + unit.right) / 2 : unit.left + 4;
  const anchor = centred ? "middle" : "start";
  const place = { x, top: top + (TIER_HEIGHT - style.line) / 2, anchor } as const;
  return labelAt(text, place, style, "timeline__axis");
}

/** Weeks and years are named where they begin. */
function isCentred({ unit }: Tier): boolean {
  return unit !== "week" && unit !== "year";
}

function minorTiers(texts: ChartTexts): { tier: Tier; widest: number }[] {
  const dayLabel = (date: CalendarDate) => texts.dayOfMonth(civilDayOf(date).day);
  const monthLabel = (names: readonly string[]) => (date: CalendarDate) =>
    names[civilDayOf(date).month - 1] ?? "";
  const quarterLabel = (names: readonly string[]) => (date: CalendarDate) =>
    names[Math.floor((civilDayOf(date).month - 1) / 3)] ?? "";
  const widestDay = textWidth(texts.dayOfMonth(30), STYLES.axis);
  const tier = (unit: Tier["unit"], label: Tier["label"], widest: number) => ({
    tier: { unit, years: 1, label },
    widest,
  });
  return [
    tier("day", dayLabel, widestDay),
    tier("week", dayLabel, widestDay),
    tier("month", monthLabel(texts.months), widest(texts.months)),
    tier("month", monthLabel(texts.shortMonths), widest(texts.shortMonths)),
    tier("quarter", quarterLabel(texts.quarters), widest(texts.quarters)),
    tier("quarter", quarterLabel(texts.shortQuarters), widest(texts.shortQuarters)),
  ];
}

function widest(names: readonly string[]): number {
  return widestLine(names, STYLES.axis);
}

function hasRoom(scale: Scale, tier: Tier, widestLabel: number): boolean {
  const clearance = isCentred(tier) ? CENTRED_CLEARANCE : CLEARANCE;
  return SHORTEST[tier.unit] * scale.pxPerDay >= widestLabel + clearance;
}

function monthHeadings(texts: ChartTexts): Tier {
  const label = (date: CalendarDate) => {
    const { year, month } = civilDayOf(date);
    return texts.monthOfYear(month, year);
  };
  return { unit: "month", years: 1, label };
}

/** Single years, or every second, fifth … where a year is narrower than its number. */
function yearTier(scale: Scale): Tier {
  const room = SHORTEST.year * scale.pxPerDay;
  const needed = textWidth("2000", STYLES.axisMajor) + CLEARANCE;
  const years = [1, 2, 5, 10, 20, 50].find((count) => count * room >= needed) ?? 100;
  return { unit: "year", years, label: (date) => date.slice(0, 4) };
}

function unitStart(date: CalendarDate, { unit, years }: Tier): CalendarDate {
  if (unit === "day") return date;
  if (unit === "week") return addDays(date, 1 - dayOfWeek(date));
  const { year, month } = civilDayOf(date);
  if (unit === "month") return startOfMonth(date);
  if (unit === "quarter") return dateOfCivil({ year, month: month - ((month - 1) % 3), day: 1 });
  return dateOfCivil({ year: year - (year % years), month: 1, day: 1 });
}

function nextUnit(start: CalendarDate, { unit, years }: Tier): CalendarDate {
  if (unit === "day") return addDays(start, 1);
  if (unit === "week") return addDays(start, 7);
  return addMonths(start, unit === "month" ? 1 : unit === "quarter" ? 3 : 12 * years);
}
