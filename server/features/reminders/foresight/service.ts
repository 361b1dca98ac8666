import { setImmediate as othersTurn } from "node:timers/promises";
import type { Database } from "../../../../db/connection.ts";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import { listDigestsMade } from "../../../../db/queries/reminders.ts";
import type { Deps } from "../../../deps.ts";
import { addDays, type CalendarDate } from "../../../values/calendar-date.ts";
import type { Because } from "../addressees/rules.ts";
import { digestKey } from "../digests/rules.ts";
import type { RemindedThing } from "../planning/rules.ts";
import { readState, type State } from "../planning/service.ts";
import { isDigestDay } from "../rules.ts";
import { beginForesight, foreseeDay } from "./rules.ts";

const NOBODY: ReadonlySet<string> = new Set();

/** A thing as it will be told: to whom it comes is on the digest. */
export interface ForeseenThing {
  thing: RemindedThing;
  ruleId: number;
  because: Because;
  onBehalfOfId: number | null;
  /** Days before the anchor; negative after it. */
  offsetDays: number;
}

/** One of userId and contactId. */
export interface ForeseenDigest {
  day: CalendarDate;
  userId: number | null;
  contactId: number | null;
  things: ForeseenThing[];
}

/**
 * The digests of the coming days as things stand now: the planner asked day by day, writing nothing.
 * What was gathered already is not foreseen again. Some projects alone take a fraction of the time.
 */
export async function foreseeDigests(
  { db, clock }: Pick<Deps, "db" | "clock">,
  days: number,
  projectIds?: readonly number[],
): Promise<ForeseenDigest[]> {
  const scope = { day: clock.today(), daysAhead: days, ...(projectIds ? { projectIds } : {}) };
  const state = await readState(db, scope);
  return foreseeFrom(state, { ...scope, served: await listServed(db, state, scope.day) });
}

/** The same by each of the sets of rules, over the same things: what they would send. */
export async function foreseeByRules(
  { db, clock }: Pick<Deps, "db" | "clock">,
  days: number,
  sets: readonly (readonly ReminderRule[])[],
): Promise<ForeseenDigest[][]> {
  const scope = { day: clock.today(), daysAhead: days };
  const state = await readState(db, { ...scope, rules: sets.flat() });
  const served = await listServed(db, state, scope.day);
  const foreseen: ForeseenDigest[][] = [];
  for (const rules of sets)
    foreseen.push(await foreseeFrom({ ...state, rules }, { ...scope, served }));
  return foreseen;
}

/** Who has had the digest of that day: what comes later waits for the next one. */
async function listServed(
  db: Database,
  { people }: State,
  day: CalendarDate,
): Promise<ReadonlySet<string>> {
  const recipients = new Map<string, string>();
  for (const userId of people.users.keys())
    recipients.set(digestKey({ userId, contactId: null }, day), `user:${userId}`);
  for (const contactId of people.contactIds)
    recipients.set(digestKey({ userId: null, contactId }, day), `contact:${contactId}`);
  const made = await listDigestsMade(db, [...recipients.keys()]);
  return new Set(made.map((key) => recipients.get(key) ?? key));
}

async function foreseeFrom(
  state: State,
  {
    day: today,
    daysAhead,
    served,
  }: { day: CalendarDate; daysAhead: number; served: ReadonlySet<string> },
): Promise<ForeseenDigest[]> {
  const foresight = beginForesight(state);
  const foreseen: ForeseenDigest[] = [];
  for (let n = 0; n <= daysAhead; n += 1) {
    const day = addDays(today, n);
    if (!isDigestDay(day)) continue;
    foreseen.push(...foreseeDay(foresight, day, n === 0 ? served : NOBODY));
    // A day of ten thousand things takes a while: other people's pages are answered in between.
    await othersTurn();
  }
  return foreseen;
}
