import type { Database } from "../../../../db/connection.ts";
import {
  findFirstEventAt,
  findLastEventIdBefore,
  findLastSeal,
  insertSeal,
  listEventsBetween,
  listSeals,
  type Seal,
  type SealedEvent,
} from "../../../../db/queries/audit-seals.ts";
import { change, system } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import {
  addDays,
  type CalendarDate,
  pragueDay,
  pragueInstant,
} from "../../../values/calendar-date.ts";
import { NO_HASH, sumOfDay } from "./rules.ts";

const EVENTS_AT_ONCE = 1_000;

/**
 * Seals every day that is over and has no seal yet, each upon the one before. Gives the newest seal's
 * hash, to be kept outside the database, and how many days were sealed.
 */
export async function sealAuditDay(
  deps: Pick<Deps, "db" | "clock">,
): Promise<{ sealed: number; head: string }> {
  const { db, clock } = deps;
  const today = clock.today();
  let last = await findLastSeal(db);
  let sealed = 0;
  for (let day = await nextDay(db, last); day !== undefined && day < today; day = addDays(day, 1)) {
    last = await sealDay(deps, day, last);
    sealed += 1;
  }
  return { sealed, head: last?.hash ?? NO_HASH };
}

async function nextDay(db: Database, last: Seal | undefined): Promise<CalendarDate | undefined> {
  if (last) return addDays(last.day, 1);
  const first = await findFirstEventAt(db);
  return first === undefined ? undefined : pragueDay(first);
}

async function sealDay(
  deps: Pick<Deps, "db" | "clock">,
  day: CalendarDate,
  last: Seal | undefined,
): Promise<Seal> {
  const { db, clock } = deps;
  const end = pragueInstant(addDays(day, 1), "00:00");
  const afterId = last?.lastEventId ?? 0;
  // By number, not by time: with a clock put back the ranges still follow one another.
  const lastEventId = Math.max(afterId, await findLastEventIdBefore(db, end));
  const previousHash = last?.hash ?? NO_HASH;
  const events = eventsBetween(db, afterId, lastEventId);
  const sum = await sumOfDay({ previousHash, day }, events);
  const seal = { day, lastEventId, previousHash, ...sum, sealedAt: clock.now() };
  await change(deps, system, ({ trx }) => insertSeal(trx, seal));
  return seal;
}

export interface CheckedSeal extends Seal {
  isIntact: boolean;
}

/** The newest seals up to a day, each held against the events it covers and the seal before it. */
export async function checkSeals(
  db: Database,
  { upTo, limit }: { upTo?: CalendarDate | undefined; limit: number },
): Promise<CheckedSeal[]> {
  const seals = await listSeals(db, { upTo, limit: limit + 1 });
  const checked: CheckedSeal[] = [];
  for (const [index, seal] of seals.slice(0, limit).entries()) {
    checked.push({ ...seal, isIntact: await isIntact(db, seal, seals[index + 1]) });
  }
  return checked;
}

async function isIntact(db: Database, seal: Seal, before: Seal | undefined): Promise<boolean> {
  const previousHash = before?.hash ?? NO_HASH;
  const events = eventsBetween(db, before?.lastEventId ?? 0, seal.lastEventId);
  const sum = await sumOfDay({ previousHash, day: seal.day }, events);
  const isChained = seal.previousHash === previousHash;
  return isChained && sum.hash === seal.hash && sum.events === seal.events;
}

async function* eventsBetween(
  db: Database,
  afterId: number,
  upToId: number,
): AsyncGenerator<SealedEvent> {
  let seen = afterId;
  for (;;) {
    const range = { afterId: seen, upToId, limit: EVENTS_AT_ONCE };
    const page = await listEventsBetween(db, range);
    yield* page;
    seen = page.at(-1)?.id ?? upToId;
    if (page.length < EVENTS_AT_ONCE) return;
  }
}
