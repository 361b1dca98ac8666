import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import type { Indicator } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import { errorText } from "../../../texts/error-text.ts";
import { type CalendarDate, earlierOf } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { addToMonth, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Reading } from "../list/presenter.ts";
import { indicatorKinds } from "../rules.ts";
import { amountText, indicatorTitle } from "../words.ts";
import { type MonthFigures, monthFigures, type Oddity, odditiesOf } from "./figures.ts";
import { presentComputedRow, presentEntryRow } from "./row-presenter.ts";

export interface Grid {
  projectId: number;
  month: Month;
  /** The activity to which the grid is narrowed. */
  activityId: number | null;
  activities: readonly { id: number; label: string }[];
  indicators: readonly Indicator[];
  inForce: readonly ValueInForce[];
  /** Whether oddities are to be listed. */
  isChecked: boolean;
}

/** Rows of declared indicators to type into, and below them those counted from the records. */
export function presentMonthValues(state: FormState, grid: Grid, reading: Reading) {
  const { texts, formats } = reading;
  const words = texts.indicators.month;
  const { projectId, month, indicators } = grid;
  const lines = withFigures(state, grid);
  const declared = lines.filter(({ indicator }) => indicator.computation === null);
  const computed = lines.filter(({ indicator }) => indicator.computation !== null);
  const groups = indicatorKinds.map((kind) => ({
    title: texts.indicators.kinds[kind],
    rows: declared
      .filter(({ indicator }) => indicator.kind === kind)
      .map(({ indicator, figures }) => presentEntryRow(indicator, figures, state, reading)),
  }));
  return {
    pageHeader: { title: words.heading(formats.monthName(month)), subtitle: words.hint },
    months: presentMonths(grid, reading),
    filterBar: presentActivityFilter(grid, texts),
    columns: { ...texts.indicators.columns, ...words },
    labels: texts.entryGrid,
    scriptWords: scriptWords(texts),
    action: paths.monthValues(projectId),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    fields: presentFields(contextFields(words), state, texts),
    groups: groups.filter(({ rows }) => rows.length > 0),
    computed: computed.map(({ indicator, figures }) =>
      presentComputedRow(indicator, figures, dayOfFacts(month, reading.today), reading),
    ),
    oddities: grid.isChecked ? presentOddities(declared, state, reading) : null,
    formFooter: {
      submit: words.submit,
      second: { name: "check", value: "true", label: texts.entryGrid.check },
      cancel: { href: paths.indicators(projectId), label: texts.entryGrid.back },
    },
    emptyState: declared.length > 0 ? null : presentEmpty(grid, indicators.length, texts),
  };
}

/** The last day of the month, in the current one today. */
export function newMonthValues(month: Month, activity: string, today: string): FormValues {
  return { month, activity, validOn: dayOfFacts(month, today) };
}

interface Line {
  indicator: Indicator;
  figures: MonthFigures;
}

function withFigures(state: FormState, { indicators, inForce, month }: Grid): Line[] {
  const valuesOf = groupedBy(inForce, ({ indicatorId }) => indicatorId);
  return indicators.map((indicator) => ({
    indicator,
    figures: monthFigures(
      indicator,
      valuesOf.get(indicator.id) ?? [],
      month,
      typedInto(indicator, state),
    ),
  }));
}

function presentMonths({ projectId, month, activityId }: Grid, { texts, today }: Reading) {
  const words = texts.indicators.month;
  const next = addToMonth(month, 1);
  const href = (to: Month) =>
    withQuery(paths.newMonthValues(projectId), { month: to, activity: activityId });
  return {
    previous: { href: href(addToMonth(month, -1)), label: words.previous },
    next: next <= monthOf(today) ? { href: href(next), label: words.next } : null,
  };
}

function presentActivityFilter(grid: Grid, texts: Reading["texts"]) {
  if (grid.activities.length === 0) return null;
  const options = grid.activities.map(({ id, label }) => ({ value: String(id), label }));
  return {
    action: paths.newMonthValues(grid.projectId),
    hidden: [{ name: "month", value: grid.month }],
    fields: [
      {
        type: "select",
        name: "activity",
        id: "grid-activity",
        label: texts.entryGrid.activity,
        isAutosubmit: true,
        value: grid.activityId === null ? "" : String(grid.activityId),
        options: [{ value: "", label: texts.entryGrid.wholeProject }, ...options],
      },
    ],
    chips: [],
  };
}

function contextFields(words: Reading["texts"]["indicators"]["month"]): FieldDefinition[] {
  return [
    { type: "hidden", name: "month", label: "" },
    { type: "hidden", name: "activity", label: "" },
    { type: "date", name: "validOn", label: words.validOn, width: "short" },
  ];
}

function presentOddities(lines: readonly Line[], state: FormState, reading: Reading) {
  const { texts } = reading;
  const items = lines.flatMap(({ indicator, figures }) =>
    odditiesOf(indicator, figures, typedInto(indicator, state) !== "").map((oddity) => ({
      href: `#value-${indicator.id}`,
      text: `${indicatorTitle(indicator)}: ${oddityText(oddity, { indicator, figures }, reading)}`,
    })),
  );
  return { title: texts.entryGrid.checked, items };
}

function oddityText(oddity: Oddity, { indicator, figures }: Line, { texts, formats }: Reading) {
  const words = texts.entryGrid.oddities;
  const amount = (value: number | null) => amountText(indicator, { value }, formats) ?? "–";
  if (oddity === "noValue") return words.noValue;
  if (oddity === "overTarget")
    return words.overTarget(amount(figures.total), amount(indicator.target));
  return words[oddity](amount(figures.soFar.value ?? 0), amount(figures.total));
}

function presentEmpty(
  { projectId, activityId, month }: Grid,
  total: number,
  texts: Reading["texts"],
) {
  const { entryGrid, indicators } = texts;
  const isNarrowed = activityId !== null;
  const all = withQuery(paths.newMonthValues(projectId), { month });
  const text = isNarrowed ? entryGrid.emptyActivity : indicators.month.empty;
  return {
    icon: "chart-bar",
    text: total > 0 && !isNarrowed ? entryGrid.allComputed : text,
    second: isNarrowed
      ? { href: all, label: entryGrid.wholeProject }
      : { href: paths.indicators(projectId), label: indicators.title },
  };
}

/** What the script of the grid says; `{…}` is filled in there. */
function scriptWords(texts: Reading["texts"]): string {
  const { live } = texts.entryGrid;
  const errors = {
    wholeNumber: errorText(texts, "wholeNumber"),
    validNumber: errorText(texts, "validNumber"),
    atLeastZero: errorText(texts, "atLeast:0"),
    wholeAboveZero: errorText(texts, "wholeAboveZero"),
    valueMissing: errorText(texts, "required"),
  };
  return JSON.stringify({ ...live, errors });
}

function typedInto({ id }: Indicator, { values }: FormState): string {
  const typed = values[`value-${id}`];
  return typeof typed === "string" ? typed.trim() : "";
}

function dayOfFacts(month: Month, today: CalendarDate): CalendarDate {
  return earlierOf(lastDayOf(month), today);
}
