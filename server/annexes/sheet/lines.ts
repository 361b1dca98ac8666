import { linesOfRow } from "../rows.ts";
import type { Grid } from "./grid.ts";
import { fieldOfLabel, type Meaning, meaningsOf } from "./headings.ts";

/** How far down a table may begin. */
const ROWS_OF_TITLE = 30;

/**
 * A table as the lines of an annex, in whichever way it is laid out: a card in each row under a row of labels,
 * a card in each column beside a column of labels, or cards one under another as in a document.
 */
export function linesOfGrid(grid: Grid): SheetLine[] {
  const head = grid.slice(0, ROWS_OF_TITLE).findIndex((cells) => meaningsOf(cells));
  if (head >= 0) return linesOfRows(grid, head);
  const first = firstOfColumns(grid);
  const lines = first === undefined ? grid.flatMap(linesOfCells) : linesOfColumns(grid, first);
  return lines.map((text) => ({ text }));
}

export interface SheetLine {
  text: string;
  isApart?: true;
}

function linesOfCells(cells: readonly string[]): string[] {
  return linesOfRow(cells.map((cell) => cell.split(/\r\n|[\r\n]/)));
}

function linesOfRows(grid: Grid, head: number): SheetLine[] {
  const headings = grid[head] ?? [];
  const meanings = meaningsOf(headings) ?? [];
  const columns = meanings.map((meaning, column) => ({
    meaning,
    column,
    heading: headings[column] ?? "",
  }));
  const ordered = columns.toSorted((one, other) => placeOf(one.meaning) - placeOf(other.meaning));
  let areas = "";
  const rows = grid.slice(head + 1).flatMap((cells) => {
    if (isAlike(cells, headings)) return [];
    if (cells.filter((cell) => cell !== "").length < 2) return plain(cells.filter(Boolean));
    const place = columns.filter(({ meaning }) => meaning === "area");
    const told = place.map(({ column }) => cells[column] ?? "").filter(Boolean);
    const isFurther = told.join("\n") === areas;
    areas = told.join("\n");
    return [
      ...(isFurther ? [] : told.flatMap((text) => plain([text]))),
      ...ordered.flatMap(({ meaning, column, heading }) =>
        meaning === "area" ? [] : labelled(heading, cells[column] ?? "", meaning),
      ),
    ];
  });
  return [...grid.slice(0, head).flatMap(plain), ...rows];
}

function plain(cells: readonly string[]): SheetLine[] {
  return linesOfCells(cells).map((text) => ({ text }));
}

/** A card begins with its number and name, wherever the table has them. */
function placeOf(meaning: Meaning): number {
  return meaning === "number" ? 0 : meaning === "name" ? 1 : 2;
}

function labelled(heading: string, text: string, meaning: Meaning): SheetLine[] {
  const lines = plain([heading.replace(/\s+/g, " ").trim(), text]);
  if (meaning !== "other") return lines;
  return text === "" ? [] : lines.map((line) => ({ ...line, isApart: true }));
}

/** Headings that print again on each page. */
function isAlike(cells: readonly string[], headings: readonly string[]): boolean {
  return headings.every((heading, column) => heading === (cells[column] ?? ""));
}

/** The row of numbers, when there are several beside the labels. */
function firstOfColumns(grid: Grid): number | undefined {
  const labels = grid.map(([label = ""]) => fieldOfLabel(label));
  const number = labels.indexOf("number");
  const isTable = new Set(labels.filter((field) => field !== undefined)).size >= 3;
  const isOnce = labels.lastIndexOf("number") === number;
  const cards = (grid[number] ?? []).slice(1).filter((cell) => cell !== "").length;
  return number >= 0 && isTable && isOnce && cards > 1 ? number : undefined;
}

function linesOfColumns(grid: Grid, first: number): string[] {
  const width = Math.max(...grid.slice(first).map(({ length }) => length));
  const cards = Array.from({ length: width - 1 }, (_, at) =>
    grid.slice(first).flatMap((cells) => linesOfCells([cells[0] ?? "", cells[at + 1] ?? ""])),
  );
  return [...grid.slice(0, first).flatMap(linesOfCells), ...cards.flat()];
}
