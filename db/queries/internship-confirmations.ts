import type { Database, Transaction } from "../connection.ts";

export interface InternshipConfirmation {
  id: number;
  internshipId: number;
  hostId: number;
  hostName: string;
  /** Null where somebody of the project confirmed by themselves, without a link. */
  tokenHash: string | null;
  createdAt: string;
  createdByName: string | null;
  answerBy: string | null;
  mailedAt: string | null;
  answeredAt: string | null;
  answer: "confirmed" | "objected" | null;
  answeredName: string | null;
  note: string | null;
  confirmedMinutes: number | null;
  revokedAt: string | null;
}

/** The newest first, with what became of each. */
export async function listConfirmations(
  db: Database,
  internshipId: number,
): Promise<InternshipConfirmation[]> {
  return confirmations(db)
    .where("k.internship_id", internshipId)
    .orderBy("k.id", "desc")
    .limit(100);
}

export async function findConfirmation(
  db: Database,
  key: { internshipId: number; id: number },
): Promise<InternshipConfirmation | undefined> {
  return confirmations(db).where({ "k.internship_id": key.internshipId, "k.id": key.id }).first();
}

/** The link of an address with what it stands for; of an archived internship or project there is none. */
export async function findConfirmationByHash(
  db: Database,
  tokenHash: string,
): Promise<(InternshipConfirmation & { projectId: number; projectTitle: string }) | undefined> {
  return confirmations(db)
    .join("internships as i", "i.id", "k.internship_id")
    .join("projects as p", "p.id", "i.project_id")
    .where("k.token_hash", tokenHash)
    .whereNull("i.archived_at")
    .whereNull("p.archived_at")
    .first({ projectId: "p.id", projectTitle: "p.title" });
}

/** The link a mail is about, as long as the internship stands. */
export async function findMailedConfirmation(
  db: Database,
  id: number,
): Promise<(InternshipConfirmation & { projectTitle: string }) | undefined> {
  return confirmations(db)
    .join("internships as i", "i.id", "k.internship_id")
    .join("projects as p", "p.id", "i.project_id")
    .where("k.id", id)
    .whereNull("i.archived_at")
    .whereNull("p.archived_at")
    .first({ projectTitle: "p.title" });
}

export async function insertConfirmation(
  trx: Transaction,
  confirmation: {
    internshipId: number;
    hostId: number;
    createdAt: string;
    createdBy: number | null;
  } & Partial<
    Pick<
      InternshipConfirmation,
      | "tokenHash"
      | "answerBy"
      | "mailedAt"
      | "answeredAt"
      | "answer"
      | "answeredName"
      | "note"
      | "confirmedMinutes"
    >
  >,
): Promise<number> {
  const [row] = await trx("internship_confirmations")
    .insert({
      internship_id: confirmation.internshipId,
      host_id: confirmation.hostId,
      token_hash: confirmation.tokenHash ?? null,
      created_at: confirmation.createdAt,
      created_by: confirmation.createdBy,
      answer_by: confirmation.answerBy ?? null,
      mailed_at: confirmation.mailedAt ?? null,
      answered_at: confirmation.answeredAt ?? null,
      answer: confirmation.answer ?? null,
      answered_name: confirmation.answeredName ?? null,
      note: confirmation.note ?? null,
      confirmed_minutes: confirmation.confirmedMinutes ?? null,
    })
    .returning("id");
  return row.id;
}

/** Uses the link up; false when it was answered or taken back before. */
export async function answerConfirmation(
  trx: Transaction,
  answer: { id: number } & Pick<
    InternshipConfirmation,
    "answeredAt" | "answer" | "answeredName" | "note" | "confirmedMinutes"
  >,
): Promise<boolean> {
  const answered = await trx("internship_confirmations")
    .where({ id: answer.id })
    .whereNull("answered_at")
    .whereNull("revoked_at")
    .update({
      answered_at: answer.answeredAt,
      answer: answer.answer,
      answered_name: answer.answeredName,
      note: answer.note,
      confirmed_minutes: answer.confirmedMinutes,
    });
  return answered === 1;
}

/** Open links of the host, or the one named, lose their force. */
export async function revokeConfirmations(
  trx: Transaction,
  which: { hostId: number; at: string } | { id: number; at: string },
): Promise<number> {
  const condition = "id" in which ? { id: which.id } : { host_id: which.hostId };
  return trx("internship_confirmations")
    .where(condition)
    .whereNotNull("token_hash")
    .whereNull("answered_at")
    .whereNull("revoked_at")
    .update({ revoked_at: which.at });
}

/** The days as they stood when they were confirmed. */
export async function insertConfirmedDays(
  trx: Transaction,
  confirmationId: number,
  days: readonly { id: number; workedOn: string; minutes: number }[],
): Promise<void> {
  if (days.length === 0) return;
  await trx("internship_confirmed_days").insert(
    days.map((day) => ({
      confirmation_id: confirmationId,
      day_id: day.id,
      worked_on: day.workedOn,
      minutes: day.minutes,
    })),
  );
}

function confirmations(db: Database) {
  return db("internship_confirmations as k")
    .join("internship_hosts as h", "h.id", "k.host_id")
    .join("organisations as o", "o.id", "h.organisation_id")
    .leftJoin("users as u", "u.id", "k.created_by")
    .select({
      id: "k.id",
      internshipId: "k.internship_id",
      hostId: "k.host_id",
      hostName: "o.name",
      tokenHash: "k.token_hash",
      createdAt: "k.created_at",
      createdByName: "u.name",
      answerBy: "k.answer_by",
      mailedAt: "k.mailed_at",
      answeredAt: "k.answered_at",
      answer: "k.answer",
      answeredName: "k.answered_name",
      note: "k.note",
      confirmedMinutes: "k.confirmed_minutes",
      revokedAt: "k.revoked_at",
    });
}
