import { addDays, type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { isSameSignature, sign } from "../../../values/signature.ts";

const HOLDS_DAYS = 30;

interface Signed {
  id: number;
  /** The last day on which it opens anything. */
  until: CalendarDate;
}

/** A link to one certificate, made anew when it is mailed and never stored; `from` is when the mail was asked for. */
export function certificateLink(
  secretKey: string,
  { id, from }: { id: number; from: string },
): { token: string; until: CalendarDate } {
  const until = addDays(pragueDay(from), HOLDS_DAYS);
  return { token: `${id}.${until}.${signature(secretKey, { id, until })}`, until };
}

/** What a genuine token opens, expired or not; those of the previous key hold as well. */
export function readCertificateLink(
  token: string,
  { secretKey, previousSecretKey }: { secretKey: string; previousSecretKey?: string | undefined },
): Signed | undefined {
  const parts = /^([1-9]\d{0,8})\.(\d{4}-\d{2}-\d{2})\.([\w-]{43})$/.exec(token);
  if (!parts) return undefined;
  const [, id, until = "", given = ""] = parts;
  const signed = { id: Number(id), until };
  const keys = [secretKey, previousSecretKey].filter((key) => key !== undefined);
  return keys.some((key) => isSameSignature(given, signature(key, signed))) ? signed : undefined;
}

function signature(secretKey: string, { id, until }: Signed): string {
  return sign(secretKey, ["certificate-link", id, until]);
}
