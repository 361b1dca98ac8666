import { FIRST_ROW } from "./table.ts";

// Formulas of a workbook over the rows of one table, counted from nought. All pure.

/** Arguments that a spreadsheet takes in one call, and letters in one formula. */
const MOST_ARGUMENTS = 250;
const LONGEST = 8_000;

/** `cellAt(5, 0)` is `F2`: the first row stands below the headings. */
export function cellAt(column: number, row: number): string {
  return `${letterOf(column)}${row + FIRST_ROW}`;
}

function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/**
 * Sum of one column over rows, neighbours as a range; null where there are none, or so many scattered that no
 * spreadsheet takes them.
 */
export function sumOf(column: number, rows: readonly number[]): string | null {
  const ranges = runsOf(rows).map(({ from, to }) =>
    from === to ? cellAt(column, from) : `${cellAt(column, from)}:${cellAt(column, to)}`,
  );
  if (ranges.length === 0) return null;
  const formula = nested(ranges);
  return formula.length <= LONGEST ? formula : null;
}

function nested(ranges: readonly string[]): string {
  if (ranges.length <= MOST_ARGUMENTS) return `SUM(${ranges.join(",")})`;
  const groups: string[] = [];
  for (let at = 0; at < ranges.length; at += MOST_ARGUMENTS)
    groups.push(`SUM(${ranges.slice(at, at + MOST_ARGUMENTS).join(",")})`);
  return nested(groups);
}

function runsOf(rows: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.to === row - 1) run.to = row;
    else runs.push({ from: row, to: row });
  }
  return runs;
}
