import { amountText, changeText } from "../../../indicators/words.ts";
import { type Draft, paragraph, type Words } from "../draft.ts";
import type { IndicatorFigures } from "../figures.ts";
import type { Block } from "../fitting.ts";
import { sentenceOf } from "../rules.ts";

/** What an indicator came to in the period and what it is compared with. */
export function indicatorComment({ material, figures, words }: Draft, id: number): Block[] {
  const { indicators } = words.drafts;
  const now = figures.indicators.find((one) => one.id === id);
  const indicator = material.indicators.find((one) => one.id === id);
  if (!now || !indicator) return [];
  if (now.valueType === "text")
    return [now.text === null ? indicators.unknown : indicators.text(sentenceOf(now.text))];
  if (now.cumulative === null) return [indicators.unknown];
  return [
    paragraph([movement(now, words), late(now, words)]),
    paragraph([
      target(now, words, indicator.direction),
      now.periodTarget !== null && indicators.periodTarget(amount(now, now.periodTarget, words)),
    ]),
    indicator.origin === "computed" ? indicators.computed : "",
  ];
}

function movement(now: IndicatorFigures, words: Words): string {
  const { indicators } = words.drafts;
  const cumulative = amount(now, now.cumulative, words);
  if (now.increment === null) return indicators.first(cumulative);
  const before = amount(now, now.before, words);
  if (now.behaviour === "state" || now.valueType === "percentage")
    return stateMovement(now.increment, before, cumulative, words);
  if (now.increment === 0) return indicators.none(cumulative);
  const change = amount(now, Math.abs(now.increment), words);
  return now.increment > 0
    ? indicators.increment(change, before, cumulative)
    : indicators.decrease(change, before, cumulative);
}

function stateMovement(change: number, before: string, now: string, { drafts }: Words): string {
  const { indicators } = drafts;
  if (change === 0) return indicators.stays(now);
  return change > 0 ? indicators.rose(before, now) : indicators.fell(before, now);
}

function late(now: IndicatorFigures, { drafts, formats }: Words): string {
  return now.late === 0 ? "" : drafts.indicators.late(changeText(now, now.late, formats));
}

/** A share of the target is told only of what grows. */
function target(now: IndicatorFigures, words: Words, direction: "up" | "down"): string {
  const { indicators } = words.drafts;
  const { fulfilmentBp } = now;
  if (now.target === null) return indicators.noTarget;
  const wanted = amount(now, now.target, words);
  if (fulfilmentBp !== null && fulfilmentBp >= 10_000) return indicators.met(wanted);
  if (direction === "down" || fulfilmentBp === null) return indicators.aim(wanted);
  return indicators.target(wanted, words.formats.percent(fulfilmentBp));
}

function amount(now: IndicatorFigures, value: number | null, { formats }: Words): string {
  return amountText(now, { value }, formats) ?? "";
}
