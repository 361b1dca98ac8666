import { z } from "zod";
import { checkbox, optionalEmail, optionalText } from "./fields.ts";

/** Who answers for something: a user or a contact, never both; nobody while both are null. */
export interface Owner {
  ownerUserId: number | null;
  ownerContactId: number | null;
}

export const nobody: Owner = { ownerUserId: null, ownerContactId: null };

/** What a form says about the owner: one of those on offer, or a contact typed beside. */
export type OwnerChoice = Owner | "new-contact";

export interface OwnerEntry {
  owner: OwnerChoice;
  contactName?: string | null;
  contactFunction?: string | null;
  contactEmail?: string | null;
  /** They agreed to be sent mails to that address. */
  contactAgrees?: boolean;
}

/** As an option of a select and a filter in an address carry it: `user-5`, `contact-3`, nothing for nobody. */
export function ownerKey({ ownerUserId, ownerContactId }: Owner): string {
  if (ownerUserId !== null) return `user-${ownerUserId}`;
  return ownerContactId === null ? "" : `contact-${ownerContactId}`;
}

export function parseOwnerKey(key: string): Owner | undefined {
  const [, kind, digits] = /^(user|contact)-([1-9]\d{0,8})$/.exec(key) ?? [];
  if (kind === undefined) return undefined;
  const id = Number(digits);
  return kind === "user" ? { ...nobody, ownerUserId: id } : { ...nobody, ownerContactId: id };
}

export function isSameOwner(one: Owner, other: Owner): boolean {
  return ownerKey(one) === ownerKey(other);
}

/** The fields by which every form asks for an owner; spread them into its schema. */
export function ownerFields() {
  return {
    owner: z
      .string()
      .default("")
      .transform((typed, context): OwnerChoice => {
        if (typed === "") return nobody;
        const choice = typed === "new-contact" ? typed : parseOwnerKey(typed);
        if (choice !== undefined) return choice;
        context.addIssue({ code: "custom", message: "unknownChoice" });
        return z.NEVER;
      }),
    contactName: optionalText(120),
    contactFunction: optionalText(120),
    contactEmail: optionalEmail(),
    contactAgrees: checkbox(),
  };
}
