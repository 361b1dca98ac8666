import { findEventMessage, type SentMessage } from "../../../../db/queries/event-message-log.ts";
import { findEvent } from "../../../../db/queries/events.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import {
  addDays,
  type CalendarDate,
  pragueDay,
  pragueInstant,
} from "../../../values/calendar-date.ts";
import { queueMail } from "../../mails/service.ts";
import { mayLeave } from "../rules.ts";
import { canBeResent, kindOfTemplate } from "./rules.ts";

interface MessageKey {
  projectId: number;
  eventId: number;
  mailId: number;
}

const WAITS_AT_MOST_DAYS = 3;

/**
 * Sends a message to the same person once more, written anew from what is true now; once a day. What the
 * system began by itself is somebody's wish by this.
 */
export async function resendMessage(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: MessageKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at } = one;
    const day = pragueDay(at);
    const { mail, kind } = await resendable(one, key, day);
    const { isAutomatic: _, ...params } = JSON.parse(mail.params);
    await queueMail(trx, {
      kind: mail.kind,
      template: `event-${kind}`,
      dedupeKey: `event-${kind}:again:${mail.id}:${day}`,
      ...recipientOf(mail),
      subjectType: "event",
      subjectId: key.eventId,
      ...{ params, at },
      expiresAt: pragueInstant(addDays(day, WAITS_AT_MOST_DAYS), "00:00"),
    });
    one.record({
      action: "event-message.resent",
      objectType: "event",
      objectId: key.eventId,
      projectId: key.projectId,
      changes: { message: [null, kind] },
    });
  });
}

async function resendable({ trx }: Change, key: MessageKey, day: CalendarDate) {
  const event = await findEvent(trx, key);
  const mail = await findEventMessage(trx, { eventId: key.eventId, id: key.mailId });
  const kind = mail && kindOfTemplate(mail.template);
  if (!event || !mail || !kind) throw new NotFound("message");
  if (!canBeResent(mail) || !mayLeave(kind, event, day)) throw new Conflict("messageNotNow");
  return { mail, kind };
}

function recipientOf(mail: SentMessage) {
  const { recipientUserId, recipientContactId, recipientParticipantId } = mail;
  if (recipientUserId !== null) return { recipientUserId };
  if (recipientContactId !== null) return { recipientContactId };
  return recipientParticipantId === null ? {} : { recipientParticipantId };
}
