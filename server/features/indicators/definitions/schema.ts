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

/** Only what is rated in words may be without it. */
const unit = () => optionalText(40).transform((typed) => typed ?? "");

const fields = {
  code: indicatorCode(),
  nameCs: text(300),
  nameEn: text(300),
  unitCs: unit(),
  unitEn: unit(),
  kind: choice(indicatorKinds),
  valueType: choice(valueTypes),
  behaviour: choice(behaviours),
  decimals: choice(decimalChoices).transform(Number),
  rule: optionalText(3_000),
  computation: optionalChoice(computations),
  source: optionalText(500),
  isConfirmed: checkbox(),
};

type Measured = { valueType: string; unitCs: string; unitEn: string };

function checkUnits({ valueType, ...units }: Measured, context: z.RefinementCtx): void {
  if (valueType === "text") return;
  for (const name of ["unitCs", "unitEn"] as const)
    if (units[name] === "") context.addIssue({ code: "custom", path: [name], message: "required" });
}

export const definitionSchema = z.object(fields).superRefine(checkUnits);
export const editedDefinitionSchema = z
  .object({ ...fields, version: version() })
  .superRefine(checkUnits);
