import { hash, verify } from "@node-rs/argon2";
import { TooMany } from "../errors.ts";
import { turnsOf } from "../values/turns.ts";

// argon2id, the least that OWASP recommends; stronger settings re-hash at the next sign-in.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const turns = turnsOf(2);
const WAITING_AT_MOST = 20;

/** PHC string of the password exactly as received. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/** Whether the hash was made with other settings than today's. */
export function needsRehash(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = COST;
  return !passwordHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/**
 * Whether the password fits. An unknown user is checked against a hash that nothing fits, so that the
 * answer takes as long.
 */
export async function passwordFits(
  password: string,
  passwordHash: string | null,
): Promise<boolean> {
  const known = passwordHash ?? (await hashOfNobody());
  const fits = await inTurn(() => verify(known, password));
  return fits && passwordHash !== null;
}

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hash(`nobody ${Math.random()}`, COST);
  return nobody;
}

/** Hashing is dear on purpose: two at once, a short queue, and the rest are asked to come back. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.waiting() >= WAITING_AT_MOST) throw new TooMany(5);
  return turns.take(work);
}
