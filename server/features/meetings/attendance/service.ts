import type { BodyMember } from "../../../../db/queries/body-members.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import {
  type Attendee,
  deleteAttendee,
  insertAttendee,
  updateAttendeeState,
} from "../../../../db/queries/meetings.ts";
import { findContactOf, insertContact, isPossibleOwner } from "../../../../db/queries/owners.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { nobody, type Owner, ownerKey } from "../../../values/owner.ts";
import { filledRows } from "../../../values/row-fields.ts";
import { attendeeFields, type MinutesEntry, MOST_ATTENDEES } from "../schema.ts";

/** Who of those asked was there, members of the body who are not asked yet, somebody chosen, and guests. */
export async function saveAttendance(
  one: Change,
  of: { event: EventRecord; attendees: Attendee[]; members: BodyMember[]; on: string },
  entry: MinutesEntry,
): Promise<void> {
  const { event, attendees } = of;
  const removed = await saveStates(one, attendees, entry);
  const known = new Set(attendees.map(ownerKey));
  const add = async (person: Owner, state: Attendee["state"]) => {
    const key = ownerKey(person);
    if (known.has(key)) return;
    known.add(key);
    const { ownerUserId, ownerContactId } = person;
    await insertAttendee(one.trx, { eventId: event.id, ownerUserId, ownerContactId, state });
  };
  for (const member of of.members) {
    if (isMemberOn(member, of.on) && !removed.has(ownerKey(member))) await add(member, "invited");
  }
  if (entry.person !== null) await add(await checkedPerson(one, event, entry.person), "invited");
  for (const line of entry.guests) await add(await guest(one, event.projectId, line), "present");
}

/** @returns keys of those taken out, so that a member of the body does not come back at once */
async function saveStates(
  { trx }: Change,
  attendees: readonly Attendee[],
  entry: MinutesEntry,
): Promise<Set<string>> {
  const removed = new Set<string>();
  for (const { values } of filledRows(entry, "attendee", MOST_ATTENDEES, attendeeFields)) {
    const attendee = attendees.find(({ id }) => id === values.Id);
    const state = values.State;
    if (!attendee || state === undefined || state === attendee.state) continue;
    if (state === "removed") {
      removed.add(ownerKey(attendee));
      await deleteAttendee(trx, attendee.id);
    } else await updateAttendeeState(trx, { id: attendee.id, state });
  }
  return removed;
}

async function checkedPerson(
  { trx }: Change,
  { projectId }: EventRecord,
  person: Owner,
): Promise<Owner> {
  if (await isPossibleOwner(trx, { projectId, owner: person })) return person;
  throw new InvalidInput({ person: "unknownChoice" });
}

/** `Eva Hostová, Město Liberec`: somebody without an account, with what stands after the first comma. */
async function guest({ trx, at }: Change, projectId: number, line: string): Promise<Owner> {
  const [name = "", ...about] = line.split(",").map((part) => part.trim());
  if (name === "") throw new InvalidInput({ guests: "required" });
  const known = await findContactOf(trx, projectId, { name, email: null });
  const id =
    known?.id ??
    (await insertContact(trx, {
      name,
      sortKey: czechSortKey(name),
      function: about.join(", ") || null,
      email: null,
      createdAt: at,
    }));
  return { ...nobody, ownerContactId: id };
}

function isMemberOn(member: Pick<BodyMember, "sinceOn" | "untilOn">, on: string): boolean {
  return member.sinceOn <= on && (member.untilOn === null || member.untilOn >= on);
}
