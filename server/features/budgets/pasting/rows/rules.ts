import { type AmountRefusal, type Halere, parseHalere } from "../../../../values/money.ts";
import { parseUnits } from "../../amounts/rules.ts";
import { parseCode } from "../../rules.ts";
import type { LineField, WrittenLine } from "../../trees/rules.ts";

/** The columns of a block, in their order. */
const pastedColumns = ["code", "name", "unit", "unitPrice", "units", "amount"] as const;
export type PastedColumn = (typeof pastedColumns)[number];

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g;

/** Rows of cells as a spreadsheet puts them on the clipboard: divided by tabs, quoted where they hold a line break. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.replace(/\s+$/, "").matchAll(CELL)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

export interface RowFault {
  field: LineField;
  /** A text key of `errors` with its parameters. */
  message: string;
}

export interface PastedRow {
  /** As a person counts them, the header among them. */
  number: number;
  typed: Record<PastedColumn, string>;
  line: WrittenLine;
  /** The amount that the block gives, to be checked against what comes out. */
  amountHalere: Halere | null;
  faults: RowFault[];
}

const LONGEST_NAME = 300;
const LONGEST_UNIT = 60;

/** Names of columns, wherever the first cell is no code though it has letters. */
export function isHeader(row: readonly string[], number: number): boolean {
  return number === 1 && parseCode(row[0] ?? "") === undefined && !/\d/.test(row[0] ?? "");
}

/** A row as it is by itself; what it is in a tree is another matter. */
export function readRow(cells: readonly string[], number: number): PastedRow {
  const typed = Object.fromEntries(
    pastedColumns.map((column, index) => [column, cells[index] ?? ""]),
  ) as Record<PastedColumn, string>;
  const faults = textFaults(typed);
  const refuse: Refuse = (field, message) => void faults.push({ field, message });
  if (cells.slice(pastedColumns.length).some(Boolean)) refuse("amount", "tooManyColumns");
  const line = {
    code: parseCode(typed.code) ?? typed.code,
    name: typed.name.normalize("NFC"),
    unit: typed.unit === "" ? null : typed.unit.normalize("NFC"),
    unitPriceHalere: readMoney(typed.unitPrice, "unitPrice", refuse),
    unitsE4: readUnits(typed.units, refuse),
    flatRateKind: null,
    flatRateBp: null,
  };
  return { number, typed, line, amountHalere: readMoney(typed.amount, "amount", refuse), faults };
}

type Refuse = (field: LineField, message: string) => void;

function textFaults({ code, name, unit }: Record<PastedColumn, string>): RowFault[] {
  const faults: RowFault[] = [];
  if (parseCode(code) === undefined) faults.push({ field: "code", message: "budgetCode" });
  if (name === "") faults.push({ field: "name", message: "required" });
  if (name.length > LONGEST_NAME)
    faults.push({ field: "name", message: `tooLong:${LONGEST_NAME}` });
  if (unit.length > LONGEST_UNIT)
    faults.push({ field: "unit", message: `tooLong:${LONGEST_UNIT}` });
  return faults;
}

function readUnits(typed: string, refuse: Refuse): number | null {
  if (typed === "") return null;
  const reading = parseUnits(typed);
  if (reading.ok) return reading.unitsE4;
  refuse("units", reading.message);
  return null;
}

const REFUSALS: Record<AmountRefusal, string> = {
  notAnAmount: "validAmount",
  ambiguous: "ambiguousAmount",
  tooManyDecimals: "validAmount",
  negative: "notNegative",
  tooLarge: "amountTooLarge",
};

const FOREIGN = /€|\$|£|\b(?:eur|usd|gbp|pln)\b/i;

function readMoney(typed: string, field: LineField, refuse: Refuse): Halere | null {
  if (typed === "" || typed === "-") return null;
  const reading = parseHalere(typed);
  if (reading.ok) return reading.halere;
  refuse(field, FOREIGN.test(typed) ? "otherCurrency" : REFUSALS[reading.reason]);
  return null;
}
