import type { SeededTerm, TermKind } from "../../queries/plan-terms.ts";

type Term = [code: string, labelCs: string, labelEn: string, synonyms?: string[]];

export const termsOf = (kind: TermKind, terms: Term[]): SeededTerm[] =>
  terms.map(([code, labelCs, labelEn, synonyms = []]) => ({
    kind,
    code,
    labelCs,
    labelEn,
    synonyms,
  }));

/** Plans call their region by its name, by its letters and by its office. */
export const regionNames = [
  "LK",
  "Liberecký kraj",
  "KÚ LK",
  "KÚLK",
  "krajský úřad",
  "Královéhradecký kraj",
  "KHK",
  "Jihočeský kraj",
  "Jihomoravský kraj",
  "JMK",
  "Karlovarský kraj",
  "KVK",
  "Kraj Vysočina",
  "Moravskoslezský kraj",
  "MSK",
  "Olomoucký kraj",
  "OLK",
  "Pardubický kraj",
  "PAK",
  "Plzeňský kraj",
  "PLK",
  "Středočeský kraj",
  "Ústecký kraj",
  "ULK",
  "Zlínský kraj",
  "ZLK",
  "Hlavní město Praha",
];
