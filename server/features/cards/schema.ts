import { z } from "zod";
import { optionalText, text, version } from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { measuresOf } from "./measures/lines/rules.ts";

/** Texts of a card may be long: a list of services names thirty of them. */
const LONG = 10_000;

const words = (most = 2_000) => optionalText(most).transform((typed) => typed ?? "");

const fields = {
  number: text(20),
  name: text(300),
  areaCode: optionalText(20),
  goals: words(),
  targetGroups: words(),
  services: words(LONG),
  period: words(200),
  responsible: words(),
  costs: words(),
  funding: words(),
  description: words(LONG),
};

const MOST_MEASURES = 200;

export const newCardSchema = z.object({
  ...fields,
  measures: words(LONG)
    .transform(measuresOf)
    .refine((all) => all.length <= MOST_MEASURES, `atMost:${MOST_MEASURES}`),
});
export const editedCardSchema = z.object({ ...fields, version: version() });
export const cardOwnerSchema = z.object({ ...ownerFields(), version: version() });

export type NewCard = z.output<typeof newCardSchema>;
export type EditedCard = z.output<typeof editedCardSchema>;
export type CardOwnerEntry = z.output<typeof cardOwnerSchema>;
