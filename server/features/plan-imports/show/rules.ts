import type { ComparedCard } from "../comparing/rules.ts";

/** Which cards a list shows; each but the first is offered only where there are any. */
export const filters = [
  "all",
  "blocked",
  "proposals",
  "warnings",
  "new",
  "changed",
  "same",
  "duplicate",
  "skipped",
] as const;

export type Filter = (typeof filters)[number];

const IS_SHOWN: Record<Filter, (card: ComparedCard) => boolean> = {
  all: () => true,
  blocked: ({ block }) => block !== null,
  proposals: ({ recognised }) => recognised.repairs.length > 0,
  warnings: ({ recognised }) => recognised.warnings.length > 0,
  new: ({ outcome, decision }) => outcome === "new" && decision !== "skipped",
  changed: ({ outcome, decision }) => outcome === "changed" && decision !== "skipped",
  same: ({ outcome, decision }) => outcome === "same" && decision !== "skipped",
  duplicate: ({ outcome }) => outcome === "duplicate",
  skipped: ({ decision }) => decision === "skipped",
};

export function shownCards(cards: readonly ComparedCard[], filter: Filter): ComparedCard[] {
  return cards.filter(IS_SHOWN[filter]);
}

export function filterOf(text: unknown): Filter {
  return filters.find((filter) => filter === text) ?? "all";
}

/** Where to go after a card was decided: the next one that is shown, which another filter may let go. */
export function cardAfter(
  cards: readonly ComparedCard[],
  filter: Filter,
  ordinal: number,
): ComparedCard | undefined {
  return shownCards(cards, filter).find((card) => card.ordinal > ordinal);
}
