import { findContactOf, insertContact, isPossibleOwner } from "../../../db/queries/owners.ts";
import type { Change } from "../../change.ts";
import { InvalidInput } from "../../errors.ts";
import { czechSortKey } from "../../values/fold.ts";
import { isSameOwner, nobody, type Owner, type OwnerEntry } from "../../values/owner.ts";

/**
 * Who the entry means: a member of the project, a contact already named in it, or a new contact, which is
 * written down. Whoever owns the thing already may stay, even when they have left the project since.
 */
export async function resolveOwner(
  change: Change,
  projectId: number,
  entry: OwnerEntry,
  current: Owner = nobody,
): Promise<Owner> {
  const { owner } = entry;
  const isTyped = Boolean(entry.contactName || entry.contactFunction || entry.contactEmail);
  if (owner === "new-contact" || (isSameOwner(owner, nobody) && isTyped))
    return contactTyped(change, projectId, entry);
  if (isTyped) throw new InvalidInput({ contactName: "ownerEitherOr" });
  if (isSameOwner(owner, nobody) || isSameOwner(owner, current)) return owner;
  if (await isPossibleOwner(change.trx, { projectId, owner })) return owner;
  throw new InvalidInput({ owner: "unknownChoice" });
}

async function contactTyped(
  { trx, at, record }: Change,
  projectId: number,
  entry: OwnerEntry,
): Promise<Owner> {
  const name = entry.contactName ?? null;
  const email = entry.contactEmail ?? null;
  if (name === null) throw new InvalidInput({ contactName: "required" });
  const known = await findContactOf(trx, projectId, { name, email });
  if (known) return { ...nobody, ownerContactId: known.id };
  const contact = { name, email, function: entry.contactFunction ?? null };
  const id = await insertContact(trx, { ...contact, sortKey: czechSortKey(name), createdAt: at });
  record({ action: "contact.created", objectType: "contact", objectId: id, projectId });
  return { ...nobody, ownerContactId: id };
}
