import type { Period } from "../../../../db/queries/periods.ts";
import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { withQuery } from "../../../web/query-string.ts";
import { dutyKinds } from "../../duties/kinds/rules.ts";
import { isFinal } from "../../duties/rules.ts";
import type { DutyBoard } from "../../duties/service.ts";
import { presentDueRules } from "../../duties/words.ts";
import { areContiguous, type Span, spanLeft } from "../rules.ts";
import { lengthText, spanText, type Wording } from "../words.ts";
import { type ReportingKind, reportingDuty, reportingKinds } from "./reporting-duties.ts";

type Project = Span & { id: number };

export function presentPeriods(
  project: Project,
  board: DutyBoard,
  wording: Wording,
  can: { edit: boolean },
) {
  const { texts } = wording;
  const left = spanLeft(project, board.periods);
  return {
    pageHeader: presentHeader(project, board, left, wording, can),
    notices: presentNotices(project, board, left, wording, can),
    labels: texts.periods.columns,
    rows: board.periods.map((period) => presentPeriod(period, project, board, wording, can)),
    rules: presentDueRules(reportingRules(board), board.missingRules, wording, {
      href: paths.projectRules(project.id),
      label: texts.ownRules.link,
    }),
    emptyState: board.periods.length > 0 ? null : emptyState(project, wording, can),
  };
}

/** Only what periods hang on: the rest is told on the page of duties. */
function reportingRules({ rules }: DutyBoard) {
  const kinds = reportingKinds.flatMap((name) => [dutyKinds[name].rule, dutyKinds[name].finalRule]);
  return rules.filter(({ kind }) => kinds.includes(kind));
}

function presentHeader(
  project: Project,
  board: DutyBoard,
  left: Span | null,
  wording: Wording,
  can: { edit: boolean },
) {
  const { periods } = wording.texts;
  const generate = {
    href: paths.newPeriodGeneration(project.id),
    label: periods.generate,
    icon: "calendar-stats",
  };
  const add = { href: paths.newPeriod(project.id), label: periods.new, icon: "plus" };
  const duties = {
    href: paths.duties(project.id),
    label: wording.texts.duties.title,
    icon: "checklist",
  };
  const hasPeriods = board.periods.length > 0;
  const workbook = {
    href: withQuery(paths.periods(project.id), { format: "xlsx" }),
    label: periods.workbook,
    icon: "file-spreadsheet",
  };
  const primary = hasPeriods ? add : generate;
  const edits = [...(left ? [hasPeriods ? generate : add] : []), ...(hasPeriods ? [duties] : [])];
  return {
    title: periods.title,
    subtitle: periods.subtitle(spanText(project, wording)),
    actions: {
      primary: can.edit && left ? primary : null,
      more: [...(can.edit ? edits : []), ...(hasPeriods ? [workbook] : [])],
    },
  };
}

function presentNotices(
  project: Project,
  board: DutyBoard,
  left: Span | null,
  wording: Wording,
  can: { edit: boolean },
) {
  const { periods } = wording.texts;
  const outdated = board.duties.filter(
    ({ owed, asked }) => owed.period && asked.kind === "move",
  ).length;
  const notices: { tone: string; text: string; href?: string; linkText?: string }[] = [];
  if (!areContiguous(board.periods, project))
    notices.push({ tone: "warning", text: periods.beyondProject });
  if (outdated > 0) {
    const link = { href: paths.newDutySettlement(project.id), linkText: periods.showOutdated };
    const text = periods.outdated(outdated);
    notices.push({ tone: "warning", text, ...(can.edit ? link : {}) });
  }
  if (left && board.periods.length > 0)
    notices.push({ tone: "info", text: periods.left(spanText(left, wording)) });
  return notices;
}

function presentPeriod(
  period: Period,
  project: Project,
  board: DutyBoard,
  wording: Wording,
  can: { edit: boolean },
) {
  const { texts, formats, today } = wording;
  const { periods } = texts;
  const isLast = period.number === board.periods.length;
  const edit = { href: paths.editPeriod(project.id, period.id), label: periods.edit };
  const remove = { href: paths.newPeriodDeletion(project.id, period.id), label: periods.delete };
  return {
    id: `period-${period.number}`,
    name: periods.name(period.number),
    tags: [
      ...(isFinal(period, project) ? [periods.final] : []),
      ...(period.startsOn <= today && today <= period.endsOn ? [periods.running] : []),
    ],
    startsOn: formats.date(period.startsOn),
    endsOn: formats.date(period.endsOn),
    length: lengthText(period, wording),
    duties: reportingKinds.map((kind) => presentDuty(kind, period, project.id, board, wording)),
    actions: can.edit ? [edit, ...(isLast ? [remove] : [])] : [],
  };
}

function presentDuty(
  kind: ReportingKind,
  period: Period,
  projectId: number,
  board: DutyBoard,
  wording: Wording,
) {
  const { columns, noDuty } = wording.texts.periods;
  const found = reportingDuty(board, kind, period);
  if (!found) return { label: columns[kind], link: null, missing: noDuty };
  return {
    label: columns[kind],
    link: {
      href: paths.milestone(projectId, found.id),
      title: found.title,
      due: dueCell(found, wording),
    },
    missing: null,
  };
}

function emptyState(project: Project, { texts }: Wording, can: { edit: boolean }) {
  const { periods } = texts;
  if (!can.edit) return { text: periods.empty, icon: "calendar-stats" };
  return {
    text: periods.empty,
    detail: periods.emptyDetail,
    icon: "calendar-stats",
    action: { href: paths.newPeriodGeneration(project.id), label: periods.generate },
    second: { href: paths.newPeriod(project.id), label: periods.new },
  };
}
