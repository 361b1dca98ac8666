import { randomBytes } from "node:crypto";
import type { Connection } from "../../db/connection.ts";
import { insert } from "./factories.ts";
import {
  createEvent,
  createOrganisation,
  createParticipant,
  createRegistration,
  createSession,
} from "./training-factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

/** A certificate, the next of its project in 2026; its file is written by `writeFiles`. */
export async function createCertificate(
  db: Connection,
  of: { projectId: number; registrationId: number },
  given: Row = {},
): Promise<number> {
  const file = randomBytes(16).toString("hex");
  const [last] = await db("certificates").where({ project_id: of.projectId }).max({ n: "number" });
  return insert(db, "certificates", {
    project_id: of.projectId,
    registration_id: of.registrationId,
    year: 2026,
    number: Number(last?.n ?? 0) + 1,
    minutes: 360,
    issued_on: "2026-03-12",
    issued_at: CREATED_AT,
    file: `${file.slice(0, 2)}/${file}`,
    sha256: "0".repeat(64),
    ...given,
  });
}

/** An organisation asked for people, by a link that nobody can make. */
export async function createNominationLink(
  db: Connection,
  eventId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "nomination_links", {
    event_id: eventId,
    organisation_id: given.organisation_id ?? (await createOrganisation(db)),
    token_hash: randomBytes(32).toString("hex"),
    places: 2,
    answer_by: "2026-12-31",
    created_at: CREATED_AT,
    ...given,
  });
}

/** An invitation that has left. */
export function createEventMessage(
  db: Connection,
  of: { projectId: number; eventId: number; registrationId: number; participantId: number },
): Promise<number> {
  const { projectId, eventId, registrationId, participantId } = of;
  return insert(db, "outgoing_mails", {
    ...{ kind: "participant", template: "event-invitation", state: "sent" },
    dedupe_key: `event-invitation:${registrationId}`,
    recipient_participant_id: participantId,
    ...{ subject_type: "event", subject_id: eventId },
    params: JSON.stringify({ projectId, registrationId, audience: "registered" }),
    ...{ due_at: CREATED_AT, next_attempt_at: CREATED_AT, created_at: CREATED_AT },
  });
}

/** One of everything that hangs on an event. */
export async function createEventParts(db: Connection, projectId: number) {
  const eventId = await createEvent(db, projectId);
  const participantId = await createParticipant(db);
  const registrationId = await createRegistration(db, eventId, { participant_id: participantId });
  const ofEvent = { projectId, eventId, registrationId, participantId };
  return {
    messageId: await createEventMessage(db, ofEvent),
    eventId,
    registrationId,
    sessionId: await createSession(db, eventId),
    linkId: await createNominationLink(db, eventId),
    certificateId: await createCertificate(db, { projectId, registrationId }),
  };
}
