import { createHash } from "node:crypto";
import type { Transaction } from "../../../../db/connection.ts";
import {
  deleteAttemptWindow,
  insertMissingAttemptWindows,
  listAttemptWindowsForUpdate,
  returnAttempt,
  updateAttemptWindows,
} from "../../../../db/queries/attempt-windows.ts";
import { foldText } from "../../../values/fold.ts";
import {
  type AttemptLimit,
  afterOneMore,
  resetByAccount,
  resetByAddress,
  signInByAccount,
  signInByAddress,
} from "./rules.ts";

/** Who tries: the e-mail as typed, whether or not anybody has it, and the address they come from. */
export interface Tried {
  email: string;
  address: string;
}

type Counted = { key: string; limit: AttemptLimit }[];

export function signInTries({ email, address }: Tried): Counted {
  return [
    { key: `sign-in:account:${digest(email)}`, limit: signInByAccount },
    { key: `sign-in:address:${address}`, limit: signInByAddress },
  ];
}

export function resetTries({ email, address }: Tried): Counted {
  return [
    { key: `reset:account:${digest(email)}`, limit: resetByAccount },
    { key: `reset:address:${address}`, limit: resetByAddress },
  ];
}

/**
 * Counts one try under each key and gives 0, or counts none and gives the seconds to wait. The rows are
 * locked in the order of their keys, so that processes count together and never block each other.
 */
export async function countAttempt(trx: Transaction, at: string, tries: Counted): Promise<number> {
  const keys = tries.map(({ key }) => key).sort();
  await insertMissingAttemptWindows(trx, keys, at);
  const windows = await listAttemptWindowsForUpdate(trx, keys);
  const limits = new Map(tries.map(({ key, limit }) => [key, limit]));
  const next = windows.map(({ key, ...window }) => ({
    key,
    ...afterOneMore(window, limits.get(key) as AttemptLimit, at),
  }));
  const wait = Math.max(...next.map(({ waitSeconds }) => waitSeconds));
  if (wait === 0) {
    await updateAttemptWindows(
      trx,
      next.map(({ key, window }) => ({ key, ...window })),
    );
  }
  return wait;
}

/** After a right password: the account starts afresh, and a whole office may come from one address. */
export async function forgiveSignIn(trx: Transaction, tried: Tried): Promise<void> {
  const [account, address] = signInTries(tried);
  if (account) await deleteAttemptWindow(trx, account.key);
  if (address) await returnAttempt(trx, address.key);
}

/** After a new password was set by a link: whoever can read the mailbox is not locked out. */
export async function unlockAccount(trx: Transaction, email: string): Promise<void> {
  await deleteAttemptWindow(trx, `sign-in:account:${digest(email)}`);
}

/** What people type as their e-mail may be anything, even a password: only its hash is stored. */
function digest(email: string): string {
  return createHash("sha256").update(foldText(email)).digest("hex");
}
