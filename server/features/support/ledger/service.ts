import { lockProject } from "../../../../db/queries/project-locks.ts";
import { findSupportPosting } from "../../../../db/queries/support-postings.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { correctSupport, postSupport } from "../service.ts";
import type { PostingEntry } from "./schema.ts";

type Writing = Pick<Deps, "db" | "clock">;

interface Person {
  projectId: number;
  participationId: number;
}

/** Hours that come from no event and no internship, with the reason. */
export async function postByHand(
  deps: Writing,
  author: Author,
  person: Person,
  entry: PostingEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at, by: userId } = one;
    const { participationId } = person;
    checkDay(entry, at);
    await postSupport(trx, [{ participationId, ...entry }], { at, userId });
    recordPosting(one, person, "support.posted", [null, entry.minutes]);
  });
}

/**
 * Puts an entry made by hand right; both stay in the ledger. What an event or an internship has posted is put
 * right there, or the two would disagree.
 */
export async function correctByHand(
  deps: Writing,
  author: Author,
  person: Person & { postingId: number },
  entry: PostingEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at, by: userId } = one;
    checkDay(entry, at);
    await lockProject(trx, person.projectId);
    const key = { projectId: person.projectId, id: person.postingId };
    const corrected = await findSupportPosting(trx, key);
    if (!corrected) throw new NotFound("posting");
    if (corrected.source !== "hand") throw new Conflict("correctAtSource");
    if (corrected.isCorrected) throw new Conflict("alreadyCorrected");
    const { isCorrected: _, participantId: __, ...posting } = corrected;
    await correctSupport(trx, posting, entry, { at, userId });
    recordPosting(one, person, "support.corrected", [corrected.minutes, entry.minutes]);
  });
}

function checkDay({ validOn }: PostingEntry, at: string): void {
  if (validOn > pragueDay(at)) throw new InvalidInput({ validOn: "notInFuture" });
}

function recordPosting(
  { record }: Change,
  { projectId, participationId }: Person,
  action: string,
  minutes: [number | null, number],
): void {
  record({
    action,
    objectType: "participation",
    objectId: participationId,
    projectId,
    changes: { minutes },
  });
}
