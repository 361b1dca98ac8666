import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { clockText } from "../../../values/duration.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { activityOptions } from "../../activities/words.ts";

export interface InternshipChoices {
  projectId: number;
  activities: ActivityName[];
  owners: PossibleOwner[];
}

export function presentInternshipForm(
  choices: InternshipChoices,
  state: FormState,
  texts: Texts,
  edited?: Internship,
) {
  const { form } = texts.internships;
  const { projectId } = choices;
  const href = edited ? paths.internship(projectId, edited.id) : paths.internships(projectId);
  return presentFormPage(
    {
      title: edited ? form.editTitle : form.newTitle,
      ...(edited ? { code: edited.title, hidden: ["version"] } : {}),
      action: href,
      sections: sections(choices, texts, edited),
      submit: edited ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
}

/** The internship as the form shows it. */
export function internshipValues(internship: Internship, formats: Formats): FormValues {
  const money = (halere: number | null) => (halere === null ? "" : formats.inputMoney(halere));
  const { plannedMinutes } = internship;
  return {
    version: String(internship.version),
    title: internship.title,
    activityId: String(internship.activityId ?? ""),
    startsOn: internship.startsOn,
    endsOn: internship.endsOn,
    plannedHours: plannedMinutes === null ? "" : clockText(plannedMinutes),
    purpose: internship.purpose ?? "",
    travel: internship.travel ?? "",
    accommodation: internship.accommodation ?? "",
    plannedCosts: money(internship.plannedCostsHalere),
    realCosts: money(internship.realCostsHalere),
    countsAsSupport: internship.countsAsSupport ? "true" : "",
    supportCode: internship.supportCode ?? "",
    owner: ownerKey(internship),
  };
}

function sections(
  choices: InternshipChoices,
  texts: Texts,
  edited?: Internship,
): SectionDefinition[] {
  const { form } = texts.internships;
  const [owner, contact] = ownerSections(choices.owners, texts, edited);
  const activity: FieldDefinition = {
    type: "select",
    name: "activityId",
    label: form.activity,
    options: activityOptions(choices.activities, texts.internships.form.noActivity, edited),
  };
  return [
    {
      rows: [
        { type: "text", name: "title", label: form.title, hint: form.titleHint, isRequired: true },
        [
          { type: "date", name: "startsOn", label: form.startsOn, isRequired: true },
          { type: "date", name: "endsOn", label: form.endsOn, isRequired: true },
        ],
        [activity, plannedHours(texts)],
        { type: "textarea", name: "purpose", label: form.purpose, maxLength: 3000, rows: 3 },
      ],
    },
    { title: form.arrangements, rows: [arrangements(texts), costs(texts)] },
    {
      title: form.support,
      rows: [
        { type: "checkbox", name: "countsAsSupport", label: form.countsAsSupport },
        { type: "text", name: "supportCode", label: form.supportCode, width: "short" },
      ],
    },
    { title: form.responsibility, rows: owner?.rows ?? [] },
    contact as SectionDefinition,
  ];
}

function plannedHours({ internships: { form } }: Texts): FieldDefinition {
  return {
    type: "number",
    name: "plannedHours",
    label: form.plannedHours,
    hint: form.plannedHoursHint,
    suffix: form.hoursSuffix,
  };
}

function arrangements({ internships: { form } }: Texts): FieldDefinition[] {
  return [
    { type: "textarea", name: "travel", label: form.travel, maxLength: 1000, rows: 2 },
    {
      type: "textarea",
      name: "accommodation",
      label: form.accommodation,
      maxLength: 1000,
      rows: 2,
    },
  ];
}

function costs({ internships: { form } }: Texts): FieldDefinition[] {
  const suffix = form.costsSuffix;
  return [
    { type: "number", name: "plannedCosts", label: form.plannedCosts, suffix },
    { type: "number", name: "realCosts", label: form.realCosts, suffix },
  ];
}
