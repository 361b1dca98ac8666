import type { Finding } from "../../../../db/queries/control-findings.ts";
import { paths } from "../../../paths.ts";
import { type DueCell, dueCell } from "../../../web/due-cell.ts";
import { stateOfFinding } from "../rules.ts";
import { findingPill, severityText, type Wording } from "../words.ts";

/** A finding with its remedy and what may be done about it. */
export function presentFinding(finding: Finding, wording: Wording, mayEdit: boolean) {
  const { texts, formats, today } = wording;
  const { findings: words } = texts.controls;
  const { amountHalere } = finding;
  const notes = [
    severityText(finding.severity, texts),
    ...(amountHalere === null ? [] : [words.amount(formats.money(amountHalere))]),
  ];
  return {
    id: `finding-${finding.id}`,
    title: words.numberOf(formats.number(finding.number)),
    note: notes.join(" · "),
    pill: findingPill(stateOfFinding(finding, today), texts),
    text: finding.finding,
    remedy: finding.remedy,
    due: presentDue(finding, wording),
    owner: finding.ownerName ?? words.nobody,
    remedied: presentRemedied(finding, wording),
    steps: mayEdit ? presentSteps(finding, wording) : null,
  };
}

function presentDue({ remedyBy, remediedOn }: Finding, wording: Wording): DueCell {
  const { texts, formats } = wording;
  const settled = { note: "", isOverdue: false, isClosed: true };
  if (remedyBy === null) return { ...settled, date: texts.controls.findings.noDay };
  if (remediedOn !== null) return { ...settled, date: formats.date(remedyBy) };
  return dueCell({ dueOn: remedyBy, doneOn: null, cancelledOn: null }, wording);
}

function presentRemedied({ remediedOn, proof }: Finding, { texts, formats }: Wording) {
  if (remediedOn === null) return null;
  return { line: texts.controls.findings.remediedOn(formats.date(remediedOn)), proof };
}

function presentSteps(finding: Finding, { texts }: Wording) {
  const { findings: words } = texts.controls;
  const at = [finding.projectId, finding.controlId, finding.id] as const;
  const edit = { href: paths.editFinding(...at), label: words.edit, icon: "pencil" };
  const archive = {
    ...{ href: paths.findingArchive(...at), label: words.archive, icon: "archive" },
    method: "post" as const,
  };
  const withdraw = {
    ...{ href: paths.newRemedyWithdrawal(...at), label: words.withdraw, icon: "arrow-back-up" },
  };
  const isDone = finding.remediedOn !== null;
  return {
    main: isDone ? null : { href: paths.newRemedy(...at), label: words.record },
    moreMenu: { label: words.actions, items: isDone ? [edit, withdraw, archive] : [edit, archive] },
  };
}
