/** A calendar file of a letter: what a calendar is asked to take in, or to let go of. */
export interface CalendarPart {
  method: "REQUEST" | "CANCEL";
  fileName: string;
  content: string;
}

export interface Correspondent {
  name: string;
  address: string;
}

/** One message to one recipient, ready to leave. */
export interface Message {
  messageId: string;
  date: string;
  to: Correspondent;
  /** Who reads answers; nobody reads what is sent to the sender. */
  replyTo?: Correspondent;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  calendars?: readonly CalendarPart[];
}

export type DeliveryPhase = "connect" | "auth" | "mail" | "rcpt" | "data" | "after-data";

/**
 * How a try ended. `unavailable` says that the server could not be spoken to at all (nothing wrong with
 * the message), `ambiguous` that it may have been accepted although no answer came.
 */
export interface DeliveryResult {
  outcome: "ok" | "temporary" | "permanent" | "ambiguous" | "unavailable";
  phase: DeliveryPhase | null;
  code: string | null;
  answer: string | null;
}

export interface Mailer {
  deliver(message: Message): Promise<DeliveryResult>;
  close(): void;
}
