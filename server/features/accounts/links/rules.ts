import { addMinutes } from "../../../values/instant.ts";
import { isSameSignature, sign } from "../../../values/signature.ts";

export type LinkKind = "invitation" | "reset";

/** A link by which somebody sets their password; valid once and for a while. */
export interface AccountLink {
  id: number;
  userId: number;
  kind: LinkKind;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

const VALID_MINUTES: Record<LinkKind, number> = { invitation: 7 * 24 * 60, reset: 30 };

export function linkExpiry(kind: LinkKind, createdAt: string): string {
  return addMinutes(createdAt, VALID_MINUTES[kind]);
}

/** What stands in the address; made anew whenever the mail is written, never stored. */
export function linkToken(
  secretKey: string,
  link: Pick<AccountLink, "id" | "kind" | "userId" | "createdAt">,
): string {
  const { id, kind, userId, createdAt } = link;
  return `${id}.${sign(secretKey, ["account-link", id, kind, userId, createdAt])}`;
}

export function idOfToken(token: string): number | undefined {
  const digits = /^([1-9]\d{0,8})\.[\w-]{43}$/.exec(token)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function isTokenOf(secretKey: string, link: AccountLink, token: string): boolean {
  return isSameSignature(linkToken(secretKey, link), token);
}

export function isOpen(link: AccountLink, now: string): boolean {
  return link.usedAt === null && now < link.expiresAt;
}
