import type { RuleInForce } from "../../../../db/queries/offset-rules.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { type DutyDates, dutyKey, isFinal, type OffsetKind } from "../duties/rules.ts";
import { dutyTitle } from "../duties/service.ts";
import type { NumberedSpan, Span } from "../rules.ts";
import { dutyOption, lengthText, presentRules, spanText, type Wording } from "../words.ts";

export function presentGenerationForm(
  projectId: number,
  left: Span | null,
  state: FormState,
  wording: Wording,
) {
  const { generation } = wording.texts.periods;
  return presentFormPage(
    {
      title: generation.title,
      lead: [left ? generation.text(spanText(left, wording)) : generation.nothingLeft],
      action: paths.periodGeneration(projectId),
      sections: [
        {
          rows: [
            {
              type: "number",
              name: "months",
              label: generation.months,
              suffix: generation.monthsSuffix,
              isRequired: true,
              width: "short",
            },
          ],
        },
      ],
      submit: generation.preview,
      cancel: { href: paths.periods(projectId) },
    },
    state,
    wording.texts,
  );
}

export interface Proposal {
  periods: NumberedSpan[];
  duties: DutyDates[];
  rules: RuleInForce[];
  missingRules: OffsetKind[];
}

/** The page between asking and saving: the periods, and which of their duties to write down. */
export function presentProposal(
  project: Span & { id: number },
  proposal: Proposal,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { generation, columns, name, final } = texts.periods;
  return {
    pageHeader: { title: generation.previewTitle },
    formErrors: presentFormErrors(state, texts),
    labels: columns,
    rows: proposal.periods.map((period) => ({
      name: name(period.number),
      tag: isFinal(period, project) ? final : null,
      startsOn: formats.date(period.startsOn),
      endsOn: formats.date(period.endsOn),
      length: lengthText(period, wording),
    })),
    rules: presentRules(proposal.rules, proposal.missingRules, {
      ...wording,
      projectId: project.id,
    }),
    form: { submission: state.submission },
    action: paths.periodGeneration(project.id),
    hidden: presentFields([{ type: "hidden", name: "months", label: "" }], state, texts),
    fields: presentFields(dutyFields(proposal.duties, wording), state, texts),
    formFooter: {
      submit: generation.submit,
      cancel: { href: paths.newPeriodGeneration(project.id), label: generation.back },
    },
  };
}

/** A tick for each duty, and a day for each that no rule gives one. */
export function dutyFields(duties: DutyDates[], wording: Wording): FieldDefinition[] {
  const { generation } = wording.texts.periods;
  if (duties.length === 0) return [];
  const ticks: FieldDefinition = {
    type: "checkboxes",
    name: "duties",
    label: generation.duties,
    hint: generation.dutiesHint,
    options: duties.map((duty) => dutyOption(duty, wording)),
  };
  const days = duties
    .filter(({ dates }) => dates === null)
    .map(
      (duty): FieldDefinition => ({
        type: "date",
        name: `day-${dutyKey(duty)}`,
        label: generation.dayOf(dutyTitle(duty, wording.texts)),
        width: "short",
      }),
    );
  return [ticks, ...days];
}
