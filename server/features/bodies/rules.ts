/** Every body, its subgroups right below it. */
export function subgroupsBelow<Line extends { id: number; parentId: number | null }>(
  lines: readonly Line[],
): Line[] {
  const known = new Set(lines.map(({ id }) => id));
  const tops = lines.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return tops.flatMap((top) => [top, ...lines.filter(({ parentId }) => parentId === top.id)]);
}
