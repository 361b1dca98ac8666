import type { RemindedPeople } from "../../../../../db/queries/reminded-people.ts";
import type { ReminderRule } from "../../../../../db/queries/reminder-rules.ts";
import { addDays, type CalendarDate } from "../../../../values/calendar-date.ts";
import { type AddressedThing, isEscalated, ruleFor } from "../../addressees/rules.ts";
import {
  type Circumstances,
  escalatedStep,
  type RemindedThing,
  type Reminder,
  type Turn,
  turnsOf,
} from "../../planning/rules.ts";
import { reachedStep, type Step } from "../../rules.ts";

/**
 * Things over many days, asked what `remindersOf` says of each on each day. A month of ten thousand things
 * is a quarter of a million questions, and hardly any has another answer than the day before: what things
 * have in common is asked once a day, and an answer that stays is the very same one.
 */
export interface Watched {
  thing: RemindedThing;
  rule: ReminderRule;
  timing: Timing;
  usual: Audience;
  handedUp: Audience;
}

/** Of things under one rule that are due on the same days. */
interface Timing {
  rule: ReminderRule;
  deadline: Pick<RemindedThing, "remindOn" | "dueOn">;
  day: CalendarDate | undefined;
  step: Step | undefined;
  escalated: Step | undefined;
  isEscalated: boolean;
}

/** Of things under one rule that are one person's in a project. */
interface Audience {
  example: AddressedThing;
  rule: ReminderRule;
  people: RemindedPeople;
  /** Of the last answer: nobody comes or goes between two turns of this. */
  presence: number | undefined;
  turns: readonly Turn[];
}

/** Things that no rule speaks of are left out. */
export function watch(things: readonly RemindedThing[], around: Circumstances): Watched[] {
  const rules = new Map<string, ReminderRule | undefined>();
  const timings = new Map<string, Timing>();
  const audiences = new Map<string, Audience>();
  const audienceOf = (thing: RemindedThing, rule: ReminderRule, isHandedUp: boolean) => {
    const { projectId, namedUserId, namedContactId } = thing;
    const key = [rule.id, projectId, namedUserId, namedContactId, isHandedUp].join("|");
    return kept(audiences, key, () => newAudience(thing, rule, around.people));
  };
  return things.flatMap((thing) => {
    const { objectType, kind, programme, remindOn, dueOn } = thing;
    const key = `${objectType}|${kind}|${programme}`;
    const rule = kept(rules, key, () => ruleFor(around.rules, thing));
    if (!rule) return [];
    return {
      ...{ thing, rule },
      timing: kept(timings, `${rule.id}|${remindOn}|${dueOn}`, () => newTiming(thing, rule)),
      usual: audienceOf(thing, rule, false),
      handedUp: audienceOf(thing, rule, true),
    };
  });
}

function newTiming({ remindOn, dueOn }: RemindedThing, rule: ReminderRule): Timing {
  const unasked = { day: undefined, step: undefined, escalated: undefined, isEscalated: false };
  return { rule, deadline: { remindOn, dueOn }, ...unasked };
}

function newAudience(
  example: AddressedThing,
  rule: ReminderRule,
  people: RemindedPeople,
): Audience {
  return { example, rule, people, presence: undefined, turns: [] };
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as Value;
}

/** What `remindersOf` makes its answer of, each part the same object as long as it says the same. */
export interface Answer {
  step: Step;
  /** For those to whom it is handed up. */
  escalated: Step;
  turns: readonly Turn[];
}

/** `presence` is of the day: see `presenceOn`. */
export function answerOn(
  { thing, timing, usual, handedUp }: Watched,
  day: CalendarDate,
  presence: number,
): Answer | undefined {
  if (timing.day !== day) ask(timing, day);
  const { step, escalated = step, isEscalated } = timing;
  if (!step || !escalated) return undefined;
  const audience = isEscalated ? handedUp : usual;
  // Whoever is asked for all of them is asked for a thing that is handed up as this one is.
  if (audience.presence !== presence) gather(audience, { thing, day, presence });
  return { step, escalated, turns: audience.turns };
}

function ask(timing: Timing, day: CalendarDate): void {
  const { rule, deadline, step: before } = timing;
  const step = reachedStep(rule, deadline, day);
  const isEscalatedNow = isEscalated(deadline, rule.escalateManagerAfter, day);
  timing.day = day;
  if (isSameStep(step, before) && isEscalatedNow === timing.isEscalated) return;
  timing.step = isSameStep(step, before) ? before : step;
  timing.isEscalated = isEscalatedNow;
  timing.escalated = step && isEscalatedNow ? escalatedStep(step, deadline, rule) : undefined;
}

function isSameStep(one: Step | undefined, other: Step | undefined): boolean {
  return (
    one?.anchorOn === other?.anchorOn &&
    one?.offsetDays === other?.offsetDays &&
    one?.sendOn === other?.sendOn
  );
}

function gather(
  audience: Audience,
  { thing, day, presence }: { thing: RemindedThing; day: CalendarDate; presence: number },
): void {
  const turns = turnsOf(thing, audience.rule, audience.people, day);
  audience.presence = presence;
  if (!areSameTurns(turns, audience.turns)) audience.turns = turns;
}

function areSameTurns(some: readonly Turn[], others: readonly Turn[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, place) => others[place] && isSameTurn(one, others[place]))
  );
}

function isSameTurn(one: Turn, other: Turn): boolean {
  return (
    one.recipient === other.recipient &&
    one.way === other.way &&
    one.addressee.because === other.addressee.because &&
    one.addressee.onBehalfOfId === other.addressee.onBehalfOfId &&
    one.addressee.isResponsible === other.addressee.isResponsible
  );
}

/** The reminders of an answer, as `remindersOf` gives them. */
export function remindersIn({ thing, rule }: Watched, answer: Answer): Reminder[] {
  return answer.turns.map((turn) => ({
    ...{ thing, rule, ...turn },
    step: turn.addressee.because === "escalation" ? answer.escalated : answer.step,
  }));
}

/** The days on which somebody goes away or comes back, by pauses and deputies. */
export function daysOfChange({ users, deputies }: RemindedPeople): CalendarDate[] {
  const days = new Set<CalendarDate>();
  const add = (fromOn: CalendarDate | null, untilOn: CalendarDate | null) => {
    if (fromOn !== null) days.add(fromOn);
    if (untilOn !== null) days.add(addDays(untilOn, 1));
  };
  for (const { preferences } of users.values())
    add(preferences.pausedFromOn, preferences.pausedUntilOn);
  for (const { fromOn, untilOn } of [...deputies.values()].flat()) add(fromOn, untilOn);
  return [...days].sort();
}

/** One and the same number for days with the same people away. */
export function presenceOn(changes: readonly CalendarDate[], day: CalendarDate): number {
  return changes.filter((change) => change <= day).length;
}
