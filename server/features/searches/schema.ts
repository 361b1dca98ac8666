import { z } from "zod";

/** In the order in which results are shown. */
export const searchTypes = [
  "project",
  "activity",
  "milestone",
  "event",
  "log-entry",
  "expenditure",
  "risk",
  "control",
  "resolution",
] as const;

/** What the address of the search says; whatever makes no sense is left out. */
export const searchSchema = z.object({
  q: z
    .string()
    .transform((typed) => typed.trim().slice(0, 200))
    .catch(""),
  type: z.enum(searchTypes).optional().catch(undefined),
});

export type SearchView = z.output<typeof searchSchema>;
