import type { Portfolio, PortfolioRow } from "../../../../db/queries/budget-portfolio.ts";
import { paths } from "../../../paths.ts";
import { percentOf } from "../../../values/percent.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { phases } from "../../projects/rules.ts";
import { timeElapsed } from "../../projects/totals/rules.ts";
import { figureBar } from "../../projects/totals/words.ts";
import { amountOf, type Reading } from "../words.ts";
import { type PortfolioSort, type PortfolioView, portfolioSorts } from "./schema.ts";

export function portfolioHref(
  view: PortfolioView,
  changes: Partial<Record<string, string | number | null>> = {},
): string {
  const { sort, ...others } = { ...view, ...changes };
  return withQuery(paths.budgets(), { ...others, sort: sort === "name" ? "" : sort });
}

export function presentPortfolio(
  list: { portfolio: Portfolio; view: PortfolioView; page: number; departments: string[] },
  reading: Reading,
) {
  const { portfolio, view, page } = list;
  const words = reading.texts.drawdowns.portfolio;
  const isNarrowed = view.q !== "" || Boolean(view.phase ?? view.department);
  const xlsx = { href: portfolioHref(view, { format: "xlsx" }), label: words.xlsx };
  return {
    pageHeader: {
      title: words.title,
      actions: { more: [{ ...xlsx, icon: "file-spreadsheet" }] },
    },
    filterBar: presentFilter(list, reading),
    headers: presentHeaders(view, reading),
    labels: words.columns,
    rows: portfolio.rows.map((row) => presentRow(row, reading)),
    sums: presentSums(portfolio, reading),
    emptyState: portfolio.rows.length > 0 ? null : emptyState(isNarrowed, words),
    pagination: presentPagination({
      page,
      total: portfolio.count,
      summary: summaryOf(page, portfolio.count, words),
      href: (wanted) => portfolioHref(view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

type Words = Reading["texts"]["drawdowns"]["portfolio"];

function emptyState(isNarrowed: boolean, words: Words) {
  if (!isNarrowed) return { icon: "coins", text: words.empty };
  const action = { href: paths.budgets(), label: words.clear };
  return { icon: "filter", text: words.nothing, action };
}

function summaryOf(page: number, count: number, words: Words): string {
  if (count <= PAGE_SIZE) return words.count(count);
  const from = (page - 1) * PAGE_SIZE + 1;
  return words.range(from, Math.min(from + PAGE_SIZE - 1, count), count);
}

function presentFilter(
  { view, departments }: { view: PortfolioView; departments: string[] },
  { texts }: Reading,
) {
  const { filters } = texts.drawdowns.portfolio;
  const phaseName = (phase: (typeof phases)[number]) => texts.projects.phases[phase];
  const chips: [keyof PortfolioView, string | undefined | false][] = [
    ["q", view.q !== "" && filters.textChip(view.q)],
    ["phase", view.phase && phaseName(view.phase)],
    ["department", view.department],
  ];
  const chosen = chips.filter((chip): chip is [keyof PortfolioView, string] => Boolean(chip[1]));
  const any = { value: "", label: filters.any };
  return {
    action: paths.budgets(),
    search: { name: "q", value: view.q, label: filters.search, placeholder: filters.searchHint },
    hidden: view.sort === "name" ? [] : [{ name: "sort", value: view.sort }],
    fields: [
      {
        ...{ type: "select", name: "phase", label: filters.phase, value: view.phase ?? "" },
        options: [any, ...phases.map((phase) => ({ value: phase, label: phaseName(phase) }))],
      },
      {
        ...{ type: "select", name: "department", label: filters.department },
        value: view.department ?? "",
        options: [any, ...departments.map((name) => ({ value: name, label: name }))],
      },
    ],
    chips: chosen.map(([name, label]) => ({ label, href: portfolioHref(view, { [name]: null }) })),
    clearHref: chosen.length > 1 ? withQuery(paths.budgets(), {}) : null,
  };
}

const COLUMN_OF: Record<PortfolioSort, keyof Words["columns"]> = {
  name: "project",
  cap: "cap",
  spent: "spent",
  claimed: "claimed",
  approved: "approved",
  cut: "cut",
  received: "received",
  end: "time",
};

function presentHeaders(view: PortfolioView, { texts }: Reading) {
  return portfolioSorts.map((sort) => {
    const isUp = view.sort === sort;
    const isDown = view.sort === `-${sort}`;
    return {
      label: texts.drawdowns.portfolio.columns[COLUMN_OF[sort]],
      href: portfolioHref(view, { sort: isUp ? `-${sort}` : sort }),
      direction: isUp ? "ascending" : isDown ? "descending" : null,
      isNumber: sort !== "name" && sort !== "end",
    };
  });
}

function presentRow(row: PortfolioRow, reading: Reading) {
  const { texts, formats, today } = reading;
  const words = texts.drawdowns.portfolio;
  const elapsed = timeElapsed(row, today);
  const bar = (part: number | null) => {
    const share = part === null ? undefined : percentOf(part, row.cap ?? 0);
    return figureBar(share, { formats, elapsed, missing: "" });
  };
  const figure = (name: string, halere: number | null) => ({
    ...{ name, amount: halere === null ? words.missing : formats.wholeMoney(halere) },
    ...bar(halere),
  });
  return {
    href: paths.drawdown(row.id),
    shortName: row.shortName,
    title: row.title,
    number: row.registrationNumber ?? texts.projects.noNumber,
    cap: row.cap === null ? words.missing : formats.wholeMoney(row.cap),
    figures: [
      figure(words.columns.spent, row.spent),
      figure(words.columns.claimed, row.claimed),
      figure(words.columns.approved, row.approved),
    ],
    declared: row.isDeclared && row.spent !== null ? words.declared : null,
    cut: formats.wholeMoney(row.cut),
    received: formats.wholeMoney(row.received),
    time: figureBar(elapsed, { formats, missing: "" }),
    until: words.until(formats.date(row.endsOn)),
  };
}

function presentSums({ sums, count }: Portfolio, reading: Reading) {
  const words = reading.texts.drawdowns.portfolio;
  const { cap, spent, claimed, approved, cut, received } = sums;
  return {
    label: words.sum,
    note: words.count(count),
    cells: [cap, spent, claimed, approved, cut, received].map((amount) =>
      amountOf(amount, reading),
    ),
  };
}

/** Every project that the filter lets through, with typed cells. */
export function portfolioSheet(
  rows: PortfolioRow[],
  { texts, today }: Reading,
): WorkbookSheet<PortfolioRow> {
  const { sheet } = texts.drawdowns.portfolio;
  const { phases: phaseNames } = texts.projects;
  const shareOf = ({ spent, cap }: PortfolioRow) =>
    spent === null || cap === null ? null : (percentOf(spent, cap) ?? null);
  return {
    name: sheet.name,
    rows,
    columns: [
      { header: sheet.shortName, type: "text", value: (row) => row.shortName, width: 24 },
      { header: sheet.title, type: "text", value: (row) => row.title, width: 60 },
      { header: sheet.number, type: "text", value: (row) => row.registrationNumber },
      { header: sheet.department, type: "text", value: (row) => row.department, width: 24 },
      { header: sheet.phase, type: "text", value: (row) => phaseNames[row.phase], width: 18 },
      { header: sheet.startsOn, type: "day", value: (row) => row.startsOn },
      { header: sheet.endsOn, type: "day", value: (row) => row.endsOn },
      { header: sheet.time, type: "percent", value: (row) => timeElapsed(row, today) },
      { header: sheet.cap, type: "money", value: (row) => row.cap },
      { header: sheet.spent, type: "money", value: (row) => row.spent },
      { header: sheet.spentShare, type: "percent", value: shareOf },
      { header: sheet.claimed, type: "money", value: (row) => row.claimed },
      { header: sheet.approved, type: "money", value: (row) => row.approved },
      { header: sheet.cut, type: "money", value: (row) => row.cut },
      { header: sheet.received, type: "money", value: (row) => row.received },
    ],
  };
}
