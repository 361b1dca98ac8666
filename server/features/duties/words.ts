import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { DueDates } from "../milestones/rules.ts";
import type { DueRuleKind } from "../programme-rules/rules.ts";
import { type Owed, requestNumber } from "./rules.ts";
import type { BindingDueRule } from "./service.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** `Závěrečná zpráva o realizaci č. 6`, `Vyvěsit plakát A3` */
export function dutyTitle(
  { duty, period, isFinal }: Pick<Owed, "duty" | "period" | "isFinal">,
  { duties }: Texts,
): string {
  if (!period) return duties.names[duty];
  if (duty === "activity-plan") return duties.numbered.activityPlan(String(period.number));
  if (duty !== "report" && duty !== "payment-request") return duties.names[duty];
  const number = duty === "report" ? period.number : requestNumber(period);
  return (isFinal ? duties.numbered.final : duties.numbered.interim)[duty](String(number));
}

/** Where a due day may surprise, why: a free day, an earlier reading. */
export function surprises({ dueOn, shiftedOn, remindOn }: DueDates, words: Wording): string[] {
  const { texts, formats } = words;
  return [
    ...(shiftedOn === dueOn ? [] : [texts.duties.shifted(formats.date(shiftedOn))]),
    ...(remindOn === dueOn ? [] : [texts.duties.remind(formats.date(remindOn))]),
  ];
}

/** What dates are computed from, with sources; what nobody has confirmed is said to be so. */
export function presentDueRules(
  rules: BindingDueRule[],
  missing: DueRuleKind[],
  { texts }: Pick<Wording, "texts">,
  link: { href: string; label: string },
) {
  const { duties, dueRules, periods, programmeRules } = texts;
  return {
    title: periods.rules.title,
    link,
    note: duties.weekend,
    rules: rules.map((rule) => ({
      term: programmeRules.kinds[rule.kind] ?? rule.kind,
      text: dueRules.text(rule.rule),
      own: rule.reason === null ? null : periods.rules.own(rule.reason),
      source: duties.source(rule.source),
      warning: rule.isConfirmed ? null : duties.unconfirmed,
    })),
    missing: missing.map((kind) => periods.rules.missing(programmeRules.kinds[kind] ?? kind)),
  };
}
