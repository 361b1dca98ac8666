import type { Connection } from "../../db/connection.ts";
import { insert } from "./factories.ts";
import {
  createBody,
  createContact,
  createInternship,
  createOrganisation,
  createParticipant,
  createParticipation,
} from "./training-factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

/** Somebody of the project at the internship. */
export async function createTrainee(
  db: Connection,
  at: { projectId: number; internshipId: number },
  given: Row = {},
): Promise<{ traineeId: number; participantId: number; participationId: number }> {
  const participantId = await createParticipant(db, given);
  const participationId = await createParticipation(db, at.projectId, {
    participant_id: participantId,
  });
  const traineeId = await insert(db, "internship_trainees", {
    internship_id: at.internshipId,
    participant_id: participantId,
  });
  return { traineeId, participantId, participationId };
}

/** A host with a mentor who agreed to mails. */
export async function createHost(
  db: Connection,
  internshipId: number,
  mentor: Row = {},
): Promise<number> {
  const organisation_id = await createOrganisation(db);
  const mentor_contact_id = await createContact(db, {
    organisation_id,
    name: "Marie Mentorová",
    email: "mentorka@zarizeni.test",
    agreed_to_mail_at: CREATED_AT,
    ...mentor,
  });
  return insert(db, "internship_hosts", {
    internship_id: internshipId,
    organisation_id,
    mentor_contact_id,
  });
}

/** Eight hours on 3 March, unconfirmed. */
export function createDay(
  db: Connection,
  at: { internshipId: number; traineeId: number; hostId: number },
  given: Row = {},
): Promise<number> {
  return insert(db, "internship_days", {
    internship_id: at.internshipId,
    trainee_id: at.traineeId,
    host_id: at.hostId,
    worked_on: "2026-03-03",
    minutes: 480,
    created_at: CREATED_AT,
    ...given,
  });
}

/** One of everything that hangs on an internship that runs. */
export async function createInternshipParts(db: Connection, projectId: number) {
  const internshipId = await createInternship(db, projectId, { state: "running" });
  const { traineeId } = await createTrainee(db, { projectId, internshipId });
  const hostId = await createHost(db, internshipId);
  const dayId = await createDay(db, { internshipId, traineeId, hostId });
  const confirmationId = await insert(db, "internship_confirmations", {
    internship_id: internshipId,
    host_id: hostId,
    token_hash: `hash-${internshipId}`,
    answer_by: "2026-12-31",
    created_at: CREATED_AT,
  });
  const bodyId = await createBody(db, projectId);
  const bodyMemberId = await insert(db, "body_members", {
    body_id: bodyId,
    contact_id: await createContact(db),
    since_on: "2026-01-01",
    created_at: CREATED_AT,
  });
  return { internshipId, traineeId, hostId, dayId, confirmationId, bodyId, bodyMemberId };
}
