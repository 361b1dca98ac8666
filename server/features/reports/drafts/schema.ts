import { z } from "zod";
import { checkbox, choice, version } from "../../../values/fields.ts";

/** One offered draft, or all of those whose text nobody has edited. */
export const offerSchema = z.object({
  place: z.string().max(100).default(""),
  choice: choice(["adopt", "keep"]),
  isForAll: checkbox(),
  /** Edition of the text that the draft was compared with; of all of them 1. */
  version: version(),
  seen: z.string().max(64).default(""),
});

export type OfferEntry = z.output<typeof offerSchema>;
