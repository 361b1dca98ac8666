import type { RemindedPeople, RemindedPerson } from "../../../../db/queries/reminded-people.ts";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { RecipientRole } from "../../../values/recipient-roles.ts";
import { addWorkingDays } from "../../../values/working-days.ts";
import { isPausedOn } from "../../notification-preferences/rules.ts";

/** What of a thing decides who is told of it. */
export interface AddressedThing {
  objectType: string;
  kind: string;
  programme: string;
  projectId: number;
  dueOn: CalendarDate;
  namedUserId: number | null;
  namedContactId: number | null;
}

/** Why it comes to somebody; the first that holds is said. */
const REASONS = ["owner", "deputy", "stand-in", "role", "escalation"] as const;
export type Because = (typeof REASONS)[number];

export interface Addressee {
  /** One of the two. */
  userId: number | null;
  contactId: number | null;
  because: Because;
  /** Whose turn it was, where somebody stands in for them. */
  onBehalfOfId: number | null;
  /** Answers for the thing: cannot switch off what is mandatory. */
  isResponsible: boolean;
}

/** The one rule that applies: of those of its kind of thing the most specific. */
export function ruleFor(
  rules: readonly ReminderRule[],
  thing: Pick<AddressedThing, "objectType" | "kind" | "programme">,
): ReminderRule | undefined {
  const fits = (scope: string | null, own: string) => scope === null || scope === own;
  const weight = ({ kind, programme }: ReminderRule) =>
    (kind === null ? 0 : 2) + (programme === null ? 0 : 1);
  return rules
    .filter((rule) => rule.isActive && !rule.isArchived && rule.objectType === thing.objectType)
    .filter((rule) => fits(rule.kind, thing.kind) && fits(rule.programme, thing.programme))
    .reduce<ReminderRule | undefined>(
      (best, rule) => (best && weight(best) >= weight(rule) ? best : rule),
      undefined,
    );
}

/**
 * Who is told of a thing on a day, each once. Whose turn it is and who cannot take it is stood in for, so
 * that nothing owed falls silent while anybody is left who could see to it.
 */
export function addresseesOf(
  thing: AddressedThing,
  rule: Pick<ReminderRule, "recipients" | "escalateManagerAfter">,
  people: RemindedPeople,
  day: CalendarDate,
): Addressee[] {
  const around = { people, day, projectId: thing.projectId };
  const base = rule.recipients.flatMap((role) => inTheirTurn(thing, role, around));
  const owing = base.length > 0 ? base : standIn(around, null);
  const found = eachOnce([...owing, ...escalated(thing, rule, around)]);
  return found.map((one) => ({ ...one, isResponsible: answersFor(one.because, rule.recipients) }));
}

/**
 * Whether somebody answers for a thing and so cannot switch off what is mandatory: not whom it is handed up
 * to, nor whoever gets a copy beside the owner.
 */
export function answersFor(because: Because, recipients: readonly RecipientRole[]): boolean {
  return because !== "escalation" && !(because === "role" && recipients.includes("owner"));
}

/** Whether that many working days have passed since the day it was owed. */
export function isEscalated(
  { dueOn }: Pick<AddressedThing, "dueOn">,
  after: number | null,
  day: CalendarDate,
): boolean {
  return after !== null && dueOn < day && addWorkingDays(dueOn, after) <= day;
}

type Found = Omit<Addressee, "isResponsible">;

interface Around {
  people: RemindedPeople;
  day: CalendarDate;
  projectId: number;
}

function inTheirTurn(thing: AddressedThing, role: RecipientRole, around: Around): Found[] {
  if (role !== "owner")
    return membersAs(role, around).flatMap((id) => themselvesOrAnother(id, "role", around));
  if (thing.namedUserId !== null) return themselvesOrAnother(thing.namedUserId, "owner", around);
  if (thing.namedContactId !== null) return contactOrManager(thing.namedContactId, around);
  const [manager] = membersAs("manager", around);
  if (manager === undefined) return standIn(around, null);
  return themselvesOrAnother(manager, "owner", around);
}

function escalated(
  thing: AddressedThing,
  { escalateManagerAfter }: Pick<ReminderRule, "escalateManagerAfter">,
  around: Around,
): Found[] {
  if (!isEscalated(thing, escalateManagerAfter, around.day)) return [];
  return membersAs("manager", around)
    .flatMap((id) => themselves(id, "escalation", around) ?? deputyOf(id, around) ?? [])
    .map((one) => ({ ...one, because: "escalation" }));
}

