import type { Card } from "../../../../db/queries/cards.ts";
import type { PlanArea } from "../../../../db/queries/plan-areas.ts";
import type { Plan } from "../../../../db/queries/plans.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { longest } from "../rules.ts";

export function presentCardForm(
  card: Card | null,
  { plan, areas }: { plan: Plan; areas: PlanArea[] },
  state: FormState,
  texts: Texts,
) {
  const { form, numberOf } = texts.cards;
  return presentFormPage(
    {
      title: card ? form.editTitle : form.newTitle,
      ...(card ? { code: numberOf(card.number) } : {}),
      action: card ? paths.card(plan.id, card.id) : paths.cards(plan.id),
      hidden: card ? ["version"] : [],
      sections: sections(card, areas, state, texts),
      submit: card ? form.save : form.create,
      cancel: { href: card ? paths.card(plan.id, card.id) : paths.plan(plan.id) },
    },
    state,
    texts,
  );
}

type Name =
  | "goals"
  | "targetGroups"
  | "services"
  | "responsible"
  | "costs"
  | "funding"
  | "description"
  | "measures";

/** Of the widest form; a narrow one scrolls a little sooner. */
const CHARACTERS_IN_LINE = 85;
const MOST_ROWS = 24;

/** As many as the text takes: whoever mends a sentence sees what stands around it. */
function rowsOf(text: FormState["values"][string] | undefined, least: number): number {
  const lines = typeof text === "string" ? text.split("\n") : [];
  const rows = lines.map(({ length }) => Math.max(1, Math.ceil(length / CHARACTERS_IN_LINE)));
  const taken = rows.reduce((sum, some) => sum + some, 0);
  return Math.min(Math.max(least, taken), MOST_ROWS);
}

function sections(
  card: Card | null,
  areas: PlanArea[],
  { values }: FormState,
  texts: Texts,
): SectionDefinition[] {
  const { form } = texts.cards;
  const area = (name: Name, least: number, hint?: string): FieldDefinition => ({
    ...{ type: "textarea", name, label: form[name], rows: rowsOf(values[name], least) },
    ...{ maxLength: longest.text, ...(hint ? { hint } : {}) },
  });
  return [
    { rows: [placeFields(areas, texts), nameField(texts)] },
    {
      title: form.what,
      rows: [
        area("targetGroups", 2, form.targetGroupsHint),
        area("services", 3, form.servicesHint),
        area("goals", 2, form.goalsHint),
        area("description", 6, form.descriptionHint),
      ],
    },
    {
      title: form.who,
      rows: [
        {
          type: "text",
          name: "period",
          label: form.period,
          hint: form.periodHint,
          width: "medium",
        },
        area("responsible", 2),
        area("costs", 2, form.costsHint),
        area("funding", 2),
      ],
    },
    ...(card ? [] : [{ title: form.how, rows: [area("measures", 6, form.measuresHint)] }]),
  ];
}

function placeFields(areas: PlanArea[], { cards }: Texts): FieldDefinition[] {
  const { form } = cards;
  return [
    {
      ...{ type: "text", name: "number", label: form.number, hint: form.numberHint },
      ...{ isRequired: true, width: "short" },
    },
    {
      ...{ type: "select", name: "areaCode", label: form.areaCode },
      options: [
        { value: "", label: form.noArea },
        ...areas.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
      ],
    },
  ];
}

function nameField({ cards }: Texts): FieldDefinition {
  return { type: "text", name: "name", label: cards.form.name, isRequired: true };
}

export function cardValues(card: Card): FormValues {
  return {
    version: String(card.version),
    number: card.number,
    name: card.name,
    areaCode: card.areaCode ?? "",
    goals: card.goals,
    targetGroups: card.targetGroups,
    services: card.services,
    period: card.period,
    responsible: card.responsible,
    costs: card.costs,
    funding: card.funding,
    description: card.description,
  };
}
