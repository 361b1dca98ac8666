import { healthPill } from "../../../web/health-pill.ts";
import type { IndicatorFacts } from "../figures/facts.ts";
import { signed, valueText, type Wording } from "../words.ts";
import type { CorrectionFacts } from "./facts.ts";

/** Corrections of months that were told before, a line each: `Podpořené osoby: +3 za březen 2026`. */
export function presentTold(
  corrections: readonly CorrectionFacts[] | undefined,
  indicators: readonly IndicatorFacts[],
  wording: Wording,
): { title: string; hint: string; lines: string[] } | null {
  if (!corrections || corrections.length === 0) return null;
  const words = wording.texts.monthClosing.corrections;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const lines = corrections.flatMap((one) => {
    const line = lineOf(one, byId, wording);
    return line === null ? [] : [line];
  });
  return { title: words.title, hint: words.hint, lines };
}

function lineOf(
  one: CorrectionFacts,
  indicators: ReadonlyMap<number, IndicatorFacts>,
  wording: Wording,
): string | null {
  const { texts, formats } = wording;
  const words = texts.monthClosing.corrections;
  const month = formats.monthName(one.month);
  const change = (
    name: string,
    show: (value: number) => string,
    from: number | null,
    to: number | null,
  ) =>
    words.state(
      name,
      from === null ? words.none : show(from),
      to === null ? words.none : show(to),
      month,
    );
  if (one.kind === "spent") return change(words.spent, formats.wholeMoney, one.from, one.to);
  if (one.kind === "physical") return change(words.physical, formats.percent, one.from, one.to);
  if (one.kind === "health") {
    const label = (health: typeof one.from) => healthPill(health, texts).label;
    return words.state(words.health, label(one.from), label(one.to), month);
  }
  const indicator = indicators.get(one.indicatorId);
  if (!indicator) return null;
  const show = (value: number) => valueText(indicator, { value, text: null }, wording);
  if (one.kind === "state") return change(indicator.name, show, one.from, one.to);
  const size = signed(show(Math.abs(one.by)), { direction: one.by > 0 ? "up" : "down" });
  return words.increment(indicator.name, size, month);
}
