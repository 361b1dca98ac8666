import type { listReportedMonths } from "../../../../db/queries/month-figures.ts";
import type { listPortfolioMonths } from "../../../../db/queries/month-portfolios.ts";
import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { addToMonth, monthOf } from "../../../values/month.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { monthTitle, type Wording } from "../words.ts";

type Reported = Awaited<ReturnType<typeof listReportedMonths>>;
/** Months that were closed or mailed for all projects. */
type Together = Awaited<ReturnType<typeof listPortfolioMonths>>;

const ORDER = ["off-track", "at-risk", "on-hold", "on-track", null];

/** The running month, the one before it, and every one that was reported. */
export function presentSummaryList(
  { reported, together }: { reported: Reported; together: Together },
  wording: Wording & { today: CalendarDate },
) {
  const { texts, formats, today } = wording;
  const { months } = texts;
  const { portfolio } = months;
  const running = monthOf(today);
  const closed = new Set(together.filter(({ closedAt }) => closedAt).map(({ month }) => month));
  const rowsOf = groupedBy(reported, ({ month }) => month);
  const all = new Set([running, addToMonth(running, -1), ...rowsOf.keys()]);
  return {
    pageHeader: { title: portfolio.title },
    words: portfolio.list,
    stateLabel: months.list.state,
    rows: [...all].map((month) => {
      const rows = rowsOf.get(month) ?? [];
      const state = rows.length > 0 ? "reported" : month === running ? "running" : "unreported";
      const projects = rows.reduce((sum, row) => sum + row.projects, 0);
      return {
        href: paths.summary(month),
        month: monthTitle(month, wording),
        state: closed.has(month) ? texts.monthClosing.listStates.closed : months.states[state],
        projects: projects > 0 ? formats.number(projects) : "",
        healths: ORDER.flatMap((health) => {
          const row = rows.find((one) => one.health === health);
          if (!row) return [];
          const pill = healthPill(health, texts);
          return [{ ...pill, label: `${formats.number(row.projects)} × ${pill.label}` }];
        }),
      };
    }),
  };
}
