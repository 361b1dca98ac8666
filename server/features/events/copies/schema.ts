import { z } from "zod";
import {
  checkbox,
  choice,
  decimal,
  optionalDay,
  optionalDecimal,
  text,
} from "../../../values/fields.ts";
import { MOST_REPETITIONS, rhythms } from "./rules.ts";

export const copySchema = z.object({ title: text(300), startsOn: optionalDay() });

export const seriesSchema = z.object({
  rhythm: choice(rhythms).default("weekly"),
  every: decimal(0, { least: 1, most: 52 }),
  count: optionalDecimal(0, { least: 1, most: MOST_REPETITIONS }),
  until: optionalDay(),
  skipsHolidays: checkbox(),
  isConfirmed: checkbox(),
});

export type CopyEntry = z.output<typeof copySchema>;
export type SeriesEntry = z.output<typeof seriesSchema>;
