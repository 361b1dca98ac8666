import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { Resolution } from "../../../../db/queries/resolutions.ts";
import { paths } from "../../../paths.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { type ResolutionStep, stepsFrom } from "../rules.ts";
import {
  changeText,
  resolutionCode,
  resolutionPill,
  submitByCell,
  type Wording,
} from "../words.ts";

export function presentResolution(
  resolution: Resolution,
  history: HistoryLine[],
  wording: Wording,
  canEdit: boolean,
) {
  const { resolutions } = wording.texts;
  const { projectId, id, archivedAt } = resolution;
  return {
    pageHeader: presentHeader(resolution, wording, canEdit && archivedAt === null),
    labels: resolutions.show,
    archived:
      archivedAt === null
        ? null
        : {
            text: resolutions.archived,
            label: resolutions.restore,
            action: canEdit ? paths.resolutionRestoration(projectId, id) : null,
          },
    definitionList: presentFacts(resolution, wording),
    note: resolution.note,
    historyList: presentHistory(history, wording),
  };
}

const ICONS: Record<ResolutionStep, string> = {
  submission: "send",
  decision: "gavel",
  withdrawal: "circle-minus",
  reopening: "arrow-back-up",
};

function presentHeader(resolution: Resolution, wording: Wording, mayEdit: boolean) {
  const { resolutions } = wording.texts;
  const { projectId, id } = resolution;
  const steps = stepsFrom(resolution.state).map((step) => ({
    ...{ href: paths.resolutionSteps[step].show(projectId, id), icon: ICONS[step] },
    label: resolutions.steps[step].action,
    isMain: step === "submission" || step === "decision",
  }));
  // The first of the two is what comes next; the other is a shortcut.
  const main = steps.find(({ isMain }) => isMain) ?? null;
  const others = steps.filter((step) => step !== main);
  const edit = {
    href: paths.editResolution(projectId, id),
    label: resolutions.edit,
    icon: "pencil",
  };
  const archive = {
    ...{ href: paths.resolutionArchive(projectId, id), label: resolutions.archive },
    ...{ icon: "archive", method: "post" as const },
  };
  return {
    title: resolution.title,
    code: resolutionCode(resolution, wording),
    subtitle: resolution.decidedBy,
    pill: resolutionPill(resolution.state, wording.texts),
    actions: mayEdit ? { primary: main, more: [edit, ...others, archive] } : {},
  };
}

function presentFacts(resolution: Resolution, wording: Wording) {
  const { texts, formats } = wording;
  const { show } = texts.resolutions;
  const { state, meetsOn, decidedOn, resolutionNumber, fileNumber, ownerName } = resolution;
  const missing = { text: show.missing, isMissing: true };
  const fact = (term: string, text: string | null) => ({
    term,
    ...(text === null ? missing : { text }),
  });
  const day = (on: CalendarDate | null) => (on === null ? null : formats.date(on));
  const due = submitByCell(resolution, wording);
  const change = changeText(resolution, wording);
  const isDecided = state === "adopted" || state === "rejected";
  return [
    fact(show.decidedBy, resolution.decidedBy),
    {
      ...{ term: show.submitBy, text: due.date },
      ...(due.isOverdue ? { pill: { tone: "red", label: due.note } } : { note: due.note }),
    },
    fact(show.meetsOn, day(meetsOn)),
    ...(isDecided
      ? [fact(show.decidedOn, day(decidedOn)), fact(show.resolutionNumber, resolutionNumber)]
      : []),
    fact(show.fileNumber, fileNumber),
    ...(change === null
      ? []
      : [
          {
            ...{ term: show.change, text: change },
            href: paths.change(resolution.projectId, resolution.changeId ?? 0),
          },
        ]),
    fact(show.owner, ownerName),
  ];
}
