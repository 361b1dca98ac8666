import type { Config } from "../config.ts";
import { paths } from "../paths.ts";
import { type Texts, textsFor } from "../texts/index.ts";
import type { NotificationCategory } from "../values/notification-ways.ts";
import type { Recipient } from "./letter.ts";
import { senderDomain } from "./mime.ts";
import { type Subscriber, type Subscription, unsubscribeToken } from "./unsubscribe-token.ts";

/** How a reader gets fewer letters of the kind: links under the letter, headers for mail programs. */
export interface WayOut {
  links: { label: string; href: string }[];
  headers: Record<string, string>;
}

interface Sent {
  config: Config;
  recipient: Recipient;
}

/**
 * Under every letter that may be stopped. `about` is what a user would stop: a category, or all that stands
 * in the digest; null where somebody has asked for this very letter and only the settings are shown.
 * Contacts withdraw their agreement, participants keep what is necessary.
 */
export function wayOut(
  { config, recipient }: Sent,
  about: NotificationCategory | "digest" | null,
): WayOut {
  const { wayOut: words } = textsFor(recipient.language).mails;
  const absolute = (path: string) => `${config.publicUrl}${path}`;
  const subscriber = subscriberOf(recipient);
  const settings = absolute(paths.notifications());
  const links =
    subscriber.kind === "user"
      ? [
          { label: words.settings, href: settings },
          { label: words.pause, href: `${settings}#pause` },
        ]
      : [];
  if (about === null && subscriber.kind === "user") return { links, headers: {} };
  const subscription = subscriber.kind === "user" ? (about ?? "digest") : "mails";
  const token = unsubscribeToken({ subscriber, subscription }, config.secretKey);
  const href = absolute(paths.unsubscribe(token));
  return {
    links: [...links, { label: stopText(words, subscriber, subscription), href }],
    headers: {
      "List-Id": `Osnova <${subscription}.${senderDomain(config.mailFrom)}>`,
      "List-Unsubscribe": `<${href}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

function subscriberOf({ userId, contactId, participantId }: Recipient): Subscriber {
  if (userId !== null) return { kind: "user", id: userId };
  if (contactId !== null) return { kind: "contact", id: contactId };
  return { kind: "participant", id: participantId ?? 0 };
}

function stopText(
  words: Texts["mails"]["wayOut"],
  { kind }: Subscriber,
  subscription: Subscription,
): string {
  if (kind === "contact") return words.stopContact;
  if (kind === "participant") return words.stopParticipant;
  return subscription === "digest" ? words.stopDigest : words.stopCategory;
}
