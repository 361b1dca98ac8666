import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import type { Risk } from "../../../../db/queries/risks.ts";
import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { activityOptions } from "../../activities/words.ts";
import { marks } from "../rules.ts";
import { markText, type Wording } from "../words.ts";

export interface RiskChoices {
  projectId: number;
  activities: ActivityName[];
  owners: PossibleOwner[];
}

/** A new risk with its first assessment, or what an assessment does not say about one that is there. */
export function presentRiskForm(
  risk: Risk | null,
  choices: RiskChoices,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { form, numberOf } = texts.risks;
  const { projectId } = choices;
  const href = risk ? paths.risk(projectId, risk.id) : paths.risks(projectId);
  return presentFormPage(
    {
      title: risk ? form.editTitle : form.newTitle,
      ...(risk ? { code: numberOf(formats.number(risk.number)) } : {}),
      action: href,
      hidden: risk ? ["version"] : [],
      sections: sections(risk, choices, wording),
      submit: risk ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
}

function sections(risk: Risk | null, choices: RiskChoices, wording: Wording): SectionDefinition[] {
  const { texts } = wording;
  const { form } = texts.risks;
  const activity: FieldDefinition = {
    type: "select",
    name: "activityId",
    label: form.activity,
    options: activityOptions(choices.activities, form.noActivity, risk ?? undefined),
  };
  const area = (name: "description" | "measure", hint: string): FieldDefinition => ({
    ...{ type: "textarea", name, label: form[name], hint, maxLength: 4_000, rows: 3 },
  });
  const what: SectionDefinition = {
    rows: [
      { type: "text", name: "title", label: form.title, hint: form.titleHint, isRequired: true },
      area("description", form.descriptionHint),
      area("measure", form.measureHint),
      activity,
    ],
  };
  const first: SectionDefinition = {
    title: form.assessment,
    rows: [markFields(wording), dayField("validOn", form.validOn, true)],
  };
  const review = { ...dayField("nextReviewOn", form.reviewOn, false), hint: form.reviewHint };
  const [owner, contact] = ownerSections(choices.owners, texts, risk ?? undefined);
  const watch: SectionDefinition[] = risk?.state === "closed" ? [] : [{ rows: [review] }];
  return [
    what,
    ...(risk ? [] : [first]),
    ...(owner ? [owner] : []),
    ...(contact ? [contact] : []),
    ...watch,
  ];
}

/** Both marks as choices with their words. */
export function markFields(wording: Wording): FieldDefinition[] {
  const { form, probabilities, impacts } = wording.texts.risks;
  const select = (name: "probability" | "impact", words: readonly string[]): FieldDefinition => ({
    ...{ type: "select", name, label: form[name], isRequired: true, width: "medium" },
    options: marks.map((mark) => ({ value: String(mark), label: markText(mark, words, wording) })),
  });
  return [select("probability", probabilities), select("impact", impacts)];
}

export function dayField(name: string, label: string, isRequired: boolean): FieldDefinition {
  return { type: "date", name, label, isRequired, width: "short" };
}

export function riskValues(risk: Risk): FormValues {
  return {
    version: String(risk.version),
    title: risk.title,
    description: risk.description ?? "",
    measure: risk.measure ?? "",
    activityId: String(risk.activityId ?? ""),
    nextReviewOn: risk.nextReviewOn ?? "",
    owner: ownerKey(risk),
  };
}
