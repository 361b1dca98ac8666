import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

export type ProjectRole = "manager" | "coordinator" | "finance" | "reader";
export type Phase =
  | "idea"
  | "application"
  | "submitted"
  | "running"
  | "finished"
  | "sustainability"
  | "archived";

/** The project of a request, with the viewer's own role in it. */
export interface ProjectInReach {
  id: number;
  title: string;
  shortName: string;
  registrationNumber: string | null;
  programme: string;
  phase: Phase;
  startsOn: string;
  endsOn: string;
  decidedOn: string | null;
  totalHalere: number | null;
  isExample: boolean;
  archivedAt: string | null;
  version: number;
  role: ProjectRole | null;
}

export async function findProjectWithinReach(
  db: Database,
  reach: Reach,
  id: number,
): Promise<ProjectInReach | undefined> {
  const query = db("projects as p")
    .leftJoin("memberships as m", (on) =>
      on.on("m.project_id", "p.id").andOnVal("m.user_id", reach.userId),
    )
    .where("p.id", id);
  const row = await withinReach(query, db, reach, "p.id").first({
    id: "p.id",
    title: "p.title",
    shortName: "p.short_name",
    registrationNumber: "p.registration_number",
    programme: "p.programme",
    phase: "p.phase",
    startsOn: "p.starts_on",
    endsOn: "p.ends_on",
    decidedOn: "p.decided_on",
    totalHalere: "p.total_halere",
    isExample: "p.is_example",
    archivedAt: "p.archived_at",
    version: "p.version",
    role: "m.role",
  });
  return row && { ...row, isExample: Boolean(row.isExample) };
}
