import {
  type Contact,
  findContactOf,
  insertContact,
  isPossibleOwner,
} from "../../../db/queries/owners.ts";
import { grantAgreement, withdrawAgreement } from "../../../db/queries/subscribers.ts";
import type { Change } from "../../change.ts";
import { InvalidInput } from "../../errors.ts";
import { czechSortKey } from "../../values/fold.ts";
import { isSameOwner, nobody, type Owner, type OwnerEntry } from "../../values/owner.ts";

/**
 * Who the entry means: a member of the project, a contact already named in it, or a new contact, which is
 * written down. Whoever owns the thing already may stay, even when they have left the project since.
 */
export function resolveOwner(
  change: Change,
  projectId: number,
  entry: OwnerEntry,
  current: Owner = nobody,
): Promise<Owner> {
  return ownerMeant(entry, current, {
    written: () => contactTyped(change, projectId, entry),
    mayBe: (owner) => isPossibleOwner(change.trx, { projectId, owner }),
  });
}

/** The same wherever there are owners: `written` puts down somebody new, `mayBe` tells who may be chosen. */
export async function ownerMeant(
  entry: OwnerEntry,
  current: Owner,
  { written, mayBe }: { written(): Promise<Owner>; mayBe(owner: Owner): Promise<boolean> },
): Promise<Owner> {
  const { owner } = entry;
  const isTyped = Boolean(entry.contactName || entry.contactFunction || entry.contactEmail);
  if (owner === "new-contact" || (isSameOwner(owner, nobody) && isTyped)) return written();
  if (isTyped) throw new InvalidInput({ contactName: "ownerEitherOr" });
  if (isSameOwner(owner, nobody) || isSameOwner(owner, current)) return owner;
  if (await mayBe(owner)) return owner;
  throw new InvalidInput({ owner: "unknownChoice" });
}

/** A contact of the project has agreed to be sent mails; saying so again changes nothing. */
export async function recordAgreement(
  { trx, at, record }: Change,
  { projectId, contactId }: { projectId: number; contactId: number },
): Promise<void> {
  if (!(await grantAgreement(trx, { contactId, at }))) return;
  record({ action: "contact.agreed", objectType: "contact", objectId: contactId, projectId });
}

/** They do not agree any more; from now on whoever stands in for them is told. */
export async function withdrawContactAgreement(
  { trx, record }: Change,
  { projectId, contact }: { projectId: number; contact: Contact },
): Promise<void> {
  if (contact.agreedToMailAt === null) return;
  await withdrawAgreement(trx, contact.id);
  const objectId = contact.id;
  record({ action: "contact.agreement-withdrawn", objectType: "contact", objectId, projectId });
}

async function contactTyped(change: Change, projectId: number, entry: OwnerEntry): Promise<Owner> {
  const { contactName: name = null, contactEmail: email = null, contactAgrees = false } = entry;
  if (name === null) throw new InvalidInput({ contactName: "required" });
  if (contactAgrees && email === null) throw new InvalidInput({ contactEmail: "required" });
  const known = await findContactOf(change.trx, projectId, { name, email });
  const contactId = known?.id ?? (await writeContact(change, projectId, { ...entry, name, email }));
  if (contactAgrees) await recordAgreement(change, { projectId, contactId });
  return { ...nobody, ownerContactId: contactId };
}

async function writeContact(
  { trx, at, record }: Change,
  projectId: number,
  { name, email, contactFunction = null }: OwnerEntry & { name: string; email: string | null },
): Promise<number> {
  const contact = { name, email, function: contactFunction, sortKey: czechSortKey(name) };
  const id = await insertContact(trx, { ...contact, createdAt: at });
  record({ action: "contact.created", objectType: "contact", objectId: id, projectId });
  return id;
}
