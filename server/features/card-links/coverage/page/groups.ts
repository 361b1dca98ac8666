import type { PlanArea } from "../../../../../db/queries/plan-areas.ts";
import type { Language, Texts } from "../../../../texts/index.ts";
import {
  areaGroups,
  countGroups,
  type Group,
  type GroupDefinition,
  markGroups,
} from "../groups/rules.ts";
import type { CoveragePage } from "./service.ts";

/** The cards of the page put together as it is asked for, called in the reader's language. */
export function groupsOf(page: CoveragePage, texts: Texts, language: Language): Group[] {
  const stateOf = (cardId: number) => page.states.get(cardId) ?? "none";
  return countGroups(definitionsOf(page, texts, language), stateOf);
}

function definitionsOf(page: CoveragePage, texts: Texts, language: Language): GroupDefinition[] {
  const { areas, cards, marks, by } = page;
  const without = texts.cardCoverage.without[by];
  if (by === "area") return areaGroups(placesOf(areas, cards), cards, without);
  const called = marks.map(({ cardId, key, position, ...labels }) => {
    const name = language === "en" ? labels.labelEn : labels.labelCs;
    const isOfLaw = by === "service" && position !== null;
    return { cardId, key, position, label: isOfLaw ? texts.cardCoverage.service(key, name) : name };
  });
  return markGroups(called, cards, without);
}

/** Goals are another way to put cards together, but for those that a card lies right in. */
function placesOf(areas: readonly PlanArea[], cards: CoveragePage["cards"]): PlanArea[] {
  const used = new Set(cards.map(({ areaId }) => areaId));
  return areas.filter(({ id, kind }) => kind !== "goal" || used.has(id));
}
