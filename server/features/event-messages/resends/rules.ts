import { type MessageKind, messageKinds } from "../rules.ts";

/** `event-reminder` is a reminder; undefined for a template of another version of the product. */
export function kindOfTemplate(template: string): MessageKind | undefined {
  return messageKinds.find((kind) => template === `event-${kind}`);
}

/** What has left or will not leave any more; the rest is still on its way. */
export function canBeResent({ state }: { state: string }): boolean {
  return state === "sent" || state === "failed" || state === "cancelled";
}
