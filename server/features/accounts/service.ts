import type { Connection } from "../../../db/connection.ts";
import { insertSession, revokeSession } from "../../../db/queries/sessions.ts";
import {
  findUserForSignIn,
  renewPasswordHash,
  updateUserLanguage,
} from "../../../db/queries/users.ts";
import { hashPassword, needsRehash, passwordFits } from "../../access/passwords.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput, TooMany } from "../../errors.ts";
import type { Language } from "../../texts/index.ts";
import { foldText } from "../../values/fold.ts";
import { addHours, addMinutes } from "../../values/instant.ts";
import { countAttempt, forgiveSignIn, signInTries, type Tried } from "./attempts/service.ts";

export interface Credentials extends Tried {
  password: string;
}

/** Somebody whose password was right, and what is to be done once their session begins. */
export interface Recognised {
  userId: number;
  tried: Tried;
  /** The same password under today's settings, where the stored hash is of older ones. */
  newHash: { from: string; to: string } | null;
}

/** The user whose e-mail and password these are; one and the same refusal for all that is wrong. */
export async function checkCredentials(
  deps: { db: Connection } & Pick<Deps, "clock">,
  author: Author,
  given: Credentials,
): Promise<Recognised> {
  const { email, address, password } = given;
  const tried = { email, address };
  const wait = await change(deps, author, ({ trx, at }) =>
    countAttempt(trx, at, signInTries(tried)),
  );
  if (wait > 0) throw new TooMany(wait);
  const user = await findUserForSignIn(deps.db, foldText(email));
  const fits = await passwordFits(password, user?.passwordHash ?? null);
  if (!user?.passwordHash || !fits || user.deactivatedAt !== null) {
    await recordRefusal(deps, author, user?.id ?? null);
    throw new InvalidInput({ form: "wrongSignIn" });
  }
  const from = user.passwordHash;
  const newHash = needsRehash(from) ? { from, to: await hashPassword(password) } : null;
  return { userId: user.id, tried, newHash };
}

async function recordRefusal(
  deps: { db: Connection } & Pick<Deps, "clock">,
  author: Author,
  userId: number | null,
): Promise<void> {
  await change(deps, author, async ({ record }) =>
    record({ action: "session.refused", objectType: "user", objectId: userId, outcome: "denied" }),
  );
}

export interface NewSession {
  idHash: string;
  /** The session the browser had until now, if any: it ends. */
  previous: { idHash: string; userId: number } | null;
  address: string | null;
  agent: string | null;
  /** Chosen at the door: theirs from then on. */
  language: Language | undefined;
}

/** Starts a session and ends the one before it. */
export async function openSession(
  { db, clock, config }: Pick<Deps, "db" | "clock" | "config">,
  author: Author,
  { userId, tried, newHash }: Recognised,
  session: NewSession,
): Promise<void> {
  await change({ db, clock }, { ...author, userId }, async ({ trx, at, record }) => {
    await forgiveSignIn(trx, tried);
    if (newHash) await renewPasswordHash(trx, { id: userId, ...newHash });
    const { language } = session;
    if (language !== undefined) await updateUserLanguage(trx, { id: userId, language });
    if (session.previous) await revokeSession(trx, { ...session.previous, at });
    await insertSession(trx, {
      idHash: session.idHash,
      userId,
      at,
      idleExpiresAt: addMinutes(at, config.sessionIdleMinutes),
      absoluteExpiresAt: addHours(at, config.sessionHours),
      address: session.address,
      agent: session.agent,
    });
    record({ action: "session.opened", objectType: "user", objectId: userId });
  });
}

export async function closeSession(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  session: { idHash: string; userId: number },
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    await revokeSession(trx, { ...session, at });
    record({ action: "session.closed", objectType: "user", objectId: session.userId });
  });
}
