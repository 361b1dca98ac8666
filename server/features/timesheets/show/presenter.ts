import { paths } from "../../../paths.ts";
import type { Wording } from "../../positions/words.ts";
import { type Paper, presentPaper } from "../print/presenter.ts";
import {
  type Check,
  type CheckName,
  hoursOfDays,
  monthDays,
  totalOf,
  weekdaysIn,
} from "../rules.ts";
import { hoursText, sheetPill } from "../words.ts";

export interface SheetPage extends Paper {
  checks: readonly Check[];
  elsewhereE2: number;
  canWrite: boolean;
  canApprove: boolean;
}

export function presentTimesheet(page: SheetPage, wording: Wording) {
  const { texts, formats } = wording;
  const { timesheets: words } = texts;
  const { sheet, assignment } = page;
  const { projectId, id } = assignment;
  const isDraft = sheet.state === "draft";
  const edit = {
    href: paths.editTimesheet(projectId, id, sheet.month),
    label: words.edit,
    icon: "pencil",
  };
  return {
    pageHeader: {
      title: words.one(formats.monthName(sheet.month)),
      subtitle: `${assignment.personName}, ${assignment.positionName}`,
      pill: sheetPill(sheet, texts),
      actions: { primary: isDraft && page.canWrite ? edit : null },
    },
    returned:
      isDraft && sheet.returnedReason !== null ? words.returnedText(sheet.returnedReason) : null,
    version: String(sheet.version),
    labels: words.checks,
    checks: isDraft ? page.checks.map((check) => presentCheck(check, page, wording)) : null,
    ...presentSteps(page, words),
    printHint: words.printHint,
    paper: presentPaper(page, wording),
  };
}

/** What may be done with the sheet as it stands. */
function presentSteps(
  { sheet, assignment, checks, canWrite, canApprove }: SheetPage,
  words: Wording["texts"]["timesheets"],
) {
  const key = [assignment.projectId, assignment.id, sheet.month] as const;
  const isDraft = sheet.state === "draft";
  const maySubmit = isDraft && canWrite && checks.every(({ isMet }) => isMet);
  const mayApprove = sheet.state === "submitted" && canApprove;
  const submission = { action: paths.timesheetSubmission(...key), label: words.submit };
  const approval = { action: paths.timesheetApproval(...key), label: words.approve };
  const giveBack = { href: paths.newTimesheetReturn(...key), label: words.giveBack };
  return {
    submission: maySubmit ? submission : null,
    approval: mayApprove ? approval : null,
    giveBack: !isDraft && canApprove ? giveBack : null,
  };
}

function presentCheck(check: Check, page: SheetPage, { texts, formats }: Wording) {
  const { checks: words } = texts.timesheets;
  const { sheet } = page;
  const total = totalOf(sheet);
  const text: Record<CheckName, string> = {
    fund: fundText(check, page, { texts, formats }),
    allProjects: words.allProjects(
      hoursText(total + page.elsewhereE2, formats),
      hoursText(hoursOfDays(weekdaysIn(monthDays(sheet.month))), formats),
    ),
    wholeDays: words.wholeDays,
    holidays: words.holidays,
    groups: words.groups,
  };
  const label = check.isExplained ? words.explained : words.met;
  return {
    text: text[check.name],
    pill: check.isMet
      ? { tone: "green", label, icon: "circle-check" }
      : { tone: "red", label: words.notMet, icon: "alert-triangle" },
  };
}

function fundText(
  check: Check,
  { sheet, assignment }: SheetPage,
  { texts, formats }: Pick<Wording, "texts" | "formats">,
): string {
  const { checks: words } = texts.timesheets;
  if (assignment.heldMilli === null) return words.byHours;
  const isEqual = check.isMet && !check.isExplained;
  const say = isEqual ? words.fund : words.fundDiffers;
  return say(hoursText(totalOf(sheet), formats), hoursText(sheet.fundE2, formats));
}
