import type { Database } from "../../db/connection.ts";
import type { Config } from "../config.ts";
import type { Language } from "../texts/index.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { CalendarPart, Correspondent } from "./mailer.ts";
import type { Wordings } from "./wording.ts";

/** Whom a mail goes to, as they are when it leaves. */
export interface Recipient {
  userId: number | null;
  contactId: number | null;
  participantId: number | null;
  name: string;
  address: string;
  language: Language;
}

/** A mail of the ledger on its way out. */
export interface MailToWrite {
  id: number;
  dedupeKey: string;
  subjectType: string | null;
  subjectId: number | null;
  params: Record<string, number | string | null>;
  createdAt: string;
  recipient: Recipient;
}

/** What was written: both forms say the same. */
export interface Letter {
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
  replyTo?: Correspondent;
  /** One file for each session: calendars take one thing by one invitation. */
  calendars?: readonly CalendarPart[];
}

/** There is nothing to say any more (it was done, withdrawn, used); the mail is cancelled for that reason. */
export interface Unneeded {
  unneeded: string;
}

export interface WritingDeps {
  /** The transaction in which the mail is claimed: a builder only reads. */
  db: Database;
  config: Config;
  now: string;
  today: CalendarDate;
  /** Words of this kind of letter that administrators have changed, by language. */
  wordings: Wordings;
}

/** Writes a mail from what is true at the moment it leaves, in the language of the recipient. */
export type LetterBuilder = (deps: WritingDeps, mail: MailToWrite) => Promise<Letter | Unneeded>;
