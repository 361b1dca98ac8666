import { groupedBy } from "../../../values/grouped.ts";

interface AreaLike {
  id: number;
  parentId: number | null;
}

/** An area with the cards that stand right under it, and with all those in its sub-areas as well. */
export interface Branch<Area, Card> {
  /** Null of cards that stand under no area. */
  area: Area | null;
  /** 0 of the outermost. */
  depth: number;
  cards: Card[];
  within: Card[];
}

/**
 * The tree of a plan, each area before its sub-areas, in the order in which areas and cards come; cards under
 * no living area last. Areas without any card are left out.
 */
export function branchesOf<Area extends AreaLike, Card extends { areaId: number | null }>(
  areas: readonly Area[],
  cards: readonly Card[],
): Branch<Area, Card>[] {
  const known = new Set(areas.map(({ id }) => id));
  const children = groupedBy(areas, ({ parentId }) => (known.has(parentId ?? 0) ? parentId : null));
  const cardsOf = groupedBy(cards, ({ areaId }) => (known.has(areaId ?? 0) ? areaId : null));
  const below = (parentId: number | null, depth: number): Branch<Area, Card>[] =>
    (children.get(parentId) ?? []).flatMap((area) => {
      const inside = below(area.id, depth + 1);
      const own = cardsOf.get(area.id) ?? [];
      const direct = inside.filter((branch) => branch.depth === depth + 1);
      const within = [...own, ...direct.flatMap((branch) => branch.within)];
      return within.length === 0 ? [] : [{ area, depth, cards: own, within }, ...inside];
    });
  const loose = cardsOf.get(null) ?? [];
  const rest = loose.length === 0 ? [] : [{ area: null, depth: 0, cards: loose, within: loose }];
  return [...below(null, 0), ...rest];
}
