import { randomUUID } from "node:crypto";
import type { Transaction } from "../../../db/connection.ts";
import { EVER } from "../../../db/queries/facts.ts";
import {
  findParticipant,
  findPersonByIdentity,
  insertParticipant,
  type PersonFields,
} from "../../../db/queries/participants.ts";
import { insertExit, listExits } from "../../../db/queries/participation-exits.ts";
import {
  findJudged,
  findParticipationOf,
  insertCompletion,
  insertParticipation,
  keepParticipation,
  type Participation,
} from "../../../db/queries/participations.ts";
import { listPostedParticipations } from "../../../db/queries/support-postings.ts";
import { NotFound } from "../../errors.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { refreshComputedIndicators } from "../indicators/computing/service.ts";
import { missingFields } from "./completeness/rules.ts";
import { ageOn, keysOfName, type Named } from "./rules.ts";

export type NewPerson = Named & Partial<PersonFields>;
export interface Written {
  at: string;
  userId: number | null;
}

/**
 * The person of this name and day of birth, whatever the case, diacritics and blanks; a new one when nobody
 * is known by them. Somebody who is known stays as they are. Without a day of birth a person is always new.
 */
export async function registerPerson(
  trx: Transaction,
  person: NewPerson,
  { at }: { at: string; today: CalendarDate },
): Promise<{ participantId: number; isNew: boolean }> {
  const keys = keysOfName(person);
  const known =
    keys.identityKey === null ? undefined : await findPersonByIdentity(trx, keys.identityKey);
  if (known !== undefined) return { participantId: known, isNew: false };
  const name = { firstName: singleBlanks(person.firstName), surname: singleBlanks(person.surname) };
  const fields = { ...person, ...name, ...keys, createdAt: at, placeholder: randomUUID() };
  return { participantId: await insertParticipant(trx, fields), isNew: true };
}

/**
 * The person's participation in the project, begun if there is none. Whoever comes again takes part in the
 * one they had: it begins with the first entry, and an exit before the new one no longer holds.
 */
export async function joinProject(
  trx: Transaction,
  entry: { participantId: number; projectId: number; enteredOn: CalendarDate },
  written: Written,
): Promise<number> {
  const current = await findParticipationOf(trx, entry);
  if (current) return rejoin(trx, current, entry.enteredOn, written);
  const person = await findParticipant(trx, entry.participantId);
  if (!person) throw new NotFound("participant");
  const ageAtEntry = ageOn(person.bornOn, entry.enteredOn);
  const id = await insertParticipation(trx, { ...entry, ageAtEntry, createdAt: written.at });
  await refreshCompleteness(trx, id, written);
  return id;
}

async function rejoin(
  trx: Transaction,
  current: Participation,
  enteredOn: CalendarDate,
  written: Written,
): Promise<number> {
  if (enteredOn < current.enteredOn) {
    const person = await findParticipant(trx, current.participantId);
    const ageAtEntry = ageOn(person?.bornOn ?? null, enteredOn) ?? current.ageAtEntry;
    await keepParticipation(trx, current.id, { enteredOn, ageAtEntry });
  }
  if (current.exitedOn !== null && enteredOn > current.exitedOn) {
    await insertExit(trx, {
      participationId: current.id,
      isWithdrawn: true,
      codes: "",
      note: null,
      validOn: enteredOn,
      recordedAt: written.at,
      recordedBy: written.userId,
      correctsId: null,
    });
    await refreshExit(trx, current.id);
  }
  return current.id;
}

/** Keeps the latest exit beside the participation, and what indicators count, from the facts. */
export async function refreshExit(trx: Transaction, participationId: number): Promise<void> {
  const [latest] = await listExits(trx, participationId, EVER);
  const holds = latest !== undefined && !latest.isWithdrawn;
  await keepParticipation(trx, participationId, {
    exitedOn: holds ? latest.validOn : null,
    exitCodes: holds ? latest.codes : null,
  });
  for (const { projectId } of await listPostedParticipations(trx, [participationId]))
    await refreshComputedIndicators(trx, projectId, ["exits"]);
}

/**
 * Puts down when the record became complete or ceased to be, and keeps the answer with it. The record of
 * somebody anonymised stays what it was.
 */
export async function refreshCompleteness(
  trx: Transaction,
  participationId: number,
  written: Written,
): Promise<void> {
  const judged = await findJudged(trx, participationId);
  if (!judged || judged.anonymisedAt !== null) return;
  const missing = missingFields(judged);
  const isComplete = missing.length === 0;
  if (isComplete === judged.isComplete) return;
  await keepParticipation(trx, participationId, { isComplete });
  await insertCompletion(trx, {
    participationId,
    isComplete,
    missing: missing.join("|"),
    recordedAt: written.at,
    recordedBy: written.userId,
  });
  await refreshComputedIndicators(trx, judged.projectId, ["support"]);
}

function singleBlanks(name: string): string {
  return name.trim().replace(/\s+/g, " ");
}
