import type { WorkbookSheet } from "../../../web/workbook.ts";
import { type PortfolioRow, signalOf } from "../ranking/rules.ts";
import type { Wording } from "../words.ts";
import { nextOf } from "./presenter.ts";

/** The table of a month with the month before beside it, for those who compute further. */
export function summarySheet(
  rows: readonly PortfolioRow[],
  wording: Wording,
): WorkbookSheet<PortfolioRow> {
  const { months, projects } = wording.texts;
  const { figures } = months;
  const words = months.portfolio.sheet;
  const text = (header: string, width: number, value: (row: PortfolioRow) => string | null) => ({
    ...{ header, width, value, type: "text" as const },
  });
  const number = (
    type: "percent" | "money" | "number",
    header: string,
    value: (row: PortfolioRow) => number | null,
  ) => ({ type, header, value });
  const day = (header: string, value: (row: PortfolioRow) => string | null) => ({
    ...{ header, value, type: "day" as const },
  });
  const health = (of: PortfolioRow["health"]) => projects.healths[of ?? "none"];
  return {
    name: words.name,
    rows,
    columns: [
      text(months.portfolio.columns.project, 30, (row) => row.shortName),
      text(figures.status, 14, (row) => health(row.health)),
      day(words.statusOn, (row) => row.statusOn),
      text(words.signal, 14, (row) => health(signalOf(row))),
      number("percent", figures.time, (row) => row.timeBp),
      number("percent", figures.indicators, (row) => row.indicatorsBp),
      number("percent", figures.physical, (row) => row.physicalBp),
      number("money", words.spent, (row) => row.spentHalere),
      number("money", words.total, (row) => row.totalHalere),
      number("number", words.overdue, (row) => row.overdue),
      day(words.deadlineOn, (row) => row.nextDueOn),
      text(words.deadline, 36, (row) => nextOf(row, wording)?.title ?? null),
      text(words.sentence, 60, (row) => row.sentence),
      text(words.decision, 60, (row) => row.decisionNeeded),
      text(words.previousHealth, 14, ({ previous }) => previous && health(previous.health)),
      number("percent", words.previousIndicators, (row) => row.previous?.indicatorsBp ?? null),
      number("percent", words.previousPhysical, (row) => row.previous?.physicalBp ?? null),
      number("money", words.previousSpent, (row) => row.previous?.spentHalere ?? null),
    ],
  };
}
