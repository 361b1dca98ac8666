import { percentOf } from "../../../values/percent.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import type { Reading } from "../list/presenter.ts";
import { type Cell, type Dimension, dimensions } from "./rules.ts";
import type { Breakdown } from "./service.ts";

/** One table per point of view, for `views/indicators/_breakdown.ejs`. */
export function presentBreakdown(breakdown: Breakdown, on: string, reading: Reading) {
  const { texts, formats } = reading;
  const words = texts.computedIndicators.breakdown;
  return {
    title: words.title,
    note: words.note(formats.date(on)),
    columns: { count: words.count, share: words.share },
    total: { label: words.total, count: formats.number(breakdown.total) },
    tables: dimensions.map((by) => ({
      id: `breakdown-${by}`,
      title: words.dimensions[by],
      rows: breakdown.cells[by].map((cell) => ({
        label: labelOf(cell, by, breakdown, reading),
        count: formats.number(cell.persons),
        share: formats.percent(percentOf(cell.persons, breakdown.total) ?? 0),
        percent: Math.round((100 * cell.persons) / breakdown.total),
      })),
    })),
  };
}

interface Line extends Cell {
  by: Dimension;
}

export function breakdownSheet(breakdown: Breakdown, reading: Reading): WorkbookSheet<Line> {
  const words = reading.texts.computedIndicators.breakdown;
  return {
    name: words.sheet,
    rows: dimensions.flatMap((by) => breakdown.cells[by].map((cell) => ({ ...cell, by }))),
    columns: [
      { header: words.dimension, type: "text", value: ({ by }) => words.dimensions[by], width: 28 },
      {
        header: words.category,
        type: "text",
        value: (line) => labelOf(line, line.by, breakdown, reading),
        width: 48,
      },
      { header: words.count, type: "number", value: ({ persons }) => persons },
    ],
  };
}

const LISTS: Partial<Record<Dimension, string>> = {
  sex: "esf-sex",
  education: "esf-education",
  labourStatus: "esf-labour-status",
  targetGroup: "target-groups",
};

function labelOf({ code }: Cell, by: Dimension, { labels }: Breakdown, reading: Reading): string {
  const { breakdown } = reading.texts.computedIndicators;
  if (code === null) return breakdown.unknown;
  if (by === "age") return breakdown.ages[code as keyof typeof breakdown.ages];
  const item = labels.find((one) => one.list === LISTS[by] && one.code === code);
  if (!item) return code;
  return reading.formats.language === "cs" ? item.labelCs : item.labelEn;
}
