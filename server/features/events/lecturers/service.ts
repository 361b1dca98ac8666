import { listLecturers, replaceLecturers } from "../../../../db/queries/event-people.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import { parseEmailAddress } from "../../../values/email-address.ts";
import { resolveOwner } from "../../owners/service.ts";

interface LecturersEntry {
  lecturerIds: number[];
  /** One a line: name, function, e-mail; the last two may be missing. */
  newLecturers: string[];
}

/** Keeps who lectures: contacts known in the project, and those typed beside, who are written down. */
export async function keepLecturers(
  one: Change,
  event: { projectId: number; id: number },
  entry: LecturersEntry,
): Promise<void> {
  const known = await contactsOnOffer(one, event);
  if (entry.lecturerIds.some((id) => !known.has(id)))
    throw new InvalidInput({ lecturerIds: "unknownChoice" });
  const added: number[] = [];
  for (const line of entry.newLecturers) {
    const { ownerContactId } = await resolveOwner(one, event.projectId, {
      owner: "new-contact",
      ...readContact(line),
    });
    if (ownerContactId !== null) added.push(ownerContactId);
  }
  await replaceLecturers(one.trx, event.id, [...entry.lecturerIds, ...added]);
}

async function contactsOnOffer({ trx }: Change, event: { projectId: number; id: number }) {
  const owners = await listPossibleOwners(trx, event.projectId);
  const current = await listLecturers(trx, event.id);
  const ids = [
    ...owners.map(({ ownerContactId }) => ownerContactId),
    ...current.map(({ contactId }) => contactId),
  ];
  return new Set(ids.filter((id): id is number => id !== null));
}

/** `Mgr. Petr Malý, psychoterapeut, petr@centrum.cz` */
function readContact(line: string) {
  const [name = "", ...rest] = line.split(/[,;]/).map((part) => part.trim());
  if (name === "" || name.length > 120) throw new InvalidInput({ newLecturers: "lecturerLine" });
  const email = rest.find((part) => part.includes("@"));
  const contactEmail = email === undefined ? null : parseEmailAddress(email);
  if (contactEmail === undefined) throw new InvalidInput({ newLecturers: "validEmail" });
  const about = rest.filter((part) => part !== email && part !== "").join(", ");
  return {
    contactName: name,
    contactFunction: about === "" ? null : about.slice(0, 120),
    contactEmail,
  };
}
