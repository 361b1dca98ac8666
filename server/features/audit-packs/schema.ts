import { z } from "zod";
import {
  choice,
  lines,
  optionalDecimal,
  optionalId,
  optionalText,
  text,
} from "../../values/fields.ts";
import { packSubjects, sampleMethods } from "./rules.ts";

const MOST_SAMPLED = 500;

/** What the pack is of and why it is made; which further fields are needed follows from that. */
export const auditPackSchema = z
  .object({
    subject: choice(packSubjects),
    indicatorId: optionalId(),
    periodId: optionalId(),
    method: choice(sampleMethods),
    numbers: lines(MOST_SAMPLED, 100),
    count: optionalDecimal(0, { least: 1, most: MOST_SAMPLED }),
    seed: optionalText(100),
    reason: text(500),
  })
  .superRefine((entry, context) => {
    for (const field of missingIn(entry))
      context.addIssue({ code: "custom", path: [field], message: "required" });
  });
export type AuditPackEntry = z.output<typeof auditPackSchema>;

function missingIn(entry: Pick<AuditPackEntry, "subject" | "method"> & Fields): (keyof Fields)[] {
  if (entry.subject === "indicator") return entry.indicatorId === null ? ["indicatorId"] : [];
  if (entry.subject === "period") return entry.periodId === null ? ["periodId"] : [];
  if (entry.method === "listed") return entry.numbers.length === 0 ? ["numbers"] : [];
  const asked: (keyof Fields)[] = entry.method === "random" ? ["count", "seed"] : ["count"];
  return asked.filter((field) => entry[field] === null);
}

interface Fields {
  indicatorId: number | null;
  periodId: number | null;
  numbers: string[];
  count: number | null;
  seed: string | null;
}
