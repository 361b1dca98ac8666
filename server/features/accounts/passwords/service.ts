import { closeAccountLinksOf } from "../../../../db/queries/account-links.ts";
import { revokeSessionsOf } from "../../../../db/queries/sessions.ts";
import { findPasswordHash, updatePasswordHash } from "../../../../db/queries/users.ts";
import { hashPassword, passwordFits } from "../../../access/passwords.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput, TooMany } from "../../../errors.ts";
import { queueMail } from "../../mails/service.ts";
import { countAttempt, forgiveSignIn, signInTries } from "../attempts/service.ts";
import { passwordFault } from "./rules.ts";

export interface PasswordChange {
  user: { id: number; email: string; name: string; address: string; sessionHash: string };
  current: string;
  password: string;
}

/**
 * Changes one's own password; sessions elsewhere end and a mail tells of it. Wrong present passwords count
 * as failed sign-ins, so that a computer left alone cannot be used to guess.
 */
export async function changePassword(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { user, current, password }: PasswordChange,
): Promise<void> {
  const fault = passwordFault(password, [user.email, user.name]);
  if (fault) throw new InvalidInput({ newPassword: fault });
  const wait = await change(deps, { ...author, submission: null }, ({ trx, at }) =>
    countAttempt(trx, at, signInTries(user)),
  );
  if (wait > 0) throw new TooMany(wait);
  if (!(await passwordFits(current, await findPasswordHash(deps.db, user.id)))) {
    throw new InvalidInput({ currentPassword: "wrongPassword" });
  }
  const passwordHash = await hashPassword(password);
  await change(deps, author, async ({ trx, at, record }) => {
    await forgiveSignIn(trx, user);
    await updatePasswordHash(trx, { id: user.id, passwordHash });
    await closeAccountLinksOf(trx, { userId: user.id, at });
    await revokeSessionsOf(trx, { userId: user.id, at, exceptIdHash: user.sessionHash });
    record({ action: "password.changed", objectType: "user", objectId: user.id });
    await queuePasswordNotice({ trx, at }, user.id);
  });
}

/** Tells the person that their password is another one, so that they notice when it was not them. */
export async function queuePasswordNotice(
  { trx, at }: Pick<Change, "trx" | "at">,
  userId: number,
): Promise<void> {
  await queueMail(trx, {
    kind: "account",
    template: "password-changed",
    dedupeKey: `password-changed:${userId}:${at}`,
    recipientUserId: userId,
    subjectType: "user",
    subjectId: userId,
    at,
  });
}
