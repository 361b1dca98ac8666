import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import type { Span } from "../../projects/totals/rules.ts";
import type { Reading } from "../list/presenter.ts";
import type { CountedValue } from "../rules.ts";
import { amountText } from "../words.ts";
import { outlookOf } from "./rules.ts";

/** The outlook in a sentence with numbers; null where there is none to speak of. */
export function presentForecast(
  indicator: IndicatorOnPage,
  project: Span,
  inForce: readonly CountedValue[],
  { texts, formats, today }: Reading,
) {
  if (indicator.valueType === "text" || indicator.direction === "down") return null;
  const words = texts.computedIndicators.forecast;
  const foreseen = { ...indicator, measure: indicator, project };
  const outlook = outlookOf(foreseen, inForce, today);
  const amount = (value: number) => amountText(indicator, { value }, formats) ?? "";
  const { title } = words;
  switch (outlook.kind) {
    case "no-target":
      return null;
    case "reached":
      return { title, text: words.reached, pill: null };
    case "too-soon":
      return { title, text: words.tooSoon, pill: null };
    case "over":
      return { title, text: words.over(amount(outlook.missing), indicator.unit), pill: null };
    default: {
      const { months, missing, by, neededTenths, perMonthTenths, isEnough } = outlook;
      const tenths = (value: number) => formats.scaled(value, indicator.decimals + 1);
      const said = {
        months,
        pace: tenths(perMonthTenths),
        unit: indicator.unit,
        expected: amount(outlook.expected),
        target: amount(indicator.target ?? 0),
        by: formats.date(by),
        needed: tenths(neededTenths),
        missing: amount(missing),
      };
      const text = outlook.kind === "pace" ? words.pace(said) : words.stalled(said);
      const pill = isEnough
        ? { tone: "green" as const, label: words.enough }
        : { tone: "yellow" as const, label: words.short };
      return { title, text, pill };
    }
  }
}
