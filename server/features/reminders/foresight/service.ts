import { setImmediate as othersTurn } from "node:timers/promises";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import type { Deps } from "../../../deps.ts";
import { addDays, type CalendarDate, pragueInstant } from "../../../values/calendar-date.ts";
import { passesByItself } from "../../agenda/rules.ts";
import type { Because } from "../addressees/rules.ts";
import { isRipe, timesOf } from "../digests/rules.ts";
import {
  isLate,
  isTold,
  keepTold,
  type RemindedThing,
  type Reminder,
  remindersOf,
} from "../planning/rules.ts";
import { readState, type State } from "../planning/service.ts";
import { isDigestDay } from "../rules.ts";

/** A thing as it will be told: to whom it comes is on the digest. */
export type ForeseenThing = RemindedThing & {
  ruleId: number;
  because: Because;
  onBehalfOfId: number | null;
  /** Days before the anchor; negative after it. */
  offsetDays: number;
};

/** One of userId and contactId. */
export interface ForeseenDigest {
  day: CalendarDate;
  userId: number | null;
  contactId: number | null;
  things: ForeseenThing[];
}

/**
 * The digests of the coming days as things stand now: the planner asked day by day, writing nothing.
 * What was gathered already is not foreseen again. Other rules than those stored show what they would send;
 * some projects alone take a fraction of the time.
 */
export async function foreseeDigests(
  { db, clock }: Pick<Deps, "db" | "clock">,
  days: number,
  rules?: readonly ReminderRule[],
  projectIds?: readonly number[],
): Promise<ForeseenDigest[]> {
  const today = clock.today();
  const state = await readState(db, {
    ...{ day: today, daysAhead: days },
    ...(rules ? { rules } : {}),
    ...(projectIds ? { projectIds } : {}),
  });
  const firstPlanned = new Map<string, CalendarDate>();
  const foreseen: ForeseenDigest[] = [];
  for (let n = 0; n <= days; n += 1) {
    const day = addDays(today, n);
    if (!isDigestDay(day)) continue;
    foreseen.push(...foreseeDay(state, day, firstPlanned));
    state.lastPlannedOn = day;
    // A day of ten thousand things takes a while: other people's pages are answered in between.
    await othersTurn();
  }
  return foreseen;
}

function foreseeDay(
  state: State,
  day: CalendarDate,
  firstPlanned: Map<string, CalendarDate>,
): ForeseenDigest[] {
  const digests = new Map<string, ForeseenDigest>();
  for (const reminder of remindersOn(state, day)) {
    const key = `${reminder.recipient}|${keyOf(reminder)}`;
    const plannedOn = firstPlanned.get(key) ?? day;
    firstPlanned.set(key, plannedOn);
    const times = timesOf(reminder.recipient, state.people);
    const planned = {
      sendOn: reminder.step.sendOn,
      plannedAt: pragueInstant(plannedOn, "00:00"),
      isLate: isLate(reminder, { ...state, day }),
    };
    if (!times || !isRipe(planned, reminder.way, times, { ...state, day })) continue;
    keepTold(state.told, reminder);
    digestOf(digests, reminder, day).things.push(foreseenThing(reminder));
  }
  return [...digests.values()];
}

function remindersOn(state: State, day: CalendarDate): Reminder[] {
  return state.things
    .filter((thing) => thing.dueOn >= day || !passesByItself(thing.objectType))
    .flatMap((thing) => remindersOf(thing, state, day))
    .filter((reminder) => !isTold(state.told, reminder));
}

function keyOf({ thing, step }: Reminder): string {
  return `${thing.objectType}|${thing.objectId}|${step.anchorOn}|${step.offsetDays}`;
}

function foreseenThing({ thing, rule, step, addressee }: Reminder): ForeseenThing {
  const { because, onBehalfOfId } = addressee;
  return { ...thing, ruleId: rule.id, because, onBehalfOfId, offsetDays: step.offsetDays };
}

function digestOf(
  digests: Map<string, ForeseenDigest>,
  { recipient, addressee }: Reminder,
  day: CalendarDate,
): ForeseenDigest {
  const { userId, contactId } = addressee;
  const digest = digests.get(recipient) ?? { day, userId, contactId, things: [] };
  digests.set(recipient, digest);
  return digest;
}
