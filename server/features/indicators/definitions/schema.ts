import { z } from "zod";
import {
  checkbox,
  choice,
  optionalChoice,
  optionalText,
  text,
  version,
} from "../../../values/fields.ts";
import { indicatorCode } from "../../../values/indicator-code.ts";
import { computations } from "../computing/rules.ts";
import { behaviours, decimalChoices, indicatorKinds, valueTypes } from "../rules.ts";

export const definitionSchema = z.object({
  code: indicatorCode(),
  nameCs: text(300),
  nameEn: text(300),
  unitCs: text(40),
  unitEn: text(40),
  kind: choice(indicatorKinds),
  valueType: choice(valueTypes),
  behaviour: choice(behaviours),
  decimals: choice(decimalChoices).transform(Number),
  rule: optionalText(3_000),
  computation: optionalChoice(computations),
  source: optionalText(500),
  isConfirmed: checkbox(),
});

export const editedDefinitionSchema = definitionSchema.extend({ version: version() });
