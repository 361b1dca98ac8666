import type { Database } from "../../../../db/connection.ts";
import { type CodeListItem, listCodeItems } from "../../../../db/queries/code-lists.ts";
import { listPersonGroups } from "../../../../db/queries/fact-details.ts";
import type { CountedFact } from "../computing/rules.ts";
import { breakDown, type Cell, type Dimension, dimensions } from "./rules.ts";

/** The code lists in which groups are named. */
const LISTS = ["esf-sex", "esf-education", "esf-labour-status", "target-groups"];

export interface Breakdown {
  total: number;
  cells: Record<Dimension, Cell[]>;
  labels: CodeListItem[];
}

/** Persons behind a number by what is known of them; undefined where there is nobody. */
export async function loadBreakdown(
  db: Database,
  facts: readonly CountedFact[],
  on: string,
): Promise<Breakdown | undefined> {
  const ids = facts.filter(({ type }) => type === "person").map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const groups = await listPersonGroups(db, ids);
  const labels = await listCodeItems(db, { lists: LISTS, on });
  const cells = Object.fromEntries(dimensions.map((by) => [by, breakDown(groups, by)]));
  return { total: ids.length, cells: cells as Breakdown["cells"], labels };
}
