import type { Period, PeriodTarget } from "../../../../db/queries/indicator-targets.ts";
import type {
  IndicatorValueWithAuthor,
  ValueInForce,
} from "../../../../db/queries/indicator-values.ts";
import type { Indicator } from "../../../../db/queries/indicators.ts";
import { addDays, pragueDay } from "../../../values/calendar-date.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import type { Column, WorkbookSheet } from "../../../web/workbook.ts";
import { achievedBetween, addsUp, carriesValue, EVER, figureOf, valuesInForce } from "../rules.ts";
import { fulfilmentOf, type Reading } from "./presenter.ts";

interface Exported {
  project: { shortName: string };
  indicators: readonly Indicator[];
  values: readonly IndicatorValueWithAuthor[];
  /** What the figures are made of, facts of computed ones among them. */
  counted: readonly ValueInForce[];
  periods: readonly Period[];
  targets: readonly (PeriodTarget & { indicatorId: number })[];
}

/** To print: one row per indicator, its periods side by side. */
export function overviewSheet(exported: Exported, { texts }: Reading): WorkbookSheet<Indicator> {
  const { columns, sheet, kind } = texts.indicators;
  const scaled = (header: string, value: (row: Indicator) => number | null): Column<Indicator> => ({
    header,
    type: "scaled",
    value,
    decimals: ({ decimals }) => decimals,
  });
  return {
    name: sheet.overview,
    rows: exported.indicators,
    columns: [
      { header: columns.code, type: "text", value: ({ code }) => codeText(code), width: 10 },
      { header: columns.name, type: "text", value: ({ name }) => name, width: 60 },
      { header: sheet.kind, type: "text", value: (row) => kind[row.kind], width: 22 },
      { header: columns.unit, type: "text", value: ({ unit }) => unit, width: 14 },
      scaled(columns.baseline, ({ baseline }) => baseline),
      scaled(columns.target, ({ target }) => target),
      { header: sheet.targetOn, type: "day", value: ({ targetOn }) => targetOn },
      scaled(columns.achieved, ({ achieved }) => achieved),
      { header: sheet.text, type: "text", value: ({ achievedText }) => achievedText, width: 30 },
      { header: sheet.achievedOn, type: "day", value: ({ achievedOn }) => achievedOn },
      { header: sheet.share, type: "percent", value: (row) => fulfilmentOf(row) ?? null },
      ...exported.periods.flatMap((period) => [
        scaled(sheet.periodTarget(period.number), (row) => targetIn(exported, row, period)),
        scaled(sheet.periodAchieved(period.number), (row) => achievedIn(exported, row, period)),
      ]),
    ],
  };
}

/** To reckon with: one row per value ever entered. */
export function valuesSheet(
  { project, indicators, values }: Exported,
  { texts }: Reading,
): WorkbookSheet<IndicatorValueWithAuthor> {
  const { columns, sheet } = texts.indicators;
  const indicatorOf = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const inForce = new Set(valuesInForce(values, EVER).map(({ id }) => id));
  const decimals = (row: IndicatorValueWithAuthor) =>
    indicatorOf.get(row.indicatorId)?.decimals ?? 0;
  return {
    name: sheet.values,
    rows: values.filter(({ indicatorId }) => indicatorOf.has(indicatorId)),
    columns: [
      { header: sheet.project, type: "text", value: () => project.shortName, width: 24 },
      {
        header: columns.code,
        type: "text",
        value: (row) => codeText(indicatorOf.get(row.indicatorId)?.code ?? null),
        width: 10,
      },
      {
        header: columns.name,
        type: "text",
        value: (row) => indicatorOf.get(row.indicatorId)?.name ?? null,
        width: 48,
      },
      {
        header: columns.unit,
        type: "text",
        value: (row) => indicatorOf.get(row.indicatorId)?.unit ?? null,
        width: 14,
      },
      { header: sheet.validOn, type: "day", value: ({ validOn }) => validOn },
      { header: sheet.value, type: "scaled", value: ({ value }) => value, decimals },
      { header: sheet.numerator, type: "number", value: ({ numerator }) => numerator },
      { header: sheet.denominator, type: "number", value: ({ denominator }) => denominator },
      { header: sheet.text, type: "text", value: ({ valueText }) => valueText },
      {
        header: sheet.entry,
        type: "text",
        value: (row) => sheet.entries[entryOf(row)],
        width: 18,
      },
      {
        header: sheet.inForce,
        type: "text",
        value: ({ id }) => (inForce.has(id) ? sheet.yes : sheet.no),
        width: 18,
      },
      { header: texts.indicators.show.note, type: "text", value: ({ note }) => note },
      { header: sheet.author, type: "text", value: ({ authorName }) => authorName, width: 24 },
      {
        header: sheet.recordedOn,
        type: "day",
        value: ({ recordedAt }) => pragueDay(recordedAt),
      },
    ],
  };
}

function entryOf(row: IndicatorValueWithAuthor) {
  if (!carriesValue(row)) return "withdrawal";
  if (row.correctsId !== null) return "correction";
  return row.isOpening ? "opening" : "value";
}

function targetIn({ targets }: Exported, indicator: Indicator, period: Period): number | null {
  const found = targets.find(
    ({ indicatorId, periodId }) => indicatorId === indicator.id && periodId === period.id,
  );
  return found?.target ?? null;
}

function achievedIn({ counted }: Exported, indicator: Indicator, period: Period): number | null {
  const inForce = counted.filter(({ indicatorId }) => indicatorId === indicator.id);
  if (!addsUp(indicator)) return figureOf(indicator, inForce, period.endsOn).value;
  return achievedBetween(indicator, inForce, {
    after: addDays(period.startsOn, -1),
    until: period.endsOn,
  });
}

function codeText(code: string | null): string | null {
  return code === null ? null : formatIndicatorCode(code);
}
