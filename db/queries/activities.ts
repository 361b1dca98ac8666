import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type ActivityState = "planned" | "running" | "done" | "cancelled";

interface ActivityCore extends Owner {
  id: number;
  parentId: number | null;
  /** `4` of a key activity, `b` of a sub-activity; the place in the list is another thing. */
  number: string;
  title: string;
  state: ActivityState;
  percent: number | null;
  percentOn: string | null;
  percentReason: string | null;
  startsOn: string | null;
  endsOn: string | null;
  baselineStartsOn: string | null;
  baselineEndsOn: string | null;
  shareBp: number | null;
  ownerName: string | null;
  archivedAt: string | null;
}

export interface ActivityLine extends ActivityCore {
  position: number;
  /** Planned and done, those of its sub-activities among them. */
  outputs: number;
  outputsDone: number;
}

export interface Activity extends ActivityCore {
  projectId: number;
  parentNumber: string | null;
  parentTitle: string | null;
  parentStartsOn: string | null;
  parentEndsOn: string | null;
  ownerFunction: string | null;
  goal: string | null;
  description: string | null;
  outputs: string | null;
  version: number;
}

/** All activities of a project, the archived ones too, siblings in their order. */
export async function listActivities(db: Database, projectId: number): Promise<ActivityLine[]> {
  return withOwner(db)
    .where("a.project_id", projectId)
    .orderBy(["a.position", "a.id"])
    .select({ ...core, position: "a.position" })
    .select({ outputs: outputsOf(db), outputsDone: outputsOf(db).whereNotNull("o.done_on") });
}

export async function findActivity(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Activity | undefined> {
  return withOwner(db)
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .where({ "a.project_id": key.projectId, "a.id": key.id })
    .first({
      ...core,
      projectId: "a.project_id",
      parentNumber: "p.number",
      parentTitle: "p.title",
      parentStartsOn: "p.starts_on",
      parentEndsOn: "p.ends_on",
      ownerFunction: "c.function",
      goal: "a.goal",
      description: "a.description",
      outputs: "a.outputs",
      version: "a.version",
    });
}

/** What a choice of activity and the rules among siblings need. */
export interface ActivityName {
  id: number;
  parentId: number | null;
  number: string;
  position: number;
  title: string;
  shareBp: number | null;
}

export async function listActivityNames(db: Database, projectId: number): Promise<ActivityName[]> {
  return db("activities")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select({
      id: "id",
      parentId: "parent_id",
      number: "number",
      position: "position",
      title: "title",
      shareBp: "share_bp",
    });
}

export interface ActivityFields extends Owner {
  number: string;
  title: string;
  goal: string | null;
  description: string | null;
  outputs: string | null;
  state: ActivityState;
  startsOn: string | null;
  endsOn: string | null;
  baselineStartsOn: string | null;
  baselineEndsOn: string | null;
  shareBp: number | null;
}

export async function insertActivity(
  trx: Transaction,
  activity: ActivityFields & {
    projectId: number;
    parentId: number | null;
    position: number;
    createdAt: string;
  },
): Promise<number> {
  const [row] = await trx("activities")
    .insert({
      ...columns(activity),
      project_id: activity.projectId,
      parent_id: activity.parentId,
      position: activity.position,
      created_at: activity.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updateActivity(
  trx: Transaction,
  key: { id: number; version: number },
  activity: ActivityFields,
): Promise<number> {
  return trx("activities")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(activity), version: key.version + 1 });
}

export async function updateActivityBaseline(
  trx: Transaction,
  key: { id: number; version: number },
  baseline: { startsOn: string | null; endsOn: string | null },
): Promise<number> {
  return trx("activities")
    .where({ id: key.id, version: key.version })
    .update({
      baseline_starts_on: baseline.startsOn,
      baseline_ends_on: baseline.endsOn,
      version: key.version + 1,
    });
}

export async function updateActivityPosition(
  trx: Transaction,
  place: { id: number; position: number },
): Promise<void> {
  await trx("activities").where({ id: place.id }).update({ position: place.position });
}

/** Archives (an instant) or brings back (null) the activities named. */
export async function updateActivitiesArchived(
  trx: Transaction,
  ids: number[],
  archivedAt: string | null,
): Promise<void> {
  await trx("activities")
    .whereIn("id", ids)
    .update({ archived_at: archivedAt, version: trx.raw("version + 1") });
}

const core = {
  id: "a.id",
  parentId: "a.parent_id",
  number: "a.number",
  title: "a.title",
  state: "a.state",
  percent: "a.percent",
  percentOn: "a.percent_on",
  percentReason: "a.percent_reason",
  startsOn: "a.starts_on",
  endsOn: "a.ends_on",
  baselineStartsOn: "a.baseline_starts_on",
  baselineEndsOn: "a.baseline_ends_on",
  shareBp: "a.share_bp",
  ownerUserId: "a.owner_user_id",
  ownerContactId: "a.owner_contact_id",
  archivedAt: "a.archived_at",
} as const;

function withOwner(db: Database) {
  return db("activities as a")
    .leftJoin("users as u", "u.id", "a.owner_user_id")
    .leftJoin("contacts as c", "c.id", "a.owner_contact_id")
    .select({ ownerName: db.raw("coalesce(u.name, c.name)") });
}

function outputsOf(db: Database) {
  return db("milestones as o")
    .whereRaw(
      "o.activity_id in (select x.id from activities as x where x.id = a.id or x.parent_id = a.id)",
    )
    .where("o.kind", "output")
    .whereNull("o.cancelled_on")
    .whereNull("o.archived_at")
    .count();
}

function columns(activity: ActivityFields) {
  return {
    number: activity.number,
    title: activity.title,
    goal: activity.goal,
    description: activity.description,
    outputs: activity.outputs,
    owner_user_id: activity.ownerUserId,
    owner_contact_id: activity.ownerContactId,
    state: activity.state,
    starts_on: activity.startsOn,
    ends_on: activity.endsOn,
    baseline_starts_on: activity.baselineStartsOn,
    baseline_ends_on: activity.baselineEndsOn,
    share_bp: activity.shareBp,
  };
}
