import type { Milestone } from "../../../../db/queries/milestones.ts";
import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { withQuery } from "../../../web/query-string.ts";
import { stateOf } from "../rules.ts";
import { statePill, type Wording } from "../words.ts";
import { presentFacts } from "./facts-presenter.ts";
import type { MilestonePage } from "./service.ts";

export interface Allowed {
  edit: boolean;
  complete: boolean;
}

export function presentMilestone(page: MilestonePage, wording: Wording, can: Allowed) {
  const { milestone } = page;
  const { texts } = wording;
  const { show } = texts.milestones;
  return {
    pageHeader: presentHeader(milestone, wording, can),
    labels: show,
    due: dueCell(milestone, wording),
    note: milestone.note,
    definitionList: [...presentFacts(milestone, wording), ...outputFacts(page, wording)],
    moves: presentMoves(page, wording),
    states: presentStates(page, wording),
    historyList: presentHistory(page.history, wording),
  };
}

function presentHeader(milestone: Milestone, { texts, today }: Wording, can: Allowed) {
  const { milestones } = texts;
  const { projectId, id, kind, title } = milestone;
  const state = stateOf(milestone, today);
  const isOpen = state === "open" || state === "overdue";
  const complete = {
    href: paths.newMilestoneCompletion(projectId, id),
    label: milestones.complete,
    icon: "check",
  };
  const more = can.edit
    ? [
        { href: paths.editMilestone(projectId, id), label: milestones.edit, icon: "pencil" },
        ...(isOpen ? openActions(milestone, texts) : []),
        ...(isOpen
          ? []
          : [
              {
                href: paths.newMilestoneReopening(projectId, id),
                label: milestones.reopen,
                icon: "arrow-back-up",
              },
            ]),
      ]
    : [];
  return {
    title,
    code: milestones.kinds[kind],
    pill: statePill(state, texts),
    actions: { primary: isOpen && can.complete ? complete : null, more },
  };
}

function openActions({ projectId, id }: Milestone, { milestones }: Wording["texts"]) {
  return [
    {
      href: paths.newMilestoneMove(projectId, id),
      label: milestones.move,
      icon: "calendar-time",
    },
    {
      href: withQuery(paths.newMilestoneAssignment(projectId), { milestoneIds: id }),
      label: milestones.assign,
      icon: "transfer",
    },
    {
      href: paths.newMilestoneCancellation(projectId, id),
      label: milestones.cancel,
      icon: "circle-x",
      isDanger: true,
    },
  ];
}

/** How far the paper of an output has come; nothing where nobody writes one. */
function outputFacts({ milestone, output }: MilestonePage, { texts }: Wording) {
  if (!output) return [];
  const { outputs: words } = texts;
  const href = paths.output(milestone.projectId, output.id);
  return [{ term: words.ofMilestone, text: words.states[output.state], href }];
}

/** Newest first; the first day of all is the baseline, which never changes. */
function presentMoves({ milestone, moves }: MilestonePage, { texts, formats }: Wording) {
  const { show } = texts.milestones;
  return moves
    .map((move, index) => {
      const from = moves[index - 1]?.dueOn ?? milestone.baselineDueOn;
      return {
        line: show.movedTo(formats.date(from), formats.date(move.dueOn)),
        reason: move.reason,
        by: show.by(move.recordedByName ?? texts.history.system, formats.dateTime(move.recordedAt)),
      };
    })
    .toReversed();
}

function presentStates({ states }: MilestonePage, { texts, formats }: Wording) {
  const { show } = texts.milestones;
  return states.toReversed().map((fact) => ({
    line: `${show.stateOn[fact.state]} ${formats.date(fact.validOn)}`,
    note: fact.note,
    by: show.by(fact.recordedByName ?? texts.history.system, formats.dateTime(fact.recordedAt)),
  }));
}
