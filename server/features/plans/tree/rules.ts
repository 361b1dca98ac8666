import type { CoverageState } from "../../card-links/rules.ts";
import type { TreeFilter, TreeView } from "./schema.ts";

/** What a card is chosen by. */
export interface Filtered {
  id: number;
  groups: readonly number[];
  services: readonly number[];
  sources: readonly number[];
  bodies: readonly number[];
  fromYear: number | null;
  toYear: number | null;
  coverage: CoverageState;
  /** As `ownerKey` writes it; empty where nobody answers for the card. */
  owner: string;
}

/** What an address cannot say by itself: whose cards "mine" are, and which hold the words looked for. */
export interface Asked {
  view: TreeView;
  mine: ReadonlySet<string>;
  /** Ids of cards with all the words; null where no words are asked for. */
  found: ReadonlySet<number> | null;
}

/** Whether a card is shown; with `but`, whether it would be if that one filter were not there. */
export function isShown(card: Filtered, asked: Asked, but?: TreeFilter): boolean {
  const { view } = asked;
  return (Object.keys(view) as TreeFilter[]).every(
    (filter) => filter === but || view[filter] === "" || TESTS[filter](card, asked),
  );
}

const TESTS: Record<TreeFilter, (card: Filtered, asked: Asked) => boolean> = {
  q: ({ id }, { found }) => found?.has(id) ?? true,
  group: ({ groups }, { view }) => groups.includes(Number(view.group)),
  service: ({ services }, { view }) => services.includes(Number(view.service)),
  source: ({ sources }, { view }) => sources.includes(Number(view.source)),
  body: ({ bodies }, { view }) => bodies.includes(Number(view.body)),
  year: (card, { view }) => isOfYear(card, Number(view.year)),
  coverage: ({ coverage }, { view }) => coverage === view.coverage,
  owner: ({ owner }, { view, mine }) => {
    if (view.owner === "mine") return mine.has(owner);
    return owner === (view.owner === "nobody" ? "" : view.owner);
  },
};

/** A card without years goes on all the time; one without an end is not over yet. */
export function isOfYear(
  { fromYear, toYear }: Pick<Filtered, "fromYear" | "toYear">,
  year: number,
) {
  return (fromYear ?? year) <= year && year <= (toYear ?? year);
}

/** How many cards each value would show, were it chosen; other filters stay. */
export function countValues(
  cards: readonly Filtered[],
  asked: Asked,
  filter: TreeFilter,
  valuesOf: (card: Filtered) => readonly (string | number)[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const card of cards) {
    if (!isShown(card, asked, filter)) continue;
    for (const value of valuesOf(card))
      counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return counts;
}
