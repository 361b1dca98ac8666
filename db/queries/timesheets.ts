import type { Database, Transaction } from "../connection.ts";

export type TimesheetState = "draft" | "submitted" | "approved";

export interface TimesheetLine {
  title: string;
  activityId: number | null;
  /** Hundredths of an hour, as all hours here. */
  hoursE2: number;
}

export interface TimesheetHours {
  fundE2: number;
  workedE2: number;
  vacationE2: number;
  sickE2: number;
  obstaclesE2: number;
  /** Paid holidays: all of them, and the project's share. */
  holidayE2: number;
  holidayProjectE2: number;
}

export interface TimesheetFields extends TimesheetHours {
  /** Why the sum differs from the fund. */
  note: string | null;
}

export interface TimesheetHead extends TimesheetFields {
  id: number;
  projectId: number;
  assignmentId: number;
  month: string;
  state: TimesheetState;
  submittedOn: string | null;
  approvedOn: string | null;
  approvedByName: string | null;
  returnedReason: string | null;
  version: number;
}

export interface Timesheet extends TimesheetHead {
  lines: TimesheetLine[];
}

export interface TimesheetKey {
  projectId: number;
  assignmentId: number;
  month: string;
}

export async function findTimesheet(
  db: Database,
  key: TimesheetKey,
): Promise<Timesheet | undefined> {
  const [sheet] = await listTimesheets(db, { ...key, assignmentIds: [key.assignmentId] });
  return sheet;
}

/** Sheets of a month with their groups of activities. */
export async function listTimesheets(
  db: Database,
  wanted: { projectId: number; month: string; assignmentIds: readonly number[] },
): Promise<Timesheet[]> {
  const heads: TimesheetHead[] = await sheets(db)
    .where({ "t.project_id": wanted.projectId, "t.month": wanted.month })
    .whereIn("t.assignment_id", wanted.assignmentIds);
  const ids = heads.map(({ id }) => id);
  const lines: (TimesheetLine & { timesheetId: number })[] = await db("timesheet_lines")
    .whereIn("timesheet_id", ids)
    .orderBy(["timesheet_id", "position"])
    .select({
      timesheetId: "timesheet_id",
      title: "title",
      activityId: "activity_id",
      hoursE2: "hours_e2",
    });
  return heads.map((head) => ({
    ...head,
    lines: lines
      .filter(({ timesheetId }) => timesheetId === head.id)
      .map(({ title, activityId, hoursE2 }) => ({ title, activityId, hoursE2 })),
  }));
}

/** What the person has on other sheets of the month, in whatever project; one e-mail is one person. */
export async function sumHoursElsewhere(
  db: Database,
  { assignmentId, month }: Pick<TimesheetKey, "assignmentId" | "month">,
): Promise<number> {
  const [row] = await db("timesheets as t")
    .join("staff_assignments as s", "s.id", "t.assignment_id")
    .leftJoin("users as u", "u.id", "s.user_id")
    .leftJoin("contacts as c", "c.id", "s.contact_id")
    .where("t.month", month)
    .whereNot("t.assignment_id", assignmentId)
    .whereExists(
      db("staff_assignments as own")
        .leftJoin("users as ou", "ou.id", "own.user_id")
        .leftJoin("contacts as oc", "oc.id", "own.contact_id")
        .where("own.id", assignmentId)
        .whereRaw(
          `(own.user_id = s.user_id or own.contact_id = s.contact_id
            or lower(coalesce(ou.email, oc.email)) = lower(coalesce(u.email, c.email)))`,
        )
        .select(db.raw("1")),
    )
    .select(
      db.raw(`cast(coalesce(sum(t.worked_hours_e2 + t.vacation_hours_e2 + t.sick_hours_e2
        + t.obstacles_hours_e2 + t.holiday_project_hours_e2), 0) as integer) as hours`),
    );
  return row.hours;
}

/** Work noted in the log by one person; an entry of several activities comes once for each. */
export interface WorkLogged {
  entryId: number;
  minutes: number;
  activityId: number | null;
  /** The key activity, which may be the same. */
  keyActivityId: number | null;
  number: string | null;
  title: string | null;
}

