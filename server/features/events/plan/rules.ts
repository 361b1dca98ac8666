import { z } from "zod";
import type { EventState } from "../rules.ts";

/** What is announced of an event, and later compared. */
export interface Announced {
  /** `2026-03-10 09:00–13:00`, one a session. */
  days: string[];
  /** Null for a confidential event, whose place is not announced. */
  place: string | null;
}

interface Announceable {
  isConfidential: boolean;
  place: string | null;
  onlineUrl: string | null;
}

interface Day {
  heldOn: string;
  startsAt: string;
  endsAt: string;
}

export function announcedOf(event: Announceable, days: readonly Day[]): Announced {
  return {
    days: days.map(({ heldOn, startsAt, endsAt }) => `${heldOn} ${startsAt}–${endsAt}`),
    place: event.isConfidential ? null : (event.place ?? event.onlineUrl),
  };
}

const stored = z.object({ days: z.array(z.string()), place: z.string().nullable() });

export type Difference =
  | { kind: "cancelled" }
  | { kind: "days"; from: string[]; to: string[] }
  | { kind: "place"; from: string; to: string };

/** How the event stands now against what was announced; nothing when it was not announced at all. */
export function differences(
  event: Announceable & { state: EventState; reportedAs: string | null },
  days: readonly Day[],
): Difference[] {
  if (event.reportedAs === null) return [];
  const before = stored.parse(JSON.parse(event.reportedAs));
  if (event.state === "cancelled") return [{ kind: "cancelled" }];
  const now = announcedOf(event, days);
  const found: Difference[] = [];
  if (before.days.join() !== now.days.join())
    found.push({ kind: "days", from: before.days, to: now.days });
  // What has become confidential since is not told by its place.
  const isTold = !event.isConfidential && before.place !== now.place;
  if (isTold) found.push({ kind: "place", from: before.place ?? "", to: now.place ?? "" });
  return found;
}
