import type { Database } from "../../../../db/connection.ts";
import {
  answerConfirmation,
  findConfirmation,
  findConfirmationByHash,
  type InternshipConfirmation,
  insertConfirmation,
  revokeConfirmations,
} from "../../../../db/queries/internship-confirmations.ts";
import type { InternshipDay } from "../../../../db/queries/internship-days.ts";
import type { Host } from "../../../../db/queries/internship-people.ts";
import { findInternship, lockInternship } from "../../../../db/queries/internships.ts";
import { cancelQueuedMails } from "../../../../db/queries/outgoing-mails.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, type FieldErrors, InvalidInput, NotFound } from "../../../errors.ts";
import {
  addDays,
  type CalendarDate,
  pragueDay,
  pragueInstant,
} from "../../../values/calendar-date.ts";
import { hashOfSignature, isSignature } from "../../../values/signature.ts";
import { queueMail } from "../../mails/service.ts";
import { checkSeen, settle, sumOf, unconfirmedDays } from "../confirmations/service.ts";
import { hostAt } from "../people/service.ts";
import type { LinkEntry, MentorAnswer } from "../schema.ts";
import {
  type InternshipKey,
  internshipTakingDays,
  liveInternship,
  type Writing,
} from "../service.ts";
import { confirmationToken, linkState } from "./rules.ts";

const HOLDS_AT_MOST_DAYS = 90;
const SUBJECT = "internship-confirmation";

/**
 * A link by which the mentor of the host confirms hours without an account. An earlier open one of the same
 * host loses its force.
 * @returns the id of the confirmation asked for
 */
export async function askMentor(
  deps: Writing & Pick<Deps, "config">,
  author: Author,
  key: InternshipKey,
  { hostId, entry }: { hostId: number; entry: LinkEntry },
): Promise<number> {
  return change(deps, author, async (one) => {
    await lockInternship(one.trx, key.id);
    await internshipTakingDays(one, key);
    const host = await hostAt(one, key, hostId);
    checkLink(entry, host, pragueDay(one.at));
    await revokeConfirmations(one.trx, { hostId, at: one.at });
    const link = { internshipId: key.id, hostId, createdAt: one.at };
    const id = await insertConfirmation(one.trx, {
      ...link,
      tokenHash: hashOfSignature(confirmationToken(deps.config.secretKey, link)),
      createdBy: one.by,
      answerBy: entry.answerBy,
      mailedAt: entry.isMailed ? one.at : null,
    });
    if (entry.isMailed) await mailLink(one, host, { id, answerBy: entry.answerBy });
    told(one, key, "internship.mentor-asked", { host: [null, host.name] });
    return id;
  });
}

function checkLink(entry: LinkEntry, host: Host, today: CalendarDate): void {
  const errors: FieldErrors = {};
  if (entry.answerBy < today) errors.answerBy = "notInPast";
  if (entry.answerBy > addDays(today, HOLDS_AT_MOST_DAYS)) errors.answerBy = "linkTooLong";
  if (entry.isMailed && !(host.mentorEmail && host.mentorAgreedToMail))
    errors.isMailed = "mentorNotMailed";
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}

async function mailLink(
  { trx, at }: Change,
  host: Host,
  { id, answerBy }: { id: number; answerBy: CalendarDate },
): Promise<void> {
  if (host.mentorContactId === null) return;
  await queueMail(trx, {
    kind: "participant",
    template: "mentor-confirmation",
    dedupeKey: `${SUBJECT}:${id}`,
    recipientContactId: host.mentorContactId,
    subjectType: SUBJECT,
    subjectId: id,
    at,
    expiresAt: pragueInstant(addDays(answerBy, 1), "00:00"),
  });
}

/** Takes an open link back; a mail with it that has not left does not leave. */
export async function revokeLink(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  confirmationId: number,
): Promise<void> {
  await change(deps, author, async (one) => {
    await liveInternship(one, key);
    const link = await findConfirmation(one.trx, { internshipId: key.id, id: confirmationId });
    if (!link || link.tokenHash === null) throw new NotFound("link");
    if ((await revokeConfirmations(one.trx, { id: link.id, at: one.at })) === 0)
      throw new Conflict("linkClosed");
    await cancelQueuedMails(one.trx, {
      subjectType: SUBJECT,
      subjectId: link.id,
      reason: "link-revoked",
    });
    told(one, key, "internship.link-revoked", { host: [link.hostName, null] });
  });
}

/** What the link of an address is for; undefined when there never was such a one. */
export async function findLink({ db }: { db: Database }, token: string) {
  return isSignature(token) ? findConfirmationByHash(db, hashOfSignature(token)) : undefined;
}

/** The mentor's answer, once. Hours that changed since the page was opened are shown again first. */
export async function answerLink(
  deps: Writing,
  author: Author,
  token: string,
  entry: MentorAnswer,
): Promise<void> {
  await change(deps, { ...author, userId: null }, async (one) => {
    const link = await openLink(one, token);
    const key = { projectId: link.projectId, id: link.internshipId };
    const days = await unconfirmedDays(one, key, link.hostId);
    if (entry.answer === "objected") await object(one, key, link, entry);
    else await confirm(one, key, { link, entry, days });
  });
}

async function confirm(
  one: Change,
  key: InternshipKey,
  given: { link: InternshipConfirmation; entry: MentorAnswer; days: InternshipDay[] },
): Promise<void> {
  const { link, entry, days } = given;
  const internship = await findInternship(one.trx, key);
  if (!internship) throw new NotFound("internship");
  checkSeen(days, entry.seen);
  const confirmedMinutes = sumOf(days);
  await answer(one, link, entry, confirmedMinutes);
  await settle(one, internship, link.id, days);
  told(one, key, "internship.mentor-confirmed", { minutes: [null, confirmedMinutes] });
}

async function object(
  one: Change,
  key: InternshipKey,
  link: InternshipConfirmation,
  entry: MentorAnswer,
): Promise<void> {
  if (entry.note === null) throw new InvalidInput({ note: "required" });
  await answer(one, link, entry, null);
  told(one, key, "internship.mentor-objected", {});
}

async function answer(
  { trx, at }: Change,
  { id }: InternshipConfirmation,
  { answer, name: answeredName, note }: MentorAnswer,
  confirmedMinutes: number | null,
): Promise<void> {
  const given = { id, answeredAt: at, answer, answeredName, note, confirmedMinutes };
  if (!(await answerConfirmation(trx, given))) throw new Conflict("linkClosed");
}

async function openLink(one: Change, token: string) {
  const link = await findLink({ db: one.trx }, token);
  if (!link) throw new NotFound("link");
  await lockInternship(one.trx, link.internshipId);
  if (linkState(link, pragueDay(one.at)) !== "open") throw new Conflict("linkClosed");
  return link;
}

function told(
  one: Change,
  { projectId, id: objectId }: InternshipKey,
  action: string,
  changes: Record<string, [unknown, unknown]>,
): void {
  one.record({ action, objectType: "internship", objectId, projectId, changes });
}
