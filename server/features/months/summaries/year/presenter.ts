import { paths } from "../../../../paths.ts";
import type { CalendarDate } from "../../../../values/calendar-date.ts";
import { hoursOf } from "../../../../values/duration.ts";
import { type Month, monthOf } from "../../../../values/month.ts";
import { percentOf } from "../../../../values/percent.ts";
import { healthPill } from "../../../../web/health-pill.ts";
import { PAGE_SIZE, presentPagination } from "../../../../web/pagination.ts";
import { withQuery } from "../../../../web/query-string.ts";
import { spentShare } from "../../../projects/totals/rules.ts";
import { isContradicted, type PortfolioRow, type RegionFigures } from "../../ranking/rules.ts";
import { monthTitle, type Wording } from "../../words.ts";
import { healthParts } from "../region-presenter.ts";
import type { MonthOfYear, ProjectOfYear, Year } from "./service.ts";

type Reading = Wording & { today: CalendarDate };

/** A year of the region and of each project, a column for each month. */
export function presentYear(
  { year, months, projects, page }: Year & { year: string; page: number },
  reading: Reading,
) {
  const { texts } = reading;
  const words = texts.summaries.year;
  const shown = projects.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    pageHeader: {
      code: words.code,
      title: words.title(year),
      subtitle: words.subtitle(projects.length),
    },
    words,
    indicatorsLabel: texts.months.figures.indicators,
    moneyLabel: texts.months.figures.money,
    neighbours: {
      label: words.years,
      previous: {
        href: paths.summaryYear(String(Number(year) - 1)),
        label: String(Number(year) - 1),
      },
      next:
        year < reading.today.slice(0, 4)
          ? { href: paths.summaryYear(String(Number(year) + 1)), label: String(Number(year) + 1) }
          : null,
    },
    columns: months.map((one) => presentColumn(one, reading)),
    chart: presentChart(months, reading),
    figures: projects.length > 0 ? regionRows(months, reading) : [],
    projects: shown.map((project) => presentProject(project, months, reading)),
    emptyState: projects.length > 0 ? null : { text: words.empty, icon: "calendar-month" },
    pagination: presentPagination({
      page,
      total: projects.length,
      summary: rangeText(page, projects.length, reading),
      href: (to) => withQuery(paths.summaryYear(year), { page: to === 1 ? null : to }),
    }),
  };
}

function presentColumn({ month, isClosed, region }: MonthOfYear, reading: Reading) {
  const words = reading.texts.summaries.year;
  const isRunning = month === monthOf(reading.today);
  return {
    label: shortName(month, reading),
    name: monthTitle(month, reading),
    href: region || isRunning ? paths.summary(month) : null,
    note: isRunning ? words.running : "",
    closed: isClosed ? words.closed : null,
  };
}

/** Only the number of a month fits above its column. */
function shortName(month: Month, { formats }: Wording): string {
  return formats.language === "cs"
    ? `${Number(month.slice(5))}.`
    : monthTitle(month, { formats }).slice(0, 3);
}

const CHART = { width: 720, height: 120, gap: 12 };

/** A column of parts for each month: how many projects were called what. */
function presentChart(months: readonly MonthOfYear[], reading: Reading) {
  const most = Math.max(1, ...months.map(({ region }) => region?.projects ?? 0));
  const step = CHART.width / months.length;
  const columns = months.map(({ month, region }, at) => {
    let y = CHART.height;
    const parts = (region ? healthParts(region, reading) : []).map(({ tone, count }) => {
      const height = Math.round((CHART.height * count * 10) / most) / 10;
      y -= height;
      return { tone, y: Math.round(y * 10) / 10, height };
    });
    return {
      x: Math.round(at * step + CHART.gap / 2),
      width: Math.round(step - CHART.gap),
      parts,
      label: shortName(month, reading),
    };
  });
  const told = new Map(
    months
      .flatMap(({ region }) => (region ? healthParts(region, reading) : []))
      .map(({ tone, label }) => [tone, label]),
  );
  return {
    ...CHART,
    label: reading.texts.summaries.year.chart,
    columns,
    legend: [...told].map(([tone, label]) => ({ tone, label })),
  };
}

function regionRows(months: readonly MonthOfYear[], { texts, formats }: Reading) {
  const { rows, none } = texts.summaries.year;
  const count = (n: number | null) => (n === null ? none : formats.number(n));
  const share = (points: number | undefined) =>
    points === undefined ? none : formats.percent(points);
  const row = (label: string, of: (region: RegionFigures) => string) => ({
    label,
    cells: months.map(({ region }) => (region ? of(region) : "")),
  });
  return [
    row(rows.projects, (region) => count(region.projects)),
    row(rows.offTrack, (region) => count(region.offTrack)),
    row(rows.atRisk, (region) => count(region.atRisk)),
    row(rows.spent, (region) => share(spentShare(region))),
    row(rows.spentOfPlan, ({ spentOfPlannedHalere: spent, plannedHalere: plan }) =>
      share(spent === null || plan === null ? undefined : percentOf(spent, plan)),
    ),
    row(
      rows.indicators,
      (region) => `${count(region.indicatorsMet)}/${count(region.indicatorsWithTarget)}`,
    ),
    row(rows.overThreshold, (region) => count(region.overThreshold)),
    row(rows.events, (region) => count(region.events)),
    row(rows.hours, ({ minutesInMonth }) =>
      minutesInMonth === null ? none : formats.number(Math.round(hoursOf(minutesInMonth))),
    ),
    row(rows.overdue, (region) => count(region.overdue)),
    row(rows.decisions, (region) => count(region.decisions)),
  ];
}

function presentProject(
  { last, rows }: ProjectOfYear,
  months: readonly MonthOfYear[],
  { texts, formats }: Reading,
) {
  const { year, disagreement } = texts.summaries;
  const percent = (points: number | null | undefined) =>
    points === null || points === undefined ? year.none : formats.percent(points);
  return {
    name: last.shortName,
    href: paths.months(last.projectId),
    cells: months.map(({ month }) => {
      const row = rows.get(month);
      return row
        ? { href: paths.month(last.projectId, month), ...toneOf(row, texts, disagreement) }
        : null;
    }),
    indicators: percent(last.indicatorsBp),
    money: percent(spentShare(last)),
  };
}

function toneOf(row: PortfolioRow, texts: Wording["texts"], disagreement: string) {
  const { tone, label, icon } = healthPill(row.health, texts);
  const disagrees = isContradicted(row);
  return {
    tone,
    icon: icon ?? `tone-${tone}`,
    label: disagrees ? `${label}, ${disagreement}` : label,
    isContradicted: disagrees,
  };
}

function rangeText(page: number, total: number, { texts }: Reading): string {
  const words = texts.summaries.year;
  if (total <= PAGE_SIZE) return words.subtitle(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return words.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}
