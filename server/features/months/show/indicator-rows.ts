import { paths } from "../../../paths.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import { clampPercent } from "../../../values/percent.ts";
import type { IndicatorFacts, MonthFacts } from "../figures/facts.ts";
import { valueText, type Wording } from "../words.ts";

/** Indicators of a month; where something else was reported, that stands beside. */
export function presentIndicators(
  { facts, reported }: { facts: MonthFacts; reported: MonthFacts | null },
  wording: Wording,
) {
  const before = new Map(reported?.indicators.map((indicator) => [indicator.id, indicator]));
  return facts.indicators.map((indicator) => {
    const then = before.get(indicator.id);
    const now = shown(indicator, wording);
    const reportedThen = then ? shown(then, wording) : null;
    const differs = (key: "inMonth" | "achieved" | "target") =>
      reportedThen !== null && reportedThen[key] !== now[key] ? reportedThen[key] : null;
    return {
      ...now,
      name: indicator.name,
      note: [indicator.code && formatIndicatorCode(indicator.code), indicator.unit]
        .filter(Boolean)
        .join(" · "),
      href: paths.indicator(facts.project.id, indicator.id),
      bar: bar(indicator, wording),
      reported: reportedThen,
      was: {
        inMonth: differs("inMonth"),
        achieved: differs("achieved"),
        target: reportedTarget(differs("target"), wording),
      },
    };
  });
}

function reportedTarget(target: string | null, { texts }: Wording): string | null {
  return target === null ? null : texts.months.reportedValue(target);
}

function shown(indicator: IndicatorFacts, wording: Wording) {
  const number = (value: number | null) => valueText(indicator, { value, text: null }, wording);
  const { inMonth } = indicator;
  return {
    inMonth: inMonth !== null && inMonth > 0 ? `+${number(inMonth)}` : number(inMonth),
    achieved: valueText(
      indicator,
      { value: indicator.achieved, text: indicator.achievedText },
      wording,
    ),
    target:
      indicator.target === null && indicator.targetText === null
        ? wording.texts.months.noTarget
        : valueText(indicator, { value: indicator.target, text: indicator.targetText }, wording),
  };
}

function bar({ fulfilmentBp }: IndicatorFacts, { formats }: Wording) {
  if (fulfilmentBp === null) return null;
  return {
    width: Math.round(clampPercent(fulfilmentBp) / 100),
    label: formats.percent(fulfilmentBp),
  };
}
