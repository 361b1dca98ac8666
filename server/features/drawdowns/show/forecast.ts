import { percentOf } from "../../../values/percent.ts";
import type { DrawdownPace } from "../outlook/rules.ts";
import type { Reading } from "../words.ts";
import type { Shown } from "./pictures.ts";

/** The outlook in sentences with numbers, and the rule it follows. */
export function presentForecast({ project, facts }: Shown, reading: Reading) {
  const { forecast } = reading.texts.drawdowns;
  const { outlook } = facts;
  const said = { title: forecast.title, rule: forecast.rule, pill: null };
  switch (outlook.kind) {
    case "nothing":
      return { ...said, sentences: [forecast.nothing] };
    case "too-soon":
      return { ...said, sentences: [forecast.tooSoon] };
    case "over":
      return { ...said, sentences: [forecast.over] };
    default:
      return {
        ...said,
        pill: pillOf(outlook, reading),
        sentences: [
          paceSentence(outlook, project.endsOn, reading),
          ...restSentences(outlook, facts.cap, reading),
        ],
      };
  }
}

function paceSentence(pace: DrawdownPace, endsOn: string, { texts, formats }: Reading): string {
  return texts.drawdowns.forecast.pace({
    months: pace.months,
    from: formats.monthName(pace.from),
    until: formats.monthName(pace.until),
    perMonth: formats.wholeMoney(pace.perMonth),
    expected: formats.wholeMoney(pace.expected),
    endsOn: formats.date(endsOn),
  });
}

function restSentences(
  { rest, exhaustedOn }: DrawdownPace,
  cap: number | null,
  { texts, formats }: Reading,
): string[] {
  const { forecast } = texts.drawdowns;
  if (rest === null || cap === null) return [];
  if (rest === 0) return [forecast.exact];
  if (rest > 0)
    return [forecast.rest(formats.wholeMoney(rest), formats.percent(percentOf(rest, cap) ?? 0))];
  return exhaustedOn === null
    ? []
    : [forecast.exhausted(formats.date(exhaustedOn), formats.wholeMoney(-rest))];
}

/** Up to a twentieth left over is money well drawn. */
const LITTLE = 20;

function pillOf({ rest, expected }: DrawdownPace, { texts }: Reading) {
  const { forecast } = texts.drawdowns;
  if (rest === null) return null;
  if (rest < 0) return { tone: "red" as const, label: forecast.beyond };
  const isLittle = rest * LITTLE <= rest + expected;
  return isLittle
    ? { tone: "green" as const, label: forecast.enough }
    : { tone: "yellow" as const, label: forecast.short };
}
