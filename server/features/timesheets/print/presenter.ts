import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import type { Assignment } from "../../../../db/queries/staff-assignments.ts";
import type { Timesheet } from "../../../../db/queries/timesheets.ts";
import { firstDayOf, lastDayOf } from "../../../values/month.ts";
import { isSameOwner } from "../../../values/owner.ts";
import { type LineNames, lineText, type Wording, workloadText } from "../../positions/words.ts";
import { hoursOfDays, monthDays, totalOf, weekdaysIn } from "../rules.ts";

export interface Paper {
  project: ProjectInReach;
  assignment: Assignment;
  sheet: Timesheet;
  lines: LineNames;
  /** All assignments of the project: the paper adds up the workloads of its person. */
  assignments: readonly Assignment[];
}

/** The model of `views/timesheets/_paper.ejs`: what is printed and signed. */
export function presentPaper(paper: Paper, wording: Wording) {
  const { texts, formats } = wording;
  const { paper: words } = texts.timesheets;
  const { sheet } = paper;
  const hours = (e2: number) => formats.scaled(e2, 2);
  const row = (label: string, e2: number, note: string | null = null) => ({
    ...{ label, hours: hours(e2), note },
  });
  return {
    labels: words,
    project: [paper.project.title, paper.project.registrationNumber].filter(Boolean).join(" · "),
    facts: presentFacts(paper, wording),
    groups: sheet.lines.map(({ title, hoursE2 }, index) => ({
      number: formats.number(index + 1),
      title,
      hours: hours(hoursE2),
    })),
    worked: hours(sheet.workedE2),
    absences: [
      row(words.vacation, sheet.vacationE2),
      row(words.sick, sheet.sickE2),
      row(words.obstacles, sheet.obstaclesE2),
      row(words.holidays, sheet.holidayProjectE2, words.holidaysOf(hours(sheet.holidayE2))),
    ],
    total: hours(totalOf(sheet)),
    fund: paper.assignment.heldMilli === null ? null : hours(sheet.fundE2),
    note: sheet.note,
    draft: sheet.state === "draft" ? words.draft : null,
    signatures: [
      {
        role: words.employee,
        name: paper.assignment.personName,
        date: sheet.submittedOn === null ? "" : formats.date(sheet.submittedOn),
      },
      {
        role: words.superior,
        // A line of its own also while nobody has approved it: the rules below stay level.
        name: sheet.approvedByName ?? "\u00a0",
        date: sheet.approvedOn === null ? "" : formats.date(sheet.approvedOn),
      },
    ],
  };
}

function presentFacts({ assignment, sheet, lines, assignments }: Paper, wording: Wording) {
  const { texts, formats } = wording;
  const { paper: words } = texts.timesheets;
  const share = (milli: number) => formats.number(milli / 1000);
  const { employerWorkloadMilli: atEmployer } = assignment;
  return [
    { term: words.person, text: assignment.personName },
    { term: words.position, text: assignment.positionName },
    {
      term: words.line,
      text: lineText(lines, assignment.budgetLineId) ?? texts.positions.noLine,
    },
    { term: words.contract, text: texts.positions.contractsLong[assignment.contract] },
    { term: words.month, text: formats.monthName(sheet.month) },
    {
      term: words.monthFund,
      text: `${formats.scaled(hoursOfDays(weekdaysIn(monthDays(sheet.month))), 2)}\u00a0h`,
    },
    { term: words.workload, text: workloadText(assignment.heldMilli, wording) },
    { term: words.projectWorkload, text: share(workloadInProject(assignment, assignments, sheet)) },
    ...(atEmployer === null ? [] : [{ term: words.employerWorkload, text: share(atEmployer) }]),
  ];
}

function workloadInProject(
  assignment: Assignment,
  assignments: readonly Assignment[],
  { month }: Timesheet,
): number {
  return assignments
    .filter((one) => isSameOwner(one, assignment))
    .filter(({ startsOn }) => startsOn <= lastDayOf(month))
    .filter(({ endsOn }) => endsOn === null || endsOn >= firstDayOf(month))
    .reduce((sum, { heldMilli }) => sum + (heldMilli ?? 0), 0);
}
