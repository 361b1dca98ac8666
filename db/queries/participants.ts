import type { Database, Transaction } from "../connection.ts";

/** What is known of a person whatever the project. */
export interface PersonFields {
  firstName: string | null;
  surname: string | null;
  bornOn: string | null;
  sex: string | null;
  titleBefore: string | null;
  titleAfter: string | null;
  municipality: string | null;
  municipalityPart: string | null;
  street: string | null;
  houseNumber: string | null;
  orientationNumber: string | null;
  orientationLetter: string | null;
  postcode: string | null;
  email: string | null;
  phone: string | null;
  diedOn: string | null;
  organisationId: number | null;
}

export interface Participant extends PersonFields {
  id: number;
  code: string;
  organisationName: string | null;
  mergedIntoId: number | null;
  anonymisedAt: string | null;
  /** Since when they want only necessary mails. */
  refusedMailAt: string | null;
  version: number;
}

/** What is kept beside a name; `participants/rules.ts` makes it. */
export interface PersonKeys {
  sortKey: string;
  searchText: string;
  identityKey: string | null;
  nearKey: string | null;
}

const FIELDS: Record<keyof PersonFields, string> = {
  firstName: "first_name",
  surname: "surname",
  bornOn: "born_on",
  sex: "sex",
  titleBefore: "title_before",
  titleAfter: "title_after",
  municipality: "municipality",
  municipalityPart: "municipality_part",
  street: "street",
  houseNumber: "house_number",
  orientationNumber: "orientation_number",
  orientationLetter: "orientation_letter",
  postcode: "postcode",
  email: "email",
  phone: "phone",
  diedOn: "died_on",
  organisationId: "organisation_id",
};

const KEYS: Record<keyof PersonKeys, string> = {
  sortKey: "sort_key",
  searchText: "search_text",
  identityKey: "identity_key",
  nearKey: "near_key",
};

const COLUMN_OF: Record<string, string> = { ...FIELDS, ...KEYS };

export const personFields = Object.keys(FIELDS) as (keyof PersonFields)[];

export async function findParticipant(db: Database, id: number): Promise<Participant | undefined> {
  const [participant] = await listParticipantsById(db, [id]);
  return participant;
}

export async function listParticipantsById(
  db: Database,
  ids: readonly number[],
): Promise<Participant[]> {
  const fields = Object.entries(FIELDS).map(([name, column]) => [name, `t.${column}`]);
  return db("participants as t")
    .leftJoin("organisations as o", "o.id", "t.organisation_id")
    .whereIn("t.id", ids)
    .orderBy("t.id")
    .select(Object.fromEntries(fields))
    .select({
      id: "t.id",
      code: "t.code",
      organisationName: "o.name",
      mergedIntoId: "t.merged_into_id",
      anonymisedAt: "t.anonymised_at",
      refusedMailAt: "t.refused_mail_at",
      version: "t.version",
    });
}

/** The person who stands for those of this name and day of birth. */
export async function findPersonByIdentity(
  db: Database,
  identityKey: string,
): Promise<number | undefined> {
  const row = await db("participants")
    .where({ identity_key: identityKey })
    .whereNull("anonymised_at")
    // Of a merged person and the one that stands for them, the latter.
    .orderByRaw("merged_into_id is not null, id")
    .first({ id: "id", mergedIntoId: "merged_into_id" });
  return row && (row.mergedIntoId ?? row.id);
}

/** Its code is made of the number it gets. */
export async function insertParticipant(
  trx: Transaction,
  person: Partial<PersonFields> & PersonKeys & { createdAt: string; placeholder: string },
): Promise<number> {
  const { createdAt, placeholder, ...columns } = person;
  const [row] = await trx("participants")
    .insert({ ...columnsOf(columns), code: placeholder, created_at: createdAt })
    .returning("id");
  await trx("participants")
    .where({ id: row.id })
    .update({ code: `U-${String(row.id).padStart(6, "0")}` });
  return row.id;
}

/** False when the person was changed since `version`. */
export async function updateParticipant(
  trx: Transaction,
  key: { id: number; version: number },
  fields: Partial<PersonFields & PersonKeys>,
): Promise<boolean> {
  const changed = await trx("participants")
    .where({ id: key.id, version: key.version })
    .update({ ...columnsOf(fields), version: key.version + 1 });
  return changed === 1;
}

/** Others with the same surname and day of birth, but for those merged or anonymised. */
export async function listPersonsNear(
  db: Database,
  person: { nearKey: string; exceptId: number | null },
): Promise<{ id: number; code: string; identityKey: string | null }[]> {
  const query = db("participants")
    .where({ near_key: person.nearKey })
    .whereNull("merged_into_id")
    .whereNull("anonymised_at")
    .orderBy("id")
    .limit(20)
    .select({ id: "id", code: "code", identityKey: "identity_key" });
  return person.exceptId === null ? query : query.whereNot("id", person.exceptId);
}

function columnsOf(fields: Partial<PersonFields & PersonKeys>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const column = COLUMN_OF[name];
    if (column !== undefined) columns[column] = value;
  }
  return columns;
}
