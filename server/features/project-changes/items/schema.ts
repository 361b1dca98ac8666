import { z } from "zod";
import {
  day,
  lines,
  optionalDay,
  optionalDecimal,
  optionalText,
  text,
} from "../../../values/fields.ts";
import { GOAL_LENGTH, MOST_GOALS } from "../../projects/rules.ts";
import type { ChangeSubject, FieldType } from "./rules.ts";
import { fieldsOf, targetToKeep } from "./rules.ts";

interface Measured {
  subject: ChangeSubject;
  valueType: "number" | "percentage" | "text" | null;
  decimals: number;
}

/** Fields of the record as a change may set them, each in the form in which changes keep values. */
export function itemSchema(record: Measured) {
  const fields = fieldsOf(record.subject).map(([name, type]) => [name, fieldOf(type, record)]);
  return z.object(Object.fromEntries(fields) as Record<string, z.ZodType<string | null>>);
}

function fieldOf(type: FieldType, { valueType, decimals }: Measured): z.ZodType<string | null> {
  if (type === "line") return text(300);
  if (type === "text") return optionalText(8_000);
  if (type === "lines")
    return lines(MOST_GOALS, GOAL_LENGTH).transform((all) => all.join("\n") || null);
  if (type === "day") return optionalDay();
  if (type === "requiredDay") return day();
  if (valueType === "text") return optionalText(500);
  return optionalDecimal(decimals, { least: 0 }).transform((scaled) =>
    scaled === null ? null : targetToKeep(scaled, decimals),
  );
}
