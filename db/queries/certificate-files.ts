import type { Database, Transaction } from "../connection.ts";

/** What stands on a certificate, and whom it is for. */
export interface DrawnCertificate {
  id: number;
  registrationId: number;
  year: number;
  number: number;
  minutes: number;
  issuedOn: string;
  issuedAt: string;
  issuedPlace: string | null;
  signatory: string | null;
  titleBefore: string | null;
  firstName: string | null;
  surname: string | null;
  titleAfter: string | null;
  bornOn: string | null;
}

/** Certificates that have their number but no file yet. */
export async function listUndrawn(db: Database, eventId: number): Promise<DrawnCertificate[]> {
  return ofLivingPeople(db, eventId).whereNull("c.sha256");
}

/** What these certificates of an event would say if they were drawn now. */
export async function listDrawn(
  db: Database,
  { eventId, ids }: { eventId: number; ids: readonly number[] },
): Promise<(DrawnCertificate & { file: string; sha256: string })[]> {
  return ofLivingPeople(db, eventId)
    .whereIn("c.id", ids)
    .whereNotNull("c.file")
    .select({ file: "c.file", sha256: "c.sha256" });
}

function ofLivingPeople(db: Database, eventId: number) {
  return db("certificates as c")
    .join("registrations as r", "r.id", "c.registration_id")
    .join("participants as own", "own.id", "r.participant_id")
    .join("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .where("r.event_id", eventId)
    .whereNull("c.file_removed_at")
    .whereNull("t.anonymised_at")
    .orderBy("c.id")
    .select({
      id: "c.id",
      registrationId: "c.registration_id",
      year: "c.year",
      number: "c.number",
      minutes: "c.minutes",
      issuedOn: "c.issued_on",
      issuedAt: "c.issued_at",
      issuedPlace: "c.issued_place",
      signatory: "c.signatory",
      titleBefore: "t.title_before",
      firstName: "t.first_name",
      surname: "t.surname",
      titleAfter: "t.title_after",
      bornOn: "t.born_on",
    });
}

/** False when another has drawn it meanwhile: what was delivered is never drawn again. */
export async function updateCertificateFile(
  db: Database,
  drawn: { id: number; file: string; sha256: string },
): Promise<boolean> {
  const updated = await db("certificates")
    .where({ id: drawn.id })
    .whereNull("sha256")
    .whereNull("file_removed_at")
    .update({ file: drawn.file, sha256: drawn.sha256 });
  return updated === 1;
}

/** The same bytes under another name; false when whoever it is of was anonymised meanwhile. */
export async function renameCertificateFile(
  db: Database,
  moved: { id: number; from: string; to: string },
): Promise<boolean> {
  const updated = await db("certificates")
    .where({ id: moved.id, file: moved.from })
    .update({ file: moved.to });
  return updated === 1;
}

/** Lets go of the files of one person; gives their names, to be removed from the disk afterwards. */
export async function clearCertificateFiles(
  trx: Transaction,
  { participantIds, at }: { participantIds: readonly number[]; at: string },
): Promise<string[]> {
  const own = () =>
    trx("certificates").whereIn(
      "registration_id",
      trx("registrations")
        .whereIn("participant_id", [...participantIds])
        .select("id"),
    );
  const rows = await own().whereNotNull("file").select("file");
  await own().whereNull("file_removed_at").update({ file: null, file_removed_at: at });
  return rows.map(({ file }) => file);
}

/** What a certificate says of its project. */
export interface CertifiedProject {
  title: string;
  registrationNumber: string | null;
  programme: string;
  beneficiary: string | null;
}

export async function findCertifiedProject(
  db: Database,
  projectId: number,
): Promise<CertifiedProject | undefined> {
  return db("projects as p")
    .leftJoin("organisations as o", "o.id", "p.beneficiary_id")
    .where("p.id", projectId)
    .first({
      title: "p.title",
      registrationNumber: "p.registration_number",
      programme: "p.programme",
      beneficiary: "o.name",
    });
}
