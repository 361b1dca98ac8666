import type { WorkbookSheet } from "../../../web/workbook.ts";
import type { IndicatorFacts, MonthFacts } from "../figures/facts.ts";
import type { Wording } from "../words.ts";

interface IndicatorRow {
  now: IndicatorFacts;
  reported: IndicatorFacts | undefined;
}

/** The indicators of a month as known today beside what was reported. */
export function indicatorSheet(
  facts: MonthFacts,
  reported: MonthFacts | null,
  { texts }: Wording,
): WorkbookSheet<IndicatorRow> {
  const words = texts.months.indicators;
  const before = new Map(reported?.indicators.map((indicator) => [indicator.id, indicator]));
  const decimals = ({ now }: IndicatorRow) => now.decimals;
  const scaled = (header: string, value: (row: IndicatorRow) => number | null) => ({
    ...{ header, type: "scaled" as const, decimals, value },
  });
  return {
    name: words.title,
    rows: facts.indicators.map((now) => ({ now, reported: before.get(now.id) })),
    columns: [
      { header: words.code, type: "text", width: 10, value: ({ now }) => now.code },
      { header: words.name, type: "text", width: 60, value: ({ now }) => now.name },
      { header: words.unit, type: "text", width: 14, value: ({ now }) => now.unit },
      scaled(words.reportedInMonth, ({ reported: was }) => was?.inMonth ?? null),
      scaled(words.reportedAchieved, ({ reported: was }) => was?.achieved ?? null),
      scaled(words.todayInMonth, ({ now }) => now.inMonth),
      scaled(words.todayAchieved, ({ now }) => now.achieved),
      scaled(words.target, ({ now }) => now.target),
      { header: words.fulfilment, type: "percent", value: ({ now }) => now.fulfilmentBp },
    ],
  };
}
