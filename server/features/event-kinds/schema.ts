import { z } from "zod";
import { checkbox, choice, decimal, optionalDay, text, version } from "../../values/fields.ts";
import { closings } from "../events/rules.ts";

const fields = {
  labelCs: text(120),
  labelEn: text(120),
  countsAsSupport: checkbox(),
  isMeeting: checkbox(),
  isConfidential: checkbox(),
  closing: choice(closings),
  position: decimal(0, { least: 1, most: 9_999 }),
  validFrom: optionalDay(),
  validTo: optionalDay(),
};

const inOrder = (entry: { validFrom: string | null; validTo: string | null }) =>
  !entry.validFrom || !entry.validTo || entry.validFrom <= entry.validTo;
const wrongOrder = { path: ["validTo"], message: "endBeforeStart" };

export const newKindSchema = z
  .object({ code: text(40).refine((code) => /^[a-z\d-]+$/.test(code), "itemCode"), ...fields })
  .refine(inOrder, wrongOrder);

/** The code stays: later versions of the product know the kind by it. */
export const editedKindSchema = z
  .object({ ...fields, version: version() })
  .refine(inOrder, wrongOrder);

export type NewKindEntry = z.output<typeof newKindSchema>;
export type EditedKindEntry = z.output<typeof editedKindSchema>;
