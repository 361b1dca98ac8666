import type { Period } from "../../../../db/queries/periods.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { choiceDefinitions } from "../../duties/choices/words.ts";
import { spanText, type Wording } from "../words.ts";
import type { PeriodPreview } from "./service.ts";

export function presentNewPeriod(
  projectId: number,
  hasPrevious: boolean,
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.periods;
  return presentFormPage(
    {
      title: form.newTitle,
      action: paths.periods(projectId),
      sections: spanFields(wording, hasPrevious ? form.followsHint : undefined),
      submit: form.create,
      cancel: { href: paths.periods(projectId) },
    },
    state,
    wording.texts,
  );
}

export function presentEditedPeriod(
  projectId: number,
  period: Period,
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.periods;
  return presentFormPage(
    {
      title: form.editTitle(period.number),
      lead: [form.neighboursHint],
      action: paths.period(projectId, period.id),
      hidden: ["version"],
      sections: spanFields(wording),
      submit: form.save,
      cancel: { href: paths.periods(projectId) },
    },
    state,
    wording.texts,
  );
}

/** The page between asking and saving: the neighbours that follow, and the duties that may. */
export function presentPeriodPreview(
  projectId: number,
  period: Period,
  preview: PeriodPreview,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { changing, columns, name } = texts.periods;
  const hidden = ["version", "startsOn", "endsOn"];
  const moves = choiceDefinitions({ duties: preview.outdated, gone: [] }, wording);
  return {
    pageHeader: { title: changing.title, code: texts.periods.form.editTitle(period.number) },
    labels: { ...changing, period: columns.number },
    changes: preview.changes.map(({ before, after }) => ({
      name: name(after.number),
      before: spanText(before, wording),
      after: spanText(after, wording),
    })),
    form: { submission: state.submission },
    action: paths.period(projectId, period.id),
    hidden: presentFields(
      hidden.map((field) => ({ type: "hidden", name: field, label: "" })),
      state,
      texts,
    ),
    fields: presentFields(moves, state, texts),
    formFooter: {
      submit: changing.submit,
      cancel: { href: paths.editPeriod(projectId, period.id), label: changing.back },
    },
  };
}

function spanFields({ texts }: Wording, hint?: string): SectionDefinition[] {
  const { form } = texts.periods;
  return [
    {
      rows: [
        [
          {
            type: "date",
            name: "startsOn",
            label: form.startsOn,
            isRequired: true,
            ...(hint ? { hint } : {}),
          },
          { type: "date", name: "endsOn", label: form.endsOn, isRequired: true },
        ],
      ],
    },
  ];
}
