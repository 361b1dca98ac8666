import type { Database } from "../connection.ts";

export interface OutputDocument {
  id: number;
  title: string;
  versionId: number;
  versionCount: number;
}

/** Papers of the milestone that may be the output: open to everybody, final wordings first. */
export async function listOutputDocuments(
  db: Database,
  of: { milestoneId: number },
): Promise<OutputDocument[]> {
  return db("documents as d")
    .join("document_versions as v", (on) =>
      on.on("v.document_id", "d.id").andOn("v.number", "d.version_count"),
    )
    .where({ "d.object_type": "milestone", "d.object_id": of.milestoneId, "d.is_personal": false })
    .whereNull("d.archived_at")
    .orderByRaw("case when d.category = 'output' then 0 else 1 end")
    .orderBy("d.id", "desc")
    .select({
      id: "d.id",
      title: "d.title",
      versionId: "v.id",
      versionCount: "d.version_count",
    });
}

export interface ApprovingMeeting {
  id: number;
  title: string;
  heldOn: string;
  bodyId: number;
  bodyName: string;
}

/** Meetings of the project's bodies until a day, newest first; confidential ones approve nothing openly. */
export async function listApprovingMeetings(
  db: Database,
  of: { projectId: number; until: string },
): Promise<ApprovingMeeting[]> {
  return db("events as e")
    .join("bodies as b", "b.id", "e.body_id")
    .where({ "e.project_id": of.projectId, "e.is_confidential": false })
    .whereNot("e.state", "cancelled")
    .whereNull("e.archived_at")
    .where("e.starts_on", "<=", of.until)
    .orderBy([
      { column: "e.starts_on", order: "desc" },
      { column: "e.id", order: "desc" },
    ])
    .limit(100)
    .select({
      id: "e.id",
      title: "e.title",
      heldOn: "e.starts_on",
      bodyId: "b.id",
      bodyName: "b.name",
    });
}

/** Names of the project's live bodies. */
export async function listBodyNames(
  db: Database,
  projectId: number,
): Promise<{ id: number; name: string }[]> {
  return db("bodies")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .orderBy(["name", "id"])
    .select("id", "name");
}

export interface DeclaredIndicator {
  id: number;
  code: string | null;
  name: string;
  decimals: number;
}

/** Indicators that somebody adds to by hand; those counted from the records count outputs by themselves. */
export async function listDeclaredIndicators(
  db: Database,
  projectId: number,
): Promise<DeclaredIndicator[]> {
  return db("indicators")
    .where({ project_id: projectId, value_type: "number", behaviour: "increment" })
    .whereNull("computation")
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select("id", "code", "name", "decimals");
}
