import { type CardContent, textFields } from "../../cards/rules.ts";

/** A line of an annex as a reader of files gives it; pages where the file has them, cells apart by tabs. */
export interface SourceLine {
  /** From 1. */
  number: number;
  page: number | null;
  text: string;
  /** Of a column that cards do not have: the reader knows that it belongs to none of their fields. */
  isApart?: true;
}

/** In the order of the forms; annexes with an order of their own are learnt from. */
export const annexFields = ["number", ...textFields, "measures"] as const;

export type AnnexField = (typeof annexFields)[number];

/** Cards of 2014–2017 hang on strategic goals and have 9 fields, those of 2024+ lie in areas and have 10. */
export type Layout = "goals" | "areas";

/** What became of a line. Each has exactly one fate; a blank line is noise with the reason `blank`. */
export interface AccountedLine extends SourceLine {
  fate: "field" | "heading" | "noise" | "unrecognised";
  /** Why it is noise: blank, page-number, page-header, separator, contents, markup … */
  reason?: string;
  /** Ordinal of the card that it belongs to. */
  card?: number;
  field?: AnnexField;
}

export interface RecognisedArea {
  code: string;
  title: string;
  parentCode: string | null;
  kind: "area" | "sub-area" | "goal";
}

/** Keys and numbers, no sentences: these are in the texts. */
export interface AnnexWarning {
  code: string;
  field?: AnnexField;
  line?: number;
  params?: Record<string, string | number>;
  /** The repair that is proposed for it. */
  repairId?: string;
}

/** A change of what stands in the source; `content` has it done unless it was declined. */
export interface Repair {
  /** The same again when the same lines are read. */
  id: string;
  kind: string;
  field?: AnnexField;
  /** Other cards that it touches, by ordinal. */
  others: number[];
  lines: number[];
  before: string;
  after: string;
}

export interface RecognisedCard {
  /** From 1, as they begin in the source. */
  ordinal: number;
  content: CardContent;
  isPlaceholder: boolean;
  registrationNumbers: { number: string; field: AnnexField; measure: number | null }[];
  warnings: AnnexWarning[];
  repairs: Repair[];
}

export interface Recognition {
  layout: Layout | null;
  title: string | null;
  region: string | null;
  fromYear: number | null;
  toYear: number | null;
  areas: RecognisedArea[];
  cards: RecognisedCard[];
  lines: AccountedLine[];
  /** Of the whole; those of a card are with it. */
  warnings: AnnexWarning[];
}

/** Names that texts are compared with. */
export interface Catalogue {
  services: { section: string; name: string; synonyms: string[] }[];
  terms: { kind: string; code: string; label: string; synonyms: string[] }[];
}
