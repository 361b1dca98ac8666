import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryPhase, DeliveryResult, Mailer, Message } from "./mailer.ts";
import { isDeliverable, mimeOf, parseSender } from "./mime.ts";
import { readFailure } from "./smtp-answers.ts";
import {
  connect,
  type Progress,
  readSmtpUrl,
  type SmtpTimeouts,
  send,
  within,
} from "./smtp-connection.ts";

const TIMEOUTS: SmtpTimeouts = {
  connectMs: 10_000,
  greetingMs: 10_000,
  socketMs: 30_000,
  totalMs: 60_000,
};
const KEPT_IDLE_MS = 5_000;

interface SmtpOptions {
  url: string;
  from: string;
  /** Refuses to speak to a server beyond this machine without encryption. */
  requiresTls: boolean;
  timeouts?: Partial<SmtpTimeouts>;
}

/** Sends by SMTP, one recipient a message, over one connection that is kept while there is work. */
export function openSmtpMailer(options: SmtpOptions): Mailer {
  const place = readSmtpUrl(options.url);
  const target = {
    ...place,
    requireTls: options.requiresTls && !place.secure && !isLoopback(place.host),
    timeouts: { ...TIMEOUTS, ...options.timeouts },
  };
  let kept: SMTPConnection | undefined;
  let idle: NodeJS.Timeout | undefined;
  const letGo = () => {
    clearTimeout(idle);
    kept?.close();
    kept = undefined;
  };

  async function sendOne(message: Message, progress: Progress): Promise<string> {
    const bytes = await mimeOf(message, options.from);
    clearTimeout(idle);
    if (!kept) {
      const fresh = await connect(target, progress);
      fresh.once("end", () => {
        if (kept === fresh) kept = undefined;
      });
      kept = fresh;
    }
    const from = parseSender(options.from).address;
    return send(kept, { from, to: message.to.address, bytes }, progress);
  }

  return {
    async deliver(message) {
      if (!isDeliverable(message)) return unaddressable;
      const progress: Progress = { phase: "connect" };
      try {
        const answer = await within(target.timeouts.totalMs, sendOne(message, progress));
        idle = setTimeout(letGo, KEPT_IDLE_MS).unref();
        return { outcome: "ok", phase: "after-data", code: answer.slice(0, 3), answer };
      } catch (error) {
        progress.connection?.close(); // Whoever is given up on must not send it later after all.
        letGo();
        return readError(error, progress.phase);
      }
    },
    close: letGo,
  };
}

const unaddressable: DeliveryResult = {
  outcome: "permanent",
  phase: null,
  code: null,
  answer: "the address cannot be used",
};

function readError(error: unknown, reached: DeliveryPhase): DeliveryResult {
  const { responseCode, response, command, message } = error as Error & {
    responseCode?: number;
    response?: string;
    command?: string;
  };
  const phase = reached === "mail" && command === "RCPT TO" ? "rcpt" : reached;
  return readFailure({ phase, responseCode, response, message });
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}
