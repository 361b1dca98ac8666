import { z } from "zod";
import {
  checkbox,
  choice,
  optionalChoice,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { longest } from "../cards/rules.ts";
import { measuresIn } from "./measures/rules.ts";
import { choices } from "./reviewing/rules.ts";
import { filters } from "./show/rules.ts";

/** As a whole annex is pasted: larger than any field of a form, its tabs and page breaks kept. */
export const MOST_PASTED = 2_000_000;

export const newImportSchema = z.object({
  text: z
    .string()
    .default("")
    .refine((typed) => typed.length <= MOST_PASTED, `tooLong:${MOST_PASTED}`),
});

export const stepSchema = z.object({ version: version() });

export const applicationSchema = z.object({
  version: version(),
  fingerprint: text(100),
  adoptsHead: checkbox(),
});

const show = () => optionalChoice(filters).catch(null);

export const decisionSchema = z.object({
  version: version(),
  choice: choice(choices),
  show: show(),
});

export const repairSchema = z.object({
  repair: text(500),
  state: choice(["declined", "taken"]),
});

const long = () => optionalText(longest.text).transform((typed) => typed ?? "");

export const editedCardSchema = z.object({
  version: version(),
  show: show(),
  number: text(longest.number),
  name: optionalText(longest.name).transform((typed) => typed ?? ""),
  areaCode: optionalText(50),
  goals: long(),
  targetGroups: long(),
  services: long(),
  period: long(),
  responsible: long(),
  costs: long(),
  funding: long(),
  description: long(),
  measures: long().transform(measuresIn),
});

export type EditedCard = z.output<typeof editedCardSchema>;
