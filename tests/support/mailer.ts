import type { DeliveryResult, Mailer, Message } from "../../server/mail/mailer.ts";

export interface RecordingMailer extends Mailer {
  /** Every message handed over, in order, whatever was answered. */
  sent: Message[];
  /** From now on every delivery ends so, until the next call. */
  answerWith(result: DeliveryResult): void;
}

const ACCEPTED: DeliveryResult = {
  outcome: "ok",
  phase: "after-data",
  code: "250",
  answer: "accepted",
};

/** A mailer that keeps what it is given: the one double besides the clock. */
export function recordingMailer(): RecordingMailer {
  let result = ACCEPTED;
  const sent: Message[] = [];
  return {
    sent,
    answerWith: (next) => {
      result = next;
    },
    deliver: async (message) => {
      sent.push(message);
      return result;
    },
    close: () => {},
  };
}
