import type { Indicator } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import type { FormState } from "../../../web/form.ts";
import { type FieldDefinition, presentFields } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { countsPersons } from "../computing/rules.ts";
import { fulfilmentOf, type Reading } from "../list/presenter.ts";
import { addsUp } from "../rules.ts";
import { amountText, changeText, targetText } from "../words.ts";
import type { MonthFigures } from "./figures.ts";

/** A row into which a value is typed; what the script reckons with goes along in `reckoning`. */
export function presentEntryRow(
  indicator: Indicator,
  figures: MonthFigures,
  state: FormState,
  reading: Reading,
) {
  const { texts } = reading;
  const [value, note] = presentFields(cellFields(indicator, texts.indicators.month), state, texts);
  return {
    ...presentSums(indicator, figures, reading),
    value,
    note,
    saved: savedText(indicator, figures, reading),
    reckoning: {
      type: indicator.valueType,
      sums: addsUp(indicator),
      decimals: indicator.decimals,
      soFar: figures.soFar.value,
      withoutTyped: {
        total: amountText(indicator, figures.soFar, reading.formats) ?? "–",
        share: shareText(indicator, figures.soFar.value, reading),
      },
      direction: indicator.direction,
      baseline: indicator.baseline,
      target: indicator.target,
    },
  };
}

/** A row of an indicator counted from the records: its number leads to exactly its facts. */
export function presentComputedRow(
  indicator: Indicator,
  figures: MonthFigures,
  on: CalendarDate,
  reading: Reading,
) {
  const { projectId, id } = indicator;
  return {
    ...presentSums(indicator, figures, reading),
    link: {
      href: withQuery(paths.indicatorFacts(projectId, id), { on }),
      label: countedText(indicator, figures.total ?? 0, reading),
    },
  };
}

function presentSums(indicator: Indicator, figures: MonthFigures, reading: Reading) {
  const { texts, formats } = reading;
  const { before, soFar, total } = figures;
  return {
    code: indicator.code && formatIndicatorCode(indicator.code),
    name: indicator.name,
    href: paths.indicator(indicator.projectId, indicator.id),
    unit: unitText(indicator, texts.indicators.month),
    isText: indicator.valueType === "text",
    before: amountText(indicator, before, formats) ?? "–",
    beforeOn: before.on && formats.date(before.on),
    total: amountText(indicator, { value: total, text: soFar.text }, formats) ?? "–",
    target: targetText(indicator, reading),
    share: shareText(indicator, total, reading),
  };
}

function shareText(indicator: Indicator, achieved: number | null, { formats }: Reading): string {
  const share = fulfilmentOf({ ...indicator, achieved });
  return share === undefined ? "–" : formats.percent(share);
}

/** In what is counted and how the value is meant. */
function unitText(indicator: Indicator, words: Reading["texts"]["indicators"]["month"]): string {
  const measure = addsUp(indicator) ? words.increment : words.state;
  const parts = indicator.unit === "" ? [measure] : [indicator.unit, measure];
  if (indicator.valueType === "percentage") parts.push(words.partsHint);
  return parts.join(" · ");
}

/** What the month has already, and of which day. */
function savedText(
  indicator: Indicator,
  { inMonth, soFar }: MonthFigures,
  { texts, formats }: Reading,
): string | null {
  const last = inMonth.at(-1);
  if (!last) return null;
  const gained = inMonth.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const amount = addsUp(indicator)
    ? changeText(indicator, gained, formats)
    : amountText(indicator, soFar, formats);
  return texts.entryGrid.saved(amount ?? "–", formats.date(last.validOn));
}

function countedText(indicator: Indicator, count: number, { texts, formats }: Reading): string {
  const { facts } = texts.computedIndicators;
  const { computation } = indicator;
  if (computation !== null && countsPersons(computation)) return facts.persons(count);
  if (computation === "attendances") return facts.attendances(count);
  return `${formats.number(count)} (${indicator.unit})`;
}

function cellFields(
  indicator: Indicator,
  words: Reading["texts"]["indicators"]["month"],
): FieldDefinition[] {
  const { id, name, valueType } = indicator;
  const cell = { isLabelHidden: true, autocomplete: "off" };
  return [
    {
      ...cell,
      type: valueType === "text" ? "text" : "number",
      name: `value-${id}`,
      label: words.valueOf(name),
      ...(valueType === "percentage" && { suffix: "%" }),
    },
    { ...cell, type: "text", name: `note-${id}`, label: words.noteOf(name) },
  ];
}
