import type { Position } from "../../../../db/queries/positions.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { nextStates } from "../rules.ts";
import { positionStates } from "../schema.ts";
import type { Wording } from "../words.ts";

export function presentStateForm(position: Position, state: FormState, { texts }: Wording) {
  const { stateForm: words } = texts.positions;
  const { milestoneTitle } = position;
  return presentFormPage(
    {
      ...head(position, words.title),
      lead: milestoneTitle === null ? [] : [words.completes(milestoneTitle)],
      action: paths.positionStates(position.projectId, position.id),
      sections: [
        { rows: [stateField(nextStates(position.state), texts), ...proofFields(texts)] },
        { rows: [noteField(words.note)] },
      ],
      submit: words.submit,
    },
    state,
    texts,
  );
}

export function presentStateCorrection(
  position: Position,
  stateId: number,
  state: FormState,
  { texts }: Wording,
) {
  const { stateForm: words } = texts.positions;
  const { milestoneTitle } = position;
  const reopens = position.state === "filled" && milestoneTitle !== null;
  return presentFormPage(
    {
      ...head(position, words.correctionTitle),
      lead: [words.correctionLead, ...(reopens ? [words.reopens(milestoneTitle)] : [])],
      action: paths.positionStateCorrection(position.projectId, position.id, stateId),
      sections: [
        { rows: [stateField(positionStates, texts), ...proofFields(texts)] },
        { rows: [{ ...noteField(words.reason), isRequired: true }] },
      ],
      submit: words.correct,
    },
    state,
    texts,
  );
}

function head(position: Position, title: string) {
  const href = paths.position(position.projectId, position.id);
  return { title, code: position.name, hidden: ["version"], cancel: { href } };
}

function stateField(
  states: readonly Position["state"][],
  { positions }: Wording["texts"],
): FieldDefinition {
  return {
    ...{ type: "radios", name: "state", label: positions.stateForm.state, isRequired: true },
    options: states.map((value) => ({ value, label: positions.states[value] })),
  };
}

function proofFields({ positions }: Wording["texts"]): FieldDefinition[] {
  const { stateForm: words } = positions;
  return [
    { type: "date", name: "validOn", label: words.validOn, isRequired: true, width: "short" },
    { type: "text", name: "proof", label: words.proof, hint: words.proofHint },
    { type: "text", name: "proofUrl", label: words.proofUrl },
  ];
}

function noteField(label: string): FieldDefinition {
  return { type: "textarea", name: "note", label, maxLength: 1000, rows: 3 };
}
