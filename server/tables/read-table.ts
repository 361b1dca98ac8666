import { guessSeparator, readCsv, UnclosedQuote, withoutHint } from "../values/csv.ts";
import { extensionOf, readDocumentFile } from "../values/document-file.ts";
import { foldText } from "../values/fold.ts";
import { LOST_TEXT } from "../values/lost-text.ts";
import { decodeText, type Encoding } from "../values/text-encoding.ts";
import { type TableFault, UnreadableTable } from "./faults.ts";
import { LIMITS } from "./limits.ts";
import { openWorkbook, type Row, readSheet, type Sheet, type Workbook } from "./xlsx.ts";

/** How a file was read, and how it may be read differently. */
export interface Reading {
  encoding: Encoding | null;
  separator: string | null;
  sheet: string | null;
  sheets: string[];
  /** Cells whose texts the workbook does not have; they come as `LOST_TEXT`. */
  lostTexts?: number;
}

export interface Wish extends Partial<Pick<Reading, "encoding" | "separator" | "sheet">> {
  name: string;
  /** Folded headings; of several sheets the one that has most of them is read. */
  headings?: string[];
  /** Whether cells without their texts are taken; a file of them is refused otherwise. */
  takesLostTexts?: boolean;
}

/**
 * Reads a table row by row, the first of which are its headings. It is meant to be run in a process of its
 * own, which may be killed.
 * @throws UnreadableTable
 */
export function readTable(file: Buffer, wish: Wish, take: (row: Row) => void): Reading {
  if (file.length === 0) throw new UnreadableTable("fileEmpty");
  const counted = counting(take);
  const reading = isWorkbook(wish.name)
    ? readWorkbookTable(file, wish, counted.take)
    : readTextTable(file, wish, counted.take);
  if (counted.count() < 2) throw new UnreadableTable("tableWithoutRows");
  return reading;
}

function isWorkbook(name: string): boolean {
  const extension = extensionOf(name);
  if (!["xlsx", "csv", "txt"].includes(extension)) throw new UnreadableTable("tableTypeRefused");
  return extension === "xlsx";
}

function readWorkbookTable(file: Buffer, wish: Wish, take: (row: Row) => void): Reading {
  const workbook = openWorkbook(file);
  const sheet = chosenSheet(workbook, wish);
  let lostTexts = 0;
  readSheet(workbook, sheet, (row) => {
    lostTexts += row.cells.filter((text) => text === LOST_TEXT).length;
    if (lostTexts > 0 && !wish.takesLostTexts) throw new UnreadableTable("tableTextsMissing");
    take(row);
  });
  const sheets = workbook.sheets.map(({ name }) => name);
  return { encoding: null, separator: null, sheet: sheet.name, sheets, lostTexts };
}

function chosenSheet(workbook: Workbook, { sheet, headings = [] }: Wish): Sheet {
  const { sheets } = workbook;
  const named = sheets.find(({ name }) => name === sheet);
  const [first] = sheets as [Sheet];
  if (named || sheets.length === 1 || headings.length === 0) return named ?? first;
  const known = (one: Sheet) =>
    firstRow(workbook, one).filter((text) => headings.includes(foldText(text))).length;
  return sheets.reduce((best, one) => (known(one) > known(best) ? one : best), first);
}

class EnoughRead extends Error {}

function firstRow(workbook: Workbook, sheet: Sheet): string[] {
  let cells: string[] = [];
  try {
    readSheet(workbook, sheet, (row) => {
      cells = row.cells;
      throw new EnoughRead();
    });
  } catch (error) {
    if (!(error instanceof EnoughRead)) throw error;
  }
  return cells;
}

function readTextTable(file: Buffer, wish: Wish, take: (row: Row) => void): Reading {
  const kept = readDocumentFile(wish.name, file);
  if ("fault" in kept) throw new UnreadableTable(kept.fault as TableFault);
  const { text, encoding } = wish.encoding ? decodeText(file, wish.encoding) : decodeText(file);
  const separator = wish.separator ?? guessSeparator(text);
  let number = 0;
  try {
    for (const cells of readCsv(withoutHint(text), separator)) {
      number += 1;
      if (cells.some((cell) => cell !== "")) take({ number, cells });
    }
  } catch (error) {
    if (error instanceof UnclosedQuote) throw new UnreadableTable("tableUnclosedQuote");
    throw error;
  }
  return { encoding, separator, sheet: null, sheets: [] };
}

/** Passes rows on within the limits. */
function counting(take: (row: Row) => void) {
  let count = 0;
  const counted = (row: Row) => {
    count += 1;
    // The row of headings is no row of the table.
    if (count > LIMITS.rows + 1) throw new UnreadableTable("tableTooManyRows");
    if (row.cells.length > LIMITS.columns) throw new UnreadableTable("tableTooManyColumns");
    if (row.cells.some((cell) => cell.length > LIMITS.cellLength))
      throw new UnreadableTable("tableCellTooLong");
    take(row);
  };
  return { take: counted, count: () => count };
}
