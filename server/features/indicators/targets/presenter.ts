import type { PeriodWithTarget } from "../../../../db/queries/indicator-targets.ts";
import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { Reading } from "../list/presenter.ts";
import { addsUp } from "../rules.ts";
import { amountText, indicatorTitle, targetText } from "../words.ts";

export function presentTargetsForm(
  state: FormState,
  { indicator, periods }: { indicator: IndicatorOnPage; periods: readonly PeriodWithTarget[] },
  reading: Reading,
) {
  const { texts, formats } = reading;
  const words = texts.indicators.targets;
  const isText = indicator.valueType === "text";
  const sum = periods.reduce((sofar, { target }) => sofar + (target ?? 0), 0);
  const sumText = amountText(indicator, { value: sum }, formats) ?? "";
  const definitions = periods.map(
    ({ periodId, number, startsOn, endsOn }): FieldDefinition => ({
      type: isText ? "text" : "number",
      name: `target-${periodId}`,
      label: words.period(number, formats.dateRange(startsOn, endsOn)),
      ...(!isText && { suffix: indicator.unit, width: "short" as const }),
    }),
  );
  return presentFormPage(
    {
      title: words.title,
      code: indicatorTitle(indicator),
      lead: [
        addsUp(indicator) ? words.incrementHint : words.stateHint,
        words.projectTarget(targetText(indicator, reading)),
        ...(addsUp(indicator) ? [words.sum(sumText)] : []),
      ],
      action: paths.indicatorTargets(indicator.projectId, indicator.id),
      hidden: ["version"],
      sections: [{ rows: definitions }],
      submit: words.submit,
      cancel: { href: paths.indicator(indicator.projectId, indicator.id) },
    },
    state,
    texts,
  );
}

export function storedTargets(
  { version, decimals }: { version: number; decimals: number },
  periods: readonly PeriodWithTarget[],
  formats: Formats,
): FormValues {
  const targets = periods.map(({ periodId, target, targetText }): [string, string] => [
    `target-${periodId}`,
    target === null ? (targetText ?? "") : formats.inputScaled(target, decimals),
  ]);
  return { version: String(version), ...Object.fromEntries(targets) };
}
