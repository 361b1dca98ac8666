import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { addToMonth, type Month, monthOf } from "../../../values/month.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { monthTitle, type Wording } from "../words.ts";
import { filters, hrefOf, type SummaryPage } from "./addresses.ts";
import { presentEscalated } from "./escalated.ts";
import { healthParts, regionTiles } from "./region-presenter.ts";
import { presentRow } from "./row-presenter.ts";
import { decisionLines, standingText } from "./words.ts";

type Reading = Wording & { today: CalendarDate };

export function presentSummary(summary: SummaryPage, reading: Reading) {
  const { month, portfolio } = summary;
  const { texts, today } = reading;
  const { months } = texts;
  const { region, comparison, total } = portfolio;
  const next = addToMonth(month, 1);
  const link = (to: Month) => ({
    href: hrefOf(summary, { month: to }),
    label: monthTitle(to, reading),
  });
  const hasRegion = region !== null && total > 0;
  return {
    pageHeader: {
      code: months.code,
      title: monthTitle(month, reading),
      subtitle: months.portfolio.subtitle(total),
      actions: presentActions(summary, reading),
    },
    words: months,
    summaryWords: texts.summaries,
    standing: standingText({ month, standing: portfolio.standing, total }, reading),
    isClosed: portfolio.standing.state === "frozen",
    neighbours: {
      label: months.monthsNavigation,
      previous: link(addToMonth(month, -1)),
      next: next <= monthOf(today) ? link(next) : null,
    },
    tiles: hasRegion ? regionTiles(region, comparison.region, reading) : null,
    healths: hasRegion ? healthParts(region, reading) : null,
    disagreements:
      region && region.contradicted > 0 ? texts.summaries.disagreements(region.contradicted) : null,
    comparison: comparisonText(summary, reading),
    filterBar: filters(summary, reading),
    decisions: portfolio.decisions.map((decision) => ({
      name: decision.shortName,
      href: paths.month(decision.projectId, month),
      lines: decisionLines(decision, reading),
    })),
    escalated: presentEscalated(summary.escalated, reading),
    rows: portfolio.rows.map((row) => presentRow(row, month, reading)),
    emptyState: portfolio.rows.length > 0 ? null : emptyState(summary, reading),
    pagination: presentPagination({
      page: summary.page,
      total,
      summary: rangeText(summary, reading),
      href: (page) => hrefOf(summary, page === 1 ? {} : { page }),
    }),
  };
}

/** First what the month waits for: to be closed, or to be read. */
function presentActions(summary: SummaryPage, { texts, today }: Reading) {
  const { months, monthClosing, summaries } = texts;
  const { month, portfolio } = summary;
  const file = (format: "pdf" | "docx" | "xlsx", icon: string) => ({
    href: hrefOf(summary, { format }),
    label: summaries.files[format],
    icon,
  });
  const missing = {
    href: paths.summaryMissing(month),
    label: monthClosing.portfolio.link,
    icon: "checklist",
  };
  const pdf = file("pdf", "file-text");
  const isToClose = month < monthOf(today) && portfolio.standing.state !== "frozen";
  return {
    primary: isToClose ? missing : pdf,
    more: [
      isToClose ? pdf : missing,
      file("docx", "file-text"),
      file("xlsx", "file-spreadsheet"),
      { href: hrefOf(summary, { isSheets: true }), label: months.printSheets, icon: "printer" },
      {
        href: paths.summaryYear(month.slice(0, 4)),
        label: summaries.year.link,
        icon: "calendar-month",
      },
    ],
  };
}

function comparisonText({ portfolio }: SummaryPage, { texts, formats }: Reading): string | null {
  const { comparison } = portfolio;
  const { summaries } = texts;
  if (comparison.months.length === 0) return null;
  const name = formats.monthName(comparison.month);
  return comparison.region ? summaries.comparedWith(name) : summaries.notCompared(name);
}

function emptyState({ month, department }: SummaryPage, { texts }: Reading) {
  const { portfolio } = texts.months;
  if (department === null) return { text: portfolio.empty, icon: "report" };
  return {
    text: portfolio.emptyFilter,
    icon: "filter",
    action: { href: paths.summary(month), label: portfolio.clear },
  };
}

function rangeText({ page, portfolio }: SummaryPage, { texts }: Reading): string {
  const { total } = portfolio;
  const words = texts.months.portfolio;
  if (total <= PAGE_SIZE) return words.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return words.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}
