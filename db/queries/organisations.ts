import type { Database, Transaction } from "../connection.ts";

export interface Organisation {
  id: number;
  name: string;
  ico: string | null;
}

export interface OrganisationLine extends Organisation {
  /** How many live projects name it as beneficiary, and how many as partner. */
  asBeneficiary: number;
  asPartner: number;
  total: number;
}

export async function listOrganisations(
  db: Database,
  wanted: { words: readonly string[]; limit: number; offset: number },
): Promise<OrganisationLine[]> {
  const matching = () => {
    const query = db("organisations as o").whereNull("o.archived_at");
    for (const word of wanted.words) {
      const pattern = `% ${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
      query.whereRaw("' ' || o.name_folded || ' ' || coalesce(o.ico, '') like ? escape '!'", [
        pattern,
      ]);
    }
    return query;
  };
  const live = (column: string) =>
    db("projects as p").whereNull("p.archived_at").whereRaw(`${column} = o.id`);
  const rows = await matching()
    .orderBy(["o.sort_key", "o.id"])
    .limit(wanted.limit)
    .offset(wanted.offset)
    .select({ id: "o.id", name: "o.name", ico: "o.ico" })
    .select({
      asBeneficiary: live("p.beneficiary_id").count("*"),
      asPartner: live("pp.organisation_id")
        .join("project_partners as pp", "pp.project_id", "p.id")
        .count("*"),
      total: matching().count("*"),
    });
  return rows as OrganisationLine[];
}

export async function findOrganisation(
  db: Database,
  id: number,
): Promise<(Organisation & { version: number }) | undefined> {
  return db("organisations")
    .where({ id })
    .whereNull("archived_at")
    .first("id", "name", "ico", "version");
}

export async function isIcoTaken(
  trx: Transaction,
  organisation: { id: number; ico: string },
): Promise<boolean> {
  const row = await trx("organisations")
    .where({ ico: organisation.ico })
    .whereNot("id", organisation.id)
    .first("id");
  return row !== undefined;
}

/** False when another edition is stored by now. */
export async function updateOrganisation(
  trx: Transaction,
  organisation: Organisation & { nameFolded: string; sortKey: string; version: number },
): Promise<boolean> {
  const updated = await trx("organisations")
    .where({ id: organisation.id, version: organisation.version })
    .update({
      name: organisation.name,
      name_folded: organisation.nameFolded,
      sort_key: organisation.sortKey,
      ico: organisation.ico,
      version: organisation.version + 1,
    });
  return updated === 1;
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

/** Partners of a project, for a choice among them. */
export async function listProjectPartners(
  db: Database,
  projectId: number,
): Promise<{ id: number; name: string }[]> {
  return db("project_partners as p")
    .join("organisations as o", "o.id", "p.organisation_id")
    .where("p.project_id", projectId)
    .orderBy(["o.sort_key", "o.id"])
    .select({ id: "o.id", name: "o.name" });
}
