import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { PersonWorkload } from "../../../../db/queries/person-workloads.ts";
import type { PositionStateFact } from "../../../../db/queries/position-states.ts";
import type { Position } from "../../../../db/queries/positions.ts";
import type { Assignment, Pay } from "../../../../db/queries/staff-assignments.ts";
import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { activityCode } from "../../activities/rules.ts";
import { overloadWarnings } from "../assignments/words.ts";
import {
  type LineNames,
  lineText,
  positionPill,
  spanText,
  statePill,
  type Wording,
  workloadText,
} from "../words.ts";

export interface PositionPage {
  position: Position;
  assignments: readonly Assignment[];
  /** Null where the viewer may not read pay: then nothing of it is on the page. */
  pay: ReadonlyMap<number, Pay> | null;
  states: readonly (PositionStateFact & { isCorrected: boolean })[];
  workloads: readonly PersonWorkload[];
  lines: LineNames;
  history: HistoryLine[];
  canEdit: boolean;
}

export function presentPosition(page: PositionPage, wording: Wording) {
  const { position, assignments } = page;
  const { positions: words } = wording.texts;
  const { projectId, id, archivedAt } = position;
  const mayEdit = page.canEdit && archivedAt === null;
  return {
    pageHeader: {
      title: position.name,
      code: words.contractsLong[position.contract],
      pill: positionPill(position, assignments, wording),
      actions: mayEdit ? actionsOf(position, words) : null,
    },
    archived:
      archivedAt === null
        ? null
        : {
            text: words.archived,
            label: words.restore,
            action: page.canEdit ? paths.positionRestoration(projectId, id) : null,
          },
    labels: words.show,
    overloads: overloadWarnings(assignments, page.workloads, projectId, wording),
    overloadTitle: words.overload.title,
    definitionList: presentFacts(page, wording),
    showsPay: page.pay !== null,
    showsActions: mayEdit,
    assign: mayEdit ? { href: paths.newAssignment(projectId, id), label: words.assign } : null,
    holders: assignments.map((one) => presentHolder(one, page, mayEdit, wording)),
    states: position.isToBeCreated ? presentStates(page, mayEdit, wording) : null,
    historyList: presentHistory(page.history, wording),
  };
}

function actionsOf(position: Position, words: Wording["texts"]["positions"]) {
  const { projectId, id } = position;
  const edit = { href: paths.editPosition(projectId, id), label: words.edit, icon: "pencil" };
  const record = {
    href: paths.newPositionState(projectId, id),
    label: words.record,
    icon: "flag",
  };
  const archive = {
    href: paths.positionArchive(projectId, id),
    label: words.archive,
    icon: "archive",
    method: "post" as const,
  };
  return position.isToBeCreated
    ? { primary: record, more: [edit, archive] }
    : { primary: edit, more: [archive] };
}

function presentFacts({ position, lines }: PositionPage, wording: Wording) {
  const { show, fundings } = wording.texts.positions;
  const fact = (term: string, text: string | null) =>
    text === null ? { term, text: show.missing, isMissing: true } : { term, text };
  const { projectId, activityId, activityNumber: number, milestoneId } = position;
  const code = activityCode({ number: number ?? "", parentNumber: position.activityParentNumber });
  return [
    fact(show.workload, workloadText(position.workloadMilli, wording)),
    fact(show.funding, fundings[position.funding]),
    ...(position.funding === "direct"
      ? [fact(show.line, lineText(lines, position.budgetLineId))]
      : []),
    ...(activityId === null
      ? []
      : [
          {
            term: show.activity,
            text: `${code} ${position.activityTitle}`,
            href: paths.activity(projectId, activityId),
          },
        ]),
    ...(milestoneId === null
      ? []
      : [
          {
            term: show.output,
            text: position.milestoneTitle ?? "",
            href: paths.milestone(projectId, milestoneId),
          },
        ]),
    ...(position.note === null ? [] : [fact(show.note, position.note)]),
  ];
}

function presentHolder(
  assignment: Assignment,
  { pay }: PositionPage,
  mayEdit: boolean,
  wording: Wording,
) {
  const { projectId, id, employerWorkloadMilli } = assignment;
  const { positions: words, assignments } = wording.texts;
  const { remove } = assignments;
  const archive = {
    ...{ href: paths.assignmentArchive(projectId, id), label: remove, icon: "trash" },
    ...{ method: "post" as const, isDanger: true },
  };
  return {
    name: assignment.personName,
    note: assignment.note,
    span: spanText(assignment, wording),
    workload: workloadText(assignment.heldMilli, wording),
    employer:
      employerWorkloadMilli === null
        ? null
        : words.show.atEmployer(wording.formats.number(employerWorkloadMilli / 1000)),
    pay: payOf(pay?.get(id), wording),
    edit: mayEdit ? paths.editAssignment(projectId, id) : null,
    more: mayEdit ? [archive] : [],
  };
}

function payOf(pay: Pay | undefined, { texts, formats }: Wording) {
  if (!pay || pay.payHalere === null || pay.payUnit === null) return null;
  const unit = texts.positions.show.payUnits[pay.payUnit];
  return { amount: formats.money(pay.payHalere), unit };
}

function presentStates({ position, states }: PositionPage, mayEdit: boolean, wording: Wording) {
  const { texts, formats } = wording;
  const last = states.find(({ isCorrected }) => !isCorrected);
  return states.map((one) => ({
    pill: statePill(one.state, texts),
    day: formats.date(one.validOn),
    proof: one.proof,
    proofUrl: one.proofUrl,
    proofText: one.proof ?? texts.positions.show.proof,
    note: one.note,
    by: [one.recordedByName, formats.dateTime(one.recordedAt)].filter(Boolean).join(", "),
    isCorrected: one.isCorrected,
    correct:
      mayEdit && one === last
        ? paths.newPositionStateCorrection(position.projectId, position.id, one.id)
        : null,
  }));
}
