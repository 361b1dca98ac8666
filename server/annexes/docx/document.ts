import { readXml } from "../../tables/xml.ts";
import { linesOfRow } from "../rows.ts";
import { type Block, linesOfText, newBlock, PAGE_BREAK } from "./blocks.ts";
import { type Attribute, mapOf } from "./elements.ts";
import type { ListPlace, Numbering } from "./numbering.ts";
import { signOf } from "./signs.ts";
import { isOn, type Style } from "./styles.ts";

interface Paragraph {
  text: string;
  style: string;
  list: Partial<ListPlace>;
  /** Boxes that hang on it. */
  after: string[];
  isCapitals: boolean;
}

interface Reading {
  blocks: Block[];
  /** The inner one is that of a box which hangs on the outer. */
  paragraphs: Paragraph[];
  /** How deep we are in what is not read. */
  skipped: number;
  inText: boolean;
  inProperties: number;
}

export interface Look {
  numbering: Numbering;
  styleOf: (id: string) => Style;
}

/** What was deleted, moved away or changed, and what stands a second time for older programs. */
const SKIPPED = new Set(["Fallback", "moveFrom", "del", "pPrChange", "rPrChange"]);
const BLOCKS = new Set(["body", "tc", "txbxContent"]);

/**
 * The body of a document in the order in which it is read: a paragraph is a line, a row of a table too, with
 * cells apart by tabs. Headers and footers are other parts.
 */
export function readDocument(part: Buffer, look: Look): string[] {
  const body = newBlock();
  const reading: Reading = {
    ...{ blocks: [body], paragraphs: [], skipped: 0, inText: false, inProperties: 0 },
  };
  readXml(part, {
    open(name, attribute) {
      if (SKIPPED.has(name)) reading.skipped += 1;
      if (reading.skipped === 0) open(reading, name, attribute);
    },
    text(text) {
      const paragraph = reading.paragraphs.at(-1);
      if (reading.skipped > 0 || !reading.inText || !paragraph) return;
      const seen = text.replace(/[\r\n]+/g, " ");
      paragraph.text += paragraph.isCapitals ? seen.toUpperCase() : seen;
    },
    close(name) {
      if (reading.skipped === 0) close(reading, name, look);
      if (SKIPPED.has(name)) reading.skipped -= 1;
    },
  });
  return body.lines;
}

function open(reading: Reading, name: string, attribute: Attribute): void {
  if (BLOCKS.has(name) && name !== "body") reading.blocks.push(newBlock());
  if (name === "p") reading.paragraphs.push(newParagraph());
  if (name === "t") reading.inText = true;
  if (name === "pPr") reading.inProperties += 1;
  const paragraph = reading.paragraphs.at(-1);
  if (!paragraph) return;
  if (reading.inProperties > 0) openProperty(paragraph, name, attribute);
  else openPiece(paragraph, name, attribute);
}

function newParagraph(): Paragraph {
  return { text: "", style: "", list: {}, after: [], isCapitals: false };
}

function openProperty(paragraph: Paragraph, name: string, attribute: Attribute): void {
  const value = attribute("w:val") ?? "";
  if (name === "pStyle") paragraph.style = value;
  if (name === "numId") paragraph.list.listId = value;
  if (name === "ilvl") paragraph.list.level = Number(value);
}

const PIECES = mapOf<(attribute: Attribute) => string>({
  tab: () => "\t",
  ptab: () => "\t",
  cr: () => "\n",
  br: (attribute) => (attribute("w:type") === "page" ? PAGE_BREAK : "\n"),
  noBreakHyphen: () => "-",
  sym: (attribute) => signOf(attribute("w:char") ?? ""),
});

function openPiece(paragraph: Paragraph, name: string, attribute: Attribute): void {
  if (name === "r") paragraph.isCapitals = false;
  if (name === "caps") paragraph.isCapitals = isOn(attribute("w:val") ?? "");
  paragraph.text += PIECES.get(name)?.(attribute) ?? "";
}

function close(reading: Reading, name: string, look: Look): void {
  if (name === "t") reading.inText = false;
  if (name === "pPr") reading.inProperties -= 1;
  if (name === "p") closeParagraph(reading, look);
  if (name === "tr") closeRow(reading);
  if (name !== "tc" && name !== "txbxContent") return;
  const lines = reading.blocks.pop()?.lines ?? [];
  if (name === "tc") reading.blocks.at(-1)?.cells.push(lines);
  else reading.paragraphs.at(-1)?.after.push(...lines);
}

function closeParagraph({ paragraphs, blocks }: Reading, look: Look): void {
  const paragraph = paragraphs.pop();
  const block = blocks.at(-1);
  if (!paragraph || !block) return;
  block.lines.push(...linesOfText(toldText(paragraph, look)), ...paragraph.after);
}

function toldText({ text, style, list }: Paragraph, { numbering, styleOf }: Look): string {
  const look = styleOf(style);
  const { listId, level = 0 } = { ...look.list, ...list };
  const isListed = listId !== undefined && listId !== "0" && text.trim() !== "";
  const mark = isListed ? numbering.next({ listId, level }) : "";
  const told = look.isCapitals ? text.toUpperCase() : text;
  return mark + (look.isContents ? told.replace(/\t(?=[^\t]*$)/, " ........ ") : told);
}

function closeRow({ blocks }: Reading): void {
  const block = blocks.at(-1);
  if (!block) return;
  block.lines.push(...linesOfRow(block.cells));
  block.cells = [];
}
