import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import type { Indicator } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import { clampPercent, WHOLE } from "../../../values/percent.ts";
import type { Pill } from "../../../web/health-pill.ts";
import { withQuery } from "../../../web/query-string.ts";
import { fulfilment, type Pace, type Span } from "../../projects/totals/rules.ts";
import { expectedBy, indicatorKinds, indicatorPace, seriesOf } from "../rules.ts";
import { amountText, targetText } from "../words.ts";
import { fitsFilter, type IndicatorFilter, isFiltered, presentIndicatorFilter } from "./filter.ts";
import { presentSparkline, type Sparkline } from "./sparkline.ts";

/** What presenters take from a request. */
export interface Reading {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

interface IndicatorList {
  project: Span & { id: number; shortName: string };
  indicators: readonly Indicator[];
  values: readonly ValueInForce[];
  filter: IndicatorFilter;
  can: { edit: boolean; record: boolean };
}

export function presentIndicators(list: IndicatorList, reading: Reading) {
  const { project, filter, can } = list;
  const { indicators: texts } = reading.texts;
  const valuesOf = groupedBy(list.values, ({ indicatorId }) => indicatorId);
  const lines = list.indicators.map((indicator) =>
    presentLine(indicator, { ...list, values: valuesOf.get(indicator.id) ?? [] }, reading),
  );
  const shown = lines.filter((line) => fitsFilter(line, filter));
  const groups = indicatorKinds.map((kind) => ({
    title: texts.kinds[kind],
    lines: shown.filter((line) => line.kind === kind),
  }));
  return {
    pageHeader: {
      title: texts.title,
      subtitle: texts.subtitle,
      actions: presentActions(project.id, filter, can, texts),
    },
    filterBar:
      lines.length > 0 || filter.archived
        ? presentIndicatorFilter(project.id, filter, reading.texts)
        : null,
    columns: texts.columns,
    groups: groups.filter((group) => group.lines.length > 0),
    emptyState: shown.length > 0 ? null : presentEmpty(list, lines.length, texts),
  };
}

function presentActions(
  projectId: number,
  filter: IndicatorFilter,
  can: IndicatorList["can"],
  texts: Texts["indicators"],
) {
  const workbook = {
    href: withQuery(paths.indicators(projectId), { ...filter, format: "xlsx" }),
    label: texts.workbook,
    icon: "file-spreadsheet",
  };
  const edits = [
    { href: paths.newIndicator(projectId), label: texts.new, icon: "plus" },
    { href: paths.indicatorOrder(projectId), label: texts.order, icon: "arrows-move-vertical" },
  ];
  const record = {
    href: paths.newMonthValues(projectId),
    label: texts.enterMonth,
    icon: "calendar-month",
  };
  return {
    ...(can.record && { primary: record }),
    more: can.edit ? [...edits, workbook] : [workbook],
  };
}

function presentEmpty(
  { project, filter, can }: IndicatorList,
  total: number,
  texts: Texts["indicators"],
) {
  const all = paths.indicators(project.id);
  if (total > 0 && isFiltered(filter)) {
    return {
      icon: "filter",
      text: texts.nothingMatches,
      second: { href: all, label: texts.clearFilter },
    };
  }
  if (filter.archived) {
    return {
      icon: "archive",
      text: texts.emptyArchive,
      second: { href: all, label: texts.clearFilter },
    };
  }
  const action = { href: paths.newIndicator(project.id), label: texts.new, icon: "plus" };
  return {
    icon: "chart-bar",
    text: texts.empty,
    ...(can.edit && { detail: texts.emptyDetail, action }),
  };
}

function presentLine(indicator: Indicator, list: IndicatorList, reading: Reading) {
  const { formats, texts, today } = reading;
  const pace = indicatorPace(indicator, list.project, today);
  const achieved = { value: indicator.achieved, text: indicator.achievedText };
  return {
    id: indicator.id,
    kind: indicator.kind,
    name: indicator.name,
    pace,
    code: indicator.code,
    codeText: indicator.code && formatIndicatorCode(indicator.code),
    href: paths.indicator(indicator.projectId, indicator.id),
    isText: indicator.valueType === "text",
    note: noteOf(indicator, texts),
    baseline: amountText(indicator, { value: indicator.baseline }, formats) ?? "",
    target: targetText(indicator, reading),
    targetBy: indicator.targetOn && texts.indicators.targetBy(formats.date(indicator.targetOn)),
    achieved: amountText(indicator, achieved, formats) ?? texts.indicators.noValue,
    factsHref:
      indicator.computation === null
        ? null
        : paths.indicatorFacts(indicator.projectId, indicator.id),
    origin: indicator.computation === null ? null : texts.indicators.computed,
    lastOn: indicator.achievedOn && formats.date(indicator.achievedOn),
    bar: presentBar(indicator, list.project, reading),
    sparkline: presentTrend(indicator, list, reading),
    pill: pacePill(indicator, pace, texts),
  };
}

function noteOf(indicator: Indicator, { indicators }: Texts): string {
  const { unit, isCommitted, kind } = indicator;
  const isAside = !isCommitted && kind !== "data-item";
  return [unit, isAside ? indicators.notCommitted : ""].filter(Boolean).join(" · ");
}

export function presentBar(
  indicator: Indicator,
  project: Span,
  { formats, texts, today }: Reading,
) {
  const figure = fulfilmentOf(indicator);
  const elapsed = expectedBy(indicator, project, today);
  const isMet = figure !== undefined && figure >= WHOLE;
  if (figure === undefined) {
    const { noTarget, targetInWords } = texts.indicators;
    return { percent: null, label: hasTargetInWords(indicator) ? targetInWords : noTarget };
  }
  return {
    percent: Math.round(clampPercent(figure) / 100),
    label: formats.percent(figure),
    // Within the bar even on the last day.
    ...(!isMet && { marker: Math.min(98, Math.round(elapsed / 100)) }),
    ...(isMet && { tone: "green" as const }),
  };
}

/** A text is never compared with its target. */
export function fulfilmentOf(indicator: Indicator): number | undefined {
  return indicator.valueType === "text" ? undefined : fulfilment(indicator);
}

const PACE_TONES: Record<Pace, Pill["tone"]> = {
  met: "green",
  "on-pace": "blue",
  behind: "yellow",
  "no-target": "grey",
};

function hasTargetInWords({ valueType, targetText }: Indicator): boolean {
  return valueType === "text" && targetText !== null;
}

export function pacePill(indicator: Indicator, pace: Pace, { indicators }: Texts): Pill {
  const achieved = fulfilmentOf(indicator);
  const isExceeded = achieved !== undefined && achieved > WHOLE;
  if (hasTargetInWords(indicator)) return { tone: "grey", label: indicators.targetInWords };
  return { tone: PACE_TONES[pace], label: indicators.paces[isExceeded ? "exceeded" : pace] };
}

function presentTrend(
  indicator: Indicator,
  { values, project }: IndicatorList,
  { formats, texts, today }: Reading,
): Sparkline | undefined {
  const series = seriesOf(indicator, values);
  const words = (point: { on: string; value: number } | undefined) =>
    point === undefined
      ? ""
      : texts.indicators.trendPoint(
          amountText(indicator, { value: point.value }, formats) ?? "",
          formats.date(point.on),
        );
  const label = texts.indicators.trendLabel(words(series[0]), words(series.at(-1)));
  return presentSparkline(series, { from: project.startsOn, to: today }, label);
}
