import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { addToMonth, type Month, monthOf } from "../../../values/month.ts";
import { clampPercent } from "../../../values/percent.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { agendaTitle } from "../../agenda/rules.ts";
import { spentShare } from "../../projects/totals/rules.ts";
import {
  healthChange,
  isContradicted,
  type PortfolioRow,
  type RegionFigures,
  signalOf,
} from "../ranking/rules.ts";
import { reportDayOf } from "../rules.ts";
import { changeWords } from "../show/sheet-presenter.ts";
import { monthTitle, pointsMark, type Wording } from "../words.ts";
import type { Portfolio } from "./service.ts";

export interface SummaryPage {
  month: Month;
  department: string | null;
  page: number;
  portfolio: Portfolio;
}

type Reading = Wording & { today: CalendarDate };

export function presentSummary(summary: SummaryPage, reading: Reading) {
  const { month, portfolio } = summary;
  const { texts, today } = reading;
  const { months } = texts;
  const next = addToMonth(month, 1);
  const link = (to: Month) => ({
    href: hrefOf(summary, { month: to }),
    label: monthTitle(to, reading),
  });
  return {
    pageHeader: {
      code: months.code,
      title: monthTitle(month, reading),
      subtitle: months.portfolio.subtitle(portfolio.total),
      actions: {
        more: [
          { href: hrefOf(summary, { isSheets: true }), label: months.printSheets, icon: "printer" },
          {
            href: hrefOf(summary, { format: "xlsx" }),
            label: months.workbook,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    words: months,
    standing: standingText(summary, reading),
    neighbours: {
      label: months.monthsNavigation,
      previous: link(addToMonth(month, -1)),
      next: next <= monthOf(today) ? link(next) : null,
    },
    tiles: portfolio.region && portfolio.total > 0 ? regionTiles(portfolio.region, reading) : null,
    filterBar: filters(summary, reading),
    decisions: portfolio.decisions.map(({ projectId, shortName, decisionNeeded }) => ({
      name: shortName,
      href: paths.month(projectId, month),
      text: decisionNeeded,
    })),
    rows: portfolio.rows.map((row) => presentRow(row, month, reading)),
    emptyState: portfolio.rows.length > 0 ? null : emptyState(summary, reading),
    pagination: presentPagination({
      page: summary.page,
      total: portfolio.total,
      summary: rangeText(summary, reading),
      href: (page) => hrefOf(summary, page === 1 ? {} : { page }),
    }),
  };
}

function regionTiles(region: RegionFigures, { texts, formats }: Reading) {
  const words = texts.months.portfolio.region;
  const spent = spentShare(region);
  const { indicatorsMet: met, indicatorsWithTarget: of, offTrack, atRisk } = region;
  const share = of === 0 ? undefined : Math.floor((met * 10_000) / of);
  const bar = (points: number | undefined) =>
    points === undefined ? {} : { bar: { percent: Math.round(clampPercent(points) / 100) } };
  const show = (points: number | undefined) =>
    points === undefined ? texts.months.missing : formats.percent(points);
  return [
    {
      label: words.projects,
      value: formats.number(region.projects),
      note: words.projectsNote(offTrack, atRisk),
    },
    {
      label: words.spent,
      value: show(spent),
      note: words.spentNote(
        formats.wholeMoney(region.spentHalere),
        formats.wholeMoney(region.totalHalere),
      ),
      ...bar(spent),
    },
    {
      label: words.indicators,
      value: show(share),
      note: words.indicatorsNote(formats.number(met), formats.number(of)),
      ...bar(share),
    },
    {
      label: words.overdue,
      value: formats.number(region.overdue),
      note: words.overdueNote(region.overdue),
      ...(region.overdue > 0 ? { tone: "red" as const } : {}),
    },
    {
      label: words.decisions,
      value: formats.number(region.decisions),
      note: words.decisionsNote(region.decisions),
    },
  ];
}

function presentRow(row: PortfolioRow, month: Month, reading: Reading) {
  const { texts, formats } = reading;
  const { months, projects } = texts;
  const { previous } = row;
  const signal = signalOf(row);
  const pill = healthPill(row.health, texts);
  const figure = (
    points: number | null | undefined,
    before: number | null | undefined,
    missing: string,
  ) => ({
    label: points === null || points === undefined ? missing : formats.percent(points),
    width: points === null || points === undefined ? null : Math.round(clampPercent(points) / 100),
    mark: pointsMark(points ?? null, before, reading),
  });
  const paidBefore =
    previous && spentShare({ spentHalere: previous.spentHalere, totalHalere: row.totalHalere });
  return {
    href: paths.month(row.projectId, month),
    name: row.shortName,
    sentence: row.sentence ?? "",
    tone: pill.tone,
    icon: pill.icon ?? `tone-${pill.tone}`,
    health: pill.label,
    on: row.statusOn ? months.status.on(formats.shortDate(row.statusOn)) : "",
    change: changeWords(healthChange(row.health, previous?.health), previous?.health, texts),
    contradiction:
      isContradicted(row) && signal ? months.status.computed(projects.healths[signal]) : null,
    time: figure(row.timeBp, undefined, months.missing),
    figures: [
      {
        name: months.figures.indicators,
        ...figure(row.indicatorsBp, previous?.indicatorsBp, months.noTarget),
      },
      {
        name: months.figures.physical,
        ...figure(row.physicalBp, previous?.physicalBp, months.missing),
      },
      { name: months.figures.money, ...figure(spentShare(row), paidBefore, months.missing) },
    ],
    marker: Math.min(98, Math.round(row.timeBp / 100)),
    next: nextOf(row, reading),
    overdue: row.overdue > 0 ? months.portfolio.overdue(row.overdue) : null,
  };
}

export function nextOf(row: PortfolioRow, { texts, formats }: Wording) {
  if (row.nextDueOn === null) return null;
  const thing = {
    objectType: row.nextDueType ?? "milestone",
    title: row.nextDueTitle,
    periodNumber: row.nextDuePeriod,
  };
  return { on: formats.shortDate(row.nextDueOn), title: agendaTitle(thing, texts) };
}

function filters(summary: SummaryPage, { texts }: Reading) {
  const { departments } = summary.portfolio;
  if (departments.length < 2 && summary.department === null) return null;
  const { portfolio } = texts.months;
  return {
    action: paths.summary(summary.month),
    fields: [
      {
        ...{ type: "select", name: "department", label: portfolio.department },
        ...{ isLabelHidden: true, isAutosubmit: true, value: summary.department ?? "" },
        options: [
          { value: "", label: portfolio.anyDepartment },
          ...departments.map((name) => ({ value: name, label: name })),
        ],
      },
    ],
    chips: [],
  };
}

function standingText({ month, portfolio }: SummaryPage, { texts, formats, today }: Reading) {
  const { months } = texts;
  if (portfolio.state === "reported") return months.reportedAt(formats.dateTime(portfolio.asOf));
  if (portfolio.state === "running") return months.runningUntil(formats.date(today));
  const day = reportDayOf(month);
  return day >= today ? months.willBeReported(formats.date(day)) : months.neverReported;
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

function hrefOf(
  summary: SummaryPage,
  change: { month?: Month; page?: number; format?: string; isSheets?: boolean },
): string {
  const month = change.month ?? summary.month;
  return withQuery(change.isSheets ? paths.summarySheets(month) : paths.summary(month), {
    department: summary.department,
    page: change.isSheets && summary.page > 1 ? summary.page : change.page,
    format: change.format,
  });
}
