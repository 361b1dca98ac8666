import { parseEmailAddress } from "../values/email-address.ts";
import type { CalendarPart, Correspondent, Message } from "./mailer.ts";

/** `Osnova <osnova@kraj.cz>` or a bare address, as configuration gives the sender. */
export function parseSender(from: string): { name: string; address: string } {
  const parts = /^(.*?)\s*<([^<>\s]+)>$/.exec(from.trim());
  const name = (parts?.[1] ?? "").replaceAll('"', "").trim();
  return { name, address: parts?.[2] ?? from.trim() };
}

/** The part after the @, by which messages are named. */
export function senderDomain(from: string): string {
  return parseSender(from).address.split("@")[1] ?? "localhost";
}

/** Whether we are willing to hand this recipient to a mail server at all. */
export function isDeliverable(message: Message): boolean {
  return parseEmailAddress(message.to.address) === message.to.address;
}

/**
 * The message as bytes. Recipients are given as objects and all texts lose their line breaks before they
 * get near a header, so that nobody's name can add a recipient.
 */
export async function mimeOf(message: Message, from: string): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from: parseSender(from),
    to: addressee(message.to),
    ...(message.replyTo ? { replyTo: addressee(message.replyTo) } : {}),
    subject: oneLine(message.subject),
    messageId: message.messageId,
    date: new Date(message.date),
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [
        name,
        { prepared: true, value: oneLine(value) },
      ]),
    ),
    html: message.html,
    text: message.text,
    ...calendarParts(message.calendars ?? []),
    // A further copy of a message is to be the same to the last byte, the lines between its parts too.
    baseBoundary: message.messageId.replace(/[^a-z0-9]/gi, "").slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function addressee({ name, address }: Correspondent): Correspondent {
  return { name: oneLine(name), address };
}

/**
 * Mail programs offer to take in a calendar that stands beside the text as another form of it, which works
 * for a single one; as a file each can be opened by hand.
 */
function calendarParts(calendars: readonly CalendarPart[]) {
  const typeOf = ({ method }: CalendarPart) => `text/calendar; charset=utf-8; method=${method}`;
  const [first, ...others] = calendars;
  const alternatives =
    first && others.length === 0 ? [{ contentType: typeOf(first), content: first.content }] : [];
  const attachments = calendars.map((one) => ({
    filename: oneLine(one.fileName),
    contentType: "application/ics",
    content: one.content,
  }));
  return { alternatives, attachments };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
