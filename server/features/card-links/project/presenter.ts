import type { CardName, PlanName } from "../../../../db/queries/card-choices.ts";
import type { CardOfProject } from "../../../../db/queries/card-link-list.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import type { Field } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { activityCode } from "../../activities/rules.ts";
import type { LinkChoices } from "../form/choices.ts";
import { detailFields } from "../form/fields.ts";
import { calledCard } from "../rules.ts";

/** Cards that a project fulfils, plan by plan. */
export function presentProjectCards(
  projectId: number,
  cards: readonly CardOfProject[],
  canEdit: boolean,
  texts: Texts,
) {
  const { project } = texts.cardLinks;
  const add = { href: paths.newProjectCard(projectId), label: project.new, icon: "plus" };
  const plans = new Map(cards.map(({ planId, planTitle }) => [planId, planTitle]));
  return {
    pageHeader: {
      title: project.title,
      subtitle: project.subtitle,
      actions: { primary: canEdit ? add : null },
    },
    labels: project.columns,
    canEdit,
    plans: [...plans].map(([planId, title]) => ({
      title,
      href: paths.plan(planId),
      rows: cards
        .filter((card) => card.planId === planId)
        .map((card) => presentRow(projectId, card, canEdit, texts)),
    })),
    emptyState:
      cards.length > 0
        ? null
        : {
            ...{ icon: "list-details", text: project.empty, detail: project.emptyDetail },
            ...(canEdit ? { action: add } : {}),
          },
  };
}

function presentRow(projectId: number, card: CardOfProject, canEdit: boolean, texts: Texts) {
  const { box, project } = texts.cardLinks;
  const name = calledCard({ number: card.cardNumber, name: card.cardName });
  const area = card.areaCode === null ? null : `${card.areaCode} ${card.areaTitle ?? ""}`;
  return {
    href: paths.card(card.planId, card.cardId),
    number: card.cardNumber,
    name: card.cardName,
    note: [area, card.origin === "number" ? box.found : null].filter(Boolean).join(" · "),
    measure: card.measureText ?? project.whole,
    activity: activityOf(card) ?? project.wholeProject,
    text: card.note,
    edit: canEdit
      ? { href: paths.editProjectCard(projectId, card.id), label: box.edit, of: box.editOf(name) }
      : null,
    removal: canEdit
      ? {
          action: paths.projectCardArchiving(projectId, card.id),
          ...{ label: box.remove, of: box.removeOf(name) },
        }
      : null,
  };
}

function activityOf(card: CardOfProject): string | null {
  const { activityNumber: number, activityParentNumber: parentNumber } = card;
  return number === null ? null : `${activityCode({ number, parentNumber })} ${card.activityTitle}`;
}

interface CardChoices {
  plans: readonly PlanName[];
  planId: number | null;
  cards: readonly CardName[];
}

/** The plan and its card, chosen before anything else is asked. */
export function presentCardChoice(
  projectId: number,
  { plans, planId, cards }: CardChoices,
  texts: Texts,
) {
  const { project } = texts.cardLinks;
  const plan: Field = {
    ...{ type: "select", name: "plan", label: project.plan, value: String(planId ?? "") },
    options: plans.map(({ id, title }) => ({ value: String(id), label: title })),
  };
  const card: Field = {
    ...{ type: "select", name: "card", label: project.card, value: "" },
    options: [
      { value: "", label: project.noCard },
      ...cards.map((one) => ({ value: String(one.id), label: calledCard(one) })),
    ],
  };
  return {
    pageHeader: { title: project.newTitle },
    choice: {
      title: null,
      action: paths.newProjectCard(projectId),
      fields: plans.length > 1 ? [plan, card] : [card],
      submit: project.continue,
    },
    emptyState: planId === null ? { icon: "list-details", text: project.noPlan } : null,
  };
}

export function presentNewProjectCard(
  projectId: number,
  card: CardName,
  choices: Omit<LinkChoices, "projects">,
  state: FormState,
  texts: Texts,
) {
  const { form, project } = texts.cardLinks;
  return presentFormPage(
    {
      title: project.newTitle,
      code: calledCard(card),
      action: paths.projectCards(projectId),
      hidden: ["cardId"],
      sections: [{ rows: detailFields(choices, form.noteHint, texts) }],
      submit: project.new,
      cancel: { href: paths.newProjectCard(projectId), label: project.otherCard },
    },
    state,
    texts,
  );
}

export function presentProjectCardForm(
  projectId: number,
  card: CardOfProject,
  choices: Omit<LinkChoices, "projects">,
  state: FormState,
  texts: Texts,
) {
  const { form } = texts.cardLinks;
  const isFound = card.origin === "number";
  const offered = isFound ? { ...choices, measures: [] } : choices;
  return presentFormPage(
    {
      title: form.editTitle,
      code: calledCard({ number: card.cardNumber, name: card.cardName }),
      lead: isFound ? [form.found] : [],
      action: paths.projectCard(projectId, card.id),
      hidden: ["version"],
      sections: [{ rows: detailFields(offered, form.noteHint, texts) }],
      submit: form.save,
      cancel: { href: paths.projectCards(projectId) },
    },
    state,
    texts,
  );
}
