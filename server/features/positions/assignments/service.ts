import {
  type Assignment,
  type AssignmentFields,
  findAssignment,
  findMonthsInUse,
  insertAssignment,
  listAssignments,
  listPay,
  type Pay,
  updateAssignment,
  updateAssignmentArchived,
} from "../../../../db/queries/staff-assignments.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { monthOf } from "../../../values/month.ts";
import { isSameOwner, nobody } from "../../../values/owner.ts";
import { resolveOwner } from "../../owners/service.ts";
import { livePosition } from "../service.ts";
import { overlaps } from "./rules.ts";
import type { AssignmentEntry, EditedAssignment } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

interface Key {
  projectId: number;
  id: number;
}

/** Whether the author may read pay: without that what they send of it is nothing, and what is stored stays. */
interface Sight {
  readsPay: boolean;
}

export async function createAssignment(
  deps: Doing,
  author: Author,
  key: { projectId: number; positionId: number },
  entry: AssignmentEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { projectId, positionId } = key;
    await livePosition(one, { projectId, id: positionId });
    const fields = await fieldsOf(one, { projectId, positionId, id: null }, entry);
    const { payUnit, payHalere } = entry;
    const created = { ...fields, payUnit, payHalere, projectId, positionId, createdAt: one.at };
    const id = await insertAssignment(one.trx, created);
    const after = await assignmentAt(one, { projectId, id });
    tell(one, after, "assignment.created", {
      ...changedFields<Partial<Told>>({}, told(after)),
      ...payTold(NO_PAY, entry),
    });
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the assignment */
export async function editAssignment(
  deps: Doing,
  author: Author,
  key: Key,
  edit: { entry: EditedAssignment; formOf: FormOf<Assignment & Pay> } & Sight,
): Promise<void> {
  const { entry, formOf, readsPay } = edit;
  await change(deps, author, async (one) => {
    const before = await assignmentAt(one, key);
    if (before.archivedAt !== null) throw new Conflict("archived");
    const pay = readsPay ? await payAt(one, key) : null;
    const fields = await fieldsOf(one, before, entry, before);
    await checkMonths(one, key.id, entry);
    const opened = { id: key.id, version: entry.version };
    if ((await updateAssignment(one.trx, opened, fields, pay && entry)) === 0)
      throw await editedMeanwhile(one.trx, {
        objectType: "position",
        objectId: before.positionId,
        version: before.version,
        values: formOf({ ...before, ...(pay ?? NO_PAY) }),
      });
    const after = await assignmentAt(one, key);
    const changes = changedFields(told(before), told(after));
    tell(one, after, "assignment.edited", { ...changes, ...(pay ? payTold(pay, entry) : {}) });
  });
}

export async function archiveAssignment(deps: Doing, author: Author, key: Key): Promise<void> {
  await change(deps, author, async (one) => {
    const assignment = await assignmentAt(one, key);
    if (assignment.archivedAt !== null) return;
    if (await findMonthsInUse(one.trx, key.id)) throw new Conflict("assignmentInUse");
    await updateAssignmentArchived(one.trx, assignment, one.at);
    tell(one, assignment, "assignment.archived", { person: [assignment.personName, null] });
  });
}

const NO_PAY: Pay = { payUnit: null, payHalere: null };

async function payAt({ trx }: Change, { projectId, id }: Key): Promise<Pay> {
  const [pay = NO_PAY] = await listPay(trx, projectId, [id]);
  return { payUnit: pay.payUnit, payHalere: pay.payHalere };
}

async function assignmentAt({ trx }: Change, key: Key): Promise<Assignment> {
  const assignment = await findAssignment(trx, key);
  if (!assignment) throw new NotFound("assignment");
  return assignment;
}

async function fieldsOf(
  one: Change,
  place: { projectId: number; positionId: number; id: number | null },
  entry: AssignmentEntry,
  current?: Assignment,
): Promise<AssignmentFields> {
  const person = await resolveOwner(one, place.projectId, entry, current);
  if (isSameOwner(person, nobody)) throw new InvalidInput({ owner: "required" });
  const others = (await listAssignments(one.trx, place.projectId)).filter(
    ({ positionId, id }) => positionId === place.positionId && id !== place.id,
  );
  const { startsOn, endsOn, workloadMilli, employerWorkloadMilli, note } = entry;
  const days = { from: startsOn, until: endsOn };
  const isTwice = others.some(
    (other) =>
      isSameOwner(other, person) && overlaps(days, { from: other.startsOn, until: other.endsOn }),
  );
  if (isTwice) throw new InvalidInput({ owner: "holdsPositionAlready" });
  return { ...person, startsOn, endsOn, workloadMilli, employerWorkloadMilli, note };
}

/** Timesheets and items of pay stay within the days on which somebody works in the position. */
async function checkMonths(
  { trx }: Change,
  id: number,
  { startsOn, endsOn }: AssignmentEntry,
): Promise<void> {
  const used = await findMonthsInUse(trx, id);
  if (!used) return;
  if (monthOf(startsOn) > used.first) throw new InvalidInput({ startsOn: "timesheetsOutside" });
  if (endsOn !== null && monthOf(endsOn) < used.last)
    throw new InvalidInput({ endsOn: "timesheetsOutside" });
}

type Told = ReturnType<typeof told>;

function told(assignment: Assignment) {
  const { personName: person, startsOn, endsOn, workloadMilli, employerWorkloadMilli } = assignment;
  const share = (milli: number | null) => (milli === null ? null : milli / 1000);
  const { note } = assignment;
  const workload = share(workloadMilli);
  return {
    person,
    startsOn,
    endsOn,
    workload,
    employerWorkload: share(employerWorkloadMilli),
    note,
  };
}

/** That pay was changed, never from what to what: the history is read by everybody in the project. */
function payTold(before: Pay, after: Pay): Record<string, [unknown, unknown]> {
  const isSame = before.payUnit === after.payUnit && before.payHalere === after.payHalere;
  return isSame ? {} : { pay: ["not-told", "not-told"] };
}

function tell(
  one: Change,
  { projectId, positionId }: Assignment,
  action: string,
  changes: Record<string, [unknown, unknown]>,
): void {
  one.record({ action, objectType: "position", objectId: positionId, projectId, changes });
}
