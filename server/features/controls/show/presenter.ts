import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { Finding } from "../../../../db/queries/control-findings.ts";
import type { Control } from "../../../../db/queries/controls.ts";
import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { controlCode, controlDates, controlPill, type Wording } from "../words.ts";
import { presentFinding } from "./finding-presenter.ts";

export interface ControlPage {
  control: Control;
  findings: Finding[];
  history: HistoryLine[];
}

export function presentControl(page: ControlPage, wording: Wording, canEdit: boolean) {
  const { control, findings, history } = page;
  const { texts, formats } = wording;
  const { controls } = texts;
  const { projectId, id } = control;
  const mayEdit = canEdit && control.archivedAt === null;
  const isKept = ({ archivedAt }: Finding) => archivedAt === null;
  const gone = findings.filter((finding) => !isKept(finding));
  return {
    pageHeader: presentHeader(control, wording, mayEdit),
    labels: { ...controls.show, findings: controls.findings },
    archived:
      control.archivedAt === null
        ? null
        : {
            text: controls.archived,
            label: controls.restore,
            action: canEdit ? paths.controlRestoration(projectId, id) : null,
          },
    definitionList: presentFacts(page, wording),
    conclusion: control.conclusion,
    add: mayEdit ? paths.newFinding(projectId, id) : null,
    findings: findings.filter(isKept).map((finding) => presentFinding(finding, wording, mayEdit)),
    gone:
      gone.length === 0
        ? null
        : {
            title: controls.findings.archivedTitle(formats.number(gone.length)),
            label: controls.restore,
            rows: gone.map((finding) => ({
              text: finding.finding,
              action: mayEdit ? paths.findingRestoration(projectId, id, finding.id) : null,
            })),
          },
    historyList: presentHistory(history, wording),
  };
}

function presentHeader(control: Control, wording: Wording, mayEdit: boolean) {
  const { controls } = wording.texts;
  const { projectId, id } = control;
  const edit = {
    href: paths.editControl(projectId, id),
    label: controls.show.edit,
    icon: "pencil",
  };
  const archive = {
    ...{ href: paths.controlArchive(projectId, id), label: controls.archive, icon: "archive" },
    method: "post" as const,
  };
  return {
    title: control.subject,
    code: controlCode(control, wording),
    subtitle: `${controls.kinds[control.kind]}, ${control.controllingBody}`,
    pill: controlPill(control.state, wording.texts),
    actions: { primary: mayEdit ? edit : null, more: mayEdit ? [archive] : [] },
  };
}

function presentFacts({ control, findings }: ControlPage, wording: Wording) {
  const { texts, formats } = wording;
  const { show, kinds } = texts.controls;
  const sums = findings.filter(({ archivedAt }) => archivedAt === null);
  const amount = sums.reduce((sum, one) => sum + (one.amountHalere ?? 0), 0);
  return [
    { term: show.kind, text: kinds[control.kind] },
    { term: show.body, text: control.controllingBody },
    { term: show.dates, text: controlDates(control, wording) },
    control.fileNumber === null
      ? { term: show.fileNumber, text: show.missing, isMissing: true }
      : { term: show.fileNumber, text: control.fileNumber },
    ...(amount === 0 ? [] : [{ term: show.amount, text: formats.money(amount) }]),
  ];
}
