import type { CodeListItem } from "../../../db/queries/code-lists.ts";
import type { Language, Texts } from "../../texts/index.ts";
import { rowsOffered } from "../../values/row-fields.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormPage, type SectionDefinition } from "../../web/form-page.ts";
import { sourceFormRows, sourceIdNames } from "../funding/sources/words.ts";
import { CODE_LISTS, PROGRAMMES } from "./checked-entry.ts";
import { phases } from "./rules.ts";
import { PARTNER_ROWS } from "./schema.ts";

export interface ProjectFormChoices {
  codeItems: CodeListItem[];
  organisations: string[];
  departments: string[];
  /** Whether an approved budget says what the project comes to. */
  followsBudget: boolean;
}

interface Words {
  texts: Texts;
  language: Language;
}

type Rows = SectionDefinition["rows"];

export function presentProjectForm(
  state: FormState,
  choices: ProjectFormChoices,
  words: Words,
  page: { title: string; action: string; submit: string; cancel: { href: string } },
) {
  const { texts } = words;
  const { sections, fields, requiredNote, moreRows } = texts.projectForm;
  const form = presentFormPage(
    {
      ...page,
      lead: [requiredNote],
      hidden: [...(state.values.version === undefined ? [] : ["version"]), ...sourceIdNames(state)],
      sections: [
        { title: sections.identity, rows: identityRows(choices, words) },
        { title: sections.time, rows: timeRows(texts) },
        { title: sections.people, hint: moreRows, rows: peopleRows(state, texts) },
        { title: sections.money, hint: fields.sourcesHint, rows: moneyRows(state, choices, texts) },
        { title: sections.content, rows: contentRows(choices, words) },
        { title: sections.territory, rows: territoryRows(choices, words) },
      ].filter((section) => section.rows.length > 0),
    },
    state,
    texts,
  );
  const datalists = [
    { id: "organisations", values: choices.organisations },
    { id: "departments", values: choices.departments },
  ];
  return { ...form, datalists };
}

function identityRows(choices: ProjectFormChoices, { texts, language }: Words): Rows {
  const { fields } = texts.projectForm;
  const options = choices.codeItems
    .filter((item) => item.list === PROGRAMMES)
    .map((item) => ({ value: item.code, label: `${item.code}: ${labelOf(item, language)}` }));
  const { title, shortName, registrationNumber, programme, priorityAxis } = fields;
  return [
    { type: "text", name: "title", label: title, hint: fields.titleHint, isRequired: true },
    [
      {
        type: "text",
        name: "shortName",
        label: shortName,
        hint: fields.shortNameHint,
        isRequired: true,
      },
      {
        type: "text",
        name: "registrationNumber",
        label: registrationNumber,
        hint: fields.registrationNumberHint,
      },
    ],
    [
      { type: "select", name: "programme", label: programme, options, isRequired: true },
      { type: "text", name: "priorityAxis", label: priorityAxis },
    ],
    [
      { type: "text", name: "callNumber", label: fields.callNumber, hint: fields.callNumberHint },
      { type: "text", name: "callName", label: fields.callName },
    ],
  ];
}

function timeRows(texts: Texts): Rows {
  const { fields } = texts.projectForm;
  const options = phases.map((phase) => ({ value: phase, label: texts.projects.phases[phase] }));
  return [
    [
      { type: "date", name: "startsOn", label: fields.startsOn, isRequired: true },
      { type: "date", name: "endsOn", label: fields.endsOn, isRequired: true },
    ],
    [
      { type: "date", name: "decidedOn", label: fields.decidedOn },
      { type: "select", name: "phase", label: fields.phase, options, isRequired: true },
    ],
  ];
}

function peopleRows(state: FormState, texts: Texts): Rows {
  const { fields } = texts.projectForm;
  const count = rowsOffered(state.values, "partner", { least: 2, most: PARTNER_ROWS });
  const organisation = { type: "text" as const, list: "organisations" };
  const partners: Rows = Array.from({ length: count }, (_, index) => {
    const row = `partner${index + 1}`;
    return [
      { ...organisation, name: `${row}Name`, label: fields.partner(index + 1) },
      { type: "text", name: `${row}Ico`, label: fields.partnerIco, width: "short" },
      { type: "checkbox", name: `${row}HasFunds`, label: fields.partnerHasFunds },
    ];
  });
  return [
    [
      { ...organisation, name: "beneficiaryName", label: fields.beneficiaryName },
      { type: "text", name: "beneficiaryIco", label: fields.beneficiaryIco, width: "short" },
    ],
    {
      type: "text",
      name: "department",
      label: fields.department,
      hint: fields.departmentHint,
      list: "departments",
    },
    ...partners,
  ];
}

function moneyRows(state: FormState, { followsBudget }: ProjectFormChoices, texts: Texts): Rows {
  const { fields } = texts.projectForm;
  const hint = followsBudget ? texts.budgets.followsBudget : fields.totalHint;
  return [
    { type: "number", name: "total", label: fields.total, hint, suffix: fields.totalSuffix },
    ...sourceFormRows(state, texts),
  ];
}

function contentRows(choices: ProjectFormChoices, { texts, language }: Words): Rows {
  const { fields } = texts.projectForm;
  return [
    { type: "textarea", name: "vision", label: fields.vision, maxLength: 4_000, rows: 4 },
    { type: "textarea", name: "goals", label: fields.goals, hint: fields.goalsHint, rows: 6 },
    ...codeRow("targetGroups", fields.targetGroups, choices, language),
  ];
}

function territoryRows(choices: ProjectFormChoices, { texts, language }: Words): Rows {
  const { fields } = texts.projectForm;
  return [
    ...codeRow("districts", fields.districts, choices, language),
    ...codeRow("municipalities", fields.municipalities, choices, language),
  ];
}

/** Without a code list there is nothing to choose from, and no heading over nothing. */
function codeRow(
  name: keyof typeof CODE_LISTS,
  label: string,
  choices: ProjectFormChoices,
  language: Language,
): Rows {
  const options = choices.codeItems
    .filter((item) => item.list === CODE_LISTS[name])
    .map((item) => ({ value: String(item.id), label: labelOf(item, language) }));
  return options.length === 0 ? [] : [{ type: "checkboxes", name, label, options }];
}

function labelOf(item: { labelCs: string; labelEn: string }, language: Language): string {
  return language === "en" ? item.labelEn : item.labelCs;
}
