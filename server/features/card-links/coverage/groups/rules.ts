import { type CoverageState, coverageStates } from "../../rules.ts";

export const groupings = ["area", "goal", "target-group", "service"] as const;
export type Grouping = (typeof groupings)[number];

export type StateCounts = Record<CoverageState, number>;

export interface GroupDefinition {
  key: string;
  label: string;
  /** 0 of an area, a goal, a target group or a service, 1 of what lies within. */
  depth: number;
  cardIds: readonly number[];
}

/** Cards that belong together, counted by what covers them. */
export interface Group extends GroupDefinition {
  counts: StateCounts;
  total: number;
}

/** Key of the cards that belong to no group. */
export const WITHOUT = "none";

export function countGroups(
  definitions: readonly GroupDefinition[],
  stateOf: (cardId: number) => CoverageState,
): Group[] {
  return definitions.map((definition) => {
    const cardIds = [...new Set(definition.cardIds)];
    const counts = countStates(cardIds, stateOf);
    return { ...definition, cardIds, counts, total: cardIds.length };
  });
}

export function countStates(
  cardIds: readonly number[],
  stateOf: (cardId: number) => CoverageState,
): StateCounts {
  const counts: StateCounts = { running: 0, planned: 0, finished: 0, named: 0, none: 0 };
  for (const cardId of cardIds) counts[stateOf(cardId)] += 1;
  return counts;
}

/** Not one card leads to a project that is here: the group somebody should ask about. */
export function isBare({ counts, total }: Pick<Group, "counts" | "total">): boolean {
  return total > 0 && counts.running + counts.planned + counts.finished === 0;
}

interface Area {
  id: number;
  parentId: number | null;
  code: string;
  title: string;
}

/** The outermost area that an area lies in, itself where it lies in none. */
export function topArea<One extends Area>(areas: readonly One[], areaId: number | null) {
  let area = areas.find(({ id }) => id === areaId);
  for (let depth = 0; area && area.parentId !== null && depth < areas.length; depth += 1) {
    const { parentId } = area;
    area = areas.find(({ id }) => id === parentId) ?? area;
  }
  return area;
}

interface Placed {
  id: number;
  areaId: number | null;
}

/** Areas with all cards that lie anywhere within them, those right below them after each, the rest last. */
export function areaGroups(
  areas: readonly Area[],
  cards: readonly Placed[],
  without: string,
): GroupDefinition[] {
  const within = (area: Area): number[] => {
    const below = areas.filter(({ parentId }) => parentId === area.id);
    const own = cards.filter(({ areaId }) => areaId === area.id).map(({ id }) => id);
    return [...own, ...below.flatMap(within)];
  };
  const groupOf = (depth: number) => (area: Area) => ({
    ...{ key: `area-${area.id}`, label: `${area.code} ${area.title}`, depth },
    cardIds: within(area),
  });
  const known = new Set(areas.map(({ id }) => id));
  const tops = areas.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const rest = cards.filter(({ areaId }) => areaId === null || !known.has(areaId));
  return [
    ...tops.flatMap((top) => [
      groupOf(0)(top),
      ...areas.filter(({ parentId }) => parentId === top.id).map(groupOf(1)),
    ]),
    ...groupWithout(rest, without),
  ];
}

interface Mark {
  cardId: number;
  key: string;
  label: string;
  /** Its place in a catalogue; words that are in none come after, by their first card. */
  position: number | null;
}

/** By what cards are marked with: a card stands in as many groups as it has marks. */
export function markGroups(
  marks: readonly Mark[],
  cards: readonly Placed[],
  without: string,
): GroupDefinition[] {
  const groups = new Map<string, { label: string; position: number; cardIds: number[] }>();
  for (const { cardId, key, label, position } of marks) {
    const place = position ?? Number.MAX_SAFE_INTEGER;
    const group = groups.get(key) ?? { label, position: place, cardIds: [] };
    group.cardIds.push(cardId);
    groups.set(key, group);
  }
  const marked = new Set(marks.map(({ cardId }) => cardId));
  return [
    ...[...groups]
      .toSorted(([, one], [, other]) => one.position - other.position)
      .map(([key, { label, cardIds }]) => ({ key: `mark-${key}`, label, depth: 0, cardIds })),
    ...groupWithout(
      cards.filter(({ id }) => !marked.has(id)),
      without,
    ),
  ];
}

function groupWithout(rest: readonly Placed[], label: string): GroupDefinition[] {
  if (rest.length === 0) return [];
  return [{ key: WITHOUT, label, depth: 0, cardIds: rest.map(({ id }) => id) }];
}

/** A piece of a bar, in per cent of its width. */
export interface BarPart {
  state: CoverageState;
  count: number;
  x: number;
  width: number;
}

/** A bar of the whole group, cut by what covers its cards: a piece for each state that has a card. */
export function cutBar({ counts, total }: Pick<Group, "counts" | "total">): BarPart[] {
  let before = 0;
  return coverageStates.flatMap((state) => {
    const count = counts[state];
    if (count === 0) return [];
    const x = percentOf(before, total);
    before += count;
    return [{ state, count, x, width: hundredths(percentOf(before, total) - x) }];
  });
}

function percentOf(part: number, total: number): number {
  return hundredths((part / total) * 100);
}

function hundredths(percent: number): number {
  return Math.round(percent * 100) / 100;
}
