import type { LastAct } from "../../../../db/queries/month-acts.ts";
import type { MonthHeadline } from "../../../../db/queries/month-figures.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Month } from "../../../values/month.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { spentShare } from "../../projects/totals/rules.ts";
import { type ClosingState, closingState } from "../closing/rules.ts";
import type { Headline } from "../figures/facts.ts";
import { monthsOf } from "../rules.ts";
import { monthTitle, pointsMark, type Wording } from "../words.ts";

export interface MonthRow {
  month: Month;
  headline: Headline | null;
  asOf: string | null;
  /** Closed or opened again; null where nothing happened to it. */
  closing: ClosingState | null;
}

/** Every month of the project that has begun, with what was reported of it. */
export function monthRows(
  project: ProjectInReach,
  { reported, acts }: { reported: readonly MonthHeadline[]; acts: readonly LastAct[] },
  today: CalendarDate,
): MonthRow[] {
  const known = new Map(reported.map((row) => [row.month, row]));
  const actOf = new Map(acts.map(({ month, act }) => [month, act]));
  return monthsOf(project, today).map((month) => {
    const row = known.get(month);
    const headline = row ? (JSON.parse(row.headline) as Headline) : null;
    const act = actOf.get(month);
    return { month, headline, asOf: row?.asOf ?? null, closing: act ? closingState(act) : null };
  });
}

export function presentMonths(
  project: ProjectInReach,
  rows: readonly MonthRow[],
  wording: Wording & { today: CalendarDate },
) {
  const { texts, formats, today } = wording;
  const { months } = texts;
  return {
    pageHeader: {
      title: months.title,
      subtitle: project.title,
      actions: {
        more: [
          {
            href: withQuery(paths.months(project.id), { format: "xlsx" }),
            label: months.workbook,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    words: months,
    rows: rows.map((row) => presentRow(project, row, wording)),
    emptyState:
      rows.length > 0
        ? null
        : {
            text: months.notBegun,
            detail: months.notBegunDetail(formats.date(project.startsOn)),
            icon: "calendar-month",
          },
    today,
  };
}

function presentRow(
  project: ProjectInReach,
  { month, headline, asOf, closing }: MonthRow,
  wording: Wording & { today: CalendarDate },
) {
  const { texts, formats, today } = wording;
  const { months } = texts;
  const state = headline ? "reported" : month === today.slice(0, 7) ? "running" : "unreported";
  const bar = (points: number | null | undefined, before: number | null | undefined) =>
    points === null || points === undefined
      ? null
      : {
          width: Math.min(100, Math.round(points / 100)),
          label: formats.percent(points),
          mark: pointsMark(points, before, wording),
        };
  const previous = headline?.previous;
  const share = (spentHalere: number | null | undefined) =>
    headline && spentHalere !== undefined
      ? spentShare({ spentHalere, totalHalere: headline.totalHalere })
      : undefined;
  return {
    href: paths.month(project.id, month),
    month: monthTitle(month, wording),
    state: closing === null ? months.states[state] : texts.monthClosing.listStates[closing],
    when: asOf ? formats.dateTime(asOf) : "",
    pill: headline ? healthPill(headline.health, texts) : null,
    sentence: headline?.sentence ?? "",
    figures: [
      {
        label: months.figures.indicators,
        bar: bar(headline?.indicatorsBp, previous?.indicatorsBp),
        none: headline ? months.noTarget : "",
      },
      {
        label: months.figures.physical,
        bar: bar(headline?.physicalBp, previous?.physicalBp),
        none: headline ? months.missing : "",
      },
      {
        label: months.figures.money,
        bar: bar(share(headline?.spentHalere), share(previous?.spentHalere)),
        none: headline ? months.missing : "",
      },
    ],
  };
}

export function monthsSheet(
  rows: readonly MonthRow[],
  { texts, formats }: Wording,
): WorkbookSheet<MonthRow> {
  const { months, projects } = texts;
  const { list, figures } = months;
  return {
    name: list.sheet,
    rows,
    columns: [
      {
        header: list.month,
        type: "text",
        width: 18,
        value: ({ month }) => formats.monthName(month),
      },
      {
        header: figures.status,
        type: "text",
        width: 16,
        value: ({ headline }) => headline && projects.healths[headline.health ?? "none"],
      },
      { header: figures.time, type: "percent", value: ({ headline }) => headline?.timeBp ?? null },
      {
        header: figures.indicators,
        type: "percent",
        value: ({ headline }) => headline?.indicatorsBp ?? null,
      },
      {
        header: figures.physical,
        type: "percent",
        value: ({ headline }) => headline?.physicalBp ?? null,
      },
      {
        header: months.portfolio.sheet.spent,
        type: "money",
        value: ({ headline }) => headline?.spentHalere ?? null,
      },
      {
        header: months.portfolio.sheet.overdue,
        type: "number",
        value: ({ headline }) => headline?.overdue ?? null,
      },
      {
        header: list.sentence,
        type: "text",
        width: 60,
        value: ({ headline }) => headline?.sentence ?? null,
      },
    ],
  };
}
