import { setTimeout as pause } from "node:timers/promises";
import type { Deps } from "../../server/deps.ts";
import { deliverMail } from "../../server/features/mails/delivery/service.ts";
import { openSmtpMailer } from "../../server/mail/smtp-mailer.ts";
import { type ReadEntry, readCalendar } from "./icalendar.ts";
import type { ReceivedMessage, TestSmtpServer } from "./smtp.ts";

/** Sends what is due by the product's own mailer to a real server; pacing takes no time. */
export async function deliverBySmtp(deps: Deps, server: TestSmtpServer): Promise<void> {
  const { mailFrom: from } = deps.config;
  const mailer = openSmtpMailer({ url: server.url(), from, requiresTls: false });
  await deliverMail({ ...deps, mailer }, { owner: "test", wait: () => pause(0) });
  mailer.close();
}

export interface CalendarRead extends ReadEntry {
  method: string | null;
}

/** What a calendar of somebody else makes of the files of a mail. */
export function calendarsIn({ email }: ReceivedMessage): CalendarRead[] {
  return email.attachments
    .filter(({ mimeType }) => mimeType === "application/ics")
    .flatMap(({ content }) => {
      const { method, entries } = readCalendar(textOf(content));
      return entries.map((entry) => ({ ...entry, method }));
    });
}

/** The calendar that stands beside the text, which mail programs offer to take in. */
export function alternativeIn({ email }: ReceivedMessage): CalendarRead | undefined {
  const part = email.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  if (!part) return undefined;
  const { method, entries } = readCalendar(textOf(part.content));
  return entries[0] && { ...entries[0], method };
}

function textOf(content: unknown): string {
  return typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString();
}
