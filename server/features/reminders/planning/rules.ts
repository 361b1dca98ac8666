import type { AgendaRow } from "../../../../db/queries/agenda.ts";
import type { RemindedPeople } from "../../../../db/queries/reminded-people.ts";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import type { NewOccurrence, OccurrenceKey } from "../../../../db/queries/reminders.ts";
import type { WaitingRow } from "../../../../db/queries/waiting.ts";
import { type CalendarDate, laterOf } from "../../../values/calendar-date.ts";
import type { NotificationCategory, NotificationWay } from "../../../values/notification-ways.ts";
import { addWorkingDays } from "../../../values/working-days.ts";
import { effectiveWay } from "../../notification-preferences/rules.ts";
import {
  type AddressedThing,
  type Addressee,
  addresseesOf,
  recipientKey,
  ruleFor,
  wasAwayBetween,
} from "../addressees/rules.ts";
import { reachedStep, type Step } from "../rules.ts";

/** What somebody is reminded of: a day that is kept, or something that waits for their word. */
export type RemindedThing = AgendaRow | WaitingRow;

export function isWaiting(thing: RemindedThing): thing is WaitingRow {
  return thing.objectType.startsWith("waiting-");
}

/** All that decides, beside the things themselves, who is reminded. */
export interface Circumstances {
  rules: readonly ReminderRule[];
  people: RemindedPeople;
}

/** Somebody to whom a thing comes, and in what way. */
export interface Turn {
  addressee: Addressee;
  recipient: string;
  way: Exclude<NotificationWay, "off">;
}

/** A step of a thing that has come, for one recipient. */
export interface Reminder extends Turn {
  thing: RemindedThing;
  rule: ReminderRule;
  step: Step;
}

/** Who is reminded of a thing on a day, and of which step; whoever does not wish to be, is not. */
export function remindersOf(
  thing: RemindedThing,
  { rules, people }: Circumstances,
  day: CalendarDate,
): Reminder[] {
  const rule = ruleFor(rules, thing);
  const step = rule && reachedStep(rule, thing, day);
  if (!rule || !step) return [];
  return turnsOf(thing, rule, people, day).map((turn) => ({
    ...{ thing, rule, ...turn },
    step: turn.addressee.because === "escalation" ? escalatedStep(step, thing, rule) : step,
  }));
}

/** Of the thing it hangs on its project, whose it is, and whether it is handed up by then. */
export function turnsOf(
  thing: AddressedThing,
  rule: ReminderRule,
  people: RemindedPeople,
  day: CalendarDate,
): Turn[] {
  return addresseesOf(thing, rule, people, day).flatMap((addressee) => {
    const way = wayOf(addressee, { thing, rule, people });
    return way === "off" ? [] : { addressee, recipient: recipientKey(addressee), way };
  });
}

/** Contacts have no settings: they have agreed to be told. */
function wayOf(
  { userId, isResponsible }: Addressee,
  { thing, rule, people }: { thing: AddressedThing; rule: ReminderRule; people: RemindedPeople },
): NotificationWay {
  if (userId === null) return "daily";
  const person = people.users.get(userId);
  if (!person) return "off";
  const category = rule.category as NotificationCategory;
  return effectiveWay(person.preferences, category, thing.projectId, { isResponsible });
}

/** Handed up it has come on the day on which it was, not on that of the owner's reminder. */
export function escalatedStep(
  step: Step,
  { dueOn }: Pick<AddressedThing, "dueOn">,
  { escalateManagerAfter: after }: Pick<ReminderRule, "escalateManagerAfter">,
): Step {
  if (after === null) return step;
  return { ...step, sendOn: laterOf(step.sendOn, addWorkingDays(dueOn, after)) };
}

/** What was told, so that nobody is told again of a step as urgent or less. */
export type Told = Map<string, number>;

export function toldBy(occurrences: readonly OccurrenceKey[]): Told {
  return new Map(occurrences.map((one) => [toldKey(one), one.offsetDays]));
}

export function isTold(told: Told, reminder: Reminder): boolean {
  const last = toldStep(told, reminder);
  return last !== undefined && last <= reminder.step.offsetDays;
}

/** Days before the anchor of the most urgent step its recipient was told. */
export function toldStep(told: Told, { thing, step, recipient }: Reminder): number | undefined {
  const { objectType, objectId } = thing;
  return told.get(toldKey({ objectType, objectId, recipient, anchorOn: step.anchorOn }));
}

function toldKey(one: Omit<OccurrenceKey, "offsetDays">): string {
  return `${one.objectType}|${one.objectId}|${one.anchorOn}|${one.recipient}`;
}

/**
 * Whether its step came on an earlier day and could not be told then: nothing ran between the day of the
 * last planning and today, or the recipient was away.
 */
export function isLate(
  { step, addressee }: Reminder,
  around: { people: RemindedPeople; day: CalendarDate; lastPlannedOn: CalendarDate | undefined },
): boolean {
  const { people, day, lastPlannedOn } = around;
  if (step.sendOn >= day) return false;
  if (lastPlannedOn !== undefined && step.sendOn > lastPlannedOn) return true;
  const person = addressee.userId === null ? undefined : people.users.get(addressee.userId);
  return person !== undefined && wasAwayBetween(person, people, step.sendOn, day);
}

/** The row by which a reminder is planned. */
export function occurrenceOf(reminder: Reminder, late: boolean): NewOccurrence {
  const { thing, rule, step, addressee, recipient } = reminder;
  return {
    ruleId: rule.id,
    objectType: thing.objectType,
    objectId: thing.objectId,
    projectId: thing.projectId,
    ...step,
    recipient,
    category: rule.category,
    because: addressee.because,
    onBehalfOfId: addressee.onBehalfOfId,
    isLate: late,
  };
}

type Comparable = Omit<NewOccurrence, "isLate" | "sendOn" | "projectId"> & {
  projectId: number | null;
};

/** Two are the same plan if they tell the same recipient the same thing for the same reason. */
export function planKey(one: Comparable): string {
  return [
    toldKey(one),
    one.offsetDays,
    one.ruleId,
    one.category,
    one.because,
    one.onBehalfOfId,
    one.projectId,
  ].join("|");
}
