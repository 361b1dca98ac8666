import type { Owner } from "../../server/values/owner.ts";
import type { Database } from "../connection.ts";
import { type Reach, reachCondition } from "./reach.ts";

/** One of the workloads of a person, in whatever project. */
export interface PersonWorkload extends Owner {
  assignmentId: number;
  projectId: number;
  /** Null of a project that the viewer may not see. */
  projectName: string | null;
  startsOn: string;
  /** The end of the assignment, else that of its project. */
  endsOn: string | null;
  workloadMilli: number;
  /** One person under an account and as a contact has one e-mail. */
  email: string | null;
}

/** Workloads in all projects of everybody who holds a position in this one. */
export async function listWorkloadsOfTeam(
  db: Database,
  reach: Reach,
  projectId: number,
): Promise<PersonWorkload[]> {
  const team = db("staff_assignments as t")
    .join("positions as tx", "tx.id", "t.position_id")
    .leftJoin("users as tu", "tu.id", "t.user_id")
    .leftJoin("contacts as tc", "tc.id", "t.contact_id")
    .where("t.project_id", projectId)
    .whereNull("t.archived_at")
    .whereNull("tx.archived_at")
    .whereRaw(
      `(t.user_id = s.user_id or t.contact_id = s.contact_id
        or lower(coalesce(tu.email, tc.email)) = lower(coalesce(u.email, c.email)))`,
    )
    .select(db.raw("1"));
  return workloads(db, reach).whereExists(team).orderBy(["s.starts_on", "s.id"]);
}

function workloads(db: Database, reach: Reach) {
  const within = reachCondition(reach, "p.id");
  const name = within
    ? db.raw(`case when ${within.sql} then p.short_name end`, within.bindings)
    : db.ref("p.short_name");
  return db("staff_assignments as s")
    .join("positions as x", "x.id", "s.position_id")
    .join("projects as p", "p.id", "s.project_id")
    .leftJoin("users as u", "u.id", "s.user_id")
    .leftJoin("contacts as c", "c.id", "s.contact_id")
    .whereNull("s.archived_at")
    .whereNull("x.archived_at")
    .whereNull("p.archived_at")
    .whereRaw("coalesce(s.workload_milli, x.workload_milli) is not null")
    .select({
      assignmentId: "s.id",
      projectId: "s.project_id",
      projectName: name,
      ownerUserId: "s.user_id",
      ownerContactId: "s.contact_id",
      startsOn: "s.starts_on",
      endsOn: db.raw("coalesce(s.ends_on, p.ends_on)"),
      workloadMilli: db.raw("coalesce(s.workload_milli, x.workload_milli)"),
      email: db.raw("lower(coalesce(u.email, c.email))"),
    });
}
