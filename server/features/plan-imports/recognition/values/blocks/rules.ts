import { endsOpen } from "../../areas/rules.ts";
import type { Row } from "../../rows/rules.ts";
import type { Bit } from "../../sections/rules.ts";
import { type Bullet, kindOfSign, readBullet } from "../bullets/rules.ts";
import { joinLine } from "../joining/rules.ts";
import { isMeantBreak, type Rhythm } from "../rhythm/rules.ts";

/** A paragraph or an item of a list, its lines joined. */
export interface Block {
  kind: "paragraph" | "item";
  /** Of an item. */
  sign: string | null;
  depth: number;
  /** Null where it stands behind a label or another text. */
  indent: number | null;
  text: string;
  rows: number[];
  /** Words cut at the end of a line, of which the annex does not say how they are written. */
  doubts: { text: string; row: number }[];
}

/** Paragraphs and items that a value consists of; in a list each meant end of a line ends an item. */
export function blocksOf(bits: Bit[], rows: Row[], rhythm: Rhythm, isList = false): Block[] {
  const blocks: Block[] = [];
  const lettered = letteredItems(bits);
  let top: Block | undefined;
  let lastText = "";
  for (const bit of bits) {
    const row = rows[bit.row] as Row;
    const text = bit.text.replaceAll("\t", " ");
    const open = blocks.at(-1);
    const bullet = lettered.get(bit) ?? bulletOf(bit, row, { top, open }, lastText, rhythm);
    if (bullet !== null) {
      const item = blockOf(bit, row, "item", bullet.text, bullet);
      top ??= item;
      blocks.push(item);
    } else if (
      open === undefined ||
      opensBlock({ open, lastText, bit, row, text, rhythm, isList })
    ) {
      blocks.push(blockOf(bit, row, "paragraph", text, null));
    } else {
      goOn(open, text, bit.row, rhythm);
    }
    lastText = row.text;
  }
  return blocks;
}

/**
 * Lines that begin with a small o, the sign of inner lists once it was pasted. One may be a preposition at the
 * end of the paper; two in a row are a list.
 */
function letteredItems(bits: Bit[]): Map<Bit, Bullet> {
  const lettered = new Map<Bit, Bullet>();
  const isLettered = (bit: Bit | undefined) => bit?.beginsLine === true && /^o\s/.test(bit.text);
  bits.forEach((bit, at) => {
    if (at === 0 || !isLettered(bit)) return;
    if (isLettered(bits[at - 1]) || isLettered(bits[at + 1]))
      lettered.set(bit, { sign: "o", text: bit.text.replace(/^o\s+/, ""), depth: 1 });
  });
  return lettered;
}

const NUMBER_OR_DASH = /^(?:[-\u2010-\u2015\u2212]|\(?[\da-z]{1,2}[).]{1,2})$/u;

/** What a line may go on with: the block before it, and the first item of all. */
interface List {
  top: Block | undefined;
  open: Block | undefined;
}

/** A number or a dash that came to the beginning of a line as its sentence was wrapped is no sign of a list. */
function bulletOf(bit: Bit, row: Row, list: List, lastText: string, rhythm: Rhythm): Bullet | null {
  const bullet = readBullet(bit.text);
  const { open } = list;
  if (bullet === null || open === undefined || !NUMBER_OR_DASH.test(bullet.sign)) return bullet;
  if (goesOnWith(list, bullet.sign)) return bullet;
  if (row.gap > rhythm.usualGap || row.indent > (open.indent ?? 0) + 1) return bullet;
  const isWhole = /[.:;,!?]$/.test(open.text) || isMeantBreak(rhythm, lastText, bit.text);
  return isWhole && !isInBrackets(open.text) ? bullet : null;
}

/** The list goes on, also behind one that lay inside its last item. */
function goesOnWith({ top, open }: List, sign: string): boolean {
  const kind = kindOfSign(sign);
  return [open, top].some((item) => item?.sign != null && kindOfSign(item.sign) === kind);
}

function isInBrackets(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}

function blockOf(
  bit: Bit,
  row: Row,
  kind: Block["kind"],
  text: string,
  bullet: { sign: string; depth: number } | null,
): Block {
  return {
    kind,
    text,
    sign: bullet?.sign ?? null,
    depth: bullet?.depth ?? 0,
    indent: bit.beginsLine ? row.indent : null,
    rows: [bit.row],
    doubts: [],
  };
}

function goOn(open: Block, text: string, row: number, rhythm: Rhythm): void {
  const joined = joinLine(open.text, text, rhythm);
  open.text = joined.text;
  if (joined.doubtful !== null) open.doubts.push({ text: joined.doubtful, row });
  if (open.rows.at(-1) !== row) open.rows.push(row);
}

interface Place {
  open: Block;
  lastText: string;
  bit: Bit;
  row: Row;
  text: string;
  rhythm: Rhythm;
  isList: boolean;
}

const GOES_ON = /^[\p{Ll}(,;.)]/u;

function opensBlock(place: Place): boolean {
  const { open, row, text, rhythm } = place;
  if (open.text === "" || (GOES_ON.test(text) && !/[.!?]$/.test(open.text))) return false;
  if (row.opensParagraph && rhythm.marksParagraphs) return true;
  return !GOES_ON.test(text) && !endsOpen(open.text) && isParted(place);
}

/** A gap, or the end of a line that was meant, parts blocks; in the middle of a sentence it takes both. */
function isParted({ open, lastText, bit, row, text, rhythm, isList }: Place): boolean {
  if (!bit.beginsLine) return false;
  const meant = isMeantBreak(rhythm, lastText, text);
  const apart = row.gap > rhythm.usualGap && !row.opensPage;
  const isWhole = open.kind === "item" || isList || /[.!?:;\u201c")]$/.test(open.text);
  return isWhole ? apart || meant : apart && meant;
}

/** A text with its paragraphs and items on lines of their own. */
export function blockLines(blocks: Block[]): string {
  const top = blocks.find((block) => block.kind === "item");
  return blocks
    .filter((block) => block.text !== "")
    .map((block) => {
      if (block.kind === "paragraph") return block.text;
      return `${top !== undefined && isDeeper(block, top) ? "\u2013" : "\u2022"} ${block.text}`;
    })
    .join("\n");
}

const DASH = /^[-\u2010-\u2015\u2212]$/;

/** Whether an item lies inside another one: moved to the right, or signed as inner lists are. */
export function isDeeper(block: Block, top: Block): boolean {
  if (block.indent !== null && top.indent !== null && block.indent >= top.indent + 2)
    return block.sign !== top.sign;
  if (block.depth > top.depth) return true;
  return DASH.test(block.sign ?? "") && !DASH.test(top.sign ?? "");
}
