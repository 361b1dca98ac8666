import type { Database } from "../../../../db/connection.ts";
import { type EventRecord, findEvent } from "../../../../db/queries/events.ts";
import {
  findNominationByHash,
  listNominees,
  listPlacesOf,
  markNominated,
  type Nominee,
  type OpenedLink,
  updateNominationAnswer,
} from "../../../../db/queries/nomination-links.ts";
import { lockPlaces, updateRegistrationState } from "../../../../db/queries/registrations.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { hashOfSignature, isSignature } from "../../../values/signature.ts";
import { tellOfRegistrations, tellOfWithdrawal } from "../../event-messages/automatic/service.ts";
import { registerPerson } from "../../participants/service.ts";
import { stateWithin } from "../../registrations/rules.ts";
import { addRegistrations, promoteWaiting } from "../../registrations/service.ts";
import { mostEver, opennessOf } from "../rules.ts";
import type { NominationEntry } from "../schema.ts";
import { tell } from "../service.ts";

type Writing = Pick<Deps, "db" | "clock">;

/** What the link of an address is for; undefined when there never was such a one. */
export async function openLink(
  db: Database,
  token: string,
): Promise<{ link: OpenedLink; event: EventRecord } | undefined> {
  if (!isSignature(token)) return undefined;
  const link = await findNominationByHash(db, hashOfSignature(token));
  const event = link && (await findEvent(db, { projectId: link.projectId, eventId: link.eventId }));
  return link && event && { link, event };
}

/**
 * The answer of the organisation, as often as it changes its mind before the deadline. Whom it takes back
 * makes room for those who wait; whom it names gets a place or waits for one.
 */
export async function answerNomination(
  deps: Writing,
  author: Author,
  token: string,
  entry: NominationEntry,
): Promise<void> {
  await change(deps, { ...author, userId: null }, async (one) => {
    const link = await openLinkAt(one, token);
    const key = { projectId: link.projectId, eventId: link.eventId };
    const nominees = await listNominees(one.trx, link.id);
    const leaving = leavingOf(nominees, entry);
    checkPeople(entry, link, nominees.length - leaving.length, pragueDay(one.at));
    await withdraw(one, key, leaving);
    if (entry.answer === "nominated") await nominate(one, link, entry.people);
    const { answer, answeredName } = entry;
    await updateNominationAnswer(one.trx, link.id, { answer, answeredName, answeredAt: one.at });
    const after = await listNominees(one.trx, link.id);
    tell(one, key, "nomination.answered", {
      organisation: [null, link.organisationName],
      nominated: [nominees.length, after.length],
    });
  });
}

/** The link, once changes of the places have waited for one another; only while it takes answers. */
async function openLinkAt({ trx, at }: Change, token: string): Promise<OpenedLink> {
  const found = await openLink(trx, token);
  if (!found) throw new NotFound("link");
  await lockPlaces(trx, found.link.eventId);
  const { link, event } = (await openLink(trx, token)) ?? found;
  if (opennessOf(link, event, pragueDay(at)) !== "open") throw new Conflict("nominationOver");
  return link;
}

/** Whoever has been at the event stays, whatever the organisation says now. */
function leavingOf(nominees: Nominee[], { answer, withdrawn }: NominationEntry): Nominee[] {
  return nominees.filter(
    ({ registrationId, hasAttendance }) =>
      !hasAttendance && (answer === "declined" || withdrawn.includes(registrationId)),
  );
}

function checkPeople(
  entry: NominationEntry,
  link: OpenedLink,
  staying: number,
  today: string,
): void {
  const { answer, people, isInformed } = entry;
  if (answer === "declined") {
    if (people.length > 0) throw new InvalidInput({ answer: "declinedWithPeople" });
    return;
  }
  if (people.length + staying === 0) throw new InvalidInput({ person1FirstName: "namePeople" });
  const unborn = people.find(({ bornOn }) => bornOn !== null && bornOn > today);
  if (unborn) throw new InvalidInput({ [`person${unborn.number}BornOn`]: "notInFuture" });
  if (people.length > 0 && !isInformed) throw new InvalidInput({ isInformed: "required" });
  checkPlaces(people.length, link, staying);
}

function checkPlaces(added: number, { places, everNominated }: OpenedLink, staying: number): void {
  if (added + staying > places) throw new InvalidInput({ form: `tooManyNominated:${places}` });
  if (added > 0 && added + everNominated > mostEver(places))
    throw new InvalidInput({ form: "changedTooOften" });
}

async function withdraw(
  one: Change,
  key: { projectId: number; eventId: number },
  leaving: Nominee[],
): Promise<void> {
  for (const { registrationId: id, version } of leaving) {
    const to = { state: "withdrawn", stateReason: null, at: one.at } as const;
    await updateRegistrationState(one.trx, { id, version }, to);
  }
  const placed = leaving.filter(({ state }) => state !== "waiting");
  await tellOfWithdrawal(one, key, placed);
  if (leaving.some(({ state }) => state === "registered")) await promoteWaiting(one, key);
}

async function nominate(
  one: Change,
  link: OpenedLink,
  people: NominationEntry["people"],
): Promise<void> {
  const { trx, at } = one;
  const named = new Set<number>();
  for (const { number: _, ...person } of people) {
    const { participantId } = await registerPerson(trx, person, { at, today: pragueDay(at) });
    named.add(participantId);
  }
  const placed = await listPlacesOf(trx, link.eventId, [...named]);
  const known = new Set(placed.map(({ participantId }) => participantId));
  const added = await addRegistrations(
    one,
    link,
    [...named]
      .filter((participantId) => !known.has(participantId))
      .map((participantId) => ({ participantId, organisationId: link.organisationId })),
    { state: "registered", origin: "nomination" },
  );
  const back = await bringBack(one, link.eventId, placed);
  await tellOfRegistrations(one, link, back, "changed");
  const { id: linkId, organisationId } = link;
  await markNominated(trx, { linkId, organisationId }, [...added, ...back]);
}

/** Those who were only invited, had declined or been withdrawn: now they are to come. */
async function bringBack(
  { trx, at }: Change,
  eventId: number,
  placed: Awaited<ReturnType<typeof listPlacesOf>>,
): Promise<number[]> {
  const absent = placed.filter(({ state }) => state !== "registered" && state !== "waiting");
  for (const { id, version } of absent) {
    const places = await lockPlaces(trx, eventId);
    await updateRegistrationState(
      trx,
      { id, version },
      { ...stateWithin("registered", places), at },
    );
  }
  return absent.map(({ id }) => id);
}
