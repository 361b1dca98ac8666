import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { addToMonth, type Month } from "../../../values/month.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { ClosingBoard } from "../closing/board.ts";
import { type MayDo, presentClosingCard } from "../closing/presenter.ts";
import { presentCorrections } from "../corrections/presenter.ts";
import type { Corrections } from "../corrections/service.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { monthsOf, reportDayOf } from "../rules.ts";
import { monthTitle, type Wording } from "../words.ts";
import { presentSheet } from "./sheet-presenter.ts";

export interface MonthPage {
  project: ProjectInReach;
  month: Month;
  facts: MonthFacts;
  reported: { facts: MonthFacts; asOf: string; revision: number; hash: string } | null;
  corrections: Corrections | null;
  board: ClosingBoard;
  /** A revision exactly as it was put down; null: the figures of today. */
  shown: { facts: MonthFacts; asOf: string; revision: number; hash: string } | null;
}

export function presentMonth(
  page: MonthPage & { may: MayDo },
  wording: Wording & { today: CalendarDate },
) {
  const { project, month, facts, reported, corrections, shown } = page;
  const { texts, today } = wording;
  const { months } = texts;
  const known = new Set(monthsOf(project, today));
  const link = (to: Month) =>
    known.has(to) ? { href: paths.month(project.id, to), label: monthTitle(to, wording) } : null;
  return {
    pageHeader: {
      code: months.code,
      title: monthTitle(month, wording),
      subtitle: project.title,
      actions: {
        more: [
          {
            href: withQuery(paths.month(project.id, month), { format: "xlsx" }),
            label: months.workbook,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    words: months,
    standing: standingText(page, wording),
    seal: sealOf(shown ?? reported, wording),
    closing: presentClosingCard(page.board, placeOf(page), wording),
    neighbours: {
      label: months.monthsNavigation,
      previous: link(addToMonth(month, -1)),
      next: link(addToMonth(month, 1)),
    },
    hasReported: reported !== null,
    sheet: presentSheet({ facts, reported: reported?.facts ?? null }, wording),
    corrections: corrections ? presentCorrections(corrections, facts.indicators, wording) : null,
  };
}

function placeOf({ project, month, shown, may }: MonthPage & { may: MayDo }) {
  const isManager = project.roles.includes("manager");
  return { projectId: project.id, month, shown: shown?.revision ?? null, may, isManager };
}

function sealOf(stored: { hash: string } | null, { texts }: Wording): string | null {
  return stored ? texts.months.sealedBy(stored.hash.slice(0, 12)) : null;
}

/** What the figures of the page are: of a running month, of a reported one, or of one that is to be. */
function standingText(
  { month, facts, reported, shown }: MonthPage,
  { texts, formats, today }: Wording & { today: CalendarDate },
): string {
  const { months, monthClosing } = texts;
  if (shown) return monthClosing.revisions.shownNote(shown.revision, formats.dateTime(shown.asOf));
  if (reported) return months.reportedNote(formats.dateTime(reported.asOf), reported.revision);
  if (month === today.slice(0, 7)) return months.runningUntil(formats.date(facts.on));
  const day = reportDayOf(month);
  return day >= today ? months.willBeReported(formats.date(day)) : months.neverReported;
}
