import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import type { Config } from "../../../config.ts";

/** Three answers that must not be mixed up: nobody asked, the person refused, the person told (perhaps: none). */
export type Disadvantage =
  | { answer: "not-asked" }
  | { answer: "refused" }
  | { answer: "given"; codes: string[] };

export interface SealKey {
  id: string;
  key: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** All sealed texts are as long as this at least, so that the length does not tell the answer. */
const PADDED_LENGTH = 128;

/** The first key seals; the others open what was sealed before the secret was changed. */
export function sealKeys(config: Pick<Config, "secretKey" | "previousSecretKey">): SealKey[] {
  return [config.secretKey, config.previousSecretKey]
    .filter((secret): secret is string => Boolean(secret))
    .map((secret) => {
      const key = Buffer.from(hkdfSync("sha256", secret, "", "osnova personal data", 32));
      return { id: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
    });
}

/**
 * AES-256-GCM bound to the table, the column and the row, so that a sealed text copied to another person
 * does not open. Null is kept for what nobody asked about.
 */
export function sealDisadvantage(
  keys: readonly SealKey[],
  participationId: number,
  disadvantage: Disadvantage,
): string | null {
  if (disadvantage.answer === "not-asked") return null;
  const [current] = keys;
  if (!current) throw new Error("no key to seal with");
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", current.key, nonce);
  cipher.setAAD(placeOf(participationId));
  const text = JSON.stringify(disadvantage).padEnd(PADDED_LENGTH);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const bytes = Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  return `1.${current.id}.${bytes.toString("base64url")}`;
}

/** @throws Error when the key is not known, or the text was changed or belongs to another row */
export function openDisadvantage(
  keys: readonly SealKey[],
  participationId: number,
  sealed: string | null,
): Disadvantage {
  if (sealed === null) return { answer: "not-asked" };
  const [, keyId, text = ""] = sealed.split(".");
  const known = keys.find(({ id }) => id === keyId);
  if (!known) throw new Error("sealed with a key that is not known");
  const bytes = Buffer.from(text, "base64url");
  const tagEnd = NONCE_BYTES + TAG_BYTES;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", known.key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(placeOf(participationId));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
  const opened = Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
  return JSON.parse(opened.toString("utf8")) as Disadvantage;
}

/** The same without an error: null when it cannot be opened. A lost key must not take the rest of a card with it. */
export function readDisadvantage(
  config: Parameters<typeof sealKeys>[0],
  participationId: number,
  sealed: string | null,
): Disadvantage | null {
  try {
    return openDisadvantage(sealKeys(config), participationId, sealed);
  } catch {
    return null;
  }
}

function placeOf(participationId: number): Buffer {
  return Buffer.from(`participations|disadvantage_sealed|${participationId}`);
}
