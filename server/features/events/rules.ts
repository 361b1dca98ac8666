import type { Texts } from "../../texts/index.ts";

export const eventStates = ["planned", "confirmed", "held", "closed", "cancelled"] as const;
export type EventState = (typeof eventStates)[number];

export const closings = ["signed-sheet", "login-list", "head-count"] as const;

interface Guarded {
  isConfidential: boolean;
  ownerUserId: number | null;
}

/**
 * Whether the viewer may read what a confidential event is called and who is there: its coordinator only.
 * Nobody's eyes (`null`) are those of mails, feeds, the search, exports and all other lists made for many.
 */
export function seesInside(event: Guarded, viewerId: number | null): boolean {
  return !event.isConfidential || (viewerId !== null && viewerId === event.ownerUserId);
}

/** What the event is called before the viewer's eyes. */
export function titleFor(
  event: Guarded & { title: string },
  viewerId: number | null,
  { events }: Pick<Texts, "events">,
): string {
  return seesInside(event, viewerId) ? event.title : events.confidential;
}

/** What the form of attendance, minutes and the like may still change: all but what is over. */
export function isOpen({ state }: { state: EventState }): boolean {
  return state !== "closed" && state !== "cancelled";
}
