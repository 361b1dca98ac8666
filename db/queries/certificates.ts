import type { Database, Transaction } from "../connection.ts";

/** Somebody of an event, what they attended of it, and the certificate that stands. */
export interface CertificateCandidate {
  registrationId: number;
  rowNumber: number;
  firstName: string | null;
  surname: string | null;
  isAnonymised: boolean;
  /** In minutes of the clock, of sessions they were present at, wholly or in part. */
  minutes: number;
  certificateId: number | null;
  year: number | null;
  number: number | null;
  issuedOn: string | null;
  issuedMinutes: number | null;
  isDrawn: boolean;
  isRemoved: boolean;
  replacedReason: string | null;
  /** Number of the one that it replaced. */
  replacedYear: number | null;
  replacedNumber: number | null;
}

/** Everybody who has or had a place at the event, in the Czech order of names. */
export async function listCandidatesOf(
  db: Database,
  eventId: number,
): Promise<CertificateCandidate[]> {
  const rows = await db("registrations as r")
    .join("participants as own", "own.id", "r.participant_id")
    .join("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .leftJoin("certificates as c", (on) =>
      on.on("c.registration_id", "r.id").on(db.raw(`not exists (${REPLACED_BY})`)),
    )
    .leftJoin("certificates as b", "b.id", "c.replaces_id")
    .where("r.event_id", eventId)
    .orderBy(["t.sort_key", "r.id"])
    .select({
      registrationId: "r.id",
      rowNumber: "r.row_number",
      firstName: "t.first_name",
      surname: "t.surname",
      anonymisedAt: "t.anonymised_at",
      minutes: attendedMinutes(db),
      certificateId: "c.id",
      year: "c.year",
      number: "c.number",
      issuedOn: "c.issued_on",
      issuedMinutes: "c.minutes",
      sha256: "c.sha256",
      fileRemovedAt: "c.file_removed_at",
      replacedReason: "c.replaced_reason",
      replacedYear: "b.year",
      replacedNumber: "b.number",
    });
  return rows.map(({ anonymisedAt, sha256, fileRemovedAt, minutes, ...row }) => ({
    ...row,
    minutes: Number(minutes ?? 0),
    isAnonymised: anonymisedAt !== null,
    isDrawn: sha256 !== null,
    isRemoved: fileRemovedAt !== null,
  }));
}

const REPLACED_BY = "select 1 from certificates n where n.replaces_id = c.id";

/** Who left early was there for the minutes put down, at most for the whole session. */
function attendedMinutes(db: Database) {
  return db("attendances as a")
    .join("event_sessions as s", "s.id", "a.session_id")
    .whereRaw("a.registration_id = r.id")
    .sum(
      db.raw(`case
        when a.state = 'present' then s.support_minutes
        when a.state <> 'left-early' then 0
        when a.minutes < s.support_minutes then a.minutes
        else s.support_minutes end`),
    );
}

export interface NewCertificate {
  projectId: number;
  registrationId: number;
  year: number;
  number: number;
  minutes: number;
  issuedOn: string;
  issuedAt: string;
  issuedBy: number | null;
  issuedPlace: string | null;
  signatory: string | null;
  replacesId?: number;
  replacedReason?: string;
}

/** The highest number of the project in that year; whoever asks holds the lock of the project. */
export async function lastCertificateNumber(
  trx: Transaction,
  { projectId, year }: { projectId: number; year: number },
): Promise<number> {
  const [row] = await trx("certificates")
    .where({ project_id: projectId, year })
    .max({ last: "number" });
  return Number(row?.last ?? 0);
}

