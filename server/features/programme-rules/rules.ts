import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { formatScaled, parseDecimal } from "../../values/decimal.ts";

/** How the value of a rule is written and read. */
export type ValueType = "months" | "days" | "hours" | "years" | "percent" | "share" | "offset";

/** Kinds of rule in the order in which people look for them. */
export const ruleKinds = {
  "period-length": "months",
  "interim-report-offset": "offset",
  "final-report-offset": "offset",
  "support-threshold": "hours",
  "electronic-share-cap": "percent",
  "exit-results-window": "days",
  "indicator-alert": "percent",
  "eu-share": "share",
  "own-share": "share",
  "flat-rate-54a": "percent",
  "flat-rate-54b": "percent",
  "flat-rate-54c": "percent",
  "flat-rate-55": "percent",
  "flat-rate-56": "percent",
  "transfer-threshold": "percent",
  "employer-levies": "share",
  "levy-years": "years",
  "retention-years": "years",
  "retention-years-eu": "years",
} as const satisfies Record<string, ValueType>;

export type RuleKind = keyof typeof ruleKinds;

export function isRuleKind(kind: string): kind is RuleKind {
  return Object.hasOwn(ruleKinds, kind);
}

export const monthEnds = ["month-end", "same-day"] as const;
export type MonthEnd = (typeof monthEnds)[number];

const MOST: Record<ValueType, number> = {
  months: 60,
  days: 3_650,
  hours: 10_000,
  years: 100,
  percent: 100,
  share: 100,
  offset: 24,
};
const PLACES_OF_SHARE = 3;

/**
 * The value as it is stored, from what was typed; undefined when it is not one of this kind. A report's
 * offset also says which reading of "a month after 30 April" binds: `1 month-end`.
 */
export function readRuleValue(
  kind: RuleKind,
  typed: string,
  monthEnd: MonthEnd,
): string | undefined {
  const type = ruleKinds[kind];
  const places = type === "share" ? PLACES_OF_SHARE : 0;
  const scaled = parseDecimal(typed, places);
  if (scaled === undefined || scaled < 0 || scaled > MOST[type] * 10 ** places) return undefined;
  if (type === "offset") return `${scaled} ${monthEnd}`;
  return formatScaled(scaled, places).replace(/\.?0+$/, (zeros) => (places > 0 ? "" : zeros));
}

/** The number of a stored value, and for an offset the reading that binds. */
export function partsOfValue(value: string): { amount: string; monthEnd: MonthEnd } {
  const [amount = "", monthEnd] = value.split(" ");
  return { amount, monthEnd: monthEnd === "same-day" ? "same-day" : "month-end" };
}

interface Version {
  id: number;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

/** The version that a new one takes over from, and its last day then. */
export function predecessorOf<Kept extends Version>(
  versions: Kept[],
  validFrom: CalendarDate,
): { version: Kept; validTo: CalendarDate } | undefined {
  const version = versions.find(
    (one) => one.validFrom < validFrom && (one.validTo === null || one.validTo >= validFrom),
  );
  return version && { version, validTo: addDays(validFrom, -1) };
}

/** Whether two versions of the same rule would hold on one day. */
export function overlapsAny(
  span: Pick<Version, "validFrom" | "validTo">,
  others: Pick<Version, "validFrom" | "validTo">[],
): boolean {
  const end = (one: Pick<Version, "validTo">) => one.validTo ?? "9999-12-31";
  return others.some((other) => span.validFrom <= end(other) && other.validFrom <= end(span));
}

export function isInForce(rule: Version, on: CalendarDate): boolean {
  return rule.validFrom <= on && (rule.validTo === null || rule.validTo >= on);
}
