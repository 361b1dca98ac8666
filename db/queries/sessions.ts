import type { Database } from "../connection.ts";

export interface StoredSession {
  idHash: string;
  userId: number;
  lastSeenAt: string;
  idleExpiresAt: string;
  absoluteExpiresAt: string;
  name: string;
  email: string;
  language: "cs" | "en";
  theme: "auto" | "light" | "dark";
  hasShortcuts: boolean;
  isAdministrator: boolean;
  isManagement: boolean;
  isAuditor: boolean;
  isFounder: boolean;
  auditsFromOn: string | null;
  auditsUntilOn: string | null;
}

/** The session with its user and their global rights, in one query; neither revoked nor of a deactivated user. */
export async function findSession(
  db: Database,
  idHash: string,
): Promise<StoredSession | undefined> {
  return db("sessions as s")
    .join("users as u", "u.id", "s.user_id")
    .where("s.id_hash", idHash)
    .whereNull("s.revoked_at")
    .whereNull("u.deactivated_at")
    .first({
      idHash: "s.id_hash",
      userId: "s.user_id",
      lastSeenAt: "s.last_seen_at",
      idleExpiresAt: "s.idle_expires_at",
      absoluteExpiresAt: "s.absolute_expires_at",
      name: "u.name",
      email: "u.email",
      language: "u.language",
      theme: "u.theme",
      hasShortcuts: "u.has_shortcuts",
      isAdministrator: "u.is_administrator",
      isManagement: "u.is_management",
      isAuditor: "u.is_auditor",
      isFounder: "u.is_founder",
      auditsFromOn: "u.audits_from_on",
      auditsUntilOn: "u.audits_until_on",
    });
}

export async function insertSession(
  db: Database,
  session: {
    idHash: string;
    userId: number;
    at: string;
    idleExpiresAt: string;
    absoluteExpiresAt: string;
    address: string | null;
    agent: string | null;
  },
): Promise<void> {
  await db("sessions").insert({
    id_hash: session.idHash,
    user_id: session.userId,
    created_at: session.at,
    last_seen_at: session.at,
    idle_expires_at: session.idleExpiresAt,
    absolute_expires_at: session.absoluteExpiresAt,
    address: session.address,
    agent: session.agent,
  });
}

export async function updateSessionSeen(
  db: Database,
  seen: { idHash: string; at: string; idleExpiresAt: string },
): Promise<void> {
  await db("sessions")
    .where({ id_hash: seen.idHash })
    .whereNull("revoked_at")
    .update({ last_seen_at: seen.at, idle_expires_at: seen.idleExpiresAt });
}

export async function revokeSession(
  db: Database,
  session: { idHash: string; userId: number; at: string },
): Promise<number> {
  return db("sessions")
    .where({ id_hash: session.idHash, user_id: session.userId })
    .whereNull("revoked_at")
    .update({ revoked_at: session.at });
}

export async function findSessionOf(
  db: Database,
  session: { idHash: string; userId: number },
): Promise<{ idHash: string } | undefined> {
  return db("sessions")
    .where({ id_hash: session.idHash, user_id: session.userId })
    .whereNull("revoked_at")
    .first({ idHash: "id_hash" });
}

/** Ends all sessions of a user, but for the one they are using, if it is named. */
export async function revokeSessionsOf(
  db: Database,
  whose: { userId: number; at: string; exceptIdHash?: string },
): Promise<number> {
  const query = db("sessions").where({ user_id: whose.userId }).whereNull("revoked_at");
  if (whose.exceptIdHash) query.whereNot("id_hash", whose.exceptIdHash);
  return query.update({ revoked_at: whose.at });
}

export interface OwnSession {
  idHash: string;
  createdAt: string;
  lastSeenAt: string;
  address: string | null;
  agent: string | null;
}

export async function listLiveSessions(
  db: Database,
  whose: { userId: number; now: string },
): Promise<OwnSession[]> {
  return db("sessions")
    .where({ user_id: whose.userId })
    .whereNull("revoked_at")
    .where("idle_expires_at", ">", whose.now)
    .where("absolute_expires_at", ">", whose.now)
    .orderBy("last_seen_at", "desc")
    .select({
      idHash: "id_hash",
      createdAt: "created_at",
      lastSeenAt: "last_seen_at",
      address: "address",
      agent: "agent",
    });
}

export async function deleteSessionsEndedBefore(db: Database, instant: string): Promise<number> {
  return db("sessions").where("absolute_expires_at", "<", instant).delete();
}
