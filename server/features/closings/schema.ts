import { z } from "zod";
import { optionalDecimal, optionalText, text } from "../../values/fields.ts";

const MOST_HEADS = 100_000;

export const closingSchema = z.object({
  headCount: optionalDecimal(0, { least: 0, most: MOST_HEADS }),
  headCountWomen: optionalDecimal(0, { least: 0, most: MOST_HEADS }),
  sheetReason: optionalText(500),
});

export const reopeningSchema = z.object({ reason: text(500) });
