import { z } from "zod";
import { optionalText, version } from "../../../values/fields.ts";
import { type Halere, parseHalere } from "../../../values/money.ts";
import type { ClaimEntry, CutEntry } from "./rules.ts";

const MOST_ROWS = 50;

const list = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .refine((all) => all.length <= MOST_ROWS, "unknownChoice");

const ids = list
  .refine((all) => all.every((one) => /^[1-9]\d{0,8}$/.test(one)), "unknownChoice")
  .refine((all) => new Set(all).size === all.length, "unknownChoice");

/** Rows of a page: those ticked, and a list of amounts as long as the list of rows. */
export const claimsSchema = z
  .object({ version: version(), expenditure: ids, claim: ids, amount: list })
  .transform(({ version: opened, expenditure, claim, amount }, context) => {
    const ticked = new Set(claim);
    const entries = expenditure.map(
      (id, index): ClaimEntry => ({
        expenditureId: Number(id),
        isClaimed: ticked.has(id),
        amount: ticked.has(id) ? readSum(amount[index], `amount-${id}`, context) : null,
      }),
    );
    return { version: opened, entries };
  });

/** Rows of a page of a decision: four lists of the same length. */
export const cutsSchema = z
  .object({ version: version(), expenditure: ids, cut: list, moved: list, reason: list })
  .transform(({ version: opened, expenditure, cut, moved, reason }, context) => {
    const entries = expenditure.map(
      (id, index): CutEntry => ({
        expenditureId: Number(id),
        cut: readSum(cut[index], `cut-${id}`, context) ?? 0,
        moved: readSum(moved[index], `moved-${id}`, context) ?? 0,
        reason: readReason(reason[index], `reason-${id}`, context),
      }),
    );
    return { version: opened, entries };
  });

function readSum(
  typed: string | undefined,
  field: string,
  context: z.RefinementCtx,
): Halere | null {
  const text = (typed ?? "").replaceAll("\u00a0", " ").trim();
  if (text === "") return null;
  const reading = parseHalere(text);
  if (reading.ok) return reading.halere;
  const message = reading.reason === "ambiguous" ? "ambiguousAmount" : "validAmount";
  context.addIssue({ code: "custom", message, path: [field] });
  return null;
}

const reasonText = optionalText(1000);

function readReason(
  typed: string | undefined,
  field: string,
  context: z.RefinementCtx,
): string | null {
  const read = reasonText.safeParse(typed ?? "");
  if (read.success) return read.data;
  const message = read.error.issues[0]?.message ?? "unusableText";
  context.addIssue({ code: "custom", message, path: [field] });
  return null;
}
