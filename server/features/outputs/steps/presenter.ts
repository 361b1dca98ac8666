import type {
  ApprovingMeeting,
  DeclaredIndicator,
  OutputDocument,
} from "../../../../db/queries/output-choices.ts";
import type { Output } from "../../../../db/queries/outputs.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { OutputStep } from "../rules.ts";
import type { Wording } from "../words.ts";

export interface StepChoices {
  documents: OutputDocument[];
  bodies: { id: number; name: string }[];
  meetings: ApprovingMeeting[];
  indicators: DeclaredIndicator[];
}

/** The form of a step; each has its own fields and ends with a note. */
export function presentStep(
  step: OutputStep,
  output: Output,
  choices: StepChoices,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const words = texts.outputs.steps[step];
  const { projectId, id } = output;
  return presentFormPage(
    {
      title: words.title,
      code: output.title,
      lead: [words.lead],
      action: paths.outputSteps[step].take(projectId, id),
      hidden: ["version"],
      sections: [{ rows: [...FIELDS[step](choices, wording), noteField(step, wording)] }],
      submit: words.submit,
      cancel: { href: paths.output(projectId, id) },
    },
    state,
    texts,
  );
}

const FIELDS: Record<
  OutputStep,
  (choices: StepChoices, wording: Wording) => (FieldDefinition | FieldDefinition[])[]
> = {
  commenting: ({ documents }, wording) => [
    documentField(documents, wording),
    dayField("commentsBy", wording),
  ],
  approval: ({ documents, bodies, meetings }, wording) => [
    documentField(documents, wording),
    dayField("approvedOn", wording),
    {
      ...select("bodyId", wording),
      options: withNone(
        wording.texts.outputs.fields.noBody,
        bodies.map(({ id, name }) => ({ value: String(id), label: name })),
      ),
    },
    {
      ...select("eventId", wording),
      options: withNone(
        wording.texts.outputs.fields.noMeeting,
        meetings.map(({ id, title, heldOn, bodyName }) => ({
          value: String(id),
          label: `${wording.formats.date(heldOn)} ${title} (${bodyName})`,
        })),
      ),
    },
  ],
  publication: (_choices, wording) => [
    dayField("publishedOn", wording),
    {
      ...{ type: "text" as const, name: "publicationUrl" },
      label: wording.texts.outputs.fields.publicationUrl,
      hint: wording.texts.outputs.hints.publicationUrl,
    },
  ],
  counting: ({ indicators }, wording) => [
    dayField("doneOn", wording),
    {
      ...{ type: "text" as const, name: "proof", isRequired: true },
      label: wording.texts.outputs.fields.proof,
      hint: wording.texts.outputs.hints.proof,
    },
    ...(indicators.length === 0 ? [] : [indicatorField(indicators, wording)]),
  ],
  return: () => [],
};

function documentField(documents: OutputDocument[], wording: Wording): FieldDefinition {
  const { texts } = wording;
  return {
    ...select("documentId", wording),
    hint: texts.outputs.hints.documentId,
    isRequired: true,
    options:
      documents.length === 0
        ? [{ value: "", label: texts.outputs.fields.noDocument }]
        : documents.map(({ id, title, versionCount }) => ({
            value: String(id),
            label: `${title} (${texts.documents.versionNumber(versionCount)})`,
          })),
  };
}

function indicatorField(indicators: DeclaredIndicator[], wording: Wording): FieldDefinition {
  const { fields, hints } = wording.texts.outputs;
  const options = indicators.map(({ id, code, name }) => ({
    value: String(id),
    label: [code, name].filter(Boolean).join(" "),
  }));
  return {
    ...select("indicatorId", wording),
    hint: hints.indicatorId,
    options: withNone(fields.noIndicator, options),
  };
}

function select(
  name: "documentId" | "bodyId" | "eventId" | "indicatorId",
  { texts }: Wording,
): FieldDefinition {
  return { type: "select", name, label: texts.outputs.fields[name] };
}

function dayField(
  name: "commentsBy" | "approvedOn" | "publishedOn" | "doneOn",
  { texts }: Wording,
): FieldDefinition {
  return {
    type: "date",
    name,
    label: texts.outputs.fields[name],
    width: "short",
    isRequired: true,
  };
}

function noteField(step: OutputStep, { texts }: Wording): FieldDefinition {
  const { fields } = texts.outputs;
  const isReason = step === "return";
  return {
    ...{ type: "textarea", name: "note", rows: 3, maxLength: 1_000, isRequired: isReason },
    label: isReason ? fields.reason : fields.note,
  };
}

function withNone(label: string, options: FieldOption[]): FieldOption[] {
  return [{ value: "", label }, ...options];
}
