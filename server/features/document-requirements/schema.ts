import { z } from "zod";
import {
  checkbox,
  choice,
  day,
  decimal,
  id,
  optionalDay,
  optionalText,
  read,
  text,
  version,
} from "../../values/fields.ts";
import { documentCategories, documentObjects } from "../documents/rules.ts";
import { readKey, requirementSubjects } from "./rules.ts";

const word = z.string().trim().max(40).catch("").default("");

/** The checklist as its address tells it. */
export const requiredListSchema = z.object({
  subject: word.transform((typed) => requirementSubjects.find((one) => one === typed) ?? ""),
  show: word.transform((typed) => (typed === "all" ? typed : "")),
});

export type RequiredListView = z.output<typeof requiredListSchema>;

export const waiverSchema = z.object({
  requirementId: id(),
  objectType: choice(documentObjects),
  objectId: id(),
  reason: text(500),
});

export type WaiverEntry = z.output<typeof waiverSchema>;

const fields = {
  nameCs: text(120),
  nameEn: text(120),
  appliesTo: read(readKey, "unknownChoice").refine(
    (value): value is NonNullable<typeof value> => value !== null,
    "required",
  ),
  category: choice(documentCategories),
  isSignedOriginal: checkbox(),
  isMetByCategory: checkbox(),
  dueDays: decimal(0, { least: 0, most: 366 }),
  validFrom: day(),
  validTo: optionalDay(),
  source: optionalText(500),
  position: decimal(0, { least: 1, most: 9_999 }),
};

const inOrder = (entry: { validFrom: string; validTo: string | null }) =>
  !entry.validTo || entry.validFrom <= entry.validTo;
const wrongOrder = { path: ["validTo"], message: "endBeforeStart" };

export const newRequirementSchema = z
  .object({ code: text(40).refine((code) => /^[a-z\d-]+$/.test(code), "itemCode"), ...fields })
  .refine(inOrder, wrongOrder);

/** The code stays: later versions of the product know the paper by it. */
export const editedRequirementSchema = z
  .object({ ...fields, version: version() })
  .refine(inOrder, wrongOrder);

export type NewRequirement = z.output<typeof newRequirementSchema>;
export type EditedRequirement = z.output<typeof editedRequirementSchema>;
