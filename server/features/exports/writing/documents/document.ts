/** A paper of headings, texts, tables and small charts: every word is ready, whoever draws it knows no facts. */
export interface PrintedDocument {
  language: "cs" | "en";
  title: string;
  subject: string;
  /** Stands at the foot of each page, on the left. */
  foot: string;
  /** `strana {page} z {pages}` */
  pageOf: string;
  madeAt: string;
  blocks: Block[];
}

export type Tone = "green" | "yellow" | "red" | "blue" | "grey";

export type Block =
  | TitleBlock
  | HeadingBlock
  | TextBlock
  | TilesBlock
  | PartsBlock
  | TableBlock
  | FactsBlock
  | ListBlock;

export interface TitleBlock {
  kind: "title";
  over: string;
  title: string;
  lines: string[];
}

export interface HeadingBlock {
  kind: "heading";
  /** 1 begins a part of the paper and may begin a page. */
  level: 1 | 2;
  text: string;
  note?: string;
  isNewPage?: boolean;
}

export interface TextBlock {
  kind: "text";
  text: string;
  isSoft?: boolean;
  isStrong?: boolean;
}

/** Key figures beside each other. */
export interface TilesBlock {
  kind: "tiles";
  tiles: { label: string; value: string; note?: string; tone?: Tone; percent?: number }[];
}

/** One bar made of parts, with what each of them is. */
export interface PartsBlock {
  kind: "parts";
  label: string;
  parts: { tone: Tone; label: string; count: string; width: number }[];
}

export interface TableBlock {
  kind: "table";
  columns: TableColumn[];
  /** A row of one cell goes over all columns. */
  rows: { cells: Cell[]; isStrong?: boolean; isMarked?: boolean }[];
}

export interface TableColumn {
  header: string;
  /** What columns of words share the free width by. */
  weight: number;
  /** Set to the right and never broken. */
  isNumber?: boolean;
}

export interface Cell {
  text: string;
  /** Smaller, below it. */
  note?: string;
  tone?: Tone;
  isStrong?: boolean;
  /** A bar below the text: whole per cent, and where it was to be by now. */
  bar?: { percent: number; marker?: number };
}

/** What a record says, label by label: texts of any length, over pages if they must. */
export interface FactsBlock {
  kind: "facts";
  items: { label: string; text: string; isSoft?: boolean }[];
}

export interface ListBlock {
  kind: "list";
  items: { text: string; side?: string }[];
}
