const STROKE = "\u0338";
const CARON = "\u030c";

/** What Unicode itself does not take apart: letters into a base and marks, quotation marks into plain ones. */
const TAKEN_APART: Record<string, string> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: `o${STROKE}`,
  Ø: `O${STROKE}`,
  ł: `l${STROKE}`,
  Ł: `L${STROKE}`,
  đ: `d${STROKE}`,
  Đ: `D${STROKE}`,
  ı: "i",
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
};

/** As ICU orders them, after blanks and before digits. */
const PUNCTUATION = "_-‐–—,;:!¡?¿.·'‹›\"«»()[]{}§¶@*/\\&#%‰†‡•′`^°©®←→+±÷×<=>¬|¦~¢$£¥€";

/** Acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot, stroke, cedilla, ogonek, macron. */
const MARKS =
  "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304";

const TOKENS = new RegExp(`ch|[crsz]${CARON}|\\d{1,48}|.`, "gisu");

/** More than this many characters do not decide an order, and PostgreSQL refuses index entries over 2.7 kB. */
const CHARACTERS_COMPARED = 240;

interface Weights {
  letter: string;
  mark: string;
  case: string;
}

/**
 * Text for search columns and comparison: without diacritics, in lower case, blanks and control characters
 * collapsed to single spaces, quotation marks plain, invisible characters left out. Folding folded text changes nothing.
 */
export function foldText(text: string): string {
  return singleBlanks(takeApart(text).replace(/\p{M}/gu, "")).toLowerCase();
}

/**
 * ASCII text whose plain binary order (`COLLATE "C"`, `BINARY`) is the Czech alphabetical one: č, ř, š and ž
 * are letters after c, r, s and z, ch comes after h, other diacritics decide only between words otherwise
 * equal, then lower case precedes upper. Numbers go by value, before letters. The same key may belong to
 * different texts, so an order needs a last column to settle it.
 */
export function czechSortKey(text: string): string {
  const key = { letter: "", mark: "", case: "" };
  const compared = singleBlanks(takeApart(text)).slice(0, CHARACTERS_COMPARED);
  for (const [token] of compared.matchAll(TOKENS)) {
    const weights = weightsOf(token);
    key.letter += weights.letter;
    key.mark += weights.mark;
    key.case += weights.case;
  }
  // A level ends with a blank, which is below every weight; "a", the lowest weight, may be left out at its end.
  return `${key.letter} ${withoutLastAs(key.mark)} ${withoutLastAs(key.case)}`.trimEnd();
}

/** Base letters followed by their marks, nothing invisible. */
function takeApart(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[ßẞæÆœŒøØłŁđĐı‘’‚“”„]/g, (sign) => TAKEN_APART[sign] ?? sign)
    .replace(/[\p{Cf}\p{Cs}]/gu, "");
}

function singleBlanks(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function weightsOf(token: string): Weights {
  if (/^\p{M}$/u.test(token)) return { letter: "", mark: markWeight(token), case: "" };
  return { letter: letterWeight(token.toLowerCase()), mark: "a", case: caseWeight(token) };
}

function letterWeight(token: string): string {
  if (token === " ") return "!";
  if (token === "ch") return "h~";
  if (/^[a-z]/.test(token)) return token.replace(CARON, "~");
  if (/^\d/.test(token)) return numberWeight(token.replace(/^0+/, ""));
  const place = PUNCTUATION.indexOf(token);
  if (place >= 0) return `(${asciiFrom("0", place)}`;
  const code = (token.codePointAt(0) ?? 0).toString(16).padStart(6, "0");
  return /\p{L}/u.test(token) ? `{${code}` : `)${code}`;
}

/** The number of digits goes first, so that 10 follows 9. */
function numberWeight(digits: string): string {
  return asciiFrom("0", digits.length) + digits;
}

function markWeight(mark: string): string {
  const place = MARKS.indexOf(mark);
  return place >= 0 ? asciiFrom("b", place) : "z";
}

function caseWeight(token: string): string {
  if (!/^ch$/i.test(token)) return token === token.toLowerCase() ? "a" : "b";
  return asciiFrom("a", (token[0] === "C" ? 2 : 0) + (token[1] === "H" ? 1 : 0));
}

function asciiFrom(first: string, steps: number): string {
  return String.fromCharCode(first.charCodeAt(0) + steps);
}

function withoutLastAs(weights: string): string {
  return weights.replace(/a+$/, "");
}
