import { z } from "zod";
import { decimal, optionalDay, text, version } from "../../values/fields.ts";

/** Lists that projects choose from; their names stand in `texts.codeLists.lists`. */
export const codeLists = [
  "programmes",
  "target-groups",
  "districts",
  "municipalities",
  "esf-sex",
  "esf-labour-status",
  "esf-education",
  "esf-disadvantage",
  "esf-exit",
] as const;
export type CodeList = (typeof codeLists)[number];

const fields = {
  labelCs: text(300),
  labelEn: text(300),
  position: decimal(0, { least: 1, most: 9_999 }),
  validFrom: optionalDay(),
  validTo: optionalDay(),
};

const inOrder = (entry: { validFrom: string | null; validTo: string | null }) =>
  !entry.validFrom || !entry.validTo || entry.validFrom <= entry.validTo;
const wrongOrder = { path: ["validTo"], message: "endBeforeStart" };

export const newItemSchema = z
  .object({
    code: text(40).refine((code) => /^[\p{L}\d+._-]+$/u.test(code), "itemCode"),
    ...fields,
  })
  .refine(inOrder, wrongOrder);

/** The code stays: records and later versions of the product know the item by it. */
export const editedItemSchema = z
  .object({ ...fields, version: version() })
  .refine(inOrder, wrongOrder);

export type NewItemEntry = z.output<typeof newItemSchema>;
export type EditedItemEntry = z.output<typeof editedItemSchema>;
