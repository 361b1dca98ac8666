import type { Statement } from "../../../db/queries/card-statements.ts";
import type { Measure, MeasureState } from "../../../db/queries/measures.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { statementStates } from "./rules.ts";
import { presentWords, type Wording } from "./words.ts";

const MEASURE_ICONS: Record<MeasureState, string> = {
  planned: "circle-dashed",
  running: "circle-dot",
  done: "circle-check",
  dropped: "circle-minus",
};

interface Spoken {
  planId: number;
  card: { id: number; number: string; name: string };
  year: number;
  /** Said before of this year, so that it is corrected now. */
  isSaid: boolean;
  before: Statement | undefined;
  measures: readonly Pick<Measure, "text" | "state">[];
  /** Whom the viewer stands in for, where the word is not theirs. */
  insteadOf: string | null;
}

/** What is said of a card for a year, beside what was said of the year before. */
export function presentStatementForm(spoken: Spoken, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { planId, card, year, isSaid, insteadOf } = spoken;
  const { form: labels, ofYear, states } = texts.cardStatements;
  const lead = [
    ...(insteadOf === null ? [] : [labels.behalf(insteadOf)]),
    ...(isSaid ? [labels.correctLead] : []),
  ];
  const model = presentFormPage(
    {
      title: ofYear(String(year)),
      code: `${card.number} · ${card.name}`,
      lead,
      action: paths.statement(planId, card.id, year),
      hidden: ["version"],
      sections: [
        {
          rows: [
            {
              type: "radios",
              name: "state",
              label: labels.state,
              isRequired: true,
              options: statementStates.map((value) => ({ value, label: states[value] })),
            },
            {
              type: "textarea",
              name: "text",
              label: labels.text,
              hint: labels.textHint,
              isRequired: true,
              rows: 8,
              maxLength: 4_000,
            },
            {
              type: "textarea",
              name: "nextSteps",
              label: labels.nextSteps,
              hint: labels.nextStepsHint,
              rows: 5,
              maxLength: 4_000,
            },
          ],
        },
      ],
      submit: labels.save,
      cancel: { href: paths.card(planId, card.id) },
    },
    state,
    texts,
  );
  return { ...model, beside: presentBeside(spoken, wording) };
}

function presentBeside({ year, before, measures }: Spoken, wording: Wording) {
  const { form: labels } = wording.texts.cardStatements;
  const last = String(year - 1);
  return {
    before: {
      title: labels.before(last),
      nothing: labels.nothingBefore(last),
      words: before ? presentWords(before, wording) : null,
    },
    measures: {
      title: labels.measures,
      none: labels.noMeasures,
      rows: measures.map(({ text, state }) => ({
        text,
        icon: MEASURE_ICONS[state],
        state: wording.texts.cards.measures.states[state],
      })),
    },
  };
}
