import { listCandidates } from "../../../db/queries/registration-candidates.ts";
import {
  deleteRegistration,
  findFirstWaiting,
  findRegistration,
  hasCertificate,
  insertRegistrations,
  listRegisteredOf,
  lockPlaces,
  type Registration,
  type RegistrationOrigin,
  type RegistrationState,
  updateRegistrationState,
} from "../../../db/queries/registrations.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { tellOfRegistrations, tellOfWithdrawal } from "../event-messages/automatic/service.ts";
import { isOpen } from "../events/rules.ts";
import { type NewPerson, registerPerson } from "../participants/service.ts";
import { stateWithin } from "./rules.ts";

type Writing = Pick<Deps, "db" | "clock">;

export interface EventKey {
  projectId: number;
  eventId: number;
}

export interface Registering {
  state: Extract<RegistrationState, "invited" | "registered">;
  origin: RegistrationOrigin;
}

/** Somebody known, or somebody who becomes known by being registered. */
export type Somebody = { organisationId?: number | null } & (
  | { participantId: number }
  | { person: NewPerson }
);

/**
 * Gives these people a place; whoever has one keeps it. Over the capacity they wait, but for those who have
 * come without being registered.
 * @returns ids of the new registrations
 */
export async function registerPeople(
  deps: Writing,
  author: Author,
  key: EventKey,
  people: readonly Somebody[],
  registering: Registering,
): Promise<number[]> {
  return change(deps, author, (one) => addRegistrations(one, key, people, registering));
}

/** Whoever walked in knows of it, and an import may be of what is long over. */
const TOLD_ORIGINS: RegistrationOrigin[] = ["registry", "paste", "nomination"];

/** The same within a change that does more. */
export async function addRegistrations(
  one: Change,
  { projectId, eventId }: EventKey,
  people: readonly Somebody[],
  { state, origin }: Registering,
): Promise<number[]> {
  const { trx, at, by, record } = one;
  const places = await lockPlaces(trx, eventId);
  if (!isOpen(places)) throw new Conflict("eventOver");
  await checkChosen(trx, { projectId, eventId }, people);
  const known = new Map<number, number | null>();
  for (const somebody of people) {
    const participantId = await knownIdOf(trx, somebody, at);
    known.set(participantId, somebody.organisationId ?? null);
  }
  const placed = new Set(await listRegisteredOf(trx, eventId, [...known.keys()]));
  const rows = [...known]
    .filter(([participantId]) => !placed.has(participantId))
    .map(([participantId, organisationId]) => {
      const given =
        origin === "walk-in" ? { state, stateReason: null } : stateWithin(state, places);
      if (given.state === "registered") places.registered += 1;
      places.lastRow += 1;
      return { participantId, organisationId, ...given, origin, rowNumber: places.lastRow, at, by };
    });
  const ids = await insertRegistrations(trx, eventId, rows);
  if (TOLD_ORIGINS.includes(origin)) await tellOfRegistrations(one, { projectId, eventId }, ids);
  if (rows.length > 0) {
    record({
      action: "registrations.added",
      objectType: "event",
      objectId: eventId,
      projectId,
      changes: { people: [null, rows.length] },
    });
  }
  return ids;
}

/** Whoever is merged or anonymised is registered for nothing any more. */
async function checkChosen(
  trx: Change["trx"],
  key: EventKey,
  people: readonly Somebody[],
): Promise<void> {
  const chosen = new Set(
    people.flatMap((one) => ("participantId" in one ? one.participantId : [])),
  );
  const found = chosen.size === 0 ? [] : await listCandidates(trx, key, [...chosen]);
  if (found.length !== chosen.size) throw new InvalidInput({ participantIds: "unknownChoice" });
}

async function knownIdOf(trx: Change["trx"], somebody: Somebody, at: string): Promise<number> {
  if ("participantId" in somebody) return somebody.participantId;
  const known = await registerPerson(trx, somebody.person, { at, today: pragueDay(at) });
  return known.participantId;
}