export async function insertCertificates(
  trx: Transaction,
  certificates: readonly NewCertificate[],
): Promise<number[]> {
  if (certificates.length === 0) return [];
  const rows = await trx("certificates")
    .insert(
      certificates.map((one) => ({
        project_id: one.projectId,
        registration_id: one.registrationId,
        year: one.year,
        number: one.number,
        minutes: one.minutes,
        issued_on: one.issuedOn,
        issued_at: one.issuedAt,
        issued_by: one.issuedBy,
        issued_place: one.issuedPlace,
        signatory: one.signatory,
        replaces_id: one.replacesId ?? null,
        replaced_reason: one.replacedReason ?? null,
      })),
    )
    .returning("id");
  return rows.map(({ id }) => id);
}

/** Where and by whom the last ones of the project were signed: proposed for the next. */
export async function findLastSigned(
  db: Database,
  projectId: number,
): Promise<{ issuedPlace: string | null; signatory: string | null } | undefined> {
  return db("certificates")
    .where({ project_id: projectId })
    .orderBy("id", "desc")
    .first({ issuedPlace: "issued_place", signatory: "signatory" });
}

export interface Certificate {
  id: number;
  eventId: number;
  registrationId: number;
  participantId: number;
  firstName: string | null;
  surname: string | null;
  isAnonymised: boolean;
  year: number;
  number: number;
  minutes: number;
  issuedOn: string;
  issuedPlace: string | null;
  signatory: string | null;
  file: string | null;
  replacedById: number | null;
}

/** The certificate inside its event, a replaced one too. */
export async function findCertificate(
  db: Database,
  key: { eventId: number; id: number },
): Promise<Certificate | undefined> {
  const row = await certificates(db).where({ "r.event_id": key.eventId, "c.id": key.id }).first();
  return row && { ...row, isAnonymised: Boolean(row.isAnonymised) };
}

/** The certificate of a registration that stands and has its file. */
export async function findStandingCertificate(
  db: Database,
  registrationId: number,
): Promise<{ id: number } | undefined> {
  return certificates(db)
    .where("c.registration_id", registrationId)
    .whereNotNull("c.file")
    .whereNull("n.id")
    .first();
}

/** What somebody without an account takes over; nothing of whoever was anonymised. */
export interface LinkedCertificate {
  id: number;
  projectId: number;
  eventId: number;
  participantId: number;
  year: number;
  number: number;
  eventTitle: string;
  isReplaced: boolean;
}

export async function findLinkedCertificate(
  db: Database,
  id: number,
): Promise<(LinkedCertificate & { file: string | null }) | undefined> {
  const row = await certificates(db)
    .join("events as e", "e.id", "r.event_id")
    .where("c.id", id)
    .whereNull("t.anonymised_at")
    .first({ projectId: "e.project_id", eventTitle: "e.title" });
  if (!row) return undefined;
  const { participantId, year, number, file, projectId, eventId, eventTitle } = row;
  const isReplaced = row.replacedById !== null;
  const key = { id, projectId, eventId, participantId };
  return { ...key, year, number, eventTitle, isReplaced, file };
}

/** Files of the certificates of an event that stand, in the order of their numbers. */
export async function listStandingFiles(
  db: Database,
  eventId: number,
): Promise<{ id: number; file: string }[]> {
  return certificates(db)
    .where("r.event_id", eventId)
    .whereNotNull("c.file")
    .whereNull("n.id")
    .orderBy(["c.year", "c.number"]);
}

function certificates(db: Database) {
  return db("certificates as c")
    .join("registrations as r", "r.id", "c.registration_id")
    .join("participants as own", "own.id", "r.participant_id")
    .join("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .leftJoin("certificates as n", "n.replaces_id", "c.id")
    .select({
      id: "c.id",
      eventId: "r.event_id",
      registrationId: "c.registration_id",
      participantId: "t.id",
      firstName: "t.first_name",
      surname: "t.surname",
      isAnonymised: db.raw("t.anonymised_at is not null"),
      year: "c.year",
      number: "c.number",
      minutes: "c.minutes",
      issuedOn: "c.issued_on",
      issuedPlace: "c.issued_place",
      signatory: "c.signatory",
      file: "c.file",
      replacedById: "n.id",
    });
}
