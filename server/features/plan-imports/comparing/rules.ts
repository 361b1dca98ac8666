import type { CardContent } from "../../cards/rules.ts";
import {
  type ComparedField,
  contentOf,
  differingFields,
  type EarlierSaying,
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
  earlier: ReadonlyMap<string, readonly EarlierSaying[]>;
  declined: ReadonlySet<string>;
}

/** What would come of each card if it were written now. */
export function compareCards(
  cards: readonly ReviewedCard[],
  { planCards, earlier, declined }: Comparison,
): ComparedCard[] {
  const find = finderOf(planCards);
  const times = timesOf(cards);
  return cards.map((card) => {
    const content = contentOf(card);
    const repeated = card.edited ? undefined : earlierSaying(card, earlier);
    const standing = standingOf(content, find(content.number, repeated), repeated !== undefined);
    const isTwice = card.decision !== "skipped" && (times.get(content.number) ?? 0) > 1;
    const outcome = isTwice ? "duplicate" : standing.outcome;
    const proposals = proposalsOf(card, declined).length;
    const block = blockOf(card, { number: content.number, outcome, proposals });
    return { ...card, content, ...standing, outcome, proposals, block };
  });
}

/** The card of the plan that an earlier annex led to, else the one with the number. */
function finderOf(planCards: readonly PlanCard[]) {
  const byNumber = new Map(planCards.map((card) => [card.content.number, card]));
  const byId = new Map(planCards.map((card) => [card.id, card]));
  return (number: string, repeated: EarlierSaying | undefined): PlanCard | null =>
    byId.get(repeated?.cardId ?? 0) ?? byNumber.get(number) ?? null;
}

type Standing = Pick<
  ComparedCard,
  "outcome" | "planCard" | "cardId" | "differences" | "isChangedByHand"
>;

/** An annex that says what it has said before changes nothing, not even what people have changed since. */
function standingOf(
  content: CardContent,
  planCard: PlanCard | null,
  isRepeated: boolean,
): Standing {
  const cardId = planCard?.id ?? null;
  const differences = planCard ? differingFields(planCard.content, content) : [];
  const isThere = planCard !== null && differences.length === 0;
  const isChangedByHand = isRepeated && !isThere;
  const isSame = isThere || isRepeated;
  const outcome = isSame ? "same" : planCard ? "changed" : "new";
  return { outcome, planCard, cardId, differences, isChangedByHand };
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

function earlierSaying(
  { recognised: { content } }: ReviewedCard,
  earlier: ReadonlyMap<string, readonly EarlierSaying[]>,
): EarlierSaying | undefined {
  const sayings = earlier.get(content.number) ?? [];
  return sayings.find((one) => !one.isSkipped && saysTheSame(one.content, content));
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
