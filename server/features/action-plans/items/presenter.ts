import type { ActionPlanItem, MeasureToChoose } from "../../../../db/queries/action-plan-items.ts";
import type { ActionPlan } from "../../../../db/queries/action-plans.ts";
import type { PlanArea } from "../../../../db/queries/plan-areas.ts";
import type { TreeCard } from "../../../../db/queries/plan-tree.ts";
import type { Plan } from "../../../../db/queries/plans.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { groupsOf } from "../areas.ts";
import type { Wording } from "../presenter.ts";
import { choiceKey } from "../rules.ts";

export interface Choice {
  plan: Plan;
  actionPlan: ActionPlan;
  areas: readonly PlanArea[];
  cards: readonly TreeCard[];
  measures: readonly MeasureToChoose[];
  items: readonly ActionPlanItem[];
}

/** The tree of the plan with a box at each card and measure. */
export function presentChoice(choice: Choice, state: FormState, { texts }: Wording) {
  const { plan, actionPlan, areas, cards } = choice;
  const words = texts.actionPlans;
  const ticked = new Set([state.values.items ?? []].flat());
  const hidden = { type: "hidden" as const, name: "version", label: "" };
  const href = paths.actionPlan(plan.id, actionPlan.year);
  const groups = groupsOf(cards, areas, words.choice.outside).map(({ title, rows }) => ({
    title,
    cards: rows.map((card) => presentCard(card, choice.measures, ticked, texts)),
  }));
  const gone = goneItems(choice).map((item) => ({
    ...box(choiceKey(item), `${item.cardNumber} ${item.cardName}`, ticked),
    note: item.measureText,
    measures: [],
  }));
  return {
    pageHeader: {
      title: words.choice.title,
      code: `${plan.title} · ${words.ofYear(String(actionPlan.year))}`,
    },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.actionPlanItems(plan.id, actionPlan.year),
    hidden: presentFields([hidden], state, texts),
    lead: words.choice.lead,
    groups: gone.length === 0 ? groups : [...groups, { title: words.choice.archived, cards: gone }],
    empty: words.choice.empty,
    formFooter: { submit: words.choice.save, cancel: { href } },
  };
}

function presentCard(
  card: TreeCard,
  measures: readonly MeasureToChoose[],
  ticked: ReadonlySet<string>,
  texts: Wording["texts"],
) {
  const key = choiceKey({ cardId: card.id, measureId: null });
  return {
    ...box(key, `${card.number} ${card.name}`, ticked),
    note: null,
    measures: measures
      .filter(({ cardId }) => cardId === card.id)
      .map(({ id, text, state }) => ({
        ...box(choiceKey({ cardId: card.id, measureId: id }), text, ticked),
        state: state === "planned" ? null : texts.cards.measures.states[state],
      })),
  };
}

function box(value: string, label: string, ticked: ReadonlySet<string>) {
  return { id: value, value, label, isTicked: ticked.has(value) };
}

/** Chosen before its card or measure went to the archive: it may stay, or be unticked. */
function goneItems({ items, cards, measures }: Choice): ActionPlanItem[] {
  const offered = new Set([
    ...cards.map(({ id }) => choiceKey({ cardId: id, measureId: null })),
    ...measures.map(({ id, cardId }) => choiceKey({ cardId, measureId: id })),
  ]);
  return items.filter((item) => !offered.has(choiceKey(item)));
}
