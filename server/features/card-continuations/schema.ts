import { z } from "zod";
import { id, optionalChoice, optionalText } from "../../values/fields.ts";

export const comparisonShows = ["continued", "offered", "ended", "fresh"] as const;
export type ComparisonShow = (typeof comparisonShows)[number];

export const newContinuationSchema = z.object({
  fromCardId: id(),
  toCardId: id(),
  note: optionalText(500),
});

export type NewContinuation = z.output<typeof newContinuationSchema>;

/** What the page of a comparison shows; whatever else an address says is left out. */
export const comparisonView = z.object({
  show: optionalChoice(comparisonShows).catch(null),
});
