import { createHash } from "node:crypto";
import type { SealedEvent } from "../../../../db/queries/audit-seals.ts";

/** What the first seal of all follows. */
export const NO_HASH = "0".repeat(64);

/**
 * One event as the seal takes it: every column, in a fixed order. Whom somebody stood in for came to the
 * events later: it is added where there is one, so that the seals before still hold.
 */
export function eventLine(event: SealedEvent): string {
  const { id, at, requestId, actorId, address, action } = event;
  const { objectType, objectId, projectId, outcome, changes } = event;
  const row = [id, at, requestId, actorId, address, action];
  const what = [objectType, objectId, projectId, outcome, changes];
  const { onBehalfOfId } = event;
  return JSON.stringify([...row, ...what, ...(onBehalfOfId === null ? [] : [onBehalfOfId])]);
}

export interface DaySum {
  hash: string;
  events: number;
}

/**
 * SHA-256 over the hash before, the day and each event, a line each. Whoever changes, removes or slips in
 * an event of the past would have to make all later seals again.
 */
export async function sumOfDay(
  { previousHash, day }: { previousHash: string; day: string },
  events: AsyncIterable<SealedEvent>,
): Promise<DaySum> {
  const hash = createHash("sha256").update(`${previousHash}\n${day}\n`);
  let count = 0;
  for await (const event of events) {
    hash.update(`${eventLine(event)}\n`);
    count += 1;
  }
  return { hash: hash.digest("hex"), events: count };
}
