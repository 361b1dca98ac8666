import { countedLength, WARN_WITHIN } from "../places.ts";

/** A line that may be told shorter, or left out if there is no room; what weighs least goes first. */
export interface Line {
  text: string;
  short?: string;
  weight?: number;
}

/** A paragraph, or a list whose last lines may make way for a sentence that says how many there were. */
export type Block = string | List;

export interface List {
  heading: string | null;
  lines: readonly Line[];
  rest: (left: number) => string;
}

const isList = (block: Block): block is List => typeof block !== "string";

/**
 * The blocks as the text of a field that holds so many characters, as IS KP21+ counts them. Long lines are told
 * shorter first, then lists lose lines; paragraphs stay, cut only if they alone do not fit.
 */
export function fitted(blocks: readonly Block[], limit: number): string {
  const wanted = limit - WARN_WITHIN;
  const told = blocks.filter((block) => (isList(block) ? block.lines.length > 0 : block !== ""));
  const whole = composed(told);
  if (countedLength(whole) <= wanted) return whole;
  const shorter = told.map((block) => (isList(block) ? shortened(block) : block));
  return cut(withRoom(shorter, wanted), wanted);
}

function shortened(list: List): List {
  return { ...list, lines: list.lines.map((line) => ({ ...line, text: line.short ?? line.text })) };
}

/** Takes the lightest lines of the longest lists away until the rest has room. */
function withRoom(blocks: readonly Block[], wanted: number): string {
  let kept = blocks.map((block) => ({ block, left: 0 }));
  let text = composed(blocks);
  while (countedLength(text) > wanted) {
    const longest = kept.reduce((most, one) => (lengthOf(one) > lengthOf(most) ? one : most));
    if (!isList(longest.block) || longest.block.lines.length === 0) return text;
    const over = countedLength(text) - wanted;
    kept = kept.map((one) => (one === longest ? lightened(one, over) : one));
    text = kept.flatMap(({ block, left }) => textOf(block, left) ?? []).join("\n");
  }
  return text;
}

interface Kept {
  block: Block;
  left: number;
}

function lengthOf({ block }: Kept): number {
  return isList(block) ? block.lines.reduce((sum, { text }) => sum + text.length, 0) : 0;
}

/** Without as many of the lightest lines as free about half of what is too much, one at least. */
function lightened({ block, left }: Kept, over: number): Kept {
  if (!isList(block)) return { block, left };
  const byWeight = block.lines
    .map((line, place) => ({ line, place }))
    .toSorted((a, b) => (a.line.weight ?? 0) - (b.line.weight ?? 0) || b.place - a.place);
  const gone = new Set<number>();
  let freed = 0;
  for (const { line, place } of byWeight) {
    if (gone.size > 0 && freed >= over / 2) break;
    gone.add(place);
    freed += line.text.length;
  }
  const lines = block.lines.filter((_line, place) => !gone.has(place));
  return { block: { ...block, lines }, left: left + gone.size };
}

function composed(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => textOf(block, 0) ?? []).join("\n");
}

function textOf(block: Block, left: number): string | null {
  if (!isList(block)) return block;
  if (block.lines.length === 0 && left === 0) return null;
  const lines = block.lines.map(({ text }) => `– ${text}`);
  const heading = block.heading === null || lines.length === 0 ? [] : [block.heading];
  return [...heading, ...lines, ...(left > 0 ? [block.rest(left)] : [])].join("\n");
}

function cut(text: string, wanted: number): string {
  if (countedLength(text) <= wanted) return text;
  let end = Math.min(text.length, wanted);
  while (end > 0 && countedLength(text.slice(0, end)) > wanted - 2) end -= 1;
  const space = text.slice(0, end).search(/\s\S*$/);
  return `${text.slice(0, space > end / 2 ? space : end)} …`;
}
