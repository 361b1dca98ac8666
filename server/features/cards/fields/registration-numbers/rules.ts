import { parseRegistrationNumber } from "../../../../values/registration-number.ts";

export interface FoundNumber {
  /** As it stands in the text, broken or not. */
  text: string;
  start: number;
  end: number;
  /** As the programme writes it; `null` when what stands there only looks like one. */
  number: string | null;
  /** What it may have been meant to be: the letter O for zero, a dash for a low line, CZ left out. */
  proposal?: string;
}

/** Between two signs of a number: a line's end, blanks. */
const GAP = "\\s{0,4}";
const OF_2021 = "CZ.dd.dd.dd/dd/dd_ddd/ddddddd";
const OF_2014 = ["CZ.dd.x.", "/0.0/0.", "/dd_ddd/ddddddd"] as const;

const VALID = new RegExp(
  `(?<![\\p{L}\\d])(?:${spaced(OF_2021)}|${spaced(OF_2014[0])}${digits(3)}${spaced(OF_2014[1])}${digits(2)}${spaced(OF_2014[2])})(?!\\d)`,
  "giu",
);

/** Begins as a number does, or has its shape without the beginning. */
const LOOKS_LIKE =
  /(?<![\p{L}\d])(?:C\s?Z[\s.]{0,3}[\dOoIl]|\d\d\.[\dX]{1,2}\.\d{1,3}\s?\/)[\d.OoIlX_/–-]{0,24}(?:\s?[\d._/–-][\dOoIlX._/–-]{0,12}){0,4}/gu;

/** Registration numbers of projects anywhere in a text, also broken over lines, in the order they stand. */
export function registrationNumbersIn(text: string): FoundNumber[] {
  const valid = [...text.matchAll(VALID)].map((match) => ({
    ...placeOf(match),
    number: parseRegistrationNumber(match[0]) ?? null,
  }));
  const doubtful = [...text.matchAll(LOOKS_LIKE)]
    .map((match) => doubtfulNumber(match))
    .filter((one) => looksMeant(one.text) && !valid.some((other) => overlap(one, other)));
  return [...valid, ...doubtful].sort((one, other) => one.start - other.start);
}

function spaced(shape: string): string {
  return [...shape].map(patternOf).join(GAP);
}

function digits(most: number): string {
  return `(?:${GAP}\\d){1,${most}}${GAP}`;
}

function patternOf(sign: string, place: number): string {
  if (sign === "d") return "\\d";
  if (sign === "x") return "[0-9X]";
  // Some papers leave out the first dot.
  if (sign === "." && place === 2) return "[.\\s]";
  return sign === "." ? "\\." : sign;
}

function placeOf(match: RegExpExecArray): { text: string; start: number; end: number } {
  return { text: match[0], start: match.index, end: match.index + match[0].length };
}

function doubtfulNumber(match: RegExpExecArray): FoundNumber {
  const text = match[0].replace(/[\s.–-]+$/u, "");
  const place = { text, start: match.index, end: match.index + text.length };
  const proposal = parseRegistrationNumber(putRight(text));
  return { ...place, number: null, ...(proposal && { proposal }) };
}

function putRight(text: string): string {
  const signs = text.replace(/\s+/g, "").replace(/^CZ\.?/i, "");
  return `CZ.${signs.replace(/[Oo]/g, "0").replace(/[Il]/g, "1").replace(/[–-]/g, "_")}`;
}

/** A code of a region or of an occupation has fewer digits and no slash. */
function looksMeant(text: string): boolean {
  return (text.match(/\d/g) ?? []).length >= 9 && text.includes("/");
}

function overlap(one: FoundNumber, other: FoundNumber): boolean {
  return one.start < other.end && other.start < one.end;
}
