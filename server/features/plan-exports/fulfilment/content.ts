import { dayOfYear } from "../../card-fulfilment/rules.ts";
import { loadFulfilment } from "../../card-fulfilment/service.ts";
import { notesOf, standingText } from "../../card-fulfilment/words.ts";
import type { PreparingDeps } from "../../prepared-files/kinds.ts";
import { aboutSheet, type Content, type Making, paperOf } from "../making/content.ts";
import { fulfilmentBlocks } from "./paper.ts";
import { areaSheet, fulfilledCardSheet, indicatorSheet, projectSheet } from "./sheets.ts";

/** How the plan was fulfilled by the end of a year, or by today of the one that runs. */
export async function fulfilmentContent({ db }: PreparingDeps, making: Making): Promise<Content> {
  const { order, wording } = making;
  const { planId, reach, asOf } = order;
  const year = order.year ?? Number(wording.today.slice(0, 4));
  const moment = { on: dayOfYear(year, wording.today), asOf };
  const fulfilment = await loadFulfilment(db, { planId, year, moment, reach });
  const notes = [standingText(fulfilment, wording), ...notesOf(fulfilment, wording)];
  return {
    paper: () =>
      paperOf(making, {
        lines: [standingText(fulfilment, wording)],
        blocks: fulfilmentBlocks(fulfilment, wording),
      }),
    sheets: () => [
      fulfilledCardSheet(fulfilment, wording),
      areaSheet(fulfilment, wording),
      projectSheet(fulfilment, wording),
      indicatorSheet(fulfilment, wording),
      aboutSheet(making, notes),
    ],
  };
}
