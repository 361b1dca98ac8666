import type { Halere } from "../../../values/money.ts";

/** What was drawn of a line. Claimed is without what was moved to a later request. */
export interface DrawnSums {
  recorded: Halere;
  claimed: Halere;
  approved: Halere;
  cut: Halere;
}

export const sumNames = ["recorded", "claimed", "approved", "cut"] as const;

const NOTHING: DrawnSums = { recorded: 0, claimed: 0, approved: 0, cut: 0 };

export function together(sums: readonly (DrawnSums | undefined)[]): DrawnSums {
  const add = (name: keyof DrawnSums) => sums.reduce((all, one) => all + (one?.[name] ?? 0), 0);
  return {
    recorded: add("recorded"),
    claimed: add("claimed"),
    approved: add("approved"),
    cut: add("cut"),
  };
}

export interface DrawnLine {
  lineId: number;
  /** Recorded on the line itself, or what its flat rate brings. */
  own: DrawnSums | undefined;
}

/** Sums of each line with all that is below it; lines come in the order of codes, chapters first. */
export function drawnInTree(
  lines: readonly DrawnLine[],
  below: readonly (readonly number[])[],
): DrawnSums[] {
  const sums: DrawnSums[] = lines.map(({ own }) => own ?? NOTHING);
  for (let at = lines.length - 1; at >= 0; at -= 1)
    sums[at] = together([sums[at], ...(below[at] ?? []).map((child) => sums[child])]);
  return sums;
}
