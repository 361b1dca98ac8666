import {
  findOrganisation,
  insertOrganisation,
  isIcoTaken,
  listOrganisationsCalled,
  type Organisation,
  updateOrganisation,
  updateOrganisationIco,
} from "../../../db/queries/organisations.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
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

export type OrganisationEntry = NamedOrganisation & { version: number };

/** @throws EditedMeanwhile when the form was opened on another version of the organisation */
export async function editOrganisation(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { id, entry, formOf }: { id: number; entry: OrganisationEntry; formOf: FormOf<Editable> },
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const before = await findOrganisation(trx, id);
    if (!before) throw new NotFound("organisation");
    const { name, ico, version } = entry;
    if (ico !== null && (await isIcoTaken(trx, { id, ico })))
      throw new InvalidInput({ ico: "taken" });
    const derived = { nameFolded: foldText(name), sortKey: czechSortKey(name) };
    if (!(await updateOrganisation(trx, { id, name, ico, version, ...derived }))) {
      const current = { objectType: "organisation", objectId: id, version: before.version };
      throw await editedMeanwhile(trx, { ...current, values: formOf(before) });
    }
    const changes = changedFields({ name: before.name, ico: before.ico }, { name, ico });
    record({ action: "organisation.edited", objectType: "organisation", objectId: id, changes });
  });
}

type Editable = Organisation & { version: number };
