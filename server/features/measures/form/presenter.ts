import type { Card } from "../../../../db/queries/cards.ts";
import type { Measure } from "../../../../db/queries/measures.ts";
import type { PlanOwner } from "../../../../db/queries/plan-owners.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { planOwnerSections } from "../../cards/owner/words.ts";
import { longest } from "../../cards/rules.ts";
import { measureStates } from "../rules.ts";

export function presentMeasureForm(
  measure: Measure | null,
  { card, owners }: { card: Card; owners: PlanOwner[] },
  state: FormState,
  texts: Texts,
) {
  const { measureForm, numberOf } = texts.cards;
  const at = [card.planId, card.id] as const;
  const page = presentFormPage(
    {
      title: measure ? measureForm.editTitle : measureForm.newTitle,
      code: numberOf(card.number),
      action: measure ? paths.measure(...at, measure.id) : paths.measures(...at),
      hidden: measure ? ["version"] : [],
      sections: [
        sectionOf(texts),
        ...planOwnerSections(owners, texts, {
          current: measure,
          label: texts.cards.measures.columns.owner,
        }),
      ],
      submit: measure ? measureForm.save : measureForm.create,
      cancel: { href: paths.card(...at) },
    },
    state,
    texts,
  );
  if (!measure) return page;
  const archive = {
    ...{ href: paths.measureArchiving(...at, measure.id), label: measureForm.archive },
    ...{ icon: "archive", method: "post" as const },
  };
  return { ...page, pageHeader: { ...page.pageHeader, actions: { more: [archive] } } };
}

function sectionOf({ cards }: Texts): SectionDefinition {
  const { measureForm, measures } = cards;
  const options = measureStates.map((value) => ({ value, label: measures.states[value] }));
  return {
    rows: [
      {
        ...{ type: "textarea", name: "text", label: measureForm.text, rows: 3 },
        ...{ maxLength: longest.text, isRequired: true },
      },
      [
        { type: "select", name: "state", label: measureForm.state, options, isRequired: true },
        { type: "date", name: "dueOn", label: measureForm.dueOn },
      ],
      { type: "text", name: "proof", label: measureForm.proof, hint: measureForm.proofHint },
      { type: "textarea", name: "note", label: measureForm.note, rows: 2, maxLength: 2_000 },
    ],
  };
}

export function measureValues(measure: Measure): FormValues {
  return {
    version: String(measure.version),
    text: measure.text,
    state: measure.state,
    dueOn: measure.dueOn ?? "",
    proof: measure.proof ?? "",
    note: measure.note ?? "",
    owner: ownerKey(measure),
  };
}
