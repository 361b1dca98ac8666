import type { MessageKind } from "../features/event-messages/rules.ts";
import { accountLink } from "./account-link.ts";
import { cardRequest } from "./card-request.ts";
import { deputyNamed } from "./deputy-named.ts";
import { buildDigest } from "./digest.ts";
import { eventMessage } from "./event-message.ts";
import type { LetterBuilder } from "./letter.ts";
import { mentorConfirmation } from "./mentor-confirmation.ts";
import { monthNudge } from "./month-nudge.ts";
import { monthlySummary } from "./monthly-summary.ts";
import { nominationRequest } from "./nomination-request.ts";
import { notification } from "./notification.ts";
import { passwordChanged } from "./password-changed.ts";
import { sample } from "./sample.ts";

/** Every mail the product writes. A kind of mail is added here and in a builder beside this file. */
export const templates = {
  digest: buildDigest,
  invitation: accountLink,
  "password-reset": accountLink,
  "password-changed": passwordChanged,
  "deputy-named": deputyNamed,
  "monthly-summary": monthlySummary,
  "month-nudge": monthNudge,
  "card-request": cardRequest,
  notification,
  sample,
  "mentor-confirmation": mentorConfirmation,
  "nomination-request": nominationRequest,
  "event-invitation": eventMessage("invitation"),
  "event-reminder": eventMessage("reminder"),
  "event-change": eventMessage("change"),
  "event-cancelled": eventMessage("cancelled"),
  "event-certificate-ready": eventMessage("certificate-ready"),
  "event-session-cancelled": eventMessage("session-cancelled"),
  "event-thanks": eventMessage("thanks"),
  "event-waitlisted": eventMessage("waitlisted"),
  "event-withdrawn": eventMessage("withdrawn"),
} satisfies Record<string, LetterBuilder>;

export type TemplateName =
  | "digest"
  | "invitation"
  | "password-reset"
  | "password-changed"
  | "deputy-named"
  | "monthly-summary"
  | "month-nudge"
  | "card-request"
  | "notification"
  | "sample"
  | "mentor-confirmation"
  | "nomination-request"
  | `event-${MessageKind}`;

/** The builder of a template, or undefined for a name of another version of the product. */
export function builderOf(template: string): LetterBuilder | undefined {
  return (templates as Record<string, LetterBuilder>)[template];
}

const OPENING = [
  "mentor-confirmation",
  "nomination-request",
  "event-certificate-ready",
  "event-thanks",
];

/** Whether the letter has a link in it that lets in whoever follows it: such a letter is neither kept nor shown. */
export function opensSomething(mail: { kind: string; template: string }): boolean {
  return mail.kind === "account" || OPENING.includes(mail.template);
}
