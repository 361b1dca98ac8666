import {
  insertConfirmation,
  insertConfirmedDays,
} from "../../../../db/queries/internship-confirmations.ts";
import {
  type InternshipDay,
  listUnconfirmedDays,
  updateDaysConfirmed,
} from "../../../../db/queries/internship-days.ts";
import { type Internship, lockInternship } from "../../../../db/queries/internships.ts";
import { findUserName } from "../../../../db/queries/users.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { joinProject } from "../../participants/service.ts";
import { postSupport } from "../../support/service.ts";
import { fingerprintOf } from "../links/rules.ts";
import { hostAt } from "../people/service.ts";
import { type InternshipKey, internshipTakingDays, type Writing } from "../service.ts";

/**
 * The hours of a host confirmed by somebody of the project, who says why the mentor does not.
 * @param given.seen which days the page showed; others are not confirmed unseen
 */
export async function confirmHours(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  given: { hostId: number; reason: string; seen: string },
): Promise<number> {
  return change(deps, author, async (one) => {
    await lockInternship(one.trx, key.id);
    const internship = await internshipTakingDays(one, key);
    const host = await hostAt(one, key, given.hostId);
    const days = await unconfirmedDays(one, internship, host.id);
    checkSeen(days, given.seen);
    const { reason } = given;
    const id = await confirmByProject(one, internship, { hostId: host.id, reason, days });
    one.record({
      action: "internship.hours-confirmed",
      objectType: "internship",
      objectId: key.id,
      projectId: key.projectId,
      changes: { minutes: [null, sumOf(days)], reason: [null, reason] },
    });
    return id;
  });
}

/** The same within a change that has begun; also of a day that was confirmed and is changed. */
export async function confirmByProject(
  one: Change,
  internship: Internship,
  given: { hostId: number; reason: string; days: InternshipDay[] },
): Promise<number> {
  const answeredName = one.by === null ? null : ((await findUserName(one.trx, one.by)) ?? null);
  const id = await insertConfirmation(one.trx, {
    internshipId: internship.id,
    hostId: given.hostId,
    createdAt: one.at,
    createdBy: one.by,
    answeredAt: one.at,
    answer: "confirmed",
    answeredName,
    note: given.reason,
    confirmedMinutes: sumOf(given.days),
  });
  await settle(one, internship, id, given.days);
  return id;
}

/** Keeps what was confirmed as evidence and posts the hours. */
export async function settle(
  one: Change,
  internship: Internship,
  confirmationId: number,
  days: InternshipDay[],
): Promise<void> {
  await insertConfirmedDays(one.trx, confirmationId, days);
  const ids = days.map(({ id }) => id);
  await updateDaysConfirmed(one.trx, ids, confirmationId);
  if (internship.countsAsSupport) await postDays(one, internship, days);
}

async function postDays(one: Change, internship: Internship, days: InternshipDay[]): Promise<void> {
  const { projectId, supportCode } = internship;
  const written = { at: one.at, userId: one.by };
  const postings = [];
  for (const [participantId, enteredOn] of firstDays(days)) {
    // Who worked takes part in the project, at the latest from the first day confirmed now.
    const joining = { participantId, projectId, enteredOn };
    const participationId = await joinProject(one.trx, joining, written);
    for (const day of days.filter((one) => one.participantId === participantId)) {
      const { id: internshipDayId, minutes, workedOn: validOn } = day;
      const support = { form: "in-person" as const, minutes, validOn, supportCode };
      postings.push({ participationId, internshipDayId, ...support });
    }
  }
  await postSupport(one.trx, postings, written);
}

function firstDays(days: readonly InternshipDay[]): Map<number, string> {
  const first = new Map<number, string>();
  for (const { participantId, workedOn } of days) {
    const known = first.get(participantId);
    if (known === undefined || workedOn < known) first.set(participantId, workedOn);
  }
  return first;
}

/** Nothing is confirmed but what stood on the page. */
export function checkSeen(days: readonly InternshipDay[], seen: string): void {
  if (fingerprintOf(days) !== seen) throw new InvalidInput({ form: "hoursChanged" });
  if (days.length === 0) throw new InvalidInput({ form: "nothingToConfirm" });
}

export function unconfirmedDays(
  one: Change,
  { id }: Pick<Internship, "id">,
  hostId: number,
): Promise<InternshipDay[]> {
  return listUnconfirmedDays(one.trx, { internshipId: id, hostId, until: pragueDay(one.at) });
}

export function sumOf(days: readonly { minutes: number }[]): number {
  return days.reduce((sum, { minutes }) => sum + minutes, 0);
}
