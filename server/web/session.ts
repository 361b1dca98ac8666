import { hash, randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { findSession, type StoredSession, updateSessionSeen } from "../../db/queries/sessions.ts";
import { globalRolesOf, reachOf, rolesOn } from "../access/reach.ts";
import type { Viewer } from "../access/viewer.ts";
import type { Config } from "../config.ts";
import type { Deps } from "../deps.ts";
import { addMinutes, secondsBetween } from "../values/instant.ts";

const SEEN_AT_MOST_EVERY_SECONDS = 60;

export function sessionCookie(config: Config): string {
  return config.isSecure ? "__Host-osnova" : "osnova";
}

/** Finds who is asking: session, user, global rights and those they stand in for in one query. Nothing is kept between requests. */
export function readSession(deps: Pick<Deps, "db" | "clock" | "config" | "log">) {
  const name = sessionCookie(deps.config);
  return async (req: Request, res: Response, next: NextFunction) => {
    const id: unknown = req.cookies[name];
    const now = deps.clock.now();
    const today = deps.clock.today();
    const stored =
      typeof id === "string"
        ? await findSession(deps.db, { idHash: hashOf(id), today })
        : undefined;
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
  const isProlonged = secondsBetween(stored.lastSeenAt, now) >= SEEN_AT_MOST_EVERY_SECONDS;
  const idleExpiresAt = isProlonged
    ? addMinutes(now, deps.config.sessionIdleMinutes)
    : stored.idleExpiresAt;
  res.locals.sessionEndsIn = Math.min(
    secondsBetween(now, idleExpiresAt),
    secondsBetween(now, stored.absoluteExpiresAt),
  );
  if (!isProlonged) return;
  // After the answer and not waited for: a full disk must not stop anybody from reading.
  res.once("finish", () => {
    updateSessionSeen(deps.db, { idHash: stored.idHash, at: now, idleExpiresAt }).catch((error) =>
      deps.log.warn({ error: String(error.code) }, "session could not be prolonged"),
    );
  });
}

/** Hands the browser a new random id and gives its hash, the only thing about it that is stored. */
export function issueSessionId(config: Config, res: Response): string {
  const id = randomBytes(32).toString("base64url");
  res.cookie(sessionCookie(config), id, {
    httpOnly: true,
    sameSite: "lax",
    secure: config.isSecure,
    path: "/",
  });
  return hashOf(id);
}

export function forgetSessionId(config: Config, res: Response): void {
  res.clearCookie(sessionCookie(config), { path: "/", secure: config.isSecure });
}

function isLive(stored: StoredSession, now: string): boolean {
  return now < stored.idleExpiresAt && now < stored.absoluteExpiresAt;
}

function viewerOf(stored: StoredSession): Viewer {
  return {
    id: stored.userId,
    name: stored.name,
    email: stored.email,
    language: stored.language,
    theme: stored.theme,
    hasShortcuts: Boolean(stored.hasShortcuts),
    roles: globalRolesOf(stored),
    auditsFromOn: stored.auditsFromOn,
    auditsUntilOn: stored.auditsUntilOn,
    readsNames: Boolean(stored.readsNames),
    standsInFor: stored.standsInFor,
  };
}

function hashOf(id: string): string {
  return hash("sha256", id);
}
