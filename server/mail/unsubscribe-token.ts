import { createHmac } from "node:crypto";
import { type NotificationCategory, notificationCategories } from "../values/notification-ways.ts";
import { isSameSignature, sign } from "../values/signature.ts";

/** Whose letters a link stops. */
export interface Subscriber {
  kind: "user" | "contact" | "participant";
  id: number;
}

/**
 * Which of them: one category of a user, all that stands in their digest, or all that comes to somebody
 * without an account.
 */
export type Subscription = NotificationCategory | "digest" | "mails";

export interface Unsubscribing {
  subscriber: Subscriber;
  subscription: Subscription;
}

const LETTERS = { user: "u", contact: "c", participant: "p" } as const;
const SUBSCRIPTIONS: readonly string[] = [...notificationCategories, "digest", "mails"];

/** Holds without signing in, for as long as the secret key does; it stops mails and can do nothing else. */
export function unsubscribeToken(
  { subscriber, subscription }: Unsubscribing,
  secretKey: string,
): string {
  const named = `${LETTERS[subscriber.kind]}${subscriber.id}.${subscription}`;
  return `${named}.${sign(secretKey, ["unsubscribe", named])}`;
}

/** What a genuine token stops, else undefined; tokens of the previous key hold as well. */
export function readUnsubscribeToken(
  token: string,
  { secretKey, previousSecretKey }: { secretKey: string; previousSecretKey?: string | undefined },
): Unsubscribing | undefined {
  const keys = [secretKey, previousSecretKey].filter((key) => key !== undefined);
  const parts = /^(([ucp])([1-9]\d{0,8})\.([a-z]{1,20}))\.([\w-]{43})$/.exec(token);
  if (!parts) return readOfFirstEdition(token, keys);
  const [, named = "", letter, id, subscription = "", signature = ""] = parts;
  const isGenuine = keys.some((key) =>
    isSameSignature(signature, sign(key, ["unsubscribe", named])),
  );
  if (!isGenuine || !SUBSCRIPTIONS.includes(subscription)) return undefined;
  const kind = letter === "u" ? "user" : letter === "c" ? "contact" : "participant";
  return { subscriber: { kind, id: Number(id) }, subscription: subscription as Subscription };
}

/** Of digests sent before there were categories. */
function readOfFirstEdition(token: string, keys: readonly string[]): Unsubscribing | undefined {
  const [, id, given = ""] = /^([1-9]\d{0,8})\.([0-9a-f]{32})$/.exec(token) ?? [];
  const signed = (key: string) =>
    createHmac("sha256", key).update(`unsubscribe:${id}`).digest("hex").slice(0, 32);
  if (id === undefined || !keys.some((key) => isSameSignature(given, signed(key))))
    return undefined;
  return { subscriber: { kind: "user", id: Number(id) }, subscription: "digest" };
}
