import { listShownLinks, type ShownLink } from "../../../../db/queries/card-link-list.ts";
import { type Card, listCards } from "../../../../db/queries/cards.ts";
import { listAreas, type PlanArea } from "../../../../db/queries/plan-areas.ts";
import { type ExportedMeasure, listExportedMeasures } from "../../../../db/queries/plan-exports.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { type CardCoverage, coverageOf } from "../../card-links/coverage/service.ts";
import type { PreparingDeps } from "../../prepared-files/kinds.ts";
import { aboutSheet, type Content, type Making, paperOf } from "../making/content.ts";
import { cardBlocks, leadOf } from "./paper.ts";
import { cardSheet, linkSheet, measureSheet } from "./sheets.ts";

/** Cards of a plan with all that hangs on them, as far as the reader may see it. */
export interface PlanContent {
  areas: PlanArea[];
  cards: Card[];
  measures: Map<number, ExportedMeasure[]>;
  links: Map<number, ShownLink[]>;
  coverage: Map<number, CardCoverage>;
}

export async function readPlan(
  { db }: PreparingDeps,
  { order, wording }: Making,
): Promise<PlanContent> {
  const { planId, reach } = order;
  const [areas, cards, measures, links, coverage] = await Promise.all([
    listAreas(db, planId),
    listCards(db, planId),
    listExportedMeasures(db, planId),
    listShownLinks(db, { planId }, reach),
    coverageOf(db, { planId }, wording.today),
  ]);
  return {
    ...{ areas, cards, coverage },
    measures: groupedBy(measures, ({ cardId }) => cardId),
    links: groupedBy(links, ({ cardId }) => cardId),
  };
}

/** The plan itself: every card as it says it, area by area. */
export async function cardsContent(deps: PreparingDeps, making: Making): Promise<Content> {
  const content = await readPlan(deps, making);
  return {
    paper: () =>
      paperOf(making, { lines: leadOf(content, making), blocks: cardBlocks(content, making) }),
    sheets: () => [
      cardSheet(content, making),
      measureSheet(content, making),
      linkSheet(content, making),
      aboutSheet(making),
    ],
  };
}
