import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { addToMonth, type Month } from "../../../values/month.ts";
import { withQuery } from "../../../web/query-string.ts";
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
}

export function presentMonth(page: MonthPage, wording: Wording & { today: CalendarDate }) {
  const { project, month, facts, reported, corrections } = page;
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
    seal: reported ? months.sealedBy(reported.hash.slice(0, 12)) : null,
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

/** What the figures of the page are: of a running month, of a reported one, or of one that is to be. */
function standingText(
  { month, facts, reported }: MonthPage,
  { texts, formats, today }: Wording & { today: CalendarDate },
): string {
  const { months } = texts;
  if (reported) return months.reportedNote(formats.dateTime(reported.asOf), reported.revision);
  if (month === today.slice(0, 7)) return months.runningUntil(formats.date(facts.on));
  const day = reportDayOf(month);
  return day >= today ? months.willBeReported(formats.date(day)) : months.neverReported;
}
