import type { Milestone } from "../../../../db/queries/milestones.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { Wording } from "../words.ts";
import type { Consequences } from "./rules.ts";
import type { MoveEntry } from "./schema.ts";
import type { MovePreview } from "./service.ts";

export function presentMoveForm(milestone: Milestone, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { moving } = texts.milestones;
  const { projectId, id, dueOn, computedDueOn } = milestone;
  const byRule = computedDueOn === null ? [] : [moving.byRule(formats.date(computedDueOn))];
  return presentFormPage(
    {
      title: moving.title,
      code: milestone.title,
      lead: [moving.now(formats.date(dueOn)), ...byRule],
      action: paths.milestoneMove(projectId, id),
      hidden: ["version"],
      sections: [
        {
          rows: [
            {
              type: "date",
              name: "dueOn",
              label: moving.dueOn,
              isRequired: true,
              width: "short",
            },
            {
              type: "textarea",
              name: "reason",
              label: moving.reason,
              hint: moving.reasonHint,
              maxLength: 1000,
              rows: 3,
              isRequired: true,
            },
          ],
        },
      ],
      submit: moving.preview,
      cancel: { href: paths.milestone(projectId, id) },
    },
    state,
    texts,
  );
}

/** The page between asking and saving: what would follow, and what may go along. */
export function presentMovePreview(
  milestone: Milestone,
  entry: MoveEntry,
  preview: MovePreview,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { moving } = texts.milestones;
  const { projectId, id } = milestone;
  return {
    pageHeader: { title: moving.previewTitle, code: milestone.title },
    warnings: warningsOf(preview.consequences, wording),
    definitionList: presentConsequences(milestone, entry, preview, wording),
    form: { submission: state.submission },
    action: paths.milestoneMove(projectId, id),
    hidden: presentFields(
      ["version", "dueOn", "reason"].map((name) => ({ type: "hidden", name, label: "" })),
      state,
      texts,
    ),
    fields: presentFields(alongFields(preview, wording), state, texts),
    formFooter: {
      submit: moving.submit,
      cancel: { href: paths.newMilestoneMove(projectId, id), label: moving.back },
    },
  };
}

function warningsOf(consequences: Consequences, { texts }: Wording): string[] {
  const { moving } = texts.milestones;
  return [
    ...(consequences.leavesProject ? [moving.leavesProject] : []),
    ...(consequences.isPast ? [moving.isPast] : []),
  ];
}

function presentConsequences(
  milestone: Milestone,
  entry: MoveEntry,
  { consequences, nextInSeriesOn }: MovePreview,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { moving } = texts.milestones;
  const { days, shiftedOn } = consequences;
  const facts = [
    { term: moving.from, text: formats.longDate(milestone.dueOn) },
    {
      term: moving.to,
      text: formats.longDate(entry.dueOn),
      note: days > 0 ? moving.later(days) : moving.earlier(-days),
    },
    {
      term: moving.workingDay,
      text: shiftedOn === entry.dueOn ? moving.sameDay : formats.longDate(shiftedOn),
    },
    { term: moving.period, text: periodText(consequences, wording) },
    { term: moving.reminders, items: reminderLines(consequences, wording) },
    { term: moving.reason, text: entry.reason },
  ];
  if (nextInSeriesOn === null) return facts;
  const kept = moving.seriesKept(formats.date(nextInSeriesOn));
  return [...facts, { term: moving.series, text: kept }];
}

function periodText({ periodBefore, periodAfter }: Consequences, { texts }: Wording): string {
  const { moving } = texts.milestones;
  const name = (number: number | null) =>
    number === null ? moving.noPeriod : moving.periodName(number);
  return periodBefore === periodAfter
    ? name(periodAfter)
    : moving.periodChange(name(periodBefore), name(periodAfter));
}

function reminderLines(consequences: Consequences, { texts, formats }: Wording): string[] {
  const { moving } = texts.milestones;
  const line = (label: string, days: string[]) =>
    `${label}: ${days.map(formats.shortDate).join(", ") || moving.noReminders}`;
  return [
    line(moving.remindersBefore, consequences.remindersBefore),
    line(moving.remindersAfter, consequences.remindersAfter),
  ];
}

function alongFields({ later }: MovePreview, { texts, formats }: Wording) {
  const { moving } = texts.milestones;
  if (later.length === 0) return [];
  return [
    {
      type: "checkboxes" as const,
      name: "alsoIds",
      label: moving.along,
      hint: moving.alongHint,
      options: later.map((one) => ({
        value: String(one.id),
        label: moving.alongOption(one.title, formats.date(one.dueOn), formats.date(one.movedTo)),
      })),
    },
  ];
}
