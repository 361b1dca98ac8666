import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
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

/** The project of a request, with the roles the viewer holds in it. */
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
  /** The viewer's own role, of their own membership. */
  role: ProjectRole | null;
  /** What those they stand in for hold here. */
  heldFor: { userId: number; role: ProjectRole }[];
  /** All that counts: their own and what they hold for others. */
  roles: ProjectRole[];
}

type ProjectRow = Omit<ProjectInReach, "role" | "heldFor" | "roles"> & {
  memberId: number | null;
  memberRole: ProjectRole;
};

export async function findProjectWithinReach(
  db: Database,
  reach: Reach,
  id: number,
): Promise<ProjectInReach | undefined> {
  const { userId, userIds, ...sees } = reach;
  return projectOf(await projectRows(db, sees, { id, userId, userIds }), reach);
}

interface Asked extends Pick<Reach, "userId" | "userIds"> {
  id: number;
}

/** Behind every page of a project. A row for each of those whose membership counts: most often one. */
const projectRows = keptStatement<Omit<Reach, "userId" | "userIds">, Asked, ProjectRow>(
  (db, sees, { id, userId, userIds }) => {
    const query = db("projects as p")
      .leftJoin("memberships as m", (on) =>
        on.on("m.project_id", "p.id").andOnIn("m.user_id", userIds),
      )
      .where("p.id", id)
      .orderBy("m.id");
    return withinReach(query, db, { ...sees, userId, userIds }, "p.id").select({
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
      memberId: "m.user_id",
      memberRole: "m.role",
    });
  },
);

function projectOf(rows: ProjectRow[], { userId }: Reach): ProjectInReach | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { memberId: _memberId, memberRole: _memberRole, ...project } = first;
  const held = rows.flatMap(({ memberId, memberRole }) =>
    memberId === null ? [] : [{ userId: memberId, role: memberRole }],
  );
  return {
    ...project,
    isExample: Boolean(project.isExample),
    role: held.find((one) => one.userId === userId)?.role ?? null,
    heldFor: held.filter((one) => one.userId !== userId),
    roles: [...new Set(held.map(({ role }) => role))],
  };
}
