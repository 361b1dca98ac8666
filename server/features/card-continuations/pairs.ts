import { type CardInPlan, findCardsInPlans } from "../../../db/queries/card-continuations.ts";
import type { Change } from "../../change.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { olderFirst } from "./rules.ts";

/** A card of an older plan and a card of a newer one. */
export type Pair<Card> = { from: Card; to: Card };

export async function pairOf(
  { trx }: Change,
  { fromCardId, toCardId }: { fromCardId: number; toCardId: number },
): Promise<Pair<CardInPlan | undefined>> {
  const cards = await findCardsInPlans(trx, [fromCardId, toCardId]);
  const found = (id: number) => cards.find((card) => card.id === id);
  return { from: found(fromCardId), to: found(toCardId) };
}

/**
 * @throws InvalidInput `fromCardId`, `toCardId` when one is no living card, or they are of one plan, or the
 * other way round; Conflict when either of the plans is in the archive
 */
export function checkedPair(
  { from, to }: Pair<CardInPlan | undefined>,
  planId: number,
): Pair<CardInPlan> {
  if (!from || from.archivedAt !== null) throw new InvalidInput({ fromCardId: "unknownChoice" });
  if (!to || to.archivedAt !== null) throw new InvalidInput({ toCardId: "unknownChoice" });
  if (![from.planId, to.planId].includes(planId))
    throw new InvalidInput({ fromCardId: "unknownChoice" });
  const [older] = olderFirst(planOf(from), planOf(to));
  if (from.planId === to.planId || older.id !== from.planId)
    throw new InvalidInput({ toCardId: "cardOfNewerPlan" });
  checkArchives(from, to);
  return { from, to };
}

function planOf({ planId: id, fromYear, toYear }: CardInPlan) {
  return { id, fromYear, toYear };
}

export function checkArchives(from: CardInPlan, to: CardInPlan): void {
  if (from.planArchivedAt !== null || to.planArchivedAt !== null)
    throw new Conflict("planArchived");
}

/** The history of either card tells of the other one. */
export function recordPair(
  { record }: Change,
  action: `card-continuation.${"added" | "removed" | "dismissed" | "offered"}`,
  { from, to }: Pair<CardInPlan>,
): void {
  const isAdded = action === "card-continuation.added" || action === "card-continuation.offered";
  const tell = (cardId: number, field: string, other: CardInPlan) => {
    const name = `${other.number} ${other.name} (${other.planTitle})`;
    const changes: Record<string, [unknown, unknown]> = {
      [field]: isAdded ? [null, name] : [name, null],
    };
    record({ action, objectType: "card", objectId: cardId, changes });
  };
  tell(from.id, "continuesAs", to);
  tell(to.id, "continues", from);
}
