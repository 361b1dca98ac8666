import type { CodeListItem } from "../../../../db/queries/code-lists.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { fullName, labelOf, type Wording } from "../words.ts";
import { freeCodeFields } from "./rules.ts";
import { answers } from "./schema.ts";
import { type Card, versionOf } from "./service.ts";

type FieldName = keyof Texts["participants"]["form"]["fields"];

/** What the card chooses from: code lists, and the partners of the project. */
export interface CardChoices {
  items: CodeListItem[];
  partners: { id: number; name: string }[];
}

export function presentNewParticipant(
  projectId: number,
  choices: CardChoices,
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.participants;
  const fields = cardFields(choices, wording);
  const [identity, address, contact, entry, characteristics, ...rest] = cardSections(
    fields,
    wording,
  );
  const minimal: SectionDefinition = {
    rows: [
      [fields.text("firstName", true), fields.text("surname", true)],
      [fields.day("bornOn"), fields.day("enteredOn", true)],
      fields.text("organisation"),
      ...nearFields(state, wording),
    ],
  };
  const folded = [identity, address, contact, entry, characteristics, ...rest]
    .filter((section) => section !== undefined)
    .map((section) => ({ ...section, rows: without(section.rows, MINIMAL), isFolded: true }));
  return presentFormPage(
    {
      title: form.newTitle,
      lead: [form.newLead],
      action: paths.participants(projectId),
      sections: [minimal, ...folded.filter(({ rows }) => rows.length > 0)],
      submit: form.create,
      cancel: { href: paths.participants(projectId) },
    },
    state,
    wording.texts,
  );
}

const MINIMAL = ["firstName", "surname", "bornOn", "enteredOn", "organisation"];

function without(rows: SectionDefinition["rows"], names: string[]): SectionDefinition["rows"] {
  return rows
    .map((row) => [row].flat().filter(({ name }) => !names.includes(name)))
    .filter((row) => row.length > 0);
}

export function presentParticipantForm(
  card: Card,
  choices: CardChoices,
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.participants;
  const { projectId, id } = card.participation;
  const href = paths.participant(projectId, id);
  return presentFormPage(
    {
      title: form.editTitle,
      code: fullName(card.person),
      action: href,
      hidden: ["version"],
      sections: cardSections(cardFields(choices, wording), wording),
      submit: form.save,
      cancel: { href },
    },
    state,
    wording.texts,
  );
}

/** The card as the form shows it. */
export function cardValues(card: Card): FormValues {
  const { person, participation, disadvantage } = card;
  const shown = { ...person, ...participation, organisation: person.organisationName };
  const values = Object.entries(shown).map(([name, value]) => [name, typedAs(value)]);
  return {
    ...Object.fromEntries(values),
    version: String(versionOf(card)),
    disadvantage: disadvantage.answer,
    disadvantageCodes: disadvantage.answer === "given" ? disadvantage.codes : [],
  };
}

function typedAs(value: string | number | boolean | null): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value ?? "");
}

/** Asked only when somebody of this surname and day of birth is known. */
function nearFields(state: FormState, { texts }: Wording): FieldDefinition[] {
  const [key, codes = "", ids = ""] = (state.errors.notThese ?? "").split(":");
  if (key !== "nearPerson") return [];
  const { form } = texts.participants;
  const codeOf = codes.split(", ");
  const options = ids
    .split(",")
    .map((value, index) => ({ value, label: form.notThis(codeOf[index] ?? "") }));
  return [{ type: "checkboxes", name: "notThese", label: form.notThese, options }];
}

function cardFields({ items, partners }: CardChoices, wording: Wording) {
  const { form } = wording.texts.participants;
  const labels = form.fields;
  const optionsOf = (list: string): FieldOption[] =>
    items
      .filter((item) => item.list === list)
      .map((item) => ({ value: item.code, label: labelOf(item, wording) }));
  const field = (type: FieldDefinition["type"], name: FieldName, isRequired: boolean) =>
    ({ type, name, label: labels[name], isRequired }) satisfies FieldDefinition;
  return {
    text: (name: FieldName, isRequired = false): FieldDefinition => field("text", name, isRequired),
    short: (name: FieldName): FieldDefinition => ({
      ...field("text", name, false),
      width: "short",
    }),
    day: (name: FieldName, isRequired = false): FieldDefinition => field("date", name, isRequired),
    select: (name: FieldName, list: string): FieldDefinition => ({
      ...field("select", name, false),
      options: [{ value: "", label: form.notGiven }, ...optionsOf(list)],
    }),
    group: (): FieldDefinition => ({
      ...field("select", "targetGroupItemId", false),
      options: [
        { value: "", label: form.noGroup },
        ...items
          .filter(({ list }) => list === "target-groups")
          .map((item) => ({ value: String(item.id), label: labelOf(item, wording) })),
      ],
    }),
    partner: (): FieldDefinition[] =>
      partners.length === 0
        ? []
        : [
            {
              ...field("select", "partnerOrganisationId", false),
              options: [
                { value: "", label: form.notGiven },
                ...partners.map(({ id, name }) => ({ value: String(id), label: name })),
              ],
            },
          ],
    yesNo: (name: FieldName): FieldDefinition => ({
      ...field("select", name, false),
      width: "medium",
      options: [
        { value: "", label: form.yesNo.unknown },
        { value: "yes", label: form.yesNo.yes },
        { value: "no", label: form.yesNo.no },
      ],
    }),
    answer: (): FieldDefinition => ({
      ...field("radios", "disadvantage", false),
      options: answers.map((value) => ({ value, label: form.answers[value] })),
    }),
    disadvantages: (): FieldDefinition => ({
      ...field("checkboxes", "disadvantageCodes", false),
      hint: labels.disadvantageCodesHint,
      options: optionsOf("esf-disadvantage"),
    }),
  };
}

function cardSections(
  fields: ReturnType<typeof cardFields>,
  { texts }: Wording,
): SectionDefinition[] {
  const { form } = texts.participants;
  const { text, short, day, select } = fields;
  const free = freeCodeFields.map((name) => text(name));
  return [
    {
      title: form.identity,
      rows: [
        [text("firstName", true), text("surname", true)],
        [day("bornOn"), select("sex", "esf-sex")],
        [short("titleBefore"), short("titleAfter"), day("diedOn")],
      ],
    },
    {
      title: form.address,
      rows: [
        [text("municipality"), text("municipalityPart"), short("postcode")],
        [text("street"), short("houseNumber")],
        [short("orientationNumber"), short("orientationLetter")],
      ],
    },
    {
      title: form.contact,
      rows: [
        [text("email"), text("phone")],
        [text("organisation"), short("organisationIco")],
      ],
    },
    {
      title: form.entry,
      rows: [[day("enteredOn", true), fields.group()], ...fields.partner()],
    },
    {
      title: form.characteristics,
      rows: [
        [select("labourStatus", "esf-labour-status"), select("education", "esf-education")],
        [fields.yesNo("isFromUkraine"), fields.yesNo("hasTerritoryDeclaration")],
      ],
    },
    {
      title: form.disadvantage,
      hint: form.disadvantageHint,
      rows: [fields.answer(), fields.disadvantages()],
    },
    {
      title: form.card,
      rows: [[day("cardSignedOn"), { ...text("cardKeptAt"), hint: form.fields.cardKeptAtHint }]],
    },
    {
      title: form.further,
      hint: form.furtherHint,
      isFolded: true,
      rows: [free.slice(0, 2), free.slice(2, 4), free.slice(4, 6), free.slice(6, 8)],
    },
  ];
}
