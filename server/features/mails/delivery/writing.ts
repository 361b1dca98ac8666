import { createHash, createHmac } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import type { ClaimedMail } from "../../../../db/queries/mail-claims.ts";
import { findRecipient } from "../../../../db/queries/mail-recipients.ts";
import type { Clock } from "../../../clock.ts";
import type { Config } from "../../../config.ts";
import type { Letter, Recipient, Unneeded } from "../../../mail/letter.ts";
import type { Message } from "../../../mail/mailer.ts";
import { senderDomain } from "../../../mail/mime.ts";
import { builderOf, opensSomething } from "../../../mail/templates.ts";
import { parseEmailAddress } from "../../../values/email-address.ts";
import { readWordings } from "../../mail-texts/service.ts";

type MailRow = Pick<
  ClaimedMail,
  | "id"
  | "kind"
  | "dedupeKey"
  | "messageId"
  | "subjectType"
  | "subjectId"
  | "template"
  | "params"
  | "createdAt"
  | "expiresAt"
  | "recipientUserId"
  | "recipientContactId"
  | "recipientParticipantId"
>;

/** Why a mail does not leave after all. */
export interface Stopped {
  state: "cancelled" | "failed";
  reason: string;
}

export interface WrittenMail {
  letter: Letter;
  recipient: Recipient;
}

interface Desk {
  db: Database;
  clock: Clock;
  config: Config;
}

/** Its builder threw: a mistake in the product or in what it reads, told apart from a database that fails. */
export class Unwritable extends Error {
  readonly mailId: number;
  constructor(mailId: number, cause: unknown) {
    super(`mail ${mailId} cannot be written`, { cause });
    this.name = "Unwritable";
    this.mailId = mailId;
  }
}

/**
 * Writes the mail from what is true now, after asking once more whether it is to leave at all. `kept` is
 * what was sent by a try that may have arrived: a further copy says the same.
 */
export async function writeMail(
  desk: Desk,
  mail: MailRow,
  kept?: Letter,
): Promise<WrittenMail | Stopped> {
  const now = desk.clock.now();
  if (mail.expiresAt !== null && mail.expiresAt < now)
    return { state: "failed", reason: "expired" };
  const recipient = await recipientOf(desk, mail);
  if ("state" in recipient) return recipient;
  if (kept) return { letter: kept, recipient };
  const builder = builderOf(mail.template);
  if (!builder) return { state: "failed", reason: "no-template" };
  const deps = {
    ...{ db: desk.db, config: desk.config, now, today: desk.clock.today() },
    wordings: await readWordings(desk.db, mail.template),
  };
  let letter: Letter | Unneeded;
  try {
    letter = await builder(deps, { ...mail, params: JSON.parse(mail.params), recipient });
  } catch (cause) {
    throw new Unwritable(mail.id, cause);
  }
  if ("unneeded" in letter) return { state: "cancelled", reason: letter.unneeded };
  return { letter, recipient };
}

async function recipientOf({ db, config }: Desk, mail: MailRow): Promise<Recipient | Stopped> {
  const found = await findRecipient(db, mail);
  if (!found || found.isGone) return { state: "cancelled", reason: "recipient-gone" };
  const address = parseEmailAddress(found.address ?? "");
  if (!address) return { state: "failed", reason: "no-address" };
  const { userId, contactId, participantId, name } = found;
  return {
    userId,
    contactId,
    participantId,
    name,
    address,
    language: found.language ?? config.defaultLanguage,
  };
}

/** One and the same for every try and every copy of a mail. */
export function messageIdOf(dedupeKey: string, config: Config): string {
  const digest = createHmac("sha256", config.secretKey).update(dedupeKey).digest("hex");
  return `<${digest.slice(0, 32)}@${senderDomain(config.mailFrom)}>`;
}

export function messageOf(
  mail: Pick<MailRow, "createdAt">,
  messageId: string,
  { letter, recipient }: WrittenMail,
): Message {
  return {
    messageId,
    date: mail.createdAt,
    to: { name: recipient.name, address: recipient.address },
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
    ...(letter.calendars ? { calendars: letter.calendars } : {}),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...letter.headers,
    },
  };
}

/**
 * How a letter is kept beside its mail. Of one with a key in it only the print is kept, and it is written
 * again.
 */
export function keptForm(mail: { kind: string; template: string }, letter: Letter) {
  const text = JSON.stringify(letter);
  const renderingHash = createHash("sha256").update(text).digest("hex");
  return { rendering: opensSomething(mail) ? null : text, renderingHash };
}
