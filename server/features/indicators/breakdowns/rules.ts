import type { PersonGroup } from "../../../../db/queries/fact-details.ts";
import { ageBandOf, ageBands } from "../../participants/rules.ts";

export const dimensions = ["sex", "age", "education", "labourStatus", "targetGroup"] as const;
export type Dimension = (typeof dimensions)[number];

/** Persons of one group; a group nobody told is null. */
export interface Cell {
  code: string | null;
  persons: number;
}

/** Every person is in one cell of each dimension, so that each adds up to the same total. */
export function breakDown(groups: readonly PersonGroup[], by: Dimension): Cell[] {
  const cells = new Map<string | null, number>();
  for (const group of groups) {
    const code = codeOf(group, by);
    cells.set(code, (cells.get(code) ?? 0) + group.persons);
  }
  return [...cells].map(([code, persons]) => ({ code, persons })).sort(byCode(by));
}

function codeOf(group: PersonGroup, by: Dimension): string | null {
  if (by !== "age") return group[by];
  const band = ageBandOf(group.age);
  return band === "unknown" ? null : band;
}

/** Ages grow, codes come by the alphabet, and what is not stated is last. */
function byCode(by: Dimension) {
  const placeOf = (code: string) => (ageBands as readonly string[]).indexOf(code);
  return (a: Cell, b: Cell): number => {
    if (a.code === null || b.code === null) return a.code === null ? 1 : -1;
    if (by === "age") return placeOf(a.code) - placeOf(b.code);
    return a.code < b.code ? -1 : 1;
  };
}
