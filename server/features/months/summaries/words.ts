import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Month } from "../../../values/month.ts";
import { agendaTitle } from "../../agenda/rules.ts";
import type { ResolutionFacts } from "../figures/details/facts.ts";
import type { PortfolioRow } from "../ranking/rules.ts";
import { reportDayOf } from "../rules.ts";
import type { Wording } from "../words.ts";
import type { MonthStanding } from "./scope.ts";
import type { Decision } from "./service.ts";

/** What the figures of a summary are: closed, stored or as they stand now. */
export function standingText(
  { month, standing, total }: { month: Month; standing: MonthStanding; total: number },
  { texts, formats, today }: Wording & { today: CalendarDate },
): string {
  const words = texts.summaries.standing;
  const when = formats.dateTime(standing.asOf);
  if (standing.state === "running") return texts.months.runningUntil(formats.date(today));
  if (standing.state === "frozen") return words.frozen(when, standing.version);
  const day = reportDayOf(month);
  const ahead = day >= today ? [words.willClose(formats.date(day))] : [];
  return [openText(standing, total, { texts, formats }), ...ahead].join(" ");
}

function openText(
  { state, asOf, frozenProjects }: MonthStanding,
  total: number,
  { texts, formats }: Wording,
): string {
  const words = texts.summaries.standing;
  const when = formats.dateTime(asOf);
  if (state === "reported") return words.reported(when);
  if (state === "unreported") return words.unreported(when);
  return words.partly(formats.number(frozenProjects), formats.number(total), when);
}

/** Everything of a project that waits to be decided, a line each. */
export function decisionLines({ decisionNeeded, details }: Decision, wording: Wording): string[] {
  const resolutions = (details?.resolutions ?? []).map((one) => resolutionText(one, wording));
  return [...(decisionNeeded === null ? [] : [decisionNeeded]), ...resolutions];
}

export function resolutionText(
  { decidedBy, title, submitBy, isSubmitted, meetsOn }: ResolutionFacts,
  { texts, formats }: Wording,
): string {
  const words = texts.summaries.decisions;
  if (!isSubmitted) return words.resolution(decidedBy, title, formats.date(submitBy));
  return meetsOn === null
    ? words.submitted(decidedBy, title)
    : words.submittedFor(decidedBy, title, formats.date(meetsOn));
}

/** The next deadline of a project. */
export function nextOf(row: PortfolioRow, { texts, formats }: Wording) {
  if (row.nextDueOn === null) return null;
  const thing = {
    objectType: row.nextDueType ?? "milestone",
    title: row.nextDueTitle,
    periodNumber: row.nextDuePeriod,
  };
  return { on: formats.shortDate(row.nextDueOn), title: agendaTitle(thing, texts) };
}
