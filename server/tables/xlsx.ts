import { LOST_TEXT } from "../values/lost-text.ts";
import { dayOfSerial, numberText, showsDay, unescaped } from "./excel-values.ts";
import { UnreadableTable } from "./faults.ts";
import { LIMITS } from "./limits.ts";
import { type OfficePackage, openPackage } from "./package.ts";
import { readXml } from "./xml.ts";

export interface Sheet {
  name: string;
  path: string;
}

export interface Workbook extends OfficePackage {
  sheets: Sheet[];
  is1904: boolean;
}

export interface Row {
  number: number;
  cells: string[];
}

/** @throws UnreadableTable for anything that is not a plain workbook */
export function openWorkbook(file: Buffer): Workbook {
  const { part } = openPackage(file, { mostEntries: LIMITS.entries });
  const workbook = part("xl/workbook.xml");
  if (!workbook) throw new UnreadableTable("fileNotWhatItSays");
  return { ...readWorkbook(workbook, part("xl/_rels/workbook.xml.rels")), part };
}

function readWorkbook(workbook: Buffer, relations: Buffer | undefined): Omit<Workbook, "part"> {
  const targets = readRelations(relations);
  const sheets: Sheet[] = [];
  let is1904 = false;
  readXml(workbook, {
    open(name, attribute) {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const path =
        targets.get(attribute("r:id") ?? "") ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      sheets.push({ name: attribute("name") ?? String(sheets.length + 1), path });
    },
  });
  if (sheets.length === 0) throw new UnreadableTable("tableWithoutRows");
  return { sheets, is1904 };
}

function readRelations(part: Buffer | undefined): Map<string, string> {
  const targets = new Map<string, string>();
  if (!part) return targets;
  readXml(part, {
    open(name, attribute) {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = attribute("Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      targets.set(attribute("Id") ?? "", path);
    },
  });
  return targets;
}

/** Texts that cells refer to by number, without how they are to be pronounced. */
function readSharedTexts(part: Buffer | undefined): string[] {
  const texts: string[] = [];
  if (!part) return texts;
  let current = "";
  let isText = false;
  let isPronunciation = false;
  readXml(part, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") isPronunciation = true;
      if (name === "t") isText = !isPronunciation;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === "t") isText = false;
      if (name === "rPh") isPronunciation = false;
      if (name === "si") texts.push(unescaped(current));
    },
  });
  return texts;
}

/** Which numbers of styles show a day. */
function readDayStyles(part: Buffer | undefined): boolean[] {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  if (!part) return styles;
  let isCells = false;
  readXml(part, {
    open(name, attribute) {
      if (name === "numFmt")
        formats.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") isCells = true;
      if (name !== "xf" || !isCells) return;
      const id = Number(attribute("numFmtId") ?? 0);
      styles.push(showsDay(id, formats.get(id)));
    },
    close(name) {
      if (name === "cellXfs") isCells = false;
    },
  });
  return styles;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  text: string;
}

/** Rows that hold something, each cell as text; days as `YYYY-MM-DD`. */
export function readSheet(workbook: Workbook, sheet: Sheet, take: (row: Row) => void): void {
  const part = workbook.part(sheet.path);
  if (!part) throw new UnreadableTable("fileNotWhatItSays");
  const texts = readSharedTexts(workbook.part("xl/sharedStrings.xml"));
  const dayStyles = readDayStyles(workbook.part("xl/styles.xml"));
  const textOf = (cell: Cell) => cellText(cell, { texts, dayStyles, is1904: workbook.is1904 });
  let row: Row = { number: 0, cells: [] };
  let cell: Cell | undefined;
  let isValue = false;
  readXml(part, {
    open(name, attribute) {
      if (name === "row") row = { number: Number(attribute("r") ?? row.number + 1), cells: [] };
      if (name === "c") cell = newCell(attribute, row.cells.length);
      isValue = name === "v" || name === "t";
    },
    text(text) {
      if (cell && isValue) cell.text += text;
    },
    close(name) {
      isValue = false;
      if (name === "c" && cell) {
        putCell(row, cell.column, textOf(cell));
        cell = undefined;
      }
      if (name === "row" && row.cells.some((text) => text !== "")) take(row);
    },
  });
}

function newCell(attribute: (name: string) => string | undefined, next: number): Cell {
  const place = attribute("r");
  const column = place === undefined ? next : columnOf(place);
  const style = Number(attribute("s") ?? 0);
  return { column, type: attribute("t") ?? "n", style, text: "" };
}

/** `C7` is the third: 2. */
function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1];
  if (letters === undefined) throw new UnreadableTable("fileNotWhatItSays");
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function putCell({ cells }: Row, column: number, text: string): void {
  if (text === "") return;
  if (column >= LIMITS.columns) throw new UnreadableTable("tableTooManyColumns");
  while (cells.length < column) cells.push("");
  cells[column] = text;
}

interface Meanings {
  texts: string[];
  dayStyles: boolean[];
  is1904: boolean;
}

function cellText({ type, style, text }: Cell, { texts, dayStyles, is1904 }: Meanings): string {
  if (type === "s") return sharedText(texts, text);
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  if (type === "d") return text.slice(0, 10);
  if (type !== "n") return unescaped(text);
  const day = dayStyles[style] && text !== "" ? dayOfSerial(Number(text), { is1904 }) : undefined;
  return day ?? numberText(text);
}

function sharedText(texts: readonly string[], index: string): string {
  return index === "" ? "" : (texts[Number(index)] ?? LOST_TEXT);
}
