import type { Database } from "../connection.ts";

/** A key activity that a report has a chapter of; sub-activities are told within it. */
export interface ReportActivity {
  id: number;
  number: string;
  title: string;
}

export interface ReportIndicator {
  id: number;
  code: string | null;
  name: string;
  unit: string;
}

export async function listReportActivities(
  db: Database,
  projectId: number,
): Promise<ReportActivity[]> {
  return db("activities")
    .where({ project_id: projectId })
    .whereNull("parent_id")
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select({ id: "id", number: "number", title: "title" });
}

export async function listReportIndicators(
  db: Database,
  projectId: number,
): Promise<ReportIndicator[]> {
  return db("indicators")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select({ id: "id", code: "code", name: "name", unit: "unit" });
}
