import { z } from "zod";
import {
  checkbox,
  choice,
  day,
  decimal,
  optionalHalere,
  optionalId,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { parseHalere } from "../../values/money.ts";
import { requestKinds } from "./rules.ts";

const fields = {
  number: decimal(0, { least: 1, most: 999 }),
  kind: choice(requestKinds).default("interim"),
  requestNumber: optionalText(100),
  periodId: optionalId(),
  advance: optionalHalere(),
  income: optionalHalere(),
  note: optionalText(2000),
};

export const newRequestSchema = z.object({ ...fields, claimsWhole: checkbox() });
export const editedRequestSchema = z.object({ ...fields, version: version() });

export type RequestEntry = z.output<typeof newRequestSchema>;
export type EditedRequest = z.output<typeof editedRequestSchema>;

export const submissionSchema = z.object({ version: version(), submittedOn: day() });
export const reasonSchema = z.object({ version: version(), reason: text(2000) });
export const versionSchema = z.object({ version: version() });

export const decisionSchema = z.object({
  version: version(),
  decidedOn: day(),
  flat: optionalHalere(),
  note: optionalText(2000),
});

export const receiptSchema = z.object({
  version: version(),
  receivedOn: day(),
  amount: signedHalere(),
  note: optionalText(1000),
});

/** A sum that may be below nought: what was returned. */
function signedHalere() {
  return z
    .string()
    .default("")
    .transform((typed, context) => {
      const trimmed = typed.replaceAll("\u00a0", " ").trim();
      const reading = parseHalere(trimmed, { allowNegative: true });
      if (reading.ok && reading.halere !== 0) return reading.halere;
      const refused = reading.ok ? "notZero" : reading.reason;
      const message = trimmed === "" ? "required" : (REFUSALS[refused] ?? "validAmount");
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

const REFUSALS: Record<string, string> = { ambiguous: "ambiguousAmount", notZero: "amountNotZero" };
