import { addDays, type CalendarDate, pragueInstant } from "../../../values/calendar-date.ts";
import { passesByItself } from "../../agenda/rules.ts";
import { isRipe, timesOf } from "../digests/rules.ts";
import { isLate, type Reminder, toldStep } from "../planning/rules.ts";
import type { State } from "../planning/service.ts";
import type { ForeseenDigest } from "./service.ts";
import {
  type Answer,
  answerOn,
  daysOfChange,
  presenceOn,
  remindersIn,
  type Watched,
  watch,
} from "./watching/rules.ts";

/** The planner of days to come. */
export interface Foresight {
  state: State;
  things: Foreseen[];
  changes: readonly CalendarDate[];
}

interface Foreseen extends Watched {
  passes: boolean;
  /** The answer of which all was told: until there is another, nothing is left to tell. */
  settled: Answer | undefined;
  notes: Note[];
}

/** What a recipient was told of a thing, and since when the step that has come waits to be. */
interface Note {
  recipient: string;
  anchorOn: CalendarDate;
  /** Days before the anchor of the most urgent step told. */
  told: number;
  /** The same of the one that waits. */
  waiting: number;
  plannedOn: CalendarDate;
}

/** The state may serve further ones: nothing of it is written to. */
export function beginForesight(state: State): Foresight {
  return {
    state: { ...state },
    things: watch(state.things, state).map((one) => ({
      ...one,
      passes: passesByItself(one.thing.objectType),
      ...{ settled: undefined, notes: [] },
    })),
    changes: daysOfChange(state.people),
  };
}

/**
 * The digests of the next day; days are asked in their order, each once. Those who are served have had theirs:
 * what they are not told by it counts as planned after it.
 */
export function foreseeDay(
  { state, things, changes }: Foresight,
  day: CalendarDate,
  served: ReadonlySet<string> = new Set(),
) {
  const digests = new Map<string, ForeseenDigest>();
  const presence = presenceOn(changes, day);
  for (const one of things) {
    if (one.passes && one.thing.dueOn < day) continue;
    const answer = answerOn(one, day, presence);
    if (!answer || isSame(answer, one.settled)) continue;
    const left = remindersIn(one, answer).filter(
      (reminder) => !isToldBy(one, reminder, { state, day, served }, digests),
    );
    one.settled = left.length === 0 ? answer : undefined;
  }
  state.lastPlannedOn = day;
  return [...digests.values()];
}

/** Whether its recipient knows by the end of the day, be it by the digest of that day. */
function isToldBy(
  one: Foreseen,
  reminder: Reminder,
  on: On,
  digests: Map<string, ForeseenDigest>,
): boolean {
  const { offsetDays } = reminder.step;
  const note = noteOf(one, reminder, on);
  if (note.told <= offsetDays) return true;
  if (!isTellable(reminder, note, on)) return false;
  note.told = offsetDays;
  keepForeseen(digests, reminder, on.day);
  return true;
}

function isSame(one: Answer, other: Answer | undefined): boolean {
  return one.step === other?.step && one.escalated === other.escalated && one.turns === other.turns;
}

interface On {
  state: State;
  day: CalendarDate;
  served: ReadonlySet<string>;
}

function noteOf({ notes }: Foreseen, reminder: Reminder, { state, day, served }: On): Note {
  const { recipient, step } = reminder;
  const { anchorOn, offsetDays } = step;
  const known = notes.find((one) => one.anchorOn === anchorOn && one.recipient === recipient);
  if (known?.waiting === offsetDays) return known;
  const told = known?.told ?? toldStep(state.told, reminder) ?? Number.POSITIVE_INFINITY;
  const plannedOn = served.has(recipient) ? addDays(day, 1) : day;
  const note = { recipient, anchorOn, told, waiting: offsetDays, plannedOn };
  if (known) return Object.assign(known, note);
  notes.push(note);
  return note;
}

function isTellable(reminder: Reminder, { plannedOn }: Note, on: On): boolean {
  const { state, day, served } = on;
  const { recipient, step, way } = reminder;
  if (served.has(recipient)) return false;
  const times = timesOf(recipient, state.people);
  if (!times) return false;
  const planned = {
    sendOn: step.sendOn,
    plannedAt: pragueInstant(plannedOn, "00:00"),
    isLate: isLate(reminder, { ...state, day }),
  };
  return isRipe(planned, way, times, { day, lastPlannedOn: state.lastPlannedOn });
}

function keepForeseen(
  digests: Map<string, ForeseenDigest>,
  { recipient, addressee, thing, rule, step }: Reminder,
  day: CalendarDate,
): void {
  const { userId, contactId, because, onBehalfOfId } = addressee;
  const digest = digests.get(recipient) ?? { day, userId, contactId, things: [] };
  digests.set(recipient, digest);
  const { offsetDays } = step;
  digest.things.push({ thing, ruleId: rule.id, because, onBehalfOfId, offsetDays });
}
