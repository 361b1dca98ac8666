/** What a month may lack, in the order in which it is told. */
const missingKinds = [
  "status",
  "log",
  "indicators",
  "spending",
  "events",
  "attendance",
  "timesheets",
  "expenditures",
  "overdue",
  "documents",
  "risks",
] as const;

export type MissingKind = (typeof missingKinds)[number];

/** How many of a kind are missing; of the log, the status and the spending it is the one of the month. */
export interface MissingItem {
  kind: MissingKind;
  count: number;
}

/** Counts of each kind put together by project, in the order they are told; a project that lacks nothing has none. */
export function itemsByProject(
  projectIds: readonly number[],
  counts: Readonly<Record<MissingKind, ReadonlyMap<number, number>>>,
): Map<number, MissingItem[]> {
  const itemsOf = (id: number) =>
    missingKinds.flatMap((kind) => {
      const count = counts[kind].get(id) ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    });
  return new Map(projectIds.map((id) => [id, itemsOf(id)]));
}

/** Projects that lack the most kinds of things first, then by how many; equals stay in their order. */
export function mostMissingFirst<Row extends { items: readonly MissingItem[] }>(
  rows: readonly Row[],
): Row[] {
  const total = ({ items }: Row) => items.reduce((sum, { count }) => sum + count, 0);
  return rows.toSorted((a, b) => b.items.length - a.items.length || total(b) - total(a));
}
