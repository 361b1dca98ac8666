import type { SourceLine } from "../rules.ts";

/** A line to read: without markup and invisible characters, never blank. A source line may hold several. */
export interface Row {
  /** Index of the source line. */
  source: number;
  page: number | null;
  /** Trimmed; cells apart by tabs, other blanks single. */
  text: string;
  indent: number;
  /** Blank lines right before it. */
  gap: number;
  /** A page begins with it. */
  opensPage: boolean;
  /** Markup says that a paragraph or an item of a list begins here. */
  opensParagraph: boolean;
}

export interface Rows {
  rows: Row[];
  /** Index of the source line → why it says nothing. */
  noise: Map<number, string>;
}

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
const SOFT_HYPHEN_AT_END = /\u00ad\s*$/;
const BLANKS = /[^\S\t\n]+/g;
const TAG = /<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,200})?\/?>/gi;
const ENTITIES: Record<string, string> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&sect;": "\u00a7",
  "&ndash;": "\u2013",
  "&bull;": "\u2022",
};

/** Longer lines are read to here; the rest is no annex. */
const CHARACTERS_READ = 32_767;

/** Takes lines apart into rows; what is left out is accounted for as noise with its reason. */
export function rowsOf(lines: SourceLine[]): Rows {
  const rows: Row[] = [];
  const noise = new Map<number, string>();
  let gap = 0;
  let opensPage = true;
  lines.forEach((line, source) => {
    const raw = line.text.slice(0, CHARACTERS_READ);
    opensPage ||= raw.includes("\f") || isOnNextPage(line, lines[source - 1]);
    const texts = textsOf(raw);
    if (texts.length === 0) {
      noise.set(source, reasonOfNothing(raw));
      gap += 1;
      return;
    }
    texts.forEach((bit, at) => {
      const place = at === 0 ? { indent: indentOf(raw), gap, opensPage } : INSIDE;
      rows.push({ source, page: line.page, ...bit, ...place });
    });
    gap = 0;
    opensPage = false;
  });
  return { rows, noise };
}

/** A further row of the same line. */
const INSIDE = { indent: 0, gap: 0, opensPage: false };

function isOnNextPage(line: SourceLine, before: SourceLine | undefined): boolean {
  return line.page !== null && line.page !== before?.page;
}

interface Bit {
  text: string;
  opensParagraph: boolean;
}

function textsOf(raw: string): Bit[] {
  const softHyphen = SOFT_HYPHEN_AT_END.test(raw);
  const clean = raw
    .normalize("NFC")
    .replace(/[\f\v\r]/g, " ")
    .replace(INVISIBLE, "");
  const bits = plainMarkup(withoutTags(clean))
    .split("\n")
    .map((text, at) => ({ text: tidied(text), opensParagraph: at > 0 }))
    .filter((bit) => bit.text !== "");
  const last = bits.at(-1);
  // A soft hyphen at the end divides a word as a hyphen does; elsewhere it says nothing.
  if (softHyphen && last !== undefined) last.text = `${last.text}-`;
  return bits;
}

/** Tags that begin a block become ends of lines, items of lists and tick boxes become bullets. */
function withoutTags(text: string): string {
  if (!text.includes("<") && !text.includes("&")) return text;
  return text
    .replace(TAG, inPlaceOf)
    .replace(/&[a-z]{2,5};/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(/\u2022\s*\n\s*\u2022/g, "\n\u2022");
}

const ITEM = /^<(?:li|input[^>]*(?:checkbox|radio))/i;
const BLOCK = /^<\/?(?:p|br|ul|ol|li|div|tr|h\d|table)\b/i;

function inPlaceOf(tag: string): string {
  if (ITEM.test(tag)) return "\n\u2022 ";
  return BLOCK.test(tag) ? "\n" : " ";
}

/** Signs of Markdown: emphasis, headings, pipes of tables (which become cells). */
function plainMarkup(text: string): string {
  let plain = text;
  if (plain.includes("**") || plain.includes("__"))
    plain = plain.replace(/\*\*|(?<!\w)__|__(?!\w)/g, "");
  if (/^\s*#{1,6}\s/.test(plain)) plain = plain.replace(/^\s*#{1,6}\s+/, "");
  if (/^\s*\|/.test(plain))
    plain = plain
      .replace(/^\s*\|/, "")
      .replace(/\|\s*$/, "")
      .replaceAll("|", "\t");
  return plain;
}

function tidied(text: string): string {
  return text
    .replace(BLANKS, " ")
    .replace(/ ?\t[\t ]*/g, "\t")
    .replace(/^[\s]+|[\s]+$/g, "");
}

function indentOf(raw: string): number {
  return /^[ \u00a0\t]*/.exec(raw)?.[0].replaceAll("\t", "    ").length ?? 0;
}

function reasonOfNothing(raw: string): string {
  if (/\S/.test(raw.replace(INVISIBLE, ""))) return "markup";
  return raw.includes("\f") ? "page-break" : "blank";
}
