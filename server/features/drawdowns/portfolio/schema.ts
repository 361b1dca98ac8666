import { z } from "zod";
import { foldText } from "../../../values/fold.ts";
import { phases } from "../../projects/rules.ts";

export const portfolioSorts = [
  ...(["name", "cap", "spent", "claimed"] as const),
  ...(["approved", "cut", "received", "end"] as const),
];
export type PortfolioSort = (typeof portfolioSorts)[number];

/** What the address of the portfolio may narrow it to; whatever makes no sense is left out. */
export const portfolioSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  phase: z.enum(phases).optional().catch(undefined),
  department: z.string().trim().min(1).max(200).optional().catch(undefined),
  sort: z
    .string()
    .regex(/^-?[a-z]+$/)
    .refine((sort) => portfolioSorts.includes(sort.replace("-", "") as PortfolioSort))
    .catch("name"),
});

export type PortfolioView = z.output<typeof portfolioSchema>;

/** Folded words of what was typed into the search field. */
export function wordsOf({ q }: PortfolioView): string[] {
  return foldText(q).split(" ").filter(Boolean).slice(0, 8);
}
