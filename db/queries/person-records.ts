import type { Database } from "../connection.ts";

/** What is kept about a person beside their card, in the projects that may be read. */
export interface PersonRows {
  registrations: RegistrationRow[];
  attendances: AttendanceRow[];
  internshipDays: InternshipDayRow[];
  documents: DocumentRow[];
  certificates: CertificateRow[];
  mails: MailRow[];
}

export interface RegistrationRow {
  projectName: string;
  eventTitle: string;
  isConfidential: boolean;
  startsOn: string | null;
  state: string;
  origin: string;
  organisationName: string | null;
  registeredAt: string;
}

export interface AttendanceRow {
  eventTitle: string;
  isConfidential: boolean;
  heldOn: string;
  state: string;
  minutes: number | null;
}

export interface InternshipDayRow {
  internshipTitle: string;
  hostName: string;
  workedOn: string;
  minutes: number;
  diary: string | null;
}

export interface DocumentRow {
  title: string;
  category: string;
  fileName: string;
  uploadedAt: string;
}

export interface CertificateRow {
  projectName: string;
  year: number;
  number: number;
  issuedOn: string;
  minutes: number;
}

export interface MailRow {
  template: string;
  state: string;
  createdAt: string;
  sentAt: string | null;
}

export async function loadPersonRows(
  db: Database,
  of: {
    personIds: readonly number[];
    projectIds: readonly number[];
    participationIds: readonly number[];
  },
): Promise<PersonRows> {
  const [registrations, attendances, internshipDays, documents, certificates, mails] =
    await Promise.all([
      listRegistrations(db, of),
      listAttendances(db, of),
      listInternshipDays(db, of),
      listDocuments(db, of.participationIds),
      listCertificates(db, of),
      listMails(db, of.personIds),
    ]);
  return { registrations, attendances, internshipDays, documents, certificates, mails };
}

interface Of {
  personIds: readonly number[];
  projectIds: readonly number[];
}

async function listRegistrations(db: Database, of: Of): Promise<RegistrationRow[]> {
  const rows: RegistrationRow[] = await registrations(db, of)
    .join("projects as p", "p.id", "e.project_id")
    .leftJoin("organisations as o", "o.id", "r.organisation_id")
    .orderBy("r.id")
    .select({
      projectName: "p.short_name",
      eventTitle: "e.title",
      isConfidential: "e.is_confidential",
      startsOn: "e.starts_on",
      state: "r.state",
      origin: "r.origin",
      organisationName: "o.name",
      registeredAt: "r.registered_at",
    });
  return rows.map((row) => ({ ...row, isConfidential: Boolean(row.isConfidential) }));
}

async function listAttendances(db: Database, of: Of): Promise<AttendanceRow[]> {
  const rows: AttendanceRow[] = await registrations(db, of)
    .join("attendances as a", "a.registration_id", "r.id")
    .join("event_sessions as s", "s.id", "a.session_id")
    .orderBy(["s.held_on", "a.id"])
    .select({
      eventTitle: "e.title",
      isConfidential: "e.is_confidential",
      heldOn: "s.held_on",
      state: "a.state",
      minutes: "a.minutes",
    });
  return rows.map((row) => ({ ...row, isConfidential: Boolean(row.isConfidential) }));
}

function registrations(db: Database, { personIds, projectIds }: Of) {
  return db("registrations as r")
    .join("events as e", "e.id", "r.event_id")
    .whereIn("r.participant_id", personIds)
    .whereIn("e.project_id", projectIds);
}

async function listInternshipDays(db: Database, of: Of): Promise<InternshipDayRow[]> {
  return db("internship_trainees as t")
    .join("internships as i", "i.id", "t.internship_id")
    .join("internship_days as d", "d.trainee_id", "t.id")
    .join("internship_hosts as h", "h.id", "d.host_id")
    .join("organisations as o", "o.id", "h.organisation_id")
    .whereIn("t.participant_id", of.personIds)
    .whereIn("i.project_id", of.projectIds)
    .orderBy(["d.worked_on", "d.id"])
    .select({
      internshipTitle: "i.title",
      hostName: "o.name",
      workedOn: "d.worked_on",
      minutes: "d.minutes",
      diary: "d.diary",
    });
}

async function listDocuments(
  db: Database,
  participationIds: readonly number[],
): Promise<DocumentRow[]> {
  return db("documents as d")
    .join("document_versions as v", "v.document_id", "d.id")
    .where("d.object_type", "participation")
    .whereIn("d.object_id", participationIds)
    .orderBy(["d.id", "v.number"])
    .select({
      title: "d.title",
      category: "d.category",
      fileName: "v.original_name",
      uploadedAt: "v.uploaded_at",
    });
}

async function listCertificates(db: Database, of: Of): Promise<CertificateRow[]> {
  return db("certificates as c")
    .join("registrations as r", "r.id", "c.registration_id")
    .join("projects as p", "p.id", "c.project_id")
    .whereIn("r.participant_id", of.personIds)
    .whereIn("c.project_id", of.projectIds)
    .orderBy("c.id")
    .select({
      projectName: "p.short_name",
      year: "c.year",
      number: "c.number",
      issuedOn: "c.issued_on",
      minutes: "c.minutes",
    });
}

async function listMails(db: Database, personIds: readonly number[]): Promise<MailRow[]> {
  return db("outgoing_mails").whereIn("recipient_participant_id", personIds).orderBy("id").select({
    template: "template",
    state: "state",
    createdAt: "created_at",
    sentAt: "sent_at",
  });
}
