import { type Database, selectRows } from "../connection.ts";

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
  /** In some project: manager or coordinator, who may read names of participants. */
  readsNames: boolean;
  /** Those whose deputy the user is on the day. */
  standsInFor: StoodInFor[];
}

/** Somebody the user stands in for; the last day belongs to it. */
export interface StoodInFor {
  userId: number;
  name: string;
  untilOn: string;
}

type SessionRow = Omit<StoredSession, "standsInFor"> & {
  insteadOfId: number | null;
  insteadOfName: string;
  insteadUntilOn: string;
};

// Written as text: it is asked on every request, and building it took longer than running it.
const SESSION = `select s.id_hash as "idHash", s.user_id as "userId", s.last_seen_at as "lastSeenAt",
  s.idle_expires_at as "idleExpiresAt", s.absolute_expires_at as "absoluteExpiresAt",
  u.name, u.email, u.language, u.theme, u.has_shortcuts as "hasShortcuts",
  u.is_administrator as "isAdministrator", u.is_management as "isManagement",
  u.is_auditor as "isAuditor", u.is_founder as "isFounder",
  u.audits_from_on as "auditsFromOn", u.audits_until_on as "auditsUntilOn",
  exists (select 1 from memberships as m where m.user_id in (u.id, d.user_id)
    and m.role in ('manager', 'coordinator')) as "readsNames",
  d.user_id as "insteadOfId", i.name as "insteadOfName", d.until_on as "insteadUntilOn"
  from sessions as s join users as u on u.id = s.user_id
  left join deputies as d on d.deputy_user_id = u.id and d.archived_at is null
    and d.from_on <= ? and d.until_on >= ?
  left join users as i on i.id = d.user_id
  where s.id_hash = ? and s.revoked_at is null and u.deactivated_at is null order by d.id`;

/**
 * The session with its user, their global rights and those they stand in for on the day, in one query;
 * neither revoked nor of a deactivated user. Whom those stand in for is not asked: nothing passes on.
 */
export async function findSession(
  db: Database,
  { idHash, today }: { idHash: string; today: string },
): Promise<StoredSession | undefined> {
  const rows = await selectRows<SessionRow>(db, SESSION, [today, today, idHash]);
  const [session] = rows;
  if (!session) return undefined;
  const standsInFor = rows.flatMap(({ insteadOfId, insteadOfName, insteadUntilOn }) =>
    insteadOfId === null
      ? []
      : [{ userId: insteadOfId, name: insteadOfName, untilOn: insteadUntilOn }],
  );
  return { ...session, readsNames: rows.some((row) => row.readsNames), standsInFor };
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
