import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
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
