import { foldText } from "../../../../values/fold.ts";

/** After a comma these go on with what was named: a relative clause, an explanation. */
const GOES_ON = new RegExp(
  "^(?:(?:v|ve|u|o|s|se|k|ke|z|ze|na|do|od|po|za|pro|pri|pred|nad|pod|bez) )?" +
    "(?:kter[a-z]+|jenz|jez|jejichz|jejiz|jehoz|jemuz|jimz|jimiz|nimz|nimiz|nichz|niz|nemz|nehoz|coz)(?![a-z])" +
    "|^(?:vcetne|zejmena|predevsim|hlavne|napr|napriklad|tj|tzn|tzv|apod|atd|aj|aby|kde|kdy|kdyz|pokud|protoze|a to|a tim)(?![a-z])" +
    "|^ze (?!s)",
);

/** The legal form of what was named before the comma, in the singular. */
const LEGAL_FORM =
  /^(?:prispevkova organizace|obecne prospesna spolecnost|zapsany (?:spolek|ustav)|p\. ?o\.|o\. ?p\. ?s\.|z\. ?[su]\.|s\. ?r\. ?o\.|a\. ?s\.|v\. ?o\. ?s\.|k\. ?s\.)/;

const BULLET = /^(?:[•◦▪■●○‣∙·*\uf0b7\uf0a7]|[-–—](?=\s))\s*/u;
/** A line that ends so is not the end of what it names. */
const GOES_ON_NEXT_LINE = /(?:^|[^a-z])(?:a|i|o|s|se|k|ke|v|ve|z|ze|na|do|od|po|pro|pri|u)$/;
const ABBREVIATED =
  /(?:^|[^a-z])(?:apod|spol|popr|resp|prisp|org|napr|vcet|soc|zdrav|nest|nezisk)\.$/;
/** After a word, a name in capitals or a bracket; "p. o." keeps its stops. */
const ENDS_SENTENCE = /(?:\p{L}{4}|(?<![\p{L}.])\p{Lu}{2,3}|\))\.$/u;
const LONGEST_LOOK = 40;

/**
 * Target groups, bodies or sources of a text, in its words: cut at commas, semicolons and ends of lines that
 * are not in brackets, nor before a clause that belongs to the words before it. "a" does not cut.
 */
export function splitTexts(text: string): string[] {
  const closing = closedBrackets(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const end = closing.get(at);
    if (end !== undefined) at = end;
    else if (cutsAt(text, at)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map(trimmed).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** Where each bracket that is closed again ends; one that stays open does not hide what follows it. */
function closedBrackets(text: string): Map<number, number> {
  const opened: number[] = [];
  const pairs = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") opened.push(at);
    const from = text[at] === ")" ? opened.pop() : undefined;
    if (from !== undefined) pairs.set(from, at);
  }
  return pairs;
}

function cutsAt(text: string, at: number): boolean {
  const sign = text[at];
  if (sign === ";") return true;
  if (sign === "\n") return !GOES_ON_NEXT_LINE.test(foldText(text.slice(Math.max(0, at - 8), at)));
  if (sign !== ",") return false;
  if (/\d/.test(text[at - 1] ?? "") && /[\d-]/.test(text[at + 1] ?? "")) return false;
  const next = foldText(text.slice(at + 1, at + 1 + LONGEST_LOOK));
  return !GOES_ON.test(next) && !LEGAL_FORM.test(next);
}

/** Without a bullet before, a separator after and the full stop of a sentence; an abbreviation keeps its own. */
function trimmed(part: string): string {
  const text = part.replace(/\s+/gu, " ").trim().replace(BULLET, "").trim();
  const end = text.slice(-LONGEST_LOOK);
  const isSentence = ENDS_SENTENCE.test(end) && !ABBREVIATED.test(foldText(end));
  return isSentence ? text.slice(0, -1) : text;
}
