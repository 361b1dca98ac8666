import type { BodyMember } from "../../../../db/queries/body-members.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import {
  type AgendaItem,
  deleteAgendaItem,
  detachTasks,
  insertAgendaItem,
  insertMeetingTask,
  listAttendees,
  updateAgendaItem,
} from "../../../../db/queries/meetings.ts";
import { isPossibleOwner } from "../../../../db/queries/owners.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import { isSameOwner, nobody, type Owner } from "../../../values/owner.ts";
import { filledRows } from "../../../values/row-fields.ts";
import { addMilestone } from "../../milestones/service.ts";
import { itemFields, type MinutesEntry, MOST_ITEMS } from "../schema.ts";

interface Of {
  event: EventRecord;
  items: AgendaItem[];
  members: BodyMember[];
}

/** Saves the items and makes tasks of what was typed as one. @returns how many tasks there are more */
export async function saveAgenda(one: Change, of: Of, entry: MinutesEntry): Promise<number> {
  const rows = filledRows(entry, "item", MOST_ITEMS, itemFields);
  let tasks = 0;
  for (const row of rows) {
    checkRow(row);
    const agendaItemId = await saveItem(one, of, row);
    if (agendaItemId === null || row.values.Task === null) continue;
    await addTask(one, of, row, agendaItemId);
    tasks += 1;
  }
  return tasks;
}

type Row = ReturnType<typeof filledRows<typeof itemFields>>[number];

function checkRow({ number, values }: Row): void {
  const { Title, Minutes, Conclusion, Task, TaskOn, TaskOwner } = values;
  const field = (name: string) => `item${number}${name}`;
  const isFilled = [Minutes, Conclusion, Task].some((text) => text !== null);
  if (Title === null && isFilled) throw new InvalidInput({ [field("Title")]: "required" });
  if (Task === null && (TaskOn !== null || TaskOwner !== null))
    throw new InvalidInput({ [field("Task")]: "taskMissing" });
  if (Task !== null && TaskOn === null)
    throw new InvalidInput({ [field("TaskOn")]: "taskNeedsDay" });
}

/** The id of the item; null for one that was emptied, which goes, or never was. */
async function saveItem({ trx }: Change, of: Of, { number, values }: Row): Promise<number | null> {
  const known = of.items.find(({ id }) => id === values.Id);
  const { Title: title, Minutes: minutes, Conclusion: conclusion } = values;
  if (title === null) {
    if (!known) return null;
    await detachTasks(trx, known.id);
    await deleteAgendaItem(trx, known.id);
    return null;
  }
  const item = { title, minutes, conclusion, position: values.Position ?? number };
  if (!known) return insertAgendaItem(trx, { ...item, eventId: of.event.id });
  await updateAgendaItem(trx, { ...item, id: known.id });
  return known.id;
}

async function addTask(one: Change, of: Of, { number, values }: Row, agendaItemId: number) {
  const { Task: title, TaskOn: dueOn, TaskOwner: typed } = values;
  if (title === null || dueOn === null) return;
  const { projectId, activityId, id: eventId } = of.event;
  const owner = await checkedOwner(one, of, typed ?? nobody);
  if (owner === null) throw new InvalidInput({ [`item${number}TaskOwner`]: "unknownChoice" });
  const milestoneId = await addMilestone(one, projectId, {
    kind: "task",
    origin: "minutes",
    title,
    dueOn,
    activityId,
    owner,
    isOwnerTakenOver: true,
  });
  await insertMeetingTask(one.trx, { eventId, milestoneId, agendaItemId });
}

/** A member of the project or of the body, or whoever was at the meeting; null for anybody else. */
async function checkedOwner({ trx }: Change, of: Of, owner: Owner): Promise<Owner | null> {
  if (isSameOwner(owner, nobody)) return owner;
  if (of.members.some((member) => isSameOwner(member, owner))) return owner;
  if (await isPossibleOwner(trx, { projectId: of.event.projectId, owner })) return owner;
  const attendees = await listAttendees(trx, of.event.id);
  return attendees.some((attendee) => isSameOwner(attendee, owner)) ? owner : null;
}
