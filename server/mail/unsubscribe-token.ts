import { createHmac, timingSafeEqual } from "node:crypto";

/** Says whose digests a link stops; it holds without signing in, for as long as the secret key does. */
export function unsubscribeToken(userId: number, secretKey: string): string {
  return `${userId}.${signature(userId, secretKey)}`;
}

/** The user of a genuine token, else undefined. */
export function readUnsubscribeToken(token: string, secretKey: string): number | undefined {
  const parts = /^([1-9]\d{0,8})\.([0-9a-f]{32})$/.exec(token);
  if (!parts) return undefined;
  const userId = Number(parts[1]);
  const given = Buffer.from(parts[2] ?? "");
  return timingSafeEqual(given, Buffer.from(signature(userId, secretKey))) ? userId : undefined;
}

function signature(userId: number, secretKey: string): string {
  return createHmac("sha256", secretKey).update(`unsubscribe:${userId}`).digest("hex").slice(0, 32);
}
