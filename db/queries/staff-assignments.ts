import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";
import type { PositionContract, PositionFunding } from "./positions.ts";

export type PayUnit = "month" | "hour";

export interface AssignmentFields extends Owner {
  startsOn: string;
  endsOn: string | null;
  /** Thousandths of a full workload; null means that of the position. */
  workloadMilli: number | null;
  /** The whole workload at the employer, for the paper. */
  employerWorkloadMilli: number | null;
  note: string | null;
}

/** Seen only by those who may read pay. */
export interface Pay {
  payUnit: PayUnit | null;
  payHalere: number | null;
}

/** Who holds a position, from when to when; without the pay, which is read by itself. */
export interface Assignment extends AssignmentFields {
  id: number;
  projectId: number;
  positionId: number;
  positionName: string;
  contract: PositionContract;
  funding: PositionFunding;
  budgetLineId: number | null;
  activityId: number | null;
  /** That of the assignment, else that of the position; null of an agreement by hours. */
  heldMilli: number | null;
  personName: string;
  personSortKey: string;
  archivedAt: string | null;
  version: number;
}

interface Key {
  projectId: number;
  id: number;
}

/** The living ones of living positions, latest first. */
export async function listAssignments(db: Database, projectId: number): Promise<Assignment[]> {
  return assignments(db)
    .where("s.project_id", projectId)
    .whereNull("s.archived_at")
    .whereNull("x.archived_at")
    .orderBy([{ column: "s.starts_on", order: "desc" }, "personSortKey", "s.id"]);
}

/** Those on direct positions on some day of a span, by person; of one user where it is told. */
export async function listDirectAssignments(
  db: Database,
  wanted: {
    projectId: number;
    from: string;
    to: string;
    userId: number | null;
    id?: number | null;
  },
): Promise<Assignment[]> {
  const query = assignments(db)
    .where({ "s.project_id": wanted.projectId, "x.funding": "direct" })
    .whereNull("s.archived_at")
    .whereNull("x.archived_at")
    .where("s.starts_on", "<=", wanted.to)
    .where((open) => open.whereNull("s.ends_on").orWhere("s.ends_on", ">=", wanted.from))
    .orderBy(["personSortKey", "x.name", "s.id"]);
  if (wanted.userId !== null) query.where("s.user_id", wanted.userId);
  if (wanted.id) query.where("s.id", wanted.id);
  return query;
}

export async function findAssignment(db: Database, key: Key): Promise<Assignment | undefined> {
  return assignments(db).where({ "s.project_id": key.projectId, "s.id": key.id }).first();
}

/** Pay of assignments; asked for only where it may be shown. */
export async function listPay(
  db: Database,
  projectId: number,
  ids: readonly number[],
): Promise<(Pay & { id: number })[]> {
  return db("staff_assignments")
    .where("project_id", projectId)
    .whereIn("id", ids)
    .select({ id: "id", payUnit: "pay_unit", payHalere: "pay_halere" });
}

/** First and last month with a timesheet or an item of pay; undefined of one that nothing hangs on. */
export async function findMonthsInUse(
  db: Database,
  assignmentId: number,
): Promise<{ first: string; last: string } | undefined> {
  const months = db("timesheets")
    .where("assignment_id", assignmentId)
    .select("month")
    .unionAll([db("payroll_items").where("assignment_id", assignmentId).select("month")]);
  const [row] = await db
    .from(months.as("m"))
    .select(db.raw("min(m.month) as first, max(m.month) as last"));
  return row.first === null ? undefined : { first: row.first, last: row.last };
}

export async function insertAssignment(
  trx: Transaction,
  assignment: AssignmentFields & Pay & { projectId: number; positionId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("staff_assignments")
    .insert({
      ...columns(assignment),
      ...payColumns(assignment),
      project_id: assignment.projectId,
      position_id: assignment.positionId,
      created_at: assignment.createdAt,
    })
    .returning("id");
  return row.id;
}

interface Version {
  id: number;
  version: number;
}

/** 0 when the record has another version by now. Without pay what is stored of it stays. */
export async function updateAssignment(
  trx: Transaction,
  key: Version,
  fields: AssignmentFields,
  pay: Pay | null,
): Promise<number> {
  return trx("staff_assignments")
    .where({ id: key.id, version: key.version })
    .update({
      ...columns(fields),
      ...(pay === null ? {} : payColumns(pay)),
      version: key.version + 1,
    });
}

export async function updateAssignmentArchived(
  trx: Transaction,
  key: Version,
  archivedAt: string | null,
): Promise<number> {
  return trx("staff_assignments")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

function assignments(db: Database) {
  return db("staff_assignments as s")
    .join("positions as x", "x.id", "s.position_id")
    .leftJoin("users as u", "u.id", "s.user_id")
    .leftJoin("contacts as c", "c.id", "s.contact_id")
    .select({
      id: "s.id",
      projectId: "s.project_id",
      positionId: "s.position_id",
      ownerUserId: "s.user_id",
      ownerContactId: "s.contact_id",
      startsOn: "s.starts_on",
      endsOn: "s.ends_on",
      workloadMilli: "s.workload_milli",
      employerWorkloadMilli: "s.employer_workload_milli",
      note: "s.note",
      positionName: "x.name",
      contract: "x.contract",
      funding: "x.funding",
      budgetLineId: "x.budget_line_id",
      activityId: "x.activity_id",
      heldMilli: db.raw("coalesce(s.workload_milli, x.workload_milli)"),
      personName: db.raw("coalesce(u.name, c.name)"),
      personSortKey: db.raw("coalesce(u.sort_key, c.sort_key)"),
      archivedAt: "s.archived_at",
      version: "s.version",
    });
}

function columns(fields: AssignmentFields) {
  return {
    user_id: fields.ownerUserId,
    contact_id: fields.ownerContactId,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    workload_milli: fields.workloadMilli,
    employer_workload_milli: fields.employerWorkloadMilli,
    note: fields.note,
  };
}

function payColumns({ payUnit, payHalere }: Pay) {
  return { pay_unit: payUnit, pay_halere: payHalere };
}
