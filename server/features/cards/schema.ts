import { z } from "zod";
import { optionalText, text, version } from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { measuresOf } from "./measures/lines/rules.ts";
import { longest } from "./rules.ts";

const words = () => optionalText(longest.text).transform((typed) => typed ?? "");

const fields = {
  number: text(longest.number),
  name: text(longest.name),
  areaCode: optionalText(50),
  goals: words(),
  targetGroups: words(),
  services: words(),
  period: words(),
  responsible: words(),
  costs: words(),
  funding: words(),
  description: words(),
};

const MOST_MEASURES = 200;

export const newCardSchema = z.object({
  ...fields,
  measures: words()
    .transform(measuresOf)
    .refine((all) => all.length <= MOST_MEASURES, `atMost:${MOST_MEASURES}`),
});
export const editedCardSchema = z.object({ ...fields, version: version() });
export const cardOwnerSchema = z.object({ ...ownerFields(), version: version() });

export type NewCard = z.output<typeof newCardSchema>;
export type EditedCard = z.output<typeof editedCardSchema>;
