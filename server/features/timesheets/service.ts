import { listActivityNames } from "../../../db/queries/activities.ts";
import type { Assignment } from "../../../db/queries/staff-assignments.ts";
import {
  findTimesheet,
  insertTimesheet,
  putTimesheetLines,
  sumHoursElsewhere,
  type Timesheet,
  type TimesheetFields,
  type TimesheetState,
  updateTimesheet,
  updateTimesheetState,
} from "../../../db/queries/timesheets.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import type { Month } from "../../values/month.ts";
import { notify } from "../notifications/service.ts";
import { checksOf, type Days, fundOf } from "./rules.ts";
import type { TimesheetEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** Whose sheet of which month, on which of its days they work in the position. */
export interface Place {
  assignment: Assignment;
  month: Month;
  days: Days;
}

/** @throws EditedMeanwhile when the form was opened on another version of the sheet */
export async function saveTimesheet(
  deps: Doing,
  author: Author,
  place: Place,
  { entry, formOf }: { entry: TimesheetEntry; formOf: FormOf<Timesheet> },
): Promise<number> {
  return change(deps, author, async (one) => {
    const before = await findTimesheet(one.trx, keyOf(place));
    if (before && before.state !== "draft") throw new Conflict("timesheetNotOpen");
    await checkActivities(one, place, entry, before);
    const fields = fieldsOf(place, entry);
    const id = await put(one, place, before, entry, fields);
    if (id === null && before) {
      throw await editedMeanwhile(one.trx, {
        objectType: "timesheet",
        objectId: before.id,
        version: before.version,
        values: formOf(before),
      });
    }
    if (id === null) throw new Conflict("changedMeanwhile");
    await putTimesheetLines(one.trx, id, entry.lines);
    tell(one, place, id, before ? "timesheet.edited" : "timesheet.created", {});
    return id;
  });
}

/** Null when somebody else was faster. */
async function put(
  one: Change,
  place: Place,
  before: Timesheet | undefined,
  entry: TimesheetEntry,
  fields: TimesheetFields,
): Promise<number | null> {
  if (!before) return insertTimesheet(one.trx, { ...keyOf(place), ...fields, createdAt: one.at });
  const opened = { id: before.id, version: entry.version ?? 0 };
  return (await updateTimesheet(one.trx, opened, fields)) === 0 ? null : before.id;
}

/** @throws Conflict when the sheet does not meet its checks */
export async function submitTimesheet(
  deps: Doing,
  author: Author,
  place: Place,
  version: number,
): Promise<void> {
  await step(deps, author, place, { version, from: ["draft"] }, async (one, sheet) => {
    const elsewhereE2 = await sumHoursElsewhere(one.trx, keyOf(place));
    const { month, days, assignment } = place;
    const about = { month, days, workload: assignment.heldMilli, elsewhereE2 };
    if (checksOf(sheet, about).some(({ isMet }) => !isMet))
      throw new Conflict("timesheetIncomplete");
    const submittedOn = pragueDay(one.at);
    return { state: "submitted", ...NOT_APPROVED, submittedOn, action: "timesheet.submitted" };
  });
}

export async function approveTimesheet(
  deps: Doing,
  author: Author,
  place: Place,
  version: number,
): Promise<void> {
  await step(deps, author, place, { version, from: ["submitted"] }, async (one, sheet) => ({
    state: "approved",
    submittedOn: sheet.submittedOn,
    approvedOn: pragueDay(one.at),
    approvedBy: one.by,
    ...NOT_RETURNED,
    action: "timesheet.approved",
  }));
}

/** Back to whoever filled it in, with the reason; also what was approved by mistake. */
export async function returnTimesheet(
  deps: Doing,
  author: Author,
  place: Place,
  entry: { version: number; reason: string },
): Promise<void> {
  const from: TimesheetState[] = ["submitted", "approved"];
  await step(deps, author, place, { version: entry.version, from }, async (one, sheet) => {
    await tellOfReturn(one, place, sheet.id);
    return {
      state: "draft",
      ...NOT_APPROVED,
      returnedReason: entry.reason,
      returnedOn: pragueDay(one.at),
      action: "timesheet.returned",
    };
  });
}

async function tellOfReturn(one: Change, { assignment }: Place, objectId: number): Promise<void> {
  const { projectId, id: pageId, ownerUserId } = assignment;
  const told = { kind: "returned", objectType: "timesheet" } as const;
  await notify(one, { ...told, projectId, objectId, pageId, recipientUserIds: [ownerUserId] });
}

const NOT_RETURNED = { returnedReason: null, returnedOn: null };
const NOT_APPROVED = { submittedOn: null, approvedOn: null, approvedBy: null, ...NOT_RETURNED };

type Step = Parameters<typeof updateTimesheetState>[2] & { action: string };

async function step(
  deps: Doing,
  author: Author,
  place: Place,
  { version, from }: { version: number; from: TimesheetState[] },
  to: (one: Change, sheet: Timesheet) => Promise<Step>,
): Promise<void> {
  await change(deps, author, async (one) => {
    const sheet = await findTimesheet(one.trx, keyOf(place));
    if (!sheet) throw new NotFound("timesheet");
    if (!from.includes(sheet.state)) throw new Conflict("stepNotPossible");
    const { action, ...state } = await to(one, sheet);
    if ((await updateTimesheetState(one.trx, { id: sheet.id, version }, state)) === 0)
      throw new Conflict("changedMeanwhile");
    tell(one, place, sheet.id, action, { state: [sheet.state, state.state] });
  });
}

function fieldsOf({ assignment, days }: Place, entry: TimesheetEntry): TimesheetFields {
  const { vacationE2, sickE2, obstaclesE2, holidayE2, holidayProjectE2, note, lines } = entry;
  return {
    fundE2: fundOf(days, assignment.heldMilli),
    workedE2: lines.reduce((sum, { hoursE2 }) => sum + hoursE2, 0),
    ...{ vacationE2, sickE2, obstaclesE2, holidayE2, holidayProjectE2, note },
  };
}

/** Activities of the project, or those that the sheet had. */
async function checkActivities(
  { trx }: Change,
  { assignment }: Place,
  { lines }: TimesheetEntry,
  before: Timesheet | undefined,
): Promise<void> {
  const known = new Set(before?.lines.map(({ activityId }) => activityId)).add(null);
  if (lines.every(({ activityId }) => known.has(activityId))) return;
  const names = await listActivityNames(trx, assignment.projectId);
  for (const { id } of names) known.add(id);
  const wrong = lines.find(({ activityId }) => !known.has(activityId));
  if (wrong) throw new InvalidInput({ [`activity${wrong.row}`]: "unknownChoice" });
}

export function keyOf({ assignment, month }: Place) {
  return { projectId: assignment.projectId, assignmentId: assignment.id, month };
}

/** Whose sheet it was and what became of it; hours are read by those alone who may. */
function tell(
  one: Change,
  { assignment, month }: Place,
  objectId: number,
  action: string,
  changes: Record<string, [unknown, unknown]>,
): void {
  const { projectId, personName } = assignment;
  const about: Record<string, [unknown, unknown]> = {
    person: [null, personName],
    month: [null, month],
  };
  const told = { ...about, ...changes };
  one.record({ action, objectType: "timesheet", objectId, projectId, changes: told });
}
