import {
  claimAccountLink,
  closeAccountLinksOf,
  findAccountLink,
  insertAccountLink,
  type StoredAccountLink,
} from "../../../../db/queries/account-links.ts";
import { revokeSessionsOf } from "../../../../db/queries/sessions.ts";
import { findUserForSignIn, updatePasswordHash } from "../../../../db/queries/users.ts";
import { hashPassword } from "../../../access/passwords.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput, NotFound, TooMany } from "../../../errors.ts";
import { foldText } from "../../../values/fold.ts";
import { queueMail } from "../../mails/service.ts";
import { countAttempt, resetTries, type Tried, unlockAccount } from "../attempts/service.ts";
import { passwordFault } from "../passwords/rules.ts";
import { queuePasswordNotice } from "../passwords/service.ts";
import {
  type AccountLink,
  idOfToken,
  isOpen,
  isTokenOf,
  type LinkKind,
  linkExpiry,
} from "./rules.ts";

/** Makes a link by which the person sets their password, without mailing it. */
export async function createAccountLink(
  { trx, at }: Pick<Change, "trx" | "at">,
  { userId, kind, createdBy }: { userId: number; kind: LinkKind; createdBy: number | null },
): Promise<AccountLink> {
  const expiresAt = linkExpiry(kind, at);
  const link = { userId, kind, createdAt: at, expiresAt };
  const id = await insertAccountLink(trx, { ...link, createdBy });
  return { id, ...link, usedAt: null };
}

/** The same, and the mail with it leaves within a minute. */
export async function mailAccountLink(
  change: Pick<Change, "trx" | "at">,
  whose: { userId: number; kind: LinkKind; createdBy: number | null },
): Promise<void> {
  const link = await createAccountLink(change, whose);
  await queueMail(change.trx, {
    kind: "account",
    template: link.kind === "invitation" ? "invitation" : "password-reset",
    dedupeKey: `account-link:${link.id}`,
    recipientUserId: link.userId,
    subjectType: "account-link",
    subjectId: link.id,
    at: change.at,
    expiresAt: link.expiresAt,
  });
}

/** Mails a link to whoever has this e-mail. Whether anybody has, the caller cannot tell. */
export async function requestReset(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  tried: Tried,
): Promise<void> {
  const wait = await change(deps, author, async ({ trx, at, record }) => {
    const wait = await countAttempt(trx, at, resetTries(tried));
    if (wait > 0) return wait;
    const user = await findUserForSignIn(trx, foldText(tried.email));
    if (!user || user.deactivatedAt !== null) return 0;
    await mailAccountLink({ trx, at }, { userId: user.id, kind: "reset", createdBy: null });
    record({ action: "password.reset-requested", objectType: "user", objectId: user.id });
    return 0;
  });
  if (wait > 0) throw new TooMany(wait);
}

/** The link of an address as long as it is good; nothing tells why another is not. */
export async function findOpenLink(
  { db, clock, config }: Pick<Deps, "db" | "clock" | "config">,
  token: string,
  kind: LinkKind,
): Promise<StoredAccountLink | undefined> {
  const id = idOfToken(token);
  const link = id === undefined ? undefined : await findAccountLink(db, id);
  if (!link || link.kind !== kind || link.isDeactivated) return undefined;
  return isTokenOf(config.secretKey, link, token) && isOpen(link, clock.now()) ? link : undefined;
}

/** Sets the password and uses the link up, both or neither; whoever was signed in is signed out. */
export async function setPasswordByLink(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { link, password }: { link: StoredAccountLink; password: string },
): Promise<void> {
  const fault = passwordFault(password, [link.email, link.name]);
  if (fault) throw new InvalidInput({ password: fault });
  const passwordHash = await hashPassword(password);
  const { userId } = link;
  await change(deps, { ...author, userId }, async ({ trx, at, record }) => {
    if (!(await claimAccountLink(trx, { id: link.id, at }))) throw new NotFound("link");
    await updatePasswordHash(trx, { id: userId, passwordHash });
    await closeAccountLinksOf(trx, { userId, at });
    await revokeSessionsOf(trx, { userId, at });
    await unlockAccount(trx, link.email);
    record({ action: "password.set", objectType: "user", objectId: userId });
    if (link.kind === "reset") await queuePasswordNotice({ trx, at }, userId);
  });
}
