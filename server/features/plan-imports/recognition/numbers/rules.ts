import type { Layout } from "../rules.ts";

export interface CardNumber {
  /** `A01-01` or `1.1.1`. */
  number: string;
  layout: Layout;
  /** Of the goal or the innermost area: `A01` or `1.1`. */
  prefix: string;
  /** The last part, by which cards of one area are counted. */
  order: number;
  /** It was written so. */
  canonical: boolean;
  /** What follows it. */
  rest: string;
}

const BEFORE = /^(?:\u010d(?:\u00edslo|\.)?\s*[:.]?\s*)?/iu;
const DIGITS = "[0-9OoIl]{1,3}";
const OF_GOAL = new RegExp(
  `^([A-Z\\u00c0-\\u017e])\\s*(${DIGITS})\\s*[-\\u2010-\\u2015.,/_ ]\\s*(${DIGITS})(?![\\p{L}\\d])\\s*[.)]?`,
  "iu",
);
const OF_AREA = new RegExp(
  `^(${DIGITS})\\s*[.,\\-\\u2013 ]\\s*(${DIGITS})\\s*[.,\\-\\u2013 ]\\s*(${DIGITS})(?![\\p{L}\\d])\\s*[.)]?`,
  "u",
);

/** The number of a card at the beginning of a text, however it is written. */
export function readCardNumber(text: string): CardNumber | null {
  const plain = text.slice(0, 60).replace(BEFORE, "");
  return ofGoal(plain, text) ?? ofArea(plain, text);
}

function ofGoal(plain: string, text: string): CardNumber | null {
  const [written, letter, first, second] = OF_GOAL.exec(plain) ?? [];
  if (written === undefined || letter === undefined) return null;
  const prefix = `${letter.toUpperCase()}${twoDigits(digitsOf(first))}`;
  return numberOf("goals", prefix, "-", digitsOf(second), { written, plain, text });
}

function ofArea(plain: string, text: string): CardNumber | null {
  const [written, first, second, third] = OF_AREA.exec(plain) ?? [];
  if (written === undefined) return null;
  const prefix = `${digitsOf(first)}.${digitsOf(second)}`;
  return numberOf("areas", prefix, ".", digitsOf(third), { written, plain, text });
}

function numberOf(
  layout: Layout,
  prefix: string,
  sign: string,
  order: number,
  from: { written: string; plain: string; text: string },
): CardNumber {
  const number = `${prefix}${sign}${layout === "goals" ? twoDigits(order) : order}`;
  const text = from.text.slice(0, 60);
  const rest = from.plain.slice(from.written.length) + from.text.slice(60);
  return {
    number,
    layout,
    prefix,
    order,
    rest,
    canonical:
      text.trim().startsWith(number) && /^\s/.test(`${from.written.slice(number.length)} `),
  };
}

function digitsOf(text: string | undefined): number {
  return Number((text ?? "").replace(/[oO]/g, "0").replace(/[Il]/g, "1"));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** `A01` hangs on `SC1`, `1.1` lies in the sub-area `1.1`. */
export function areaCodeOf(number: CardNumber): string {
  return number.layout === "goals" ? `SC${Number(number.prefix.slice(1))}` : number.prefix;
}

export function withOrder(number: CardNumber, order: number): string {
  return number.layout === "goals"
    ? `${number.prefix}-${twoDigits(order)}`
    : `${number.prefix}.${order}`;
}
