import type { Milestone } from "../../../../db/queries/milestones.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { nextInSeries } from "../recurrence/rules.ts";
import type { Wording } from "../words.ts";

export function presentCompletion(milestone: Milestone, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { completion } = texts.milestones;
  const next = nextAfter(milestone);
  return presentFormPage(
    {
      ...head(milestone, completion.title),
      lead: next === null ? [] : [completion.next(formats.date(next))],
      action: paths.milestoneCompletion(milestone.projectId, milestone.id),
      sections: [
        {
          rows: [
            {
              type: "date",
              name: "doneOn",
              label: completion.doneOn,
              isRequired: true,
              width: "short",
            },
            { type: "text", name: "proof", label: completion.proof, hint: completion.proofHint },
            {
              type: "text",
              name: "proofUrl",
              label: completion.proofUrl,
              hint: completion.proofUrlHint,
            },
            { type: "textarea", name: "note", label: completion.note, maxLength: 1000, rows: 3 },
          ],
        },
      ],
      submit: completion.submit,
    },
    state,
    texts,
  );
}

export function presentReopening(milestone: Milestone, state: FormState, { texts }: Wording) {
  const { reopening } = texts.milestones;
  return presentFormPage(
    {
      ...head(milestone, reopening.title),
      lead: [reopening.text],
      action: paths.milestoneReopening(milestone.projectId, milestone.id),
      sections: [{ rows: [reasonField(reopening.reason)] }],
      submit: reopening.submit,
    },
    state,
    texts,
  );
}

export function presentCancellation(milestone: Milestone, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { cancellation } = texts.milestones;
  const next = nextAfter(milestone);
  const extent: FieldDefinition[] =
    next === null
      ? []
      : [
          {
            type: "radios",
            name: "extent",
            label: cancellation.series,
            options: [
              {
                value: "one",
                label: cancellation.onlyThis,
                hint: cancellation.onlyThisHint(formats.date(next)),
              },
              { value: "series", label: cancellation.wholeSeries },
            ],
          },
        ];
  const { cancel, ...page } = head(milestone, cancellation.title);
  return presentFormPage(
    {
      ...page,
      lead: [cancellation.text],
      action: paths.milestoneCancellation(milestone.projectId, milestone.id),
      sections: [{ rows: [reasonField(cancellation.reason), ...extent] }],
      submit: cancellation.submit,
      isDanger: true,
      cancel: { ...cancel, label: cancellation.back },
    },
    state,
    texts,
  );
}

function head(milestone: Milestone, title: string) {
  const href = paths.milestone(milestone.projectId, milestone.id);
  return { title, code: milestone.title, hidden: ["version"], cancel: { href } };
}

function reasonField(label: string): FieldDefinition {
  return { type: "textarea", name: "reason", label, maxLength: 1000, rows: 3, isRequired: true };
}

function nextAfter(milestone: Milestone): string | null {
  const { recurrence, seriesFirstOn: firstOn, baselineDueOn: currentOn, recursUntil } = milestone;
  return nextInSeries({ recurrence, firstOn, currentOn, until: recursUntil });
}
