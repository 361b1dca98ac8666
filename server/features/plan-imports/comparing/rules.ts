import type { CardContent } from "../../cards/rules.ts";
import {
  type ComparedField,
  contentOf,
  differingFields,
  type Outcome,
  proposalsOf,
  type ReviewedCard,
  saysTheSame,
} from "../rules.ts";

/** A living card of the plan. */
export interface PlanCard {
  id: number;
  version: number;
  content: CardContent;
}

/** What the last annex that stands in the plan said of a number. */
export interface EarlierSaying {
  content: CardContent;
  isSkipped: boolean;
}

export interface ComparedCard extends ReviewedCard {
  content: CardContent;
  outcome: Outcome;
  /** Card of the plan with the same number; of an applied import, as it was before. */
  planCard: PlanCard | null;
  /** Where it is in the plan. */
  cardId: number | null;
  /** Fields that the plan has otherwise. */
  differences: ComparedField[];
  /** The annex says what it said the last time, the plan was changed by hand since. */
  isChangedByHand: boolean;
  proposals: number;
  /** What has to be settled before anything is written. */
  block: Block | null;
}

export type Block = "number" | "duplicate" | "undecided";

export interface Comparison {
  planCards: readonly PlanCard[];
  earlier: ReadonlyMap<string, EarlierSaying>;
  declined: ReadonlySet<string>;
}

/** What would come of each card if it were written now. */
export function compareCards(
  cards: readonly ReviewedCard[],
  { planCards, earlier, declined }: Comparison,
): ComparedCard[] {
  const byNumber = new Map(planCards.map((card) => [card.content.number, card]));
  const times = timesOf(cards);
  return cards.map((card) => {
    const content = contentOf(card);
    const planCard = byNumber.get(content.number) ?? null;
    const isChangedByHand = repeatsEarlier(card, planCard, earlier);
    const differences = planCard ? differingFields(planCard.content, content) : [];
    const outcome = outcomeOf({
      isTwice: card.decision !== "skipped" && (times.get(content.number) ?? 0) > 1,
      isInPlan: planCard !== null,
      isSame: differences.length === 0 || isChangedByHand,
    });
    const proposals = proposalsOf(card, declined).length;
    const block = blockOf(card, { number: content.number, outcome, proposals });
    const cardId = planCard?.id ?? null;
    const compared = { content, outcome, planCard, cardId, differences, isChangedByHand };
    return { ...card, ...compared, proposals, block };
  });
}

/** A card of an import that is over, as it came out. */
export function closedCard(
  card: ReviewedCard & { outcome: Outcome; cardId: number | null; before: CardContent | null },
  declined: ReadonlySet<string>,
): ComparedCard {
  const { before, cardId, ...reviewed } = card;
  const content = contentOf(card);
  return {
    ...{ ...reviewed, content, cardId },
    planCard: before && cardId !== null ? { id: cardId, version: 0, content: before } : null,
    differences: before ? differingFields(before, content) : [],
    ...{ isChangedByHand: false, block: null, proposals: proposalsOf(card, declined).length },
  };
}

/** How many cards that are to be written bear each number. */
function timesOf(cards: readonly ReviewedCard[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const card of cards) {
    const { number } = contentOf(card);
    if (card.decision !== "skipped" && number !== "")
      times.set(number, (times.get(number) ?? 0) + 1);
  }
  return times;
}

/** An annex read again changes nothing, not even what people have changed in the plan since. */
function repeatsEarlier(
  { recognised, edited }: ReviewedCard,
  planCard: PlanCard | null,
  earlier: ReadonlyMap<string, EarlierSaying>,
): boolean {
  if (edited || !planCard || saysTheSame(planCard.content, recognised.content)) return false;
  const before = earlier.get(recognised.content.number);
  return before !== undefined && saysTheSame(before.content, recognised.content);
}

function outcomeOf(one: { isTwice: boolean; isInPlan: boolean; isSame: boolean }): Outcome {
  if (one.isTwice) return "duplicate";
  if (!one.isInPlan) return "new";
  return one.isSame ? "same" : "changed";
}

function blockOf(
  { decision }: ReviewedCard,
  { number, outcome, proposals }: { number: string; outcome: Outcome; proposals: number },
): Block | null {
  if (decision === "skipped" || outcome === "same") return null;
  if (number === "") return "number";
  if (outcome === "duplicate") return "duplicate";
  return decision === null && proposals > 0 ? "undecided" : null;
}

/** Cards that are written when the annex is applied now. */
export function isToWrite({ decision, outcome }: ComparedCard): boolean {
  return decision !== "skipped" && (outcome === "new" || outcome === "changed");
}
