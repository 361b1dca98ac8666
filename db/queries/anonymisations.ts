import type { Database, Transaction } from "../connection.ts";

/** What is left of people who became anonymous: code, sex, age at entry, codes and hours. */
export interface Erasure {
  personIds: readonly number[];
  at: string;
}

const NOTHING_OF_A_PERSON = {
  first_name: null,
  surname: null,
  identity_key: null,
  near_key: null,
  search_text: "",
  born_on: null,
  title_before: null,
  title_after: null,
  municipality: null,
  municipality_part: null,
  street: null,
  house_number: null,
  orientation_number: null,
  orientation_letter: null,
  postcode: null,
  email: null,
  phone: null,
  died_on: null,
  organisation_id: null,
};

export async function erasePersons(trx: Transaction, { personIds, at }: Erasure): Promise<void> {
  await trx("participants")
    .whereIn("id", personIds)
    .update({ ...NOTHING_OF_A_PERSON, anonymised_at: at, sort_key: trx.ref("code") })
    .increment("version", 1);
}

/** The rows that hang on the persons: whatever was written freely, and the sealed answer. */
export async function eraseTraces(trx: Transaction, { personIds }: Erasure): Promise<void> {
  const own = () => participationsOf(trx, personIds);
  const inOwn = (table: string) => trx(table).whereIn("participation_id", own());
  await inOwn("participation_exits").update({ note: null });
  await inOwn("support_postings").update({ note: null });
  await trx("participations")
    .whereIn("participant_id", personIds)
    .update({ disadvantage_sealed: null, card_kept_at: null })
    .increment("version", 1);
  await trx("registrations").whereIn("participant_id", personIds).update({ organisation_id: null });
  const trainees = trx("internship_trainees").whereIn("participant_id", personIds).select("id");
  await trx("internship_days").whereIn("trainee_id", trainees).update({ diary: null });
  await eraseMails(trx, personIds);
  await eraseImports(trx, personIds);
  // A form that waits for its writer to sign in again may hold the very names.
  for (const path of ["%/participants%", "%/registrations%"])
    await trx("kept_forms").where("path", "like", path).delete();
}

async function eraseMails(trx: Transaction, personIds: readonly number[]): Promise<void> {
  const mails = () => trx("outgoing_mails").whereIn("recipient_participant_id", personIds);
  await mails().whereIn("state", ["pending", "held", "uncertain"]).update({ state: "cancelled" });
  await mails().update({ params: "{}", rendering: null, last_error: null });
  await trx("delivery_attempts").whereIn("mail_id", mails().select("id")).update({ answer: null });
}

async function eraseImports(trx: Transaction, personIds: readonly number[]): Promise<void> {
  const records: [string, () => ReturnType<typeof participationsOf> | readonly number[]][] = [
    ["participant", () => personIds],
    ["participation", () => participationsOf(trx, personIds)],
    ["registration", () => idsOf(trx, "registrations", personIds)],
    // Of an attendance the registration is kept, whatever its cells say.
    ["attendance", () => idsOf(trx, "registrations", personIds)],
  ];
  for (const [type, ids] of records)
    await trx("import_rows")
      .where("record_type", type)
      .whereIn("record_id", ids() as never)
      .update({ cells: "[]", natural_key: null });
  await eraseRowsNaming(trx, personIds);
}

/** A row that failed leads to no record: it is known by the names it tells. */
async function eraseRowsNaming(trx: Transaction, personIds: readonly number[]): Promise<void> {
  const people = await trx("participants")
    .whereIn("id", personIds)
    .whereNotNull("surname")
    .select({ firstName: "first_name", surname: "surname" });
  for (const { firstName, surname } of people)
    await trx("import_rows")
      .where("cells", "like", `%${surname}%`)
      .where("cells", "like", `%${firstName ?? ""}%`)
      .update({ cells: "[]", natural_key: null });
}

/** Documents of the persons' records: their titles are emptied, their files are the caller's to remove. */
export async function eraseDocuments(
  trx: Transaction,
  { personIds, at }: Erasure,
): Promise<string[]> {
  const own = () =>
    trx("documents")
      .where("object_type", "participation")
      .whereIn("object_id", participationsOf(trx, personIds))
      .select("id");
  const files = await trx("document_versions")
    .whereIn("document_id", own())
    .whereNull("file_removed_at")
    .pluck("file");
  await trx("document_versions")
    .whereIn("document_id", own())
    .update({ original_name: "", note: null, file_removed_at: at });
  await trx("documents")
    .whereIn("id", own())
    .update({ title: "", title_folded: "", archived_at: at });
  return files;
}

/** Until when records of these projects are kept is counted from their ends. */
export async function listEndsOf(
  db: Database,
  projectIds: readonly number[],
): Promise<{ id: number; startsOn: string; endsOn: string; decidedOn: string | null }[]> {
  return db("projects").whereIn("id", projectIds).select({
    id: "id",
    startsOn: "starts_on",
    endsOn: "ends_on",
    decidedOn: "decided_on",
  });
}

function participationsOf(trx: Transaction, personIds: readonly number[]) {
  return idsOf(trx, "participations", personIds);
}

function idsOf(trx: Transaction, table: string, personIds: readonly number[]) {
  return trx(table).whereIn("participant_id", personIds).select("id");
}
