import { z } from "zod";
import { id, optionalChoice, optionalText } from "../../values/fields.ts";

export const comparisonShows = ["continued", "offered", "ended", "fresh"] as const;
export type ComparisonShow = (typeof comparisonShows)[number];

const pair = { fromCardId: id(), toCardId: id() };

export const newContinuationSchema = z.object({ ...pair, note: optionalText(500) });

/** An older card and a newer one that is offered to it. */
export const pairOfCardsSchema = z.object(pair);

export type PairOfCards = z.output<typeof pairOfCardsSchema>;

export type NewContinuation = z.output<typeof newContinuationSchema>;

/** What the page of a comparison shows; whatever else an address says is left out. */
export const comparisonView = z.object({
  show: optionalChoice(comparisonShows).catch(null),
});
