import {
  insertOrganisation,
  listOrganisationsCalled,
  type Organisation,
  updateOrganisationIco,
} from "../../../db/queries/organisations.ts";
import type { Change } from "../../change.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";

export interface NamedOrganisation {
  name: string;
  ico: string | null;
}

/**
 * The organisation that people mean by a name typed into a form, and by its IČO where they gave one. One that
 * is not known yet is written down in the same transaction.
 */
export async function resolveOrganisation(
  { trx, at, record }: Change,
  named: NamedOrganisation,
): Promise<number> {
  const nameFolded = foldText(named.name);
  const known = await listOrganisationsCalled(trx, { nameFolded, ico: named.ico });
  const meant = organisationMeant(known, named);
  if (meant) {
    if (meant.ico === null && named.ico !== null)
      await updateOrganisationIco(trx, { id: meant.id, ico: named.ico });
    return meant.id;
  }
  const sortKey = czechSortKey(named.name);
  const id = await insertOrganisation(trx, { ...named, nameFolded, sortKey, createdAt: at });
  record({ action: "organisation.created", objectType: "organisation", objectId: id });
  return id;
}

/** The same number is the same organisation, whatever it is called; else the same name without another number. */
function organisationMeant(
  known: Organisation[],
  { ico }: NamedOrganisation,
): Organisation | undefined {
  if (ico === null) return known[0];
  return known.find((one) => one.ico === ico) ?? known.find((one) => one.ico === null);
}
