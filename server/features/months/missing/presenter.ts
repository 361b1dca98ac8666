import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Month } from "../../../values/month.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { nudgeNote } from "../closing/presenter.ts";
import { isOver } from "../closing/rules.ts";
import { reportDayOf } from "../rules.ts";
import { monthTitle, type Wording } from "../words.ts";
import type { MissingBoard, MissingRow } from "./portfolio.ts";
import { missingHref, missingText } from "./words.ts";

interface Place {
  month: Month;
  page: number;
  may: { close: boolean; nudge: boolean };
}

type Reading = Wording & { today: CalendarDate };

/** The model of `views/months/missing.ejs`. */
export function presentMissing(board: MissingBoard, place: Place, reading: Reading) {
  const { month, page, may } = place;
  const { texts, formats, today } = reading;
  const words = texts.monthClosing.portfolio;
  const { rows, portfolio } = board;
  const start = (page - 1) * PAGE_SIZE;
  const isToClose = may.close && portfolio.closedAt === null && isOver(month, today);
  const isToNudge = may.nudge && rows.some(({ items }) => items.length > 0);
  return {
    pageHeader: {
      code: words.code,
      title: words.title(formats.monthName(month)),
      actions: {
        ...(isToClose && {
          primary: { href: paths.newSummaryClosing(month), label: words.close, icon: "lock" },
        }),
        more: [{ href: paths.summary(month), label: words.summary, icon: "report" }],
      },
    },
    standing: standingOf(board, month, reading),
    nudgeAll: isToNudge
      ? { action: paths.summaryNudges(month), label: texts.monthClosing.nudge.all }
      : null,
    words,
    rows: rows.slice(start, start + PAGE_SIZE).map((row) => presentRow(row, place, reading)),
    emptyState: rows.length > 0 ? null : { text: words.empty, icon: "report" },
    pagination: presentPagination({
      page,
      total: rows.length,
      summary: rangeText(rows.length, page, reading),
      href: (to) => withQuery(paths.summaryMissing(month), { page: to === 1 ? null : to }),
    }),
  };
}

const TONES = { open: "yellow", reopened: "yellow", closed: "green" } as const;

function presentRow(row: MissingRow, { month, may }: Place, reading: Reading) {
  const { texts } = reading;
  const { monthClosing: words } = texts;
  const { projectId, shortName, state, items, nudgedOn } = row;
  return {
    name: shortName,
    href: paths.month(projectId, month),
    pill: { tone: TONES[state], label: words.states[state] },
    items: items.map((item) => ({
      text: missingText(item, texts),
      href: missingHref(item.kind, { projectId, month }),
    })),
    none: state === "closed" ? "" : words.portfolio.nothing,
    nudge:
      may.nudge && items.length > 0 && nudgedOn !== reading.today
        ? {
            action: paths.summaryNudges(month),
            projectId: String(projectId),
            label: words.nudge.one,
            name: words.nudge.oneOf(shortName),
          }
        : null,
    nudged: nudgeNote(nudgedOn, reading),
  };
}

function standingOf(
  { portfolio, rows, closed }: MissingBoard,
  month: Month,
  { texts, formats, today }: Reading,
): string[] {
  const { portfolio: words, system } = texts.monthClosing;
  const { closedAt, closedByName, mailedAt, wasClosedWhenMailed } = portfolio;
  const mailed = mailedAt === null ? null : formats.dateTime(mailedAt);
  const day = reportDayOf(month);
  return [
    ...(isOver(month, today) ? [] : [words.standingRunning(formats.date(today))]),
    ...(closedAt === null
      ? [words.standingOpen(closed, rows.length)]
      : [words.standingClosed(closedByName ?? system, formats.dateTime(closedAt))]),
    ...(mailed !== null
      ? [wasClosedWhenMailed ? words.mailedClosed(mailed) : words.mailedOpen(mailed)]
      : []),
    ...(mailed === null && day >= today ? [words.willBeMailed(formats.date(day))] : []),
  ];
}

function rangeText(total: number, page: number, { texts }: Reading): string {
  const { portfolio: words } = texts.monthClosing;
  if (total <= PAGE_SIZE) return words.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return words.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

/** Where the page stands among others. */
export function missingCrumbs(month: Month, { texts, formats }: Wording) {
  return [
    { label: texts.months.portfolio.title, href: paths.summaries() },
    { label: monthTitle(month, { formats }), href: paths.summary(month) },
  ];
}
