import type { Database, Transaction } from "../connection.ts";

export type ChangeSubject = "project" | "activity" | "indicator" | "milestone";

/** One field of one record: as it was when it was put down, and as it is to be. */
export interface ChangeItem {
  id: number;
  subject: ChangeSubject;
  objectId: number;
  field: string;
  fromValue: string | null;
  toValue: string | null;
}

export async function listChangeItems(db: Database, changeId: number): Promise<ChangeItem[]> {
  return db("project_change_items").where({ change_id: changeId }).orderBy("id").select({
    id: "id",
    subject: "subject",
    objectId: "object_id",
    field: "field",
    fromValue: "from_value",
    toValue: "to_value",
  });
}

/** How many fields each change of a project sets. */
export async function countChangeItems(
  db: Database,
  projectId: number,
): Promise<Map<number, number>> {
  const rows: { changeId: number; n: string | number }[] = await db("project_change_items as i")
    .join("project_changes as c", "c.id", "i.change_id")
    .where("c.project_id", projectId)
    .groupBy("i.change_id")
    .select({ changeId: "i.change_id", n: db.raw("count(*)") });
  return new Map(rows.map(({ changeId, n }) => [changeId, Number(n)]));
}

/** What a change says of one record from now on, in place of what it said before. */
export async function replaceChangeItems(
  trx: Transaction,
  key: { changeId: number; subject: ChangeSubject; objectId: number },
  items: readonly Pick<ChangeItem, "field" | "fromValue" | "toValue">[],
): Promise<void> {
  const of = { change_id: key.changeId, subject: key.subject, object_id: key.objectId };
  await trx("project_change_items").where(of).delete();
  if (items.length === 0) return;
  await trx("project_change_items").insert(
    items.map(({ field, fromValue, toValue }) => ({
      ...of,
      field,
      from_value: fromValue,
      to_value: toValue,
    })),
  );
}

/** When a change is approved, what stood in the field until then is what it replaced. */
export async function updateItemFrom(
  trx: Transaction,
  id: number,
  fromValue: string | null,
): Promise<void> {
  await trx("project_change_items").where({ id }).update({ from_value: fromValue });
}

/** A record that a change may set fields of, as it stands; `values` by field. */
export interface SubjectRecord {
  subject: ChangeSubject;
  objectId: number;
  /** Of an indicator. */
  code: string | null;
  /** Of an activity, with that of the one above it. */
  number: string | null;
  parentNumber: string | null;
  title: string;
  unit: string | null;
  valueType: "number" | "percentage" | "text" | null;
  decimals: number;
  /** Neither archived nor, of a milestone, done or given up. */
  isOpen: boolean;
  values: Record<string, string | number | null>;
}

/** Everything of a project, or only these. */
export interface Wanted {
  projectId: number;
  ids?: Record<ChangeSubject, number[]>;
}

/** Records of a project as a change sees them, in the order of their lists. Four queries. */
export async function listSubjectRecords(db: Database, wanted: Wanted): Promise<SubjectRecord[]> {
  // One after another: a transaction, in which an approval reads them, has one connection.
  return [
    ...(await projectAsSubject(db, wanted.projectId)),
    ...(await activitiesAsSubjects(db, wanted)),
    ...(await indicatorsAsSubjects(db, wanted)),
    ...(await milestonesAsSubjects(db, wanted)),
  ];
}

const PLAIN = {
  ...{ code: null, number: null, parentNumber: null },
  ...{ unit: null, valueType: null, decimals: 0, isOpen: true },
};

/** Specific goals, a line each. */
const GOALS = `(select string_agg(g.goal, '\n' order by g.position) from project_goals as g
  where g.project_id = projects.id)`;

async function projectAsSubject(db: Database, projectId: number): Promise<SubjectRecord[]> {
  const rows = await db("projects")
    .where({ id: projectId })
    .select({ title: "title", vision: "vision", startsOn: "starts_on", endsOn: "ends_on" })
    .select({ shortName: "short_name", goals: db.raw(GOALS) });
  return rows.map(({ shortName, ...values }) => ({
    ...PLAIN,
    subject: "project",
    objectId: projectId,
    title: shortName,
    values,
  }));
}

async function activitiesAsSubjects(db: Database, wanted: Wanted): Promise<SubjectRecord[]> {
  const rows = await chosen(db, "activities", "activity", wanted)
    .leftJoin("activities as p", "p.id", "o.parent_id")
    .orderByRaw("coalesce(p.position, o.position), p.id is not null, o.position, o.id")
    .select({ id: "o.id", number: "o.number", parentNumber: "p.number" })
    .select({ archivedAt: "o.archived_at", title: "o.title", goal: "o.goal" })
    .select({ description: "o.description", outputs: "o.outputs" })
    .select({ startsOn: "o.starts_on", endsOn: "o.ends_on" });
  return rows.map(({ id, number, parentNumber, archivedAt, ...values }) => ({
    ...PLAIN,
    subject: "activity",
    objectId: id,
    number,
    parentNumber,
    title: values.title,
    isOpen: archivedAt === null,
    values,
  }));
}

async function indicatorsAsSubjects(db: Database, wanted: Wanted): Promise<SubjectRecord[]> {
  const rows = await chosen(db, "indicators", "indicator", wanted)
    .orderBy(["o.position", "o.id"])
    .select({ id: "o.id", code: "o.code", name: "o.name", unit: "o.unit" })
    .select({ valueType: "o.value_type", decimals: "o.decimals", archivedAt: "o.archived_at" })
    .select({ target: "o.target", targetText: "o.target_text", targetOn: "o.target_on" });
  return rows.map(({ target, targetText, targetOn, ...row }) => ({
    subject: "indicator",
    objectId: row.id,
    code: row.code,
    number: null,
    parentNumber: null,
    title: row.name,
    unit: row.unit,
    valueType: row.valueType,
    decimals: row.decimals,
    isOpen: row.archivedAt === null,
    values: { target: row.valueType === "text" ? targetText : target, targetOn },
  }));
}

async function milestonesAsSubjects(db: Database, wanted: Wanted): Promise<SubjectRecord[]> {
  const rows = await chosen(db, "milestones", "milestone", wanted)
    .orderBy(["o.due_on", "o.id"])
    .select({ id: "o.id", title: "o.title", dueOn: "o.due_on", doneOn: "o.done_on" })
    .select({ cancelledOn: "o.cancelled_on", archivedAt: "o.archived_at" });
  return rows.map((row) => ({
    ...PLAIN,
    subject: "milestone",
    objectId: row.id,
    title: row.title,
    isOpen: row.doneOn === null && row.cancelledOn === null && row.archivedAt === null,
    values: { dueOn: row.dueOn },
  }));
}

/** Chosen by hand whatever became of them, so that a change still says what it set; else those in use. */
function chosen(db: Database, table: string, subject: ChangeSubject, wanted: Wanted) {
  const query = db(`${table} as o`).where("o.project_id", wanted.projectId);
  if (wanted.ids) return query.whereIn("o.id", wanted.ids[subject]);
  query.whereNull("o.archived_at");
  return table === "milestones" ? query.whereNull("o.done_on").whereNull("o.cancelled_on") : query;
}
