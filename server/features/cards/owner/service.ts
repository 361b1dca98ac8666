import { type Card, updateCardOwner } from "../../../../db/queries/cards.ts";
import { insertContact } from "../../../../db/queries/owners.ts";
import { findPlanContact, isPlanOwner } from "../../../../db/queries/plan-owners.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput } from "../../../errors.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { isSameOwner, nobody, type Owner, type OwnerEntry } from "../../../values/owner.ts";
import { ownerMeant } from "../../owners/service.ts";
import { type CardKey, livingCardAt } from "../keeping/service.ts";
import { recordCard } from "../service.ts";

/** @throws EditedMeanwhile when the form was opened on another version of the card */
export async function setCardOwner(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: CardKey,
  { entry, formOf }: { entry: OwnerEntry & { version: number }; formOf: FormOf<Card> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const card = await livingCardAt(one.trx, key);
    const owner = await resolvePlanOwner(one, key.planId, entry, card);
    const version = { id: card.id, version: entry.version };
    if ((await updateCardOwner(one.trx, version, owner)) === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "card", objectId: card.id, version: card.version },
        values: formOf(card),
      });
    if (isSameOwner(owner, card)) return;
    const after = await livingCardAt(one.trx, key);
    recordCard(one, card.id, "card.owner-changed", { owner: [card.ownerName, after.ownerName] });
  });
}

/**
 * Who the entry means: anybody with an account, a person the plan knows already, or a new one, who is written
 * down. Whoever answers for it already may stay, even when their account has ended since.
 */
export function resolvePlanOwner(
  one: Change,
  planId: number,
  entry: OwnerEntry,
  current: Owner = nobody,
): Promise<Owner> {
  return ownerMeant(entry, current, {
    written: () => contactTyped(one, planId, entry),
    mayBe: (owner) => isPlanOwner(one.trx, planId, owner),
  });
}

async function contactTyped(one: Change, planId: number, entry: OwnerEntry): Promise<Owner> {
  const { contactName: name = null, contactEmail: email = null, contactFunction = null } = entry;
  if (name === null) throw new InvalidInput({ contactName: "required" });
  const known = await findPlanContact(one.trx, planId, { name, email });
  if (known) return { ...nobody, ownerContactId: known.id };
  const contact = { name, email, function: contactFunction, sortKey: czechSortKey(name) };
  const ownerContactId = await insertContact(one.trx, { ...contact, createdAt: one.at });
  one.record({ action: "contact.created", objectType: "contact", objectId: ownerContactId });
  return { ...nobody, ownerContactId };
}
