import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import type { Indicator } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import { addDays, earlierOf } from "../../../values/calendar-date.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import { addToMonth, firstDayOf, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Reading } from "../list/presenter.ts";
import { achievedBetween, addsUp, figureOf, indicatorKinds } from "../rules.ts";
import { amountText, changeText, targetText } from "../words.ts";

interface Grid {
  projectId: number;
  month: Month;
  indicators: readonly Indicator[];
  inForce: readonly ValueInForce[];
}

/** One row per indicator: Tab goes from its value to its note and on to the next, Enter sends them all. */
export function presentMonthValues(state: FormState, grid: Grid, reading: Reading) {
  const { texts, formats, today } = reading;
  const words = texts.indicators.month;
  const { projectId, month, indicators } = grid;
  const next = addToMonth(month, 1);
  const href = (to: Month) => withQuery(paths.newMonthValues(projectId), { month: to });
  const day: FieldDefinition = {
    type: "date",
    name: "validOn",
    label: words.validOn,
    width: "short",
  };
  const groups = indicatorKinds.map((kind) => ({
    title: texts.indicators.kinds[kind],
    rows: indicators
      .filter((indicator) => indicator.kind === kind)
      .map((indicator) => presentRow(indicator, state, grid, reading)),
  }));
  return {
    pageHeader: { title: words.heading(formats.monthName(month)), subtitle: words.hint },
    months: {
      previous: { href: href(addToMonth(month, -1)), label: words.previous },
      next: next <= monthOf(today) ? { href: href(next), label: words.next } : null,
    },
    columns: { ...texts.indicators.columns, ...words },
    action: paths.monthValues(projectId),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    fields: presentFields([{ type: "hidden", name: "month", label: "" }, day], state, texts),
    groups: groups.filter(({ rows }) => rows.length > 0),
    formFooter: { submit: words.submit, cancel: { href: paths.indicators(projectId) } },
    emptyState:
      indicators.length > 0
        ? null
        : {
            icon: "chart-bar",
            text: words.empty,
            second: { href: paths.indicators(projectId), label: texts.indicators.title },
          },
  };
}

/** The last day of the month, in the current one today. */
export function newMonthValues(month: Month, today: string): FormValues {
  return { month, validOn: earlierOf(lastDayOf(month), today) };
}

function presentRow(indicator: Indicator, state: FormState, grid: Grid, reading: Reading) {
  const { texts, formats } = reading;
  const words = texts.indicators.month;
  const own = grid.inForce.filter(({ indicatorId }) => indicatorId === indicator.id);
  const before = addDays(firstDayOf(grid.month), -1);
  const until = lastDayOf(grid.month);
  const [value, note] = presentFields(cellFields(indicator, words), state, texts);
  return {
    code: indicator.code && formatIndicatorCode(indicator.code),
    name: indicator.name,
    href: paths.indicator(indicator.projectId, indicator.id),
    unit: unitText(indicator, words),
    isText: indicator.valueType === "text",
    target: targetText(indicator, reading),
    before: amountText(indicator, figureOf(indicator, own, before), formats) ?? "–",
    thisMonth: thisMonthText(indicator, own, { after: before, until }, reading),
    value,
    note,
  };
}

/** In what is counted and how the value is meant. */
function unitText(indicator: Indicator, words: Reading["texts"]["indicators"]["month"]): string {
  const parts = [indicator.unit, addsUp(indicator) ? words.increment : words.state];
  if (indicator.valueType === "percentage") parts.push(words.partsHint);
  return parts.join(" · ");
}

function thisMonthText(
  indicator: Indicator,
  own: readonly ValueInForce[],
  span: { after: string; until: string },
  { formats }: Reading,
): string {
  if (addsUp(indicator)) {
    const gained = achievedBetween(indicator, own, span) ?? 0;
    return gained === 0 ? "–" : changeText(indicator, gained, formats);
  }
  const inMonth = own.filter(({ validOn }) => validOn > span.after);
  return amountText(indicator, figureOf(indicator, inMonth, span.until), formats) ?? "–";
}

function cellFields(
  indicator: Indicator,
  words: Reading["texts"]["indicators"]["month"],
): FieldDefinition[] {
  const { id, name, valueType } = indicator;
  return [
    {
      type: valueType === "text" ? "text" : "number",
      name: `value-${id}`,
      label: words.valueOf(name),
      isLabelHidden: true,
      autocomplete: "off",
      ...(valueType === "percentage" && { suffix: "%" }),
    },
    {
      type: "text",
      name: `note-${id}`,
      label: words.noteOf(name),
      isLabelHidden: true,
      autocomplete: "off",
    },
  ];
}