function themselvesOrAnother(userId: number, because: Because, around: Around): Found[] {
  const one = themselves(userId, because, around) ?? deputyOf(userId, around);
  return one ? [one] : standIn(around, userId);
}

function themselves(userId: number, because: Because, around: Around): Found | undefined {
  const person = around.people.users.get(userId);
  const takes = person && sees(person, around) && isThere(person, around);
  return takes ? addressed(userId, because, null) : undefined;
}

/** One hop only: a deputy who is away themselves is not stood in for by theirs. */
function deputyOf(userId: number, around: Around): Found | undefined {
  const { people, projectId } = around;
  const hasRights = (people.members.get(projectId) ?? []).some((one) => one.userId === userId);
  const deputy = deputiesInForce(userId, around).find(
    (one) => isThere(one, around) && (hasRights || sees(one, around)),
  );
  return deputy && addressed(deputy.id, "deputy", userId);
}

/** The project's first manager who is there, else an administrator, even one who will read it later. */
function standIn(around: Around, onBehalfOfId: number | null): Found[] {
  const { people } = around;
  const present = [...membersAs("manager", around), ...people.administratorIds].find((id) => {
    const person = people.users.get(id);
    return person !== undefined && isThere(person, around);
  });
  const userId = present ?? people.administratorIds[0];
  return userId === undefined ? [] : [addressed(userId, "stand-in", onBehalfOfId)];
}

function contactOrManager(contactId: number, around: Around): Found[] {
  if (!around.people.contactIds.has(contactId)) return standIn(around, null);
  return [{ ...addressed(null, "owner", null), contactId }];
}

/** Those with a living account; where none is left, those who left, so that somebody stands in for them. */
function membersAs(role: string, { people, projectId }: Around): number[] {
  const members = (people.members.get(projectId) ?? []).filter((one) => one.role === role);
  const living = members.filter(({ userId }) => people.users.get(userId)?.isAlive);
  return (living.length > 0 ? living : members).map(({ userId }) => userId);
}

function sees(person: RemindedPerson, { people, projectId }: Around): boolean {
  if (person.seesEverything) return true;
  return (people.members.get(projectId) ?? []).some(({ userId }) => userId === person.id);
}

function isThere(person: RemindedPerson, around: Pick<Around, "people" | "day">): boolean {
  return person.isAlive && !isAway(person, around);
}

/** Paused, or with a deputy in force. */
export function isAway(person: RemindedPerson, around: Pick<Around, "people" | "day">): boolean {
  return (
    isPausedOn(person.preferences, around.day) || deputiesInForce(person.id, around).length > 0
  );
}

/** Whether somebody was away on any of the days from one to before the other. */
export function wasAwayBetween(
  person: RemindedPerson,
  people: RemindedPeople,
  from: CalendarDate,
  before: CalendarDate,
): boolean {
  const { pausedFromOn, pausedUntilOn } = person.preferences;
  const spans = (people.deputies.get(person.id) ?? []).map(({ fromOn, untilOn }) => [
    fromOn,
    untilOn,
  ]);
  if (pausedFromOn !== null && pausedUntilOn !== null) spans.push([pausedFromOn, pausedUntilOn]);
  return spans.some(
    ([fromOn = "", untilOn = ""]) => fromOn < before && untilOn >= from && fromOn <= untilOn,
  );
}

function deputiesInForce(
  userId: number,
  { people, day }: Pick<Around, "people" | "day">,
): RemindedPerson[] {
  return (people.deputies.get(userId) ?? [])
    .filter(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
    .flatMap(({ deputyUserId }) => people.users.get(deputyUserId) ?? [])
    .filter(({ isAlive }) => isAlive);
}

function addressed(userId: number | null, because: Because, onBehalfOfId: number | null): Found {
  return { userId, contactId: null, because, onBehalfOfId };
}

function eachOnce(addressees: readonly Found[]): Found[] {
  const found = new Map<string, Found>();
  for (const one of addressees) {
    const key = recipientKey(one);
    const other = found.get(key);
    found.set(key, other ? together(other, one) : one);
  }
  return [...found.values()];
}

function together(one: Found, other: Found): Found {
  return REASONS.indexOf(other.because) < REASONS.indexOf(one.because) ? other : one;
}

/** `user:5`, `contact:3`: what a reminder is unique by. */
export function recipientKey({ userId, contactId }: Pick<Addressee, "userId" | "contactId">) {
  return userId === null ? `contact:${contactId}` : `user:${userId}`;
}
