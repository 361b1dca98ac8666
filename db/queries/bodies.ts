import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";
import { openSql } from "./milestones.ts";
import { type Reach, withinReach } from "./reach.ts";

/** The guarantor answers for the body as an owner answers for an activity. */
export interface BodyFields extends Owner {
  parentId: number | null;
  name: string;
  purpose: string | null;
}

export interface Body extends BodyFields {
  id: number;
  projectId: number;
  parentName: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

export interface BodyLine extends Body {
  projectName: string;
  members: number;
  lastMeetingOn: string | null;
  nextMeetingOn: string | null;
  openTasks: number;
}

/** The body inside its project, an archived one too. */
export async function findBody(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Body | undefined> {
  return bodies(db).where({ "b.project_id": key.projectId, "b.id": key.id }).first();
}

/** Bodies of the project by name, live ones unless told, with who meets and what is still owed. */
export async function listBodies(
  db: Database,
  of: { projectId: number; today: string; isArchived?: boolean },
): Promise<BodyLine[]> {
  const query = bodies(db).where("b.project_id", of.projectId);
  if (of.isArchived) query.whereNotNull("b.archived_at");
  else query.whereNull("b.archived_at");
  return linesOf(query, db, of.today);
}

const MOST_LISTED = 500;

/** The same over all projects within reach. */
export async function listBodiesWithinReach(
  db: Database,
  reach: Reach,
  today: string,
): Promise<BodyLine[]> {
  const query = bodies(db).whereNull("b.archived_at").whereNull("j.archived_at").limit(MOST_LISTED);
  return linesOf(withinReach(query, db, reach, "b.project_id"), db, today);
}

export async function insertBody(
  trx: Transaction,
  body: BodyFields & { projectId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("bodies")
    .insert({ ...columnsOf(body), project_id: body.projectId, created_at: body.createdAt })
    .returning("id");
  return row.id;
}

interface Version {
  id: number;
  version: number;
}

/** 0 when the record has another version by now; so with the update below. */
export async function updateBody(
  trx: Transaction,
  key: Version,
  fields: BodyFields,
): Promise<number> {
  return trx("bodies")
    .where({ id: key.id, version: key.version })
    .update({ ...columnsOf(fields), version: key.version + 1 });
}

export async function updateBodyArchived(
  trx: Transaction,
  key: Version,
  archivedAt: string | null,
): Promise<number> {
  return trx("bodies")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

export async function hasSubgroups(db: Database, id: number): Promise<boolean> {
  const row = await db("bodies").where({ parent_id: id }).whereNull("archived_at").first("id");
  return row !== undefined;
}

function bodies(db: Database) {
  return db("bodies as b")
    .join("projects as j", "j.id", "b.project_id")
    .leftJoin("bodies as p", "p.id", "b.parent_id")
    .leftJoin("users as u", "u.id", "b.guarantor_user_id")
    .leftJoin("contacts as c", "c.id", "b.guarantor_contact_id")
    .select({
      id: "b.id",
      projectId: "b.project_id",
      parentId: "b.parent_id",
      parentName: "p.name",
      name: "b.name",
      purpose: "b.purpose",
      ownerUserId: "b.guarantor_user_id",
      ownerContactId: "b.guarantor_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      archivedAt: "b.archived_at",
      version: "b.version",
    });
}

async function linesOf(
  query: ReturnType<typeof bodies>,
  db: Database,
  today: string,
): Promise<BodyLine[]> {
  const meeting = `from events e where e.body_id = b.id and e.archived_at is null
    and e.state <> 'cancelled' and e.starts_on`;
  const rows = await query.orderBy(["j.sort_key", "j.id", "b.name", "b.id"]).select({
    projectName: "j.short_name",
    members: db.raw(
      `(select count(*) from body_members m where m.body_id = b.id and m.archived_at is null
          and m.since_on <= ? and (m.until_on is null or m.until_on >= ?))`,
      [today, today],
    ),
    lastMeetingOn: db.raw(`(select max(e.starts_on) ${meeting} <= ?)`, [today]),
    nextMeetingOn: db.raw(`(select min(e.starts_on) ${meeting} > ?)`, [today]),
    openTasks: db.raw(
      `(select count(*) from event_tasks t join events e on e.id = t.event_id
          join milestones x on x.id = t.milestone_id
          where e.body_id = b.id and x.archived_at is null and ${openSql("x")})`,
    ),
  });
  return rows.map((row: BodyLine) => ({
    ...row,
    members: Number(row.members),
    openTasks: Number(row.openTasks),
  }));
}

function columnsOf(fields: BodyFields) {
  return {
    parent_id: fields.parentId,
    name: fields.name,
    purpose: fields.purpose,
    guarantor_user_id: fields.ownerUserId,
    guarantor_contact_id: fields.ownerContactId,
  };
}
