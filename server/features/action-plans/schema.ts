import { z } from "zod";
import { checkbox, decimal, optionalDay, optionalText, version } from "../../values/fields.ts";

export const newActionPlanSchema = z.object({
  year: decimal(0, { least: 1990, most: 2100 }),
  note: optionalText(2_000),
  copiesLast: checkbox(),
});

export const actionPlanSchema = z.object({
  approvedOn: optionalDay(),
  note: optionalText(2_000),
  version: version(),
});

/** A form takes 500 fields at most, and no action plan is that long. */
const MOST_CHOSEN = 400;

/** What is ticked in the tree: `card-5`, `measure-12`. */
export const choiceSchema = z.object({
  items: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .refine((all) => all.length <= MOST_CHOSEN, `atMost:${MOST_CHOSEN}`)
    .refine((all) => all.every((one) => /^(card|measure)-[1-9]\d{0,8}$/.test(one)), "unknownChoice")
    .transform((all) => [...new Set(all)]),
  version: version(),
});

export const itemSchema = z.object({
  task: optionalText(2_000),
  dueOn: optionalDay(),
  result: optionalText(4_000),
  version: version(),
});

/** Once the action plan is approved, only what came of it is put down. */
export const resultSchema = itemSchema.pick({ result: true, version: true });

export type NewActionPlanEntry = z.output<typeof newActionPlanSchema>;
export type ActionPlanEntry = z.output<typeof actionPlanSchema>;
export type ChoiceEntry = z.output<typeof choiceSchema>;
export type ItemEntry = z.output<typeof itemSchema>;
export type ResultEntry = z.output<typeof resultSchema>;
