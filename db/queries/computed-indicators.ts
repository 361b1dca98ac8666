import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";

/** Keys of the check constraint of `indicators.computation`; what each counts is a rule of indicators. */
export type ComputationKey =
  | "persons-over-threshold"
  | "persons-under-threshold"
  | "persons-supported"
  | "persons-from-ukraine"
  | "exits-in-education"
  | "exits-with-qualification"
  | "exits-with-purpose-met"
  | "documents-published"
  | "positions-filled"
  | "events-held"
  | "attendances";

/** An indicator whose value is made of facts. */
export interface ComputedIndicator {
  id: number;
  projectId: number;
  activityId: number | null;
  computation: ComputationKey;
}

export type OfIndicators = { projectIds: readonly number[] } | { indicatorIds: readonly number[] };

export async function listComputedIndicators(
  db: Database,
  of: OfIndicators,
): Promise<ComputedIndicator[]> {
  const [by, ids] =
    "indicatorIds" in of
      ? (["id", of.indicatorIds] as const)
      : (["project_id", of.projectIds] as const);
  return computedRows(db, { by }, { ids });
}

const computedRows = keptStatement<
  { by: "id" | "project_id" },
  { ids: readonly number[] },
  ComputedIndicator
>((db, { by }, { ids }) =>
  db("indicators").where("origin", "computed").whereIn(by, ids).orderBy("id").select({
    id: "id",
    projectId: "project_id",
    activityId: "activity_id",
    computation: "computation",
  }),
);

/** Parents and their sub-activities, to know what belongs to a key activity. */
export async function listActivityTree(
  db: Database,
  projectIds: readonly number[],
): Promise<{ id: number; parentId: number | null }[]> {
  return db("activities")
    .whereIn("project_id", [...projectIds])
    .select({ id: "id", parentId: "parent_id" });
}
