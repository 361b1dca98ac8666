import { createHash } from "node:crypto";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { sign } from "../../../values/signature.ts";

interface SignedLink {
  internshipId: number;
  hostId: number;
  createdAt: string;
}

/** What stands in the address of a mentor; made anew when it is shown or mailed, never stored. */
export function confirmationToken(secretKey: string, link: SignedLink): string {
  const { internshipId, hostId, createdAt } = link;
  return sign(secretKey, ["internship-confirmation", internshipId, hostId, createdAt]);
}

export type LinkState = "open" | "answered" | "revoked" | "expired" | "own";

/** A link holds through its last day. */
export function linkState(
  link: {
    tokenHash: string | null;
    answerBy: CalendarDate | null;
    answeredAt: string | null;
    revokedAt: string | null;
  },
  today: CalendarDate,
): LinkState {
  if (link.tokenHash === null) return "own";
  if (link.answeredAt !== null) return "answered";
  if (link.revokedAt !== null) return "revoked";
  return link.answerBy !== null && link.answerBy < today ? "expired" : "open";
}

/** Days and hours in one short text: whoever confirms sends back what they saw. */
export function fingerprintOf(days: readonly { id: number; version: number }[]): string {
  const text = days.map(({ id, version }) => `${id}.${version}`).join(" ");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** A mentor knows the person; anybody else who gets hold of the page learns little. */
export function shortName(person: { firstName: string | null; surname: string | null }): string {
  const initial = person.surname?.[0];
  return [person.firstName, initial && `${initial}.`].filter(Boolean).join(" ");
}
