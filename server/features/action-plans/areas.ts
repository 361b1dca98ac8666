import type { PlanArea } from "../../../db/queries/plan-areas.ts";

export interface AreaGroup<Row> {
  /** Code and title, with those of the area it lies in. */
  title: string;
  rows: Row[];
}

/** What lies in areas of a plan, by area in the order of the plan; what lies in none comes last. */
export function groupsOf<Row extends { areaId: number | null }>(
  rows: readonly Row[],
  areas: readonly PlanArea[],
  outside: string,
): AreaGroup<Row>[] {
  const known = new Map(areas.map((area) => [area.id, area]));
  const inArea = areas.map((area) => ({
    title: titleOf(area, known),
    rows: rows.filter(({ areaId }) => areaId === area.id),
  }));
  const rest = rows.filter(({ areaId }) => areaId === null || !known.has(areaId));
  return [...inArea, { title: outside, rows: rest }].filter((group) => group.rows.length > 0);
}

function titleOf(area: PlanArea, known: ReadonlyMap<number, PlanArea>): string {
  const parent = known.get(area.parentId ?? 0);
  const own = `${area.code} ${area.title}`;
  return parent ? `${parent.code} ${parent.title} › ${own}` : own;
}
