import type { Database, Transaction } from "../connection.ts";

export interface Organisation {
  id: number;
  name: string;
  ico: string | null;
}

export async function listOrganisationNames(db: Database): Promise<string[]> {
  const rows = await db("organisations")
    .whereNull("archived_at")
    .orderBy(["sort_key", "id"])
    .limit(2_000)
    .select("name");
  return rows.map(({ name }) => name);
}

export async function listOrganisationsCalled(
  trx: Transaction,
  given: { nameFolded: string; ico: string | null },
): Promise<Organisation[]> {
  const query = trx("organisations").where({ name_folded: given.nameFolded });
  if (given.ico !== null) query.orWhere({ ico: given.ico });
  return query.orderBy("id").select("id", "name", "ico");
}

export async function insertOrganisation(
  trx: Transaction,
  organisation: {
    name: string;
    nameFolded: string;
    sortKey: string;
    ico: string | null;
    createdAt: string;
  },
): Promise<number> {
  const [row] = await trx("organisations")
    .insert({
      name: organisation.name,
      name_folded: organisation.nameFolded,
      sort_key: organisation.sortKey,
      ico: organisation.ico,
      created_at: organisation.createdAt,
    })
    .returning("id");
  return row.id;
}

export async function updateOrganisationIco(
  trx: Transaction,
  organisation: { id: number; ico: string },
): Promise<void> {
  await trx("organisations")
    .where({ id: organisation.id })
    .update({ ico: organisation.ico })
    .increment("version", 1);
}
