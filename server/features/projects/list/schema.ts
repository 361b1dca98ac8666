import { z } from "zod";
import { foldText } from "../../../values/fold.ts";
import { healths, phases } from "../rules.ts";

const projectSorts = [
  "name",
  "health",
  "end",
  "indicators",
  "physical",
  "money",
  "deadline",
  "overdue",
] as const;

const word = z.string().trim().min(1).max(200).optional().catch(undefined);
const isSet = z
  .string()
  .transform((value) => value === "true")
  .catch(false);

/** What the address of the list may narrow it to; whatever makes no sense is left out. */
export const projectListSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  phase: z.enum(phases).optional().catch(undefined),
  health: z
    .enum([...healths, "none"])
    .optional()
    .catch(undefined),
  programme: word,
  department: word,
  manager: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  mine: isSet,
  favourite: isSet,
  archived: isSet,
  more: isSet,
  sort: z
    .string()
    .regex(/^-?[a-z]+$/)
    .refine((sort) => projectSorts.includes(sort.replace("-", "") as ProjectSort))
    .catch("name"),
});

export type ProjectSort = (typeof projectSorts)[number];
export type ProjectListView = z.output<typeof projectListSchema>;

/** Folded words of what was typed into a search field. */
export function searchWords(typed: string): string[] {
  return foldText(typed).split(" ").filter(Boolean).slice(0, 8);
}
