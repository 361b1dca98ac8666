import { listNumbersTaken, updateCardArchived } from "../../../../db/queries/cards.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { type CardKey, cardAt } from "../keeping/service.ts";
import { followMeasures, recordCard } from "../service.ts";

type Doing = Pick<Deps, "db" | "clock">;

export async function archiveCard(deps: Doing, author: Author, key: CardKey): Promise<void> {
  await change(deps, author, async (one) => {
    const card = await cardAt(one.trx, key);
    if (card.archivedAt !== null) return;
    await updateCardArchived(one.trx, card, one.at);
    recordCard(one, card.id, "card.archived");
  });
}

/** Plans are kept for years, so a card may come back at any time, unless its number is somebody else's by now. */
export async function restoreCard(deps: Doing, author: Author, key: CardKey): Promise<void> {
  await change(deps, author, async (one) => {
    const card = await cardAt(one.trx, key);
    if (card.archivedAt === null) return;
    const taken = await listNumbersTaken(one.trx, key.planId, [card.number]);
    if (taken.length > 0) throw new Conflict("cardNumberTaken");
    await updateCardArchived(one.trx, card, null);
    recordCard(one, card.id, "card.restored");
    // What an import taken back let go of is found in its texts again.
    await followMeasures(one, card.id);
  });
}
