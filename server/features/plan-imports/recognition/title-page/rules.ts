import { foldText } from "../../../../values/fold.ts";
import type { Bit } from "../sections/rules.ts";

export interface TitlePage {
  title: string | null;
  region: string | null;
  fromYear: number | null;
  toYear: number | null;
  /** Rows of it; the rest of what precedes the first card is not recognised. */
  rows: number[];
  loose: number[];
}

const MOST_WORDS = 16;

/** Short lines before the first card that are no sentences. */
export function readTitlePage(opening: Bit[]): TitlePage {
  const rows: number[] = [];
  const loose: number[] = [];
  const texts: string[] = [];
  for (const paragraph of paragraphsOf(opening)) {
    const prose = isProse(paragraph.map(({ text }) => text).join(" "));
    (prose ? loose : rows).push(...paragraph.map(({ row }) => row));
    if (!prose) texts.push(...paragraph.map(({ text }) => text.replaceAll("\t", " ")));
  }
  return { ...namesIn(texts), rows, loose };
}

/** What begins with a small letter goes on with the line before. */
function paragraphsOf(bits: Bit[]): Bit[][] {
  const paragraphs: Bit[][] = [];
  for (const bit of bits) {
    const open = paragraphs.at(-1);
    if (open !== undefined && /^[\p{Ll}(]/u.test(bit.text)) open.push(bit);
    else paragraphs.push([bit]);
  }
  return paragraphs;
}

function isProse(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (
    words > MOST_WORDS ||
    (words > 5 && /[.!?;,]$/.test(text)) ||
    /\p{Ll}{2}[.!?] \p{Lu}/u.test(text)
  );
}

/** What a title page, or the headers of pages, say of the plan. */
export function namesIn(texts: string[]): Omit<TitlePage, "rows" | "loose"> {
  const all = texts.join("\n");
  const [, from, to] = /\b(20\d\d)\s*[-\u2010-\u2015]\s*(20\d\d)\b/.exec(all) ?? [];
  const open = /\b(20\d\d)\s*\+/.exec(all)?.[1];
  return {
    title: titleIn(texts),
    region: regionIn(all),
    fromYear: Number(from ?? open ?? Number.NaN) || null,
    toYear: to === undefined ? null : Number(to),
  };
}

function titleIn(texts: string[]): string | null {
  const at = texts.findIndex((text) => /\bplan\b|\bprogram\b|\bstrategie\b/.test(foldText(text)));
  const title = texts[at];
  if (title === undefined) return null;
  const next = texts[at + 1];
  const goesOn =
    next !== undefined &&
    !/social/.test(foldText(title)) &&
    /^(?:\p{Lu}+ )?(?:rozvoje |socialnich )/u.test(foldText(next));
  return (goesOn ? `${title} ${next}` : title).slice(0, 200);
}

const REGION =
  /(?:^|\s)(\p{Lu}\p{L}+(?:[sc]k(?:\u00fd|\u00e9m|\u00e9ho)|[SC]K(?:\u00dd|\u00c9M|\u00c9HO))) (kraj[eiu]?|KRAJ[EIU]?)(?!\p{L})/mu;

function regionIn(text: string): string | null {
  if (/kraj[ie]? vyso\u010din/iu.test(text)) return "Kraj Vyso\u010dina";
  if (/hlavn\u00ed(?:ho)? m\u011bst[oa] prah/iu.test(text)) return "Hlavn\u00ed m\u011bsto Praha";
  const [, name] = REGION.exec(text) ?? [];
  if (name === undefined) return null;
  const plain = name
    .toLowerCase()
    .replace(/([sc]k)(?:\u00e9m|\u00e9ho|\u00e9mu|\u00e9)$/u, "$1\u00fd");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)} kraj`;
}
