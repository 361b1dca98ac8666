import type { Database } from "../connection.ts";

export interface LineName {
  lineId: number;
  code: string;
  name: string;
}

/** How a version of the budget calls some of its lines. */
export async function listLineNames(
  db: Database,
  { versionId, lineIds }: { versionId: number; lineIds: readonly number[] },
): Promise<LineName[]> {
  return db("budget_line_versions")
    .where("budget_version_id", versionId)
    .whereIn("budget_line_id", lineIds)
    .orderBy("code_key")
    .select({ lineId: "budget_line_id", code: "code", name: "name" });
}
