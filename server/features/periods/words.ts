import type { RuleInForce } from "../../../db/queries/offset-rules.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { type DutyDates, dutyKey, type OffsetKind, readOffset } from "./duties/rules.ts";
import { dutyTitle } from "./duties/service.ts";
import { lengthOf, type Span } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export function spanText({ startsOn, endsOn }: Span, { formats }: Wording): string {
  return formats.dateRange(startsOn, endsOn);
}

/** `6 měsíců`, `3 měsíce a 12 dní` */
export function lengthText(span: Span, { texts }: Wording): string {
  const { length } = texts.periods;
  const { months, days } = lengthOf(span);
  if (days === 0) return length.months(months);
  return months === 0 ? length.days(days) : length.both(length.months(months), length.days(days));
}

/** A proposed duty as a checkbox: its day, and where it may surprise, why. */
export function dutyOption(duty: DutyDates, { texts, formats }: Wording) {
  const { generation } = texts.periods;
  const title = dutyTitle(duty, texts);
  const { dates } = duty;
  if (dates === null) return { value: dutyKey(duty), label: title };
  const hints = [
    ...(dates.shiftedOn === dates.dueOn ? [] : [generation.shifted(formats.date(dates.shiftedOn))]),
    ...(dates.remindOn === dates.dueOn ? [] : [generation.remind(formats.date(dates.remindOn))]),
  ];
  const label = generation.dueOption(title, formats.date(dates.dueOn));
  return { value: dutyKey(duty), label, ...(hints.length > 0 ? { hint: hints.join(", ") } : {}) };
}

/** What dates are computed from, with sources; what nobody has confirmed is said to be so. */
export function presentRules(
  rules: RuleInForce[],
  missing: OffsetKind[],
  { texts, projectId }: Pick<Wording, "texts"> & { projectId: number },
) {
  const words = texts.periods.rules;
  return {
    title: words.title,
    link: { href: paths.projectRules(projectId), label: texts.ownRules.link },
    note: words.weekend,
    rules: rules.map((rule) => {
      const offset = readOffset(rule.value);
      const how = offset ? words.offset[offset.monthEnd](offset.months) : rule.value;
      return {
        term: words.kinds[rule.kind as OffsetKind],
        text: how,
        own: rule.reason === null ? null : words.own(rule.reason),
        source: words.source(rule.source),
        warning: rule.isConfirmed ? null : words.unconfirmed,
      };
    }),
    missing: missing.map((kind) => words.missing(words.kinds[kind])),
  };
}
