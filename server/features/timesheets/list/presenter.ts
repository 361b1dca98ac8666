import type { Assignment } from "../../../../db/queries/staff-assignments.ts";
import type { Timesheet } from "../../../../db/queries/timesheets.ts";
import { paths } from "../../../paths.ts";
import { addToMonth, type Month, monthOf } from "../../../values/month.ts";
import { type LineNames, lineText, type Wording, workloadText } from "../../positions/words.ts";
import { daysOf, fundOf, totalOf } from "../rules.ts";
import { hoursText, sheetPill } from "../words.ts";

export interface MonthOfSheets {
  project: { id: number; startsOn: string; endsOn: string };
  month: Month;
  assignments: readonly Assignment[];
  sheets: readonly Timesheet[];
  lines: LineNames;
  seesOthers: boolean;
}

export function presentTimesheets(page: MonthOfSheets, tabs: object | undefined, wording: Wording) {
  const { texts, formats } = wording;
  const { timesheets: words } = texts;
  const { project, month } = page;
  const papers = {
    href: `${paths.timesheetPapers(project.id)}?month=${month}`,
    label: words.printAll,
    icon: "printer",
  };
  return {
    pageHeader: {
      title: texts.positions.title,
      subtitle: page.seesOthers ? words.subtitle : words.ownSubtitle,
      tabs,
    },
    labels: words.columns,
    monthTitle: formats.monthName(month),
    months: presentMonths(page, wording),
    papers: page.sheets.length > 0 ? papers : null,
    rows: page.assignments.flatMap((one) => presentRow(one, page, wording)),
    emptyState: { text: words.empty, icon: "clock" },
  };
}

/** The months beside, none before the project or ahead of today. */
function presentMonths({ project, month }: MonthOfSheets, { formats, today }: Wording) {
  const link = (to: Month) => ({
    href: `${paths.timesheets(project.id)}?month=${to}`,
    label: formats.monthName(to),
  });
  const [previous, next] = [addToMonth(month, -1), addToMonth(month, 1)];
  return {
    previous: previous >= monthOf(project.startsOn) ? link(previous) : null,
    next: next <= monthOf(today) && next <= monthOf(project.endsOn) ? link(next) : null,
  };
}

function presentRow(assignment: Assignment, page: MonthOfSheets, wording: Wording) {
  const { texts, formats } = wording;
  const days = daysOf(page.month, assignment, page.project);
  if (days === null) return [];
  const sheet = page.sheets.find(({ assignmentId }) => assignmentId === assignment.id);
  const { projectId, id, heldMilli } = assignment;
  const key = [projectId, id, page.month] as const;
  const line = lineText(page.lines, assignment.budgetLineId);
  return [
    {
      person: assignment.personName,
      position: assignment.positionName,
      href: sheet ? paths.timesheet(...key) : paths.editTimesheet(...key),
      line: line ?? texts.positions.noLine,
      isWithoutLine: line === null,
      workload: workloadText(heldMilli, wording),
      fund: heldMilli === null ? "" : hoursText(fundOf(days, heldMilli), formats),
      hours: sheet ? hoursText(totalOf(sheet), formats) : "",
      pill: sheetPill(sheet, texts),
    },
  ];
}
