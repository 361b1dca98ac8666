import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { EventKind } from "../../../../db/queries/event-kinds.ts";
import type { Lecturer } from "../../../../db/queries/event-people.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import type { SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { activityOptions } from "../../activities/words.ts";
import { closings, eventLanguages } from "../rules.ts";
import type { Wording } from "../words.ts";

export interface EventChoices {
  projectId: number;
  kinds: EventKind[];
  activities: ActivityName[];
  owners: PossibleOwner[];
  lecturers: Lecturer[];
}

/** What the form asks for; `days` only a new event. */
export function sections(
  choices: EventChoices,
  wording: Wording,
  of: { days: SectionDefinition[]; edited?: EventRecord },
): SectionDefinition[] {
  const { form } = wording.texts.events;
  return [
    { rows: whatRows(choices, wording, of.edited) },
    ...of.days,
    { title: form.where, rows: whereRows(wording) },
    ...peopleSections(choices, wording, of.edited),
    { title: form.counting, hint: form.countingHint, rows: countingRows(wording) },
    { title: form.more, isFolded: true, rows: moreRows(wording) },
  ];
}

function whatRows(choices: EventChoices, wording: Wording, edited?: EventRecord) {
  const { form } = wording.texts.events;
  const rows: SectionDefinition["rows"] = [
    { type: "text", name: "title", label: form.title, isRequired: true },
    [
      {
        type: "select",
        name: "kindId",
        label: form.kind,
        options: kindOptions(choices.kinds, wording, edited),
      },
      {
        type: "select",
        name: "activityId",
        label: form.activity,
        options: activityOptions(choices.activities, form.noActivity, edited),
      },
    ],
    { type: "textarea", name: "goal", label: form.goal, maxLength: 5000, rows: 3 },
  ];
  return rows;
}

function whereRows({ texts }: Wording): SectionDefinition["rows"] {
  const { form } = texts.events;
  return [
    [
      { type: "text", name: "place", label: form.place, hint: form.placeHint },
      { type: "text", name: "onlineUrl", label: form.onlineUrl, hint: form.onlineHint },
    ],
    [{ type: "number", name: "capacity", label: form.capacity, width: "short" }],
  ];
}

function peopleSections(
  choices: EventChoices,
  { texts }: Wording,
  edited?: EventRecord,
): SectionDefinition[] {
  const { form } = texts.events;
  const [owner, contact] = ownerSections(choices.owners, texts, edited);
  const options = lecturerOptions(choices);
  const known: FieldDefinition = {
    type: "checkboxes",
    name: "lecturerIds",
    label: form.lecturers,
    options,
  };
  const typed: FieldDefinition = {
    type: "textarea",
    name: "newLecturers",
    label: form.newLecturers,
    hint: form.newLecturersHint,
    rows: 2,
  };
  const lecturers = options.length > 0 ? [known, typed] : [typed];
  return [
    { title: form.people, rows: [...(owner?.rows ?? []), ...lecturers] },
    ...(contact ? [contact] : []),
  ];
}

function countingRows({ texts }: Wording): SectionDefinition["rows"] {
  const { form, closings: words } = texts.events;
  return [
    { type: "checkbox", name: "countsAsSupport", label: form.countsAsSupport },
    {
      type: "select",
      name: "closing",
      label: form.closing,
      width: "medium",
      options: closings.map((value) => ({ value, label: words[value] })),
    },
    {
      type: "checkbox",
      name: "isConfidential",
      label: form.isConfidential,
      hint: form.confidentialHint,
    },
  ];
}

function moreRows({ texts }: Wording): SectionDefinition["rows"] {
  const { form, languages } = texts.events;
  return [
    [
      { type: "text", name: "accreditationNumber", label: form.accreditationNumber },
      { type: "text", name: "supportCode", label: form.supportCode, hint: form.supportCodeHint },
    ],
    [
      {
        type: "number",
        name: "plannedCostsHalere",
        label: form.plannedCosts,
        suffix: form.crowns,
        width: "short",
      },
      {
        type: "select",
        name: "language",
        label: form.language,
        width: "short",
        options: eventLanguages.map((value) => ({ value, label: languages[value] })),
      },
    ],
  ];
}

function lecturerOptions({ owners, lecturers }: EventChoices): FieldOption[] {
  const label = (one: { name: string; function: string | null }) =>
    one.function ? `${one.name}, ${one.function}` : one.name;
  const contacts = owners.flatMap((one) =>
    one.ownerContactId === null ? [] : [{ ...one, contactId: one.ownerContactId }],
  );
  const gone = lecturers.filter((one) =>
    contacts.every(({ contactId }) => contactId !== one.contactId),
  );
  return [...gone, ...contacts].map((one) => ({
    value: String(one.contactId),
    label: label(one),
  }));
}

/** Kinds offered today; the one the event has stays on offer. */
function kindOptions(
  kinds: EventKind[],
  { formats, today }: Wording,
  edited?: EventRecord,
): FieldOption[] {
  return kinds
    .filter((kind) => kind.id === edited?.kindId || isOffered(kind, today))
    .map((kind) => ({
      value: String(kind.id),
      label: formats.language === "cs" ? kind.labelCs : kind.labelEn,
    }));
}

export function isOffered({ validFrom, validTo }: EventKind, today: string): boolean {
  return (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today);
}