export async function listWorkLogged(
  db: Database,
  wanted: { projectId: number; userId: number; from: string; to: string },
): Promise<WorkLogged[]> {
  return db("log_entries as l")
    .leftJoin("log_entry_activities as y", "y.log_entry_id", "l.id")
    .leftJoin("activities as a", "a.id", "y.activity_id")
    .leftJoin("activities as k", "k.id", db.raw("coalesce(a.parent_id, a.id)"))
    .where({ "l.project_id": wanted.projectId, "l.author_id": wanted.userId })
    .whereNull("l.archived_at")
    .whereNotNull("l.worked_minutes")
    .whereBetween("l.happened_on", [wanted.from, wanted.to])
    .orderBy(["l.id", "y.id"])
    .select({
      entryId: "l.id",
      minutes: "l.worked_minutes",
      activityId: "a.id",
      keyActivityId: "k.id",
      number: "k.number",
      title: "k.title",
    });
}

/** Null when the month has its sheet already. */
export async function insertTimesheet(
  trx: Transaction,
  sheet: TimesheetKey & TimesheetFields & { createdAt: string },
): Promise<number | null> {
  const [row] = await trx("timesheets")
    .insert({
      ...columns(sheet),
      project_id: sheet.projectId,
      assignment_id: sheet.assignmentId,
      month: sheet.month,
      created_at: sheet.createdAt,
    })
    .onConflict(["assignment_id", "month"])
    .ignore()
    .returning("id");
  return row?.id ?? null;
}

interface Version {
  id: number;
  version: number;
}

/** 0 when the sheet has another version by now; so with its state. */
export async function updateTimesheet(
  trx: Transaction,
  key: Version,
  fields: TimesheetFields,
): Promise<number> {
  return updateVersion(trx, key, columns(fields));
}

export async function updateTimesheetState(
  trx: Transaction,
  key: Version,
  to: {
    state: TimesheetState;
    submittedOn: string | null;
    approvedOn: string | null;
    approvedBy: number | null;
    returnedReason: string | null;
    returnedOn: string | null;
  },
): Promise<number> {
  return updateVersion(trx, key, {
    state: to.state,
    submitted_on: to.submittedOn,
    approved_on: to.approvedOn,
    approved_by: to.approvedBy,
    returned_reason: to.returnedReason,
    returned_on: to.returnedOn,
  });
}

/** The groups of a sheet as they are now, in the place of those before. */
export async function putTimesheetLines(
  trx: Transaction,
  timesheetId: number,
  lines: readonly TimesheetLine[],
): Promise<void> {
  await trx("timesheet_lines").where("timesheet_id", timesheetId).delete();
  if (lines.length === 0) return;
  await trx("timesheet_lines").insert(
    lines.map((line, index) => ({
      timesheet_id: timesheetId,
      position: index + 1,
      title: line.title,
      activity_id: line.activityId,
      hours_e2: line.hoursE2,
    })),
  );
}

function updateVersion(trx: Transaction, key: Version, changed: object): Promise<number> {
  return trx("timesheets")
    .where({ id: key.id, version: key.version })
    .update({ ...changed, version: key.version + 1 });
}

function sheets(db: Database) {
  return db("timesheets as t").leftJoin("users as u", "u.id", "t.approved_by").select({
    id: "t.id",
    projectId: "t.project_id",
    assignmentId: "t.assignment_id",
    month: "t.month",
    state: "t.state",
    fundE2: "t.fund_hours_e2",
    workedE2: "t.worked_hours_e2",
    vacationE2: "t.vacation_hours_e2",
    sickE2: "t.sick_hours_e2",
    obstaclesE2: "t.obstacles_hours_e2",
    holidayE2: "t.holiday_hours_e2",
    holidayProjectE2: "t.holiday_project_hours_e2",
    note: "t.note",
    submittedOn: "t.submitted_on",
    approvedOn: "t.approved_on",
    approvedByName: "u.name",
    returnedReason: "t.returned_reason",
    version: "t.version",
  });
}

function columns(fields: TimesheetFields) {
  return {
    fund_hours_e2: fields.fundE2,
    worked_hours_e2: fields.workedE2,
    vacation_hours_e2: fields.vacationE2,
    sick_hours_e2: fields.sickE2,
    obstacles_hours_e2: fields.obstaclesE2,
    holiday_hours_e2: fields.holidayE2,
    holiday_project_hours_e2: fields.holidayProjectE2,
    note: fields.note,
  };
}
