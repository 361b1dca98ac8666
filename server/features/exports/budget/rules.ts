import { flatRateOf } from "../../drawdowns/rules.ts";

/** A line as it stands in a table, whichever of its sums is shown. */
export interface TreeLine {
  lineId: number;
  parentLineId: number | null;
  category: "eligible" | "direct" | "flat-rate" | "ineligible" | "information";
  isStaff: boolean;
  isLeaf: boolean;
  flatRateKind: string | null;
  flatRateBp: number | null;
}

/** Where lines stand in a table: positions count from nought. */
export interface Tree {
  depths: number[];
  /** Positions of the lines right below each line. */
  below: number[][];
  /** Topmost eligible chapters that no flat rate pays, and those of staff: what flat rates are taken of. */
  direct: number[];
  staff: number[];
}

export function treeOf(lines: readonly TreeLine[]): Tree {
  const places = new Map(lines.map(({ lineId }, at) => [lineId, at]));
  const above = lines.map(({ parentLineId }) => places.get(parentLineId ?? 0));
  const below: number[][] = lines.map(() => []);
  above.forEach((parent, at) => {
    if (parent !== undefined) below[parent]?.push(at);
  });
  const flat = withFlatRate(lines, above);
  const tops = (isOne: (line: TreeLine | undefined) => boolean) =>
    lines.flatMap((line, at) =>
      isOne(line) && !isOne(lines[above[at] ?? Number.NaN]) ? [at] : [],
    );
  return {
    depths: lines.map((_line, at) => depthAt(above, at)),
    below,
    direct: tops((line) => line !== undefined && isEligible(line) && !flat.has(line)),
    staff: tops((line) => Boolean(line?.isStaff)),
  };
}

function isEligible({ category }: TreeLine): boolean {
  return category !== "ineligible" && category !== "information";
}

/** Flat-rate lines and all the chapters that they lie in. */
function withFlatRate(
  lines: readonly TreeLine[],
  above: readonly (number | undefined)[],
): Set<TreeLine | undefined> {
  const found = new Set<TreeLine | undefined>();
  lines.forEach((line, at) => {
    if (line.category !== "flat-rate" && line.flatRateKind === null) return;
    for (let up: number | undefined = at; up !== undefined; up = above[up]) {
      if (found.has(lines[up])) break;
      found.add(lines[up]);
    }
  });
  return found;
}

function depthAt(above: readonly (number | undefined)[], at: number): number {
  let depth = 0;
  for (let up = above[at]; up !== undefined && depth < above.length; up = above[up]) depth += 1;
  return depth;
}

/** Positions that a flat rate is taken of. */
export interface Base {
  direct: readonly number[];
  staff: readonly number[];
}

/** What a flat-rate line makes of sums shown on the lines it is taken of; undefined of any other line. */
export function flatRateAt(
  line: TreeLine,
  base: Base,
  sumAt: (position: number) => number,
): number | undefined {
  if (line.flatRateKind === null || line.flatRateBp === null) return undefined;
  const add = (positions: readonly number[]) =>
    positions.reduce((sum, position) => sum + sumAt(position), 0);
  const bases = { direct: add(base.direct), staff: add(base.staff) };
  return flatRateOf({ kind: line.flatRateKind, rateBp: line.flatRateBp }, bases);
}
