import { createHash, randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import {
  findSession,
  insertSession,
  revokeSession,
  type StoredSession,
  updateSessionSeen,
} from "../../db/queries/sessions.ts";
import type { GlobalRole } from "../access/permissions.ts";
import { reachOf, rolesOn } from "../access/reach.ts";
import type { Viewer } from "../access/viewer.ts";
import type { Config } from "../config.ts";
import type { Deps } from "../deps.ts";
import { addHours, addMinutes, secondsBetween } from "../values/instant.ts";

const SEEN_AT_MOST_EVERY_SECONDS = 60;

export function sessionCookie(config: Config): string {
  return config.isSecure ? "__Host-osnova" : "osnova";
}

/** Finds who is asking: session, user and global rights in one query. Nothing is kept between requests. */
export function readSession(deps: Pick<Deps, "db" | "clock" | "config" | "log">) {
  const name = sessionCookie(deps.config);
  return async (req: Request, res: Response, next: NextFunction) => {
    const id: unknown = req.cookies[name];
    const stored = typeof id === "string" ? await findSession(deps.db, hashOf(id)) : undefined;
    const now = deps.clock.now();
    if (stored && isLive(stored, now)) admit(deps, res, stored, now);
    else if (stored) res.locals.expiredUserId = stored.userId;
    next();
  };
}

function admit(
  deps: Pick<Deps, "db" | "clock" | "config" | "log">,
  res: Response,
  stored: StoredSession,
  now: string,
): void {
  const viewer = viewerOf(stored);
  res.locals.viewer = viewer;
  res.locals.roles = rolesOn(viewer, deps.clock.today());
  res.locals.reach = reachOf(viewer, res.locals.roles);
  res.locals.sessionHash = stored.idHash;
  const idleMinutes = deps.config.sessionIdleMinutes;
  res.locals.sessionEndsIn = Math.min(
    idleMinutes * 60,
    secondsBetween(now, stored.absoluteExpiresAt),
  );
  if (secondsBetween(stored.lastSeenAt, now) < SEEN_AT_MOST_EVERY_SECONDS) return;
  // After the answer and not waited for: a full disk must not stop anybody from reading.
  res.once("finish", () => {
    const idleExpiresAt = addMinutes(now, idleMinutes);
    updateSessionSeen(deps.db, { idHash: stored.idHash, at: now, idleExpiresAt }).catch((error) =>
      deps.log.warn({ error: String(error.code) }, "session could not be prolonged"),
    );
  });
}

/** Starts a session under a new random id; only its hash is stored. */
export async function openSession(
  { db, clock, config }: Pick<Deps, "db" | "clock" | "config">,
  req: Request,
  res: Response,
  userId: number,
): Promise<void> {
  const id = randomBytes(32).toString("base64url");
  const at = clock.now();
  await insertSession(db, {
    idHash: hashOf(id),
    userId,
    at,
    idleExpiresAt: addMinutes(at, config.sessionIdleMinutes),
    absoluteExpiresAt: addHours(at, config.sessionHours),
    address: withoutLastPart(req.ip),
    agent: req.get("user-agent")?.slice(0, 200) ?? null,
  });
  res.cookie(sessionCookie(config), id, {
    httpOnly: true,
    sameSite: "lax",
    secure: config.isSecure,
    path: "/",
  });
}

export async function closeSession(
  { db, clock, config }: Pick<Deps, "db" | "clock" | "config">,
  res: Response,
): Promise<void> {
  const { viewer, sessionHash } = res.locals;
  if (viewer && sessionHash) {
    await revokeSession(db, { idHash: sessionHash, userId: viewer.id, at: clock.now() });
  }
  res.clearCookie(sessionCookie(config), { path: "/", secure: config.isSecure });
}

function isLive(stored: StoredSession, now: string): boolean {
  return now < stored.idleExpiresAt && now < stored.absoluteExpiresAt;
}

function viewerOf(stored: StoredSession): Viewer {
  const roles: [boolean, GlobalRole][] = [
    [stored.isAdministrator, "administrator"],
    [stored.isManagement, "management"],
    [stored.isAuditor, "auditor"],
    [stored.isFounder, "founder"],
  ];
  return {
    id: stored.userId,
    name: stored.name,
    email: stored.email,
    language: stored.language,
    theme: stored.theme,
    hasShortcuts: Boolean(stored.hasShortcuts),
    roles: roles.filter(([held]) => held).map(([, role]) => role),
    auditsFromOn: stored.auditsFromOn,
    auditsUntilOn: stored.auditsUntilOn,
  };
}

/** Enough of the address to recognise one's own session by, not enough to follow a person. */
function withoutLastPart(address: string | undefined): string | null {
  if (!address) return null;
  return address.includes(":")
    ? address.split(":").slice(0, 4).join(":")
    : address.replace(/\.\d+$/, ".x");
}

function hashOf(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}
