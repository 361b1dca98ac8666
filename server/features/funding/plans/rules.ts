import { formatScaled } from "../../../values/decimal.ts";
import { distribute, type Halere } from "../../../values/money.ts";
import { canSplit } from "../sources/rules.ts";

/** A row of the plan: one period, an amount for each source in their order; null where nothing is planned. */
export type PlanRow = readonly (Halere | null)[];

export interface TypedRow {
  cells: PlanRow;
  total: Halere | null;
}

export type RowReading = { ok: true; cells: PlanRow } | { ok: false; error: string };

/** The sum of a row; null while nothing is planned in it. */
export function sumOf(row: PlanRow): Halere | null {
  if (row.every((cell) => cell === null)) return null;
  return row.reduce<Halere>((sum, cell) => sum + (cell ?? 0), 0);
}

/**
 * What the row is to be: whatever was changed in it counts. A changed total alone is split by shares, changed amounts
 * of sources bring their own sum, and where both were changed they have to agree.
 */
export function readRow(
  stored: PlanRow,
  typed: TypedRow,
  sources: readonly { sharePpm: number | null }[],
): RowReading {
  const cellsChanged = typed.cells.some((cell, index) => cell !== (stored[index] ?? null));
  const sum = sumOf(typed.cells);
  if (typed.total === sumOf(stored) || typed.total === sum) return { ok: true, cells: typed.cells };
  if (!cellsChanged) return splitRow(typed.total, sources);
  if (typed.total === null) return { ok: true, cells: typed.cells };
  return { ok: false, error: `planRowDiffers:${formatScaled(sum ?? 0, 2, ",")}` };
}

function splitRow(
  total: Halere | null,
  sources: readonly { sharePpm: number | null }[],
): RowReading {
  if (total === null) return { ok: true, cells: sources.map(() => null) };
  if (!canSplit(sources)) return { ok: false, error: "splitNeedsShares" };
  return {
    ok: true,
    cells: distribute(
      total,
      sources.map(({ sharePpm }) => sharePpm),
    ),
  };
}
