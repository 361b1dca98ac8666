import { LOST_TEXT } from "../../../values/lost-text.ts";
import {
  cellsOf,
  type PastedRow,
  type RowFault,
  readRow,
} from "../../budgets/pasting/rows/rules.ts";
import { guessMapping } from "../../imports/rules.ts";

/** Columns of the export of IS KP21+; the three units are told in one of three ways. */
export const budgetFields = [
  { name: "code", isRequired: true },
  { name: "name", isRequired: true },
  { name: "unit" },
  { name: "unitPrice", isRequired: true },
  { name: "units", isRequired: true },
  { name: "amount", isRequired: true },
  { name: "level" },
  { name: "percent" },
  { name: "unitPreset" },
  { name: "unitListed" },
] as const;

export type BudgetField = (typeof budgetFields)[number]["name"];

/** The order in which the export has its columns; null are those that say nothing of a line. */
const EXPORTED: (BudgetField | null)[] = [
  ...(["code", "name", "unit", "unitPrice", "units", "amount"] as const),
  ...([null, "level", "percent", null, "unitPreset", "unitListed"] as const),
];

export interface FileRow {
  number: number;
  cells: string[];
}

/** A row of the file: a line as A would paste it, and what only the export says of it. */
export interface ImportedRow extends PastedRow {
  level: string;
  percent: string;
  /** Its code, name or unit is not in the file. */
  isLost: boolean;
}

export interface ReadFile {
  rows: ImportedRow[];
  /** Columns that no heading names though lines cannot do without them. */
  missing: BudgetField[];
}

/** Rows of a file by its headings; by their places in a file whose headings are lost with all its texts. */
export function readFileRows(
  file: readonly FileRow[],
  namesOf: (field: string) => readonly string[],
): ReadFile {
  const [head, ...below] = file;
  const mapping = mappingOf(head?.cells ?? [], namesOf);
  const missing = budgetFields
    .filter((field) => "isRequired" in field && !mapping.includes(field.name))
    .map(({ name }) => name);
  if (missing.length > 0) return { rows: [], missing };
  return { rows: below.map((row) => importedRow(row, mapping)), missing };
}

function mappingOf(headings: readonly string[], namesOf: (field: string) => readonly string[]) {
  const isLost = headings.length === EXPORTED.length && headings.every((one) => one === LOST_TEXT);
  return isLost ? EXPORTED : guessMapping(headings, budgetFields, namesOf);
}

const TEXTS = ["code", "name", "unit"] as const;

function importedRow({ number, cells }: FileRow, mapping: readonly (string | null)[]): ImportedRow {
  const of = (field: BudgetField) => (cells[mapping.indexOf(field)] ?? "").trim();
  const unit = of("unit") || of("unitPreset") || of("unitListed");
  const row = readRow(
    [of("code"), of("name"), unit, of("unitPrice"), of("units"), of("amount")],
    number,
  );
  const lost = TEXTS.filter((field) => row.typed[field] === LOST_TEXT);
  const told = row.faults.filter(({ field }) => !lost.some((one) => one === field));
  const faults: RowFault[] = lost.map((field) => ({ field, message: "textLost" }));
  return {
    ...row,
    faults: [...faults, ...told],
    ...{ level: of("level"), percent: of("percent"), isLost: lost.length > 0 },
  };
}

/** Texts of the lost cells as a person has them, row by row: code, name and unit set off by tabs. */
export interface Completion {
  code: string;
  name: string;
  unit: string;
}

/** The same rows with what was lost put in; nothing that the file has is changed. */
export function completed(
  file: readonly FileRow[],
  texts: readonly Completion[],
  namesOf: (field: string) => readonly string[],
): FileRow[] {
  const [head, ...below] = file;
  const headings = head?.cells ?? [];
  const mapping = mappingOf(headings, namesOf);
  const rows = below.map(({ number, cells }, at) => ({
    number,
    cells: cells.map((cell, column) =>
      cell === LOST_TEXT ? textFor(mapping[column] ?? null, texts[at]) : cell,
    ),
  }));
  const isLost = headings.every((one) => one === LOST_TEXT);
  const names = EXPORTED.map((field) => (field === null ? "" : (namesOf(field)[0] ?? "")));
  return [{ number: head?.number ?? 1, cells: isLost ? names : [...headings] }, ...rows];
}

/** A code or a name that nobody gave stays lost; a line may do without a unit. */
function textFor(field: string | null, given: Completion | undefined): string {
  if (field === "code" || field === "name") return given?.[field] || LOST_TEXT;
  return field?.startsWith("unit") ? (given?.unit ?? LOST_TEXT) : "";
}

/** Rows of code, name and unit as they are copied from a spreadsheet. */
export function completionsIn(text: string): Completion[] {
  return cellsOf(text)
    .filter((row) => row.some((cell) => cell !== ""))
    .map(([code = "", name = "", unit = ""]) => ({ code, name, unit }));
}
