import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { type Replan, replanMark } from "../../duties/replanning/service.ts";
import { replanSection } from "../../duties/replanning/words.ts";
import type { MovedMeanwhile } from "../approvals/service.ts";
import type { ChangeStep } from "../rules.ts";
import { changeCode, recordTitle, valueText, type Wording } from "../words.ts";

export function presentAnnouncement(change: ChangeWithBudget, state: FormState, wording: Wording) {
  const words = wording.texts.projectChanges.steps.announcement;
  return stepForm(change, state, wording, {
    step: "announcement",
    rows: [dayField("announcedOn", words.announcedOn), noteField(words.note, false)],
  });
}

export function presentRejection(change: ChangeWithBudget, state: FormState, wording: Wording) {
  const words = wording.texts.projectChanges.steps.rejection;
  return stepForm(change, state, wording, {
    step: "rejection",
    rows: [dayField("decidedOn", words.decidedOn), noteField(words.note, true)],
    isDanger: true,
  });
}

export function presentReopening(change: ChangeWithBudget, state: FormState, wording: Wording) {
  const words = wording.texts.projectChanges.steps.reopening;
  return stepForm(change, state, wording, {
    step: "reopening",
    rows: [noteField(words.note, true)],
  });
}

export function presentCorrection(change: ChangeWithBudget, state: FormState, wording: Wording) {
  const words = wording.texts.projectChanges.steps.correction;
  const how: FieldDefinition = {
    type: "radios",
    name: "how",
    label: words.how,
    isRequired: true,
    options: [
      { value: "day", label: words.day },
      { value: "withdraw", label: words.withdraw, hint: words.withdrawHint },
    ],
  };
  const day: FieldDefinition = {
    type: "date",
    name: "effectiveOn",
    label: words.effectiveOn,
    width: "short",
  };
  return stepForm(change, state, wording, {
    step: "correction",
    rows: [how, day, noteField(words.note, true)],
  });
}

export function presentApproval(
  change: ChangeWithBudget,
  { moved, replan }: { moved: MovedMeanwhile; replan: Replan | null },
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { steps } = texts.projectChanges;
  const words = steps.approval;
  const { eligibleHalere } = change;
  const confirm: FieldDefinition = {
    type: "checkbox",
    name: "isConfirmed",
    label: words.isConfirmed,
    isRequired: true,
  };
  return stepForm(
    change,
    {
      ...state,
      values: { ...state.values, seen: moved.seen ?? "", seenReplan: replanMark(replan) },
    },
    wording,
    {
      step: "approval",
      ...(change.kind === "decision" ? { title: words.decisionTitle } : {}),
      lead: eligibleHalere === null ? [] : [words.budgetLead(formats.money(eligibleHalere))],
      warnings: presentMoved(moved, wording),
      hidden: ["seen"],
      rows: [
        { ...dayField("effectiveOn", words.effectiveOn), hint: words.effectiveHint },
        dayField("decidedOn", words.decidedOn),
        noteField(words.note, false),
        ...(moved.seen === null ? [] : [confirm]),
      ],
      ...(replan ? { further: [replanSection(replan, wording)] } : {}),
    },
  );
}

/** What stands there by now, a sentence for each value that moved. */
function presentMoved({ items, budget }: MovedMeanwhile, { texts, formats }: Wording): string[] {
  const { show, record: words, steps } = texts.projectChanges;
  const sentences = items.map(({ record, field, fromValue, presentValue }) => {
    const text = (value: string | null) => valueText(record, field, value, formats) ?? show.empty;
    const what = `${recordTitle(record)}, ${words.fields[field] ?? field}`;
    return steps.approval.moved(what, text(fromValue), text(presentValue));
  });
  return budget ? [...sentences, show.budgetMoved(formats.number(budget.number))] : sentences;
}

interface StepForm {
  step: ChangeStep;
  title?: string;
  lead?: string[];
  warnings?: string[];
  hidden?: string[];
  rows: FieldDefinition[];
  further?: SectionDefinition[];
  isDanger?: boolean;
}

function stepForm(change: ChangeWithBudget, state: FormState, wording: Wording, form: StepForm) {
  const { texts } = wording;
  const { step, title, lead = [], warnings = [], hidden = [], isDanger = false } = form;
  const words = texts.projectChanges.steps[step];
  const { projectId, id } = change;
  return presentFormPage(
    {
      title: title ?? words.title,
      code: `${changeCode(change, wording)}: ${change.title}`,
      lead: [words.lead, ...lead],
      warnings,
      action: paths.changeSteps[step].take(projectId, id),
      hidden: ["version", ...hidden],
      sections: [{ rows: form.rows }, ...(form.further ?? [])],
      submit: words.submit,
      isDanger,
      cancel: { href: paths.change(projectId, id) },
    },
    state,
    texts,
  );
}

function dayField(name: string, label: string): FieldDefinition {
  return { type: "date", name, label, width: "short", isRequired: true };
}

function noteField(label: string, isRequired: boolean): FieldDefinition {
  return { type: "textarea", name: "note", label, maxLength: 1_000, rows: 3, isRequired };
}
