import { z } from "zod";
import {
  checkbox,
  choice,
  id,
  optionalId,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { documentCategories, documentObjects } from "./rules.ts";

const marks = { isSignedOriginal: checkbox(), isPersonal: checkbox() };

/** The file itself does not come with the fields. */
export const newDocumentSchema = z.object({
  objectType: choice(documentObjects),
  objectId: id(),
  /** Which required paper it is, where it was asked for as one. */
  requirementId: optionalId(),
  title: optionalText(200),
  category: choice(documentCategories),
  note: optionalText(500),
  ...marks,
});

export const documentSchema = z.object({
  title: text(200),
  category: choice(documentCategories),
  ...marks,
  version: version(),
});

export const documentVersionSchema = z.object({ note: optionalText(500) });

export type NewDocumentEntry = z.output<typeof newDocumentSchema>;
export type DocumentEntry = z.output<typeof documentSchema>;

const word = z.string().trim().max(200).catch("").default("");

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const documentListSchema = z.object({
  q: word,
  category: word.transform((typed) => documentCategories.find((one) => one === typed) ?? ""),
  object: word.transform((typed) => documentObjects.find((one) => one === typed) ?? ""),
  state: word.transform((typed) => (typed === "archived" ? typed : "")),
});

export type DocumentListView = z.output<typeof documentListSchema>;
