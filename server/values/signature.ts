import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * Signs what a link stands for, so that nothing secret has to be stored with it: whoever holds the key can
 * make the signature again. URL-safe, 43 characters.
 */
export function sign(secretKey: string, parts: readonly (string | number)[]): string {
  return createHmac("sha256", secretKey).update(parts.join("|")).digest("base64url");
}

/** Compares in a time that says nothing about where the two differ. */
export function isSameSignature(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a text from an address can be one of ours at all. */
export function isSignature(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is stored of a link that opens something: whoever reads the database cannot make the link of it. */
export function hashOfSignature(signature: string): string {
  return createHash("sha256").update(signature).digest("hex");
}
