import type { Transaction } from "../../../../db/connection.ts";
import { listOwnedInPlans, updateOwnersInPlans } from "../../../../db/queries/card-owners.ts";
import { listLivingUsers } from "../../../../db/queries/user-accounts.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import type { HandoverEntry } from "./rules.ts";

/** Of how many cards and measures of strategic plans the person is the owner. */
export async function countInPlans(
  db: Parameters<typeof listOwnedInPlans>[0],
  userId: number,
): Promise<number> {
  const { cardIds, measureIds } = await listOwnedInPlans(db, userId);
  return cardIds.length + measureIds.length;
}

/** Cards and measures of plans go all together to whoever takes everything: they lie in no project. */
export async function handOverPlans(
  { trx, record }: Change,
  user: { id: number; name: string },
  { everything }: Pick<HandoverEntry, "everything">,
): Promise<void> {
  const owned = await listOwnedInPlans(trx, user.id);
  if (owned.cardIds.length + owned.measureIds.length === 0) return;
  if (everything === null) throw new InvalidInput({ everything: "handOverMissing" });
  const owner: [string, string] = [user.name, await nameOf(trx, everything)];
  await updateOwnersInPlans(trx, owned, everything);
  for (const objectId of owned.cardIds)
    record({ action: "card.owner-changed", objectType: "card", objectId, changes: { owner } });
  for (const objectId of owned.measureIds)
    record({ action: "measure.edited", objectType: "measure", objectId, changes: { owner } });
}

async function nameOf(trx: Transaction, userId: number): Promise<string> {
  const taker = (await listLivingUsers(trx)).find(({ id }) => id === userId);
  if (!taker) throw new InvalidInput({ everything: "unknownChoice" });
  return taker.name;
}
