import {
  deleteHost,
  deleteTrainee,
  findMentorOf,
  findParticipationOf,
  type Host,
  hasDays,
  insertHost,
  insertMentor,
  insertTrainee,
  isParticipantOf,
  isTrainee,
  listHosts,
  listTrainees,
  updateHostMentor,
  updateMentor,
} from "../../../../db/queries/internship-people.ts";
import { type Internship, lockInternship } from "../../../../db/queries/internships.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { Conflict, type FieldErrors, InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { resolveOrganisation } from "../../organisations/service.ts";
import { joinProject, registerPerson } from "../../participants/service.ts";
import type { HostEntry, MentorEntry, TraineeEntry } from "../schema.ts";
import { type InternshipKey, liveInternship, type Writing } from "../service.ts";

const CLOSED = ["report-accepted", "cancelled"];

/**
 * Adds somebody to the internship. Whoever is new to the project enters it with the internship, so that
 * their card can be filled in before it begins.
 * @returns the id of the trainee
 */
export async function addTrainee(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  entry: TraineeEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const internship = await openInternship(one, key);
    const participantId = await resolveParticipant(one, key.projectId, entry);
    if (await isTrainee(one.trx, { internshipId: key.id, participantId }))
      throw new InvalidInput({ participantId: "alreadyTrainee" });
    const known = await findParticipationOf(one.trx, { projectId: key.projectId, participantId });
    if (!known) {
      const joining = { participantId, projectId: key.projectId, enteredOn: internship.startsOn };
      await joinProject(one.trx, joining, { at: one.at, userId: one.by });
    }
    const id = await insertTrainee(one.trx, { internshipId: key.id, participantId });
    told(one, key, "internship.trainee-added");
    return id;
  });
}

async function resolveParticipant(
  one: Change,
  projectId: number,
  entry: TraineeEntry,
): Promise<number> {
  const { participantId, firstName, surname, bornOn } = entry;
  const isTyped = [firstName, surname, bornOn].some((field) => field !== null);
  if (participantId === null)
    return isTyped ? personTyped(one, entry) : refuse({ participantId: "required" });
  if (isTyped) return refuse({ surname: "traineeEitherOr" });
  if (await isParticipantOf(one.trx, { projectId, participantId })) return participantId;
  return refuse({ participantId: "unknownChoice" });
}

async function personTyped({ trx, at }: Change, entry: TraineeEntry): Promise<number> {
  const { firstName, surname, bornOn } = entry;
  if (firstName === null) return refuse({ firstName: "required" });
  if (surname === null) return refuse({ surname: "required" });
  const today = pragueDay(at);
  if (bornOn !== null && bornOn > today) return refuse({ bornOn: "notInFuture" });
  const person = await registerPerson(trx, { firstName, surname, bornOn }, { at, today });
  return person.participantId;
}

function refuse(errors: FieldErrors): never {
  throw new InvalidInput(errors);
}

/** Takes back somebody who was added by mistake; not once a day of theirs was written. */
export async function removeTrainee(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  traineeId: number,
): Promise<void> {
  await change(deps, author, async (one) => {
    await openInternship(one, key);
    const trainees = await listTrainees(one.trx, key.id);
    if (!trainees.some(({ id }) => id === traineeId)) throw new NotFound("trainee");
    if (await hasDays(one.trx, { traineeId })) throw new Conflict("traineeHasDays");
    await deleteTrainee(one.trx, traineeId);
    told(one, key, "internship.trainee-removed");
  });
}

/** @returns the id of the host */
export async function addHost(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  entry: HostEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    await openInternship(one, key);
    const organisationId = await resolveOrganisation(one, { name: entry.name, ico: entry.ico });
    const hosts = await listHosts(one.trx, key.id);
    if (hosts.some((host) => host.organisationId === organisationId))
      throw new InvalidInput({ name: "alreadyHost" });
    const mentorContactId = await resolveMentor(one, { organisationId, current: null }, entry);
    const host = { internshipId: key.id, organisationId, mentorContactId };
    const id = await insertHost(one.trx, host);
    told(one, key, "internship.host-added", { host: [null, entry.name] });
    return id;
  });
}

export async function editMentor(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  { hostId, entry }: { hostId: number; entry: MentorEntry },
): Promise<void> {
  await change(deps, author, async (one) => {
    await openInternship(one, key);
    const host = await hostAt(one, key, hostId);
    const { organisationId } = host;
    const mentorContactId = await resolveMentor(one, { organisationId, current: host }, entry);
    await updateHostMentor(one.trx, { id: hostId, mentorContactId });
    told(one, key, "internship.mentor-edited");
  });
}

export async function removeHost(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  hostId: number,
): Promise<void> {
  await change(deps, author, async (one) => {
    await openInternship(one, key);
    const host = await hostAt(one, key, hostId);
    if (await hasDays(one.trx, { hostId })) throw new Conflict("hostHasDays");
    await deleteHost(one.trx, hostId);
    told(one, key, "internship.host-removed", { host: [host.name, null] });
  });
}

export async function hostAt(one: Change, key: InternshipKey, hostId: number): Promise<Host> {
  const host = (await listHosts(one.trx, key.id)).find(({ id }) => id === hostId);
  if (!host) throw new NotFound("host");
  return host;
}

/** The contact of the host who answers for the hours. Agreement with mails is dated when it is first given. */
async function resolveMentor(
  { trx, at }: Change,
  of: { organisationId: number; current: Host | null },
  entry: MentorEntry,
): Promise<number | null> {
  const { mentorName: name, mentorEmail: email, mentorAgreed } = entry;
  if (name === null) {
    if (email !== null || entry.mentorFunction !== null || entry.mentorPhone !== null)
      throw new InvalidInput({ mentorName: "required" });
    return null;
  }
  if (mentorAgreed && email === null) throw new InvalidInput({ mentorEmail: "required" });
  const fields = {
    name,
    sortKey: czechSortKey(name),
    email,
    function: entry.mentorFunction,
    phone: entry.mentorPhone,
    agreedToMailAt: mentorAgreed ? at : null,
  };
  const same = of.current?.mentorName === name ? of.current.mentorContactId : null;
  const known = same ?? (await findMentorOf(trx, of.organisationId, { name, email }))?.id;
  if (known === undefined)
    return insertMentor(trx, { ...fields, organisationId: of.organisationId, createdAt: at });
  await updateMentor(trx, known, fields);
  return known;
}

/** People change until the report is accepted; two changes at once wait for one another. */
async function openInternship(one: Change, key: InternshipKey): Promise<Internship> {
  await lockInternship(one.trx, key.id);
  const internship = await liveInternship(one, key);
  if (CLOSED.includes(internship.state)) throw new Conflict("internshipClosed");
  return internship;
}

function told(
  one: Change,
  key: InternshipKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  const { projectId, id: objectId } = key;
  one.record({ action, objectType: "internship", objectId, projectId, changes });
}
