import { listLinkedCards } from "../../../../db/queries/card-continuations.ts";
import {
  deleteDismissedContinuation,
  findDismissedContinuation,
  insertDismissedContinuation,
} from "../../../../db/queries/dismissed-continuations.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { checkArchives, checkedPair, pairOf, recordPair } from "../pairs.ts";
import type { PairOfCards } from "../schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/**
 * Says that a card does not go on as that card of a newer plan, however alike their titles are: it is offered
 * no more. To say it twice changes nothing.
 * @throws what `checkedPair` does, and Conflict when somebody has linked the two meanwhile
 */
export async function dismissOffer(
  deps: Doing,
  author: Author,
  planId: number,
  cards: PairOfCards,
): Promise<void> {
  await change(deps, author, async (one) => {
    const pair = checkedPair(await pairOf(one, cards), planId);
    const linked = await listLinkedCards(one.trx, pair.from.id);
    if (linked.some(({ cardId }) => cardId === pair.to.id)) throw new Conflict("changedMeanwhile");
    const row = { ...cards, createdAt: one.at, createdBy: one.by };
    const id = await insertDismissedContinuation(one.trx, row);
    if (id !== undefined) recordPair(one, "card-continuation.dismissed", pair);
  });
}

/** The pair is offered again. @throws NotFound for what is of another plan or was taken back meanwhile */
export async function takeBackDismissal(
  deps: Doing,
  author: Author,
  key: { planId: number; id: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    const dismissed = await findDismissedContinuation(one.trx, key.id);
    if (!dismissed) throw new NotFound("dismissed continuation");
    const { from, to } = await pairOf(one, dismissed);
    if (!from || !to || ![from.planId, to.planId].includes(key.planId))
      throw new NotFound("dismissed continuation");
    checkArchives(from, to);
    if ((await deleteDismissedContinuation(one.trx, dismissed)) === 0)
      throw new NotFound("dismissed continuation");
    recordPair(one, "card-continuation.offered", { from, to });
  });
}
