import {
  type CertificateCandidate,
  findCertificate,
  insertCertificates,
  lastCertificateNumber,
  listCandidatesOf,
  type NewCertificate,
} from "../../../db/queries/certificates.ts";
import { type EventSession, listSessions } from "../../../db/queries/event-sessions.ts";
import { type EventRecord, findEvent } from "../../../db/queries/events.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { certificateNumber, entitlementOf, requiredMinutes, type Threshold } from "./rules.ts";
import type { IssueEntry, ReissueEntry } from "./schema.ts";

type Issuing = Pick<Deps, "db" | "clock">;

export interface EventKey {
  projectId: number;
  eventId: number;
}

/** Minutes of the clock that the whole event lasts. */
export function totalMinutes(sessions: readonly Pick<EventSession, "supportMinutes">[]): number {
  return sessions.reduce((sum, { supportMinutes }) => sum + supportMinutes, 0);
}

/**
 * Gives the chosen people their numbers, one after another without a gap: whoever issues in the same project
 * meanwhile waits. Files are drawn afterwards, see `drawMissing`.
 * @returns ids of the new certificates
 */
export async function issueCertificates(
  deps: Issuing,
  author: Author,
  key: EventKey,
  entry: IssueEntry,
): Promise<number[]> {
  return change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    await closedEvent(one, key);
    const chosen = await entitledOf(one, key, entry);
    const issued = await numbered(one, key, chosen, entry);
    const ids = await insertCertificates(one.trx, issued);
    one.record({
      action: "certificates.issued",
      objectType: "event",
      objectId: key.eventId,
      projectId: key.projectId,
      changes: { certificateCount: [null, ids.length] },
    });
    return ids;
  });
}

/** A further certificate with the next number, in place of one that stands. */
export async function reissueCertificate(
  deps: Issuing,
  author: Author,
  key: EventKey & { id: number },
  entry: ReissueEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    await closedEvent(one, key);
    const current = await findCertificate(one.trx, key);
    if (!current) throw new NotFound("certificate");
    if (current.replacedById !== null) throw new Conflict("certificateReplaced");
    const person = (await listCandidatesOf(one.trx, key.eventId)).find(
      ({ registrationId }) => registrationId === current.registrationId,
    );
    if (!person || person.isAnonymised || person.minutes === 0)
      throw new Conflict("certificateNotDue");
    const [next] = await numbered(one, key, [person], entry);
    if (!next) throw new NotFound("certificate");
    const replacing = { ...next, replacesId: current.id, replacedReason: entry.reason };
    const [id] = await insertCertificates(one.trx, [replacing]);
    one.record({
      action: "certificate.reissued",
      objectType: "event",
      objectId: key.eventId,
      projectId: key.projectId,
      changes: {
        certificateNumber: [certificateNumber(current), certificateNumber(next)],
      },
    });
    return id as number;
  });
}

async function closedEvent(
  { trx }: Change,
  { projectId, eventId }: EventKey,
): Promise<EventRecord> {
  const event = await findEvent(trx, { projectId, eventId });
  if (!event) throw new NotFound("event");
  if (event.state !== "closed") throw new Conflict("certificatesNeedClosing");
  return event;
}

/** Those chosen who are entitled now, or nobody: what was seen on the page may have changed. */
async function entitledOf(
  { trx }: Change,
  { eventId }: EventKey,
  { registrations, threshold }: { registrations: number[]; threshold: Threshold },
): Promise<CertificateCandidate[]> {
  const required = requiredMinutes(threshold, totalMinutes(await listSessions(trx, eventId)));
  const chosen = new Set(registrations);
  const entitled = (await listCandidatesOf(trx, eventId)).filter(
    (person) => chosen.has(person.registrationId) && entitlementOf(person, required) === "entitled",
  );
  if (entitled.length !== chosen.size) throw new InvalidInput({ registrations: "notEntitledNow" });
  return entitled;
}

async function numbered(
  { trx, at, by }: Change,
  { projectId }: EventKey,
  people: CertificateCandidate[],
  signed: { place: string | null; signatory: string | null },
): Promise<NewCertificate[]> {
  const issuedOn = pragueDay(at);
  const year = Number(issuedOn.slice(0, 4));
  const last = await lastCertificateNumber(trx, { projectId, year });
  return people.map(({ registrationId, minutes }, index) => ({
    ...{ projectId, registrationId, year, number: last + 1 + index, minutes },
    ...{ issuedOn, issuedAt: at, issuedBy: by },
    ...{ issuedPlace: signed.place, signatory: signed.signatory },
  }));
}
