import { readXml } from "../../tables/xml.ts";
import { type Attribute, mapOf } from "./elements.ts";

interface Level {
  format: string;
  /** `%1.%2` */
  text: string;
  start: number;
}

interface List {
  abstractId: string;
  starts: Map<number, number>;
}

export interface ListPlace {
  listId: string;
  level: number;
}

export interface Numbering {
  /** What stands before a paragraph of a list: a bullet, or its number as it is counted so far. */
  next(place: ListPlace): string;
}

const DEEPEST = 9;

/** Word keeps bullets and numbers of lists apart from their texts. */
export function readNumbering(part: Buffer | undefined): Numbering {
  const { lists, levels } = definitions(part);
  const counted = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next({ listId, level }) {
      const list = lists.get(listId);
      const definition = levels.get(`${list?.abstractId}/${level}`);
      if (!list || !definition || level >= DEEPEST) return "";
      const bullet = unnumbered(definition, level);
      if (bullet !== undefined) return bullet;
      const start = begun.has(`${listId}/${level}`) ? undefined : list.starts.get(level);
      begun.add(`${listId}/${level}`);
      const before = counted.get(list.abstractId) ?? [];
      const counts = raised(before, level, { start, first: definition.start });
      counted.set(list.abstractId, counts);
      const formatAt = (at: number) => levels.get(`${list.abstractId}/${at}`)?.format ?? "decimal";
      return numberOf(definition, counts, formatAt);
    },
  };
}

function unnumbered({ format }: Level, level: number): string | undefined {
  if (format === "none") return "";
  if (format !== "bullet") return undefined;
  return level === 0 ? "• " : "◦ ";
}

/** One more on a level, or anew from where it is to start; those below it are forgotten. */
function raised(
  counts: readonly number[],
  level: number,
  { start, first }: { start: number | undefined; first: number },
): number[] {
  const next = start ?? (counts[level] ?? first - 1) + 1;
  return [...counts.slice(0, level), ...Array(Math.max(0, level - counts.length)).fill(1), next];
}

function numberOf(
  { text }: Level,
  counts: readonly number[],
  formatAt: (level: number) => string,
): string {
  const told = text.replace(/%(\d)/g, (_, place: string) => {
    const at = Number(place) - 1;
    return inFormat(counts[at] ?? 1, formatAt(at));
  });
  return told === "" ? "" : `${told} `;
}

function definitions(part: Buffer | undefined) {
  const lists = new Map<string, List>();
  const levels = new Map<string, Level>();
  if (!part) return { lists, levels };
  let abstractId = "";
  let list: List | undefined;
  let level = 0;
  const one = () => (list ? undefined : levels.get(`${abstractId}/${level}`));
  const change = (given: Partial<Level>) => Object.assign(one() ?? {}, given);
  const opened = mapOf<(value: string, attribute: Attribute) => unknown>({
    abstractNum: (_, attribute) => {
      abstractId = attribute("w:abstractNumId") ?? "";
    },
    lvl: (_, attribute) => {
      level = Number(attribute("w:ilvl"));
      if (!list) levels.set(`${abstractId}/${level}`, { format: "decimal", text: "", start: 1 });
    },
    lvlOverride: (_, attribute) => {
      level = Number(attribute("w:ilvl"));
    },
    numFmt: (format) => change({ format }),
    lvlText: (text) => change({ text }),
    start: (start) => change({ start: Number(start) }),
    num: (_, attribute) => {
      list = { abstractId: "", starts: new Map() };
      lists.set(attribute("w:numId") ?? "", list);
    },
    abstractNumId: (id) => Object.assign(list ?? {}, { abstractId: id }),
    startOverride: (start) => list?.starts.set(level, Number(start)),
  });
  readXml(part, {
    open: (name, attribute) => opened.get(name)?.(attribute("w:val") ?? "", attribute),
    close(name) {
      if (name === "num") list = undefined;
    },
  });
  return { lists, levels };
}

function inFormat(count: number, format: string): string {
  if (format === "lowerLetter") return letters(count);
  if (format === "upperLetter") return letters(count).toUpperCase();
  if (format === "lowerRoman") return roman(count).toLowerCase();
  if (format === "upperRoman") return roman(count);
  return format === "decimalZero" ? String(count).padStart(2, "0") : String(count);
}

/** After z come aa, bb, cc. */
function letters(count: number): string {
  const at = Math.max(0, count - 1);
  return String.fromCharCode(97 + (at % 26)).repeat(Math.min(9, Math.floor(at / 26) + 1));
}

const ROMAN: [number, string][] = [
  ...([
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
  ] as const),
  ...([
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ] as const),
].map(([value, sign]) => [value, sign]);

function roman(count: number): string {
  let left = Math.min(count, 3_999);
  let told = "";
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      told += sign;
      left -= value;
    }
  }
  return told;
}
