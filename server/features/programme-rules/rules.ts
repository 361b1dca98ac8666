import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { formatScaled, parseDecimal } from "../../values/decimal.ts";
import {
  type DueRule,
  type DutyAnchor,
  MOST_OF_UNIT,
  readDueRule,
  writeDueRule,
} from "../../values/due-rule.ts";

/** How the value of a rule is written and read; `due` gives a day. */
export type ValueType = "months" | "days" | "hours" | "characters" | "percent" | "share" | "due";

/** Kinds of rule in the order in which people look for them. */
export const ruleKinds = {
  "period-length": "months",
  "interim-report-offset": "due",
  "final-report-offset": "due",
  "advance-request-offset": "due",
  "poster-offset": "due",
  "web-note-offset": "due",
  "activity-plan-offset": "due",
  "timesheet-offset": "due",
  "participant-exit-offset": "due",
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
  "report-text-limit": "characters",
  "report-newline-length": "characters",
  "employer-levies": "share",
  "retention-years": "due",
  "levy-years": "due",
  "retention-years-eu": "due",
} as const satisfies Record<string, ValueType>;

export type RuleKind = keyof typeof ruleKinds;

export function isRuleKind(kind: string): kind is RuleKind {
  return Object.hasOwn(ruleKinds, kind);
}

/** From which days each of these rules may be counted; the first one is offered. */
export const anchorsOf = {
  "interim-report-offset": ["period-end"],
  "final-report-offset": ["project-end"],
  "advance-request-offset": ["decision", "project-start"],
  "poster-offset": ["project-start", "decision"],
  "web-note-offset": ["project-start", "decision"],
  "activity-plan-offset": ["period-start"],
  "timesheet-offset": ["month-end"],
  "participant-exit-offset": ["final-report", "project-end"],
  "retention-years": ["project-end", "last-payment", "payment-year-end", "year-after-end"],
  "levy-years": ["year-after-end", "project-end", "last-payment", "payment-year-end"],
  "retention-years-eu": ["payment-year-end", "last-payment", "project-end", "year-after-end"],
} as const satisfies Record<string, readonly [DutyAnchor, ...DutyAnchor[]]>;

export type DueRuleKind = keyof typeof anchorsOf;
export const dueRuleKinds = Object.keys(anchorsOf) as DueRuleKind[];

export function isDueRuleKind(kind: string): kind is DueRuleKind {
  return Object.hasOwn(anchorsOf, kind);
}

const MOST: Record<Exclude<ValueType, "due">, number> = {
  months: 60,
  days: 3_650,
  hours: 10_000,
  characters: 10_000,
  percent: 100,
  share: 100,
};
const PLACES_OF_SHARE = 3;

/** What the form of a rule sends of its value; all but the first belong to rules that give a day. */
export interface TypedValue {
  value: string;
  unit: DueRule["unit"];
  monthEnd: DueRule["monthEnd"];
  weekend: DueRule["weekend"];
  anchor: DutyAnchor;
}

/** The value as it is stored, from what was typed; undefined when it is not one of this kind. */
export function readRuleValue(kind: RuleKind, typed: TypedValue): string | undefined {
  const type = ruleKinds[kind];
  const places = type === "share" ? PLACES_OF_SHARE : 0;
  const scaled = parseDecimal(typed.value, places);
  if (scaled === undefined || scaled < 0) return undefined;
  if (type === "due") {
    const { value: _, ...rest } = typed;
    return scaled > MOST_OF_UNIT[typed.unit]
      ? undefined
      : writeDueRule({ ...rest, amount: scaled });
  }
  if (scaled > MOST[type] * 10 ** places) return undefined;
  return formatScaled(scaled, places).replace(/\.?0+$/, (zeros) => (places > 0 ? "" : zeros));
}

/** Whether a rule of this kind may be counted from that day. */
export function suitsKind(kind: RuleKind, anchor: DutyAnchor): boolean {
  if (!isDueRuleKind(kind)) return true;
  const anchors: readonly DutyAnchor[] = anchorsOf[kind];
  return anchors.includes(anchor);
}

/** A stored value as it is typed; what a rule that gives no day does not have is as a new one has it. */
export function typedParts(kind: RuleKind, stored: string): TypedValue {
  const rule = readDueRule(stored);
  if (rule) {
    const { amount, ...rest } = rule;
    return { value: String(amount), ...rest };
  }
  return { ...blankValue(kind), value: isDueRuleKind(kind) ? "" : stored };
}

export function blankValue(kind: RuleKind): TypedValue {
  const anchor = isDueRuleKind(kind) ? anchorsOf[kind][0] : "period-end";
  return { value: "", unit: "months", monthEnd: "month-end", weekend: "unshifted", anchor };
}

/** The day whose rules bind a project: of its decision, or of its start without one. */
export function ruleDayOf(project: {
  decidedOn: CalendarDate | null;
  startsOn: CalendarDate;
}): CalendarDate {
  return project.decidedOn ?? project.startsOn;
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