/** Sets the state; a place that gets free by it goes to whoever waits longest. */
export async function changeRegistrationState(
  deps: Writing,
  author: Author,
  key: EventKey & { id: number; version: number },
  state: RegistrationState,
): Promise<void> {
  await change(deps, author, async (one) => {
    const places = await lockOpenPlaces(one, key.eventId);
    const current = await currentOf(one, key);
    if (current.state === state) return;
    checkRoom(current, state, places);
    const to = { state, stateReason: null, at: one.at };
    if (!(await updateRegistrationState(one.trx, key, to))) throw new Conflict("changedMeanwhile");
    recordState(one, key, current.state, state);
    await tellOfState(one, key, current, state);
    if (current.state === "registered") await promoteWaiting(one, key);
  });
}

/** Whoever was invited and says yes knows all about it; the rest learn where they stand now. */
async function tellOfState(
  one: Change,
  key: EventKey,
  current: Registration,
  state: RegistrationState,
): Promise<void> {
  if (state === "withdrawn" || state === "declined") await dismiss(one, key, current);
  else if (current.state !== "invited" || state === "waiting")
    await tellOfRegistrations(one, key, [current.id], "changed");
}

/** Whoever held a place, or was asked to take one, is told that it is theirs no more. */
async function dismiss(
  one: Change,
  key: EventKey,
  { id: registrationId, participantId, state }: Registration,
): Promise<void> {
  if (state === "registered" || state === "invited")
    await tellOfWithdrawal(one, key, [{ registrationId, participantId }]);
}

/** Whoever has been there needs no free place to be counted in. */
function checkRoom(
  current: Registration,
  state: RegistrationState,
  places: { capacity: number | null; registered: number },
): void {
  const isFull = stateWithin(state, places).state !== state;
  if (isFull && !current.hasAttendance) throw new InvalidInput({ state: "eventFull" });
}

/** Takes the registration away as if it had never been; whoever has an attendance stays. */
export async function removeRegistration(
  deps: Writing,
  author: Author,
  key: EventKey & { id: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    await lockOpenPlaces(one, key.eventId);
    const current = await currentOf(one, key);
    if (current.hasAttendance || (await hasCertificate(one.trx, key.id)))
      throw new Conflict("registrationAttended");
    await deleteRegistration(one.trx, key.id);
    recordState(one, key, current.state, null);
    await dismiss(one, key, current);
    if (current.state === "registered") await promoteWaiting(one, key);
  });
}

/** As many of those who wait as there are places free, the first in line first. */
export async function promoteWaiting(one: Change, key: EventKey): Promise<void> {
  const { trx, at } = one;
  const places = await lockPlaces(trx, key.eventId);
  for (let free = freePlaces(places); free > 0; free -= 1) {
    const next = await findFirstWaiting(trx, key.eventId);
    if (!next) return;
    await updateRegistrationState(trx, next, {
      state: "registered",
      stateReason: "place-freed",
      at,
    });
    recordState(one, { ...key, id: next.id }, "waiting", "registered");
    await tellOfRegistrations(one, key, [next.id], "changed");
  }
}

function freePlaces(places: { capacity: number | null; registered: number }): number {
  return places.capacity === null ? Number.MAX_SAFE_INTEGER : places.capacity - places.registered;
}

async function lockOpenPlaces({ trx }: Change, eventId: number) {
  const places = await lockPlaces(trx, eventId);
  if (!isOpen(places)) throw new Conflict("eventOver");
  return places;
}

async function currentOf(
  { trx }: Change,
  { eventId, id }: { eventId: number; id: number },
): Promise<Registration> {
  const current = await findRegistration(trx, { eventId, id });
  if (!current) throw new NotFound("registration");
  return current;
}

function recordState(
  { record }: Change,
  key: EventKey & { id: number },
  from: RegistrationState,
  to: RegistrationState | null,
): void {
  record({
    action: to === null ? "registration.removed" : "registration.state-changed",
    objectType: "registration",
    objectId: key.id,
    projectId: key.projectId,
    changes: { state: [from, to] },
  });
}
