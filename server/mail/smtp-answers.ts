import type { DeliveryPhase, DeliveryResult } from "./mailer.ts";

/** What nodemailer says of a failure, and where we know it stood. */
export interface SmtpFailure {
  phase: DeliveryPhase;
  responseCode?: number | undefined;
  response?: string | undefined;
  message: string;
}

/** Answers by which a server says that it does not know or trust us: of no use to blame on one message. */
const NOT_LET_IN = [421, 454, 530, 534, 535, 538];

/**
 * Reads a failure: `unavailable` when the server cannot be spoken to, `ambiguous` when the whole message
 * went out and no answer came, else what the code says.
 */
export function readFailure(failure: SmtpFailure): DeliveryResult {
  const { phase, responseCode } = failure;
  return {
    outcome: outcomeOf(phase, responseCode),
    phase,
    code: responseCode ? String(responseCode) : null,
    answer: (failure.response ?? failure.message).slice(0, 500),
  };
}

function outcomeOf(phase: DeliveryPhase, code: number | undefined): DeliveryResult["outcome"] {
  if (phase === "connect" || phase === "auth") return "unavailable";
  if (code === undefined) return WITHOUT_ANSWER[phase];
  const isAboutUs = phase !== "data" && phase !== "after-data" && NOT_LET_IN.includes(code);
  // A refused sender is our own mistake, the same for every message.
  if (isAboutUs || (phase === "mail" && code >= 500)) return "unavailable";
  return code >= 500 ? "permanent" : "temporary";
}

const WITHOUT_ANSWER = {
  mail: "unavailable",
  rcpt: "unavailable",
  data: "temporary",
  "after-data": "ambiguous",
} as const;
