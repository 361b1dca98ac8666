/**
 * The reminders of PRODUCT and MODEL once more, as plainly as they can be told: no database, no code of
 * the product, a list of things and people and a loop over days. What the product sends is compared with it.
 */
import { isOffice, moved, officeDaysAfter, plusDays, weekdayOf } from "./plain-days.ts";

export type Way = "daily" | "weekly" | "off";
type Span = readonly [from: string, until: string];

export interface Person {
  id: number;
  isGone: boolean;
  isAdministrator: boolean;
  /** In the one project there is; null for whoever is not a member. */
  role: string | null;
  pause: Span | null;
  deputies: { id: number; from: string; until: string }[];
  /** Days of the week on which they want a digest, Monday is 1. */
  weekdays: number[];
  ways: Record<string, Way>;
}

export interface Thing {
  type: string;
  id: number;
  kind: string;
  owner: { person: number } | { contact: number } | null;
  dueOn: string;
  doneOn: string | null;
  /** Comes and passes, never late. */
  passes: boolean;
}

export interface Rule {
  type: string;
  kind: string | null;
  steps: number[];
  after: number | null;
  every: number | null;
  recipients: string[];
  category: string;
  managersAfter: number | null;
}

export interface World {
  /** By id. */
  people: Map<number, Person>;
  contacts: Map<number, { agrees: boolean }>;
  rules: Rule[];
  /** Categories that whoever answers cannot switch off. */
  mandatory: Set<string>;
}

export interface PlainMail {
  day: string;
  recipient: string;
  things: string[];
}

const isIn = ([from, until]: Span, day: string) => from <= day && day <= until;

/** The last step of a thing that has come: of several missed ones the last. */
export function lastStep(rule: Rule, dueOn: string, day: string) {
  let last: { days: number; since: string } | undefined;
  for (const days of rule.steps.toSorted((a, b) => b - a)) {
    const since = moved(plusDays(dueOn, -days), -1);
    if (since <= day) last = { days, since };
  }
  if (rule.after === null) return last;
  for (let days = rule.after; plusDays(dueOn, days) <= day; days += rule.every ?? 100_000) {
    const since = moved(plusDays(dueOn, days), 1);
    if (since <= day) last = { days: -days, since };
  }
  return last;
}

export interface Turn {
  reason: string;
  behalf: number | null;
  answers: boolean;
  /** For whom it was handed up, since when. */
  since?: string;
}

const ORDER = ["owner", "deputy", "stand-in", "role", "escalation"];

/** The people of a day: who is here, who stands in, who has a role. */
function peopleOn(world: World, day: string) {
  const people = [...world.people.values()].toSorted((a, b) => a.id - b.id);
  const inForce = (person: Person) =>
    person.deputies
      .filter((one) => isIn([one.from, one.until], day))
      .map((one) => world.people.get(one.id) as Person)
      .filter((one) => !one.isGone);
  const isHere = (person: Person) =>
    !person.isGone && !(person.pause && isIn(person.pause, day)) && inForce(person).length === 0;
  const sees = (person: Person) => person.isAdministrator || person.role !== null;
  const having = (role: string) => {
    const all = people.filter((person) => person.role === role);
    const living = all.filter((person) => !person.isGone);
    return living.length > 0 ? living : all;
  };
  const administrators = people.filter((one) => one.isAdministrator && !one.isGone);
  return {
    having,
    takes: (person: Person) => isHere(person) && sees(person),
    deputyOf: (person: Person) =>
      inForce(person).find((one) => isHere(one) && (person.role !== null || sees(one))),
    substitute: [...having("manager"), ...administrators].find(isHere) ?? administrators[0],
  };
}

type People = ReturnType<typeof peopleOn>;
type Found = readonly [recipient: string, reason: string, behalf: number | null];

function turnOf(person: Person, reason: string, people: People): Found[] {
  if (people.takes(person)) return [[`user:${person.id}`, reason, null]];
  const deputy = people.deputyOf(person);
  return deputy ? [[`user:${deputy.id}`, "deputy", person.id]] : instead(people, person.id);
}

function instead({ substitute }: People, behalf: number | null): Found[] {
  return substitute ? [[`user:${substitute.id}`, "stand-in", behalf]] : [];
}

function turnOfOwner({ owner }: Thing, world: World, people: People): Found[] {
  if (owner && "person" in owner)
    return turnOf(world.people.get(owner.person) as Person, "owner", people);
  if (owner) {
    const agrees = world.contacts.get(owner.contact)?.agrees;
    return agrees ? [[`contact:${owner.contact}`, "owner", null]] : instead(people, null);
  }
  const [manager] = people.having("manager");
  return manager ? turnOf(manager, "owner", people) : instead(people, null);
}

/** Who is told of a thing on a day, by `user:5` or `contact:3`. */
export function whoIsTold(thing: Thing, rule: Rule, world: World, day: string): Map<string, Turn> {
  const people = peopleOn(world, day);
  const turns = rule.recipients.flatMap((role) =>
    role === "owner"
      ? turnOfOwner(thing, world, people)
      : people.having(role).flatMap((person) => turnOf(person, "role", people)),
  );
  const found = turns.length > 0 ? turns : instead(people, null);
  const isCopy = (reason: string) => reason === "role" && rule.recipients.includes("owner");
  const asked = found.map(([recipient, reason, behalf]) => {
    return [recipient, { reason, behalf, answers: !isCopy(reason) }] as const;
  });
  return strongest([...asked, ...handedUp(thing, rule, people, day)]);
}

function handedUp(thing: Thing, rule: Rule, people: People, day: string) {
  const since = handedUpOn(thing, rule, day);
  if (!since) return [];
  return people.having("manager").flatMap((manager) => {
    const one = people.takes(manager) ? manager : people.deputyOf(manager);
    const behalf = one === manager ? null : manager.id;
    const turn = { reason: "escalation", behalf, answers: false, since };
    return one ? [[`user:${one.id}`, turn] as const] : [];
  });
}

/** Everybody once, for the first of the reasons. */
function strongest(turns: (readonly [string, Turn])[]): Map<string, Turn> {
  const told = new Map<string, Turn>();
  for (const [recipient, turn] of turns) {
    const other = told.get(recipient);
    if (!other || ORDER.indexOf(turn.reason) < ORDER.indexOf(other.reason))
      told.set(recipient, turn);
  }
  return told;
}

function handedUpOn(thing: Thing, { managersAfter }: Rule, day: string): string | undefined {
  if (managersAfter === null || thing.dueOn >= day) return undefined;
  const since = officeDaysAfter(thing.dueOn, managersAfter);
  return since <= day ? since : undefined;
}

/** The most specific rule: of its kind, else of all kinds. */
export function ruleOf(thing: Thing, rules: Rule[]): Rule | undefined {
  const ofType = rules.filter((rule) => rule.type === thing.type);
  return ofType.find((one) => one.kind === thing.kind) ?? ofType.find((one) => one.kind === null);
}

/** How somebody is told, and on which days. */
function comes(recipient: string, turn: Turn, rule: Rule, world: World) {
  const [kind, id] = recipient.split(":");
  const person = world.people.get(Number(id));
  if (kind === "contact" || !person) return { way: "daily" as Way, isDay: isOffice };
  const chosen = person.ways[rule.category] ?? "daily";
  const way = chosen === "off" && turn.answers && world.mandatory.has(rule.category);
  const isDay = (day: string) =>
    isOffice(day) &&
    person.weekdays.includes(weekdayOf(day)) &&
    !(person.pause && isIn(person.pause, day));
  return { way: way ? ("weekly" as Way) : chosen, isDay };
}

/** The first day of its week on which something weekly may come; of this week or the last that had one. */
function lastFirstDay(isDay: (day: string) => boolean, day: string): string {
  for (let n = 0; n < 28; n += 1) {
    const one = plusDays(day, -n);
    const monday = plusDays(one, 1 - weekdayOf(one));
    let first = monday;
    while (first < one && !isDay(first)) first = plusDays(first, 1);
    if (first === one && isDay(one)) return one;
  }
  return day;
}

function wasAway(recipient: string, world: World, from: string, day: string): boolean {
  const [kind, id] = recipient.split(":");
  const person = kind === "user" ? world.people.get(Number(id)) : undefined;
  const spans = (person?.deputies ?? [])
    .filter(({ until }) => until >= plusDays(day, -60))
    .map((one): Span => [one.from, one.until]);
  if (person?.pause) spans.push(person.pause);
  return spans.some(([start, end]) => start < day && end >= from);
}

interface Reminder {
  recipient: string;
  thing: string;
  /** The thing on that day, for that recipient. */
  key: string;
  days: number;
  since: string;
  plan: string;
  way: Way;
  isDay: (day: string) => boolean;
}

/** All that is to be told by that day, told already or not. */
function remindersOn(day: string, thing: Thing, world: World): Reminder[] {
  const rule = ruleOf(thing, world.rules);
  const isOpen = thing.doneOn === null && !(thing.passes && thing.dueOn < day);
  const step = rule && isOpen ? lastStep(rule, thing.dueOn, day) : undefined;
  if (!rule || !step) return [];
  return [...whoIsTold(thing, rule, world, day)].map(([recipient, turn]) => {
    const key = `${thing.type} ${thing.id} ${thing.dueOn} ${recipient}`;
    return {
      ...{ recipient, key, thing: `${thing.type} ${thing.id}`, days: step.days },
      since: turn.since && turn.since > step.since ? turn.since : step.since,
      plan: `${key} ${step.days} ${turn.reason} ${turn.behalf}`,
      ...comes(recipient, turn, rule, world),
    };
  });
}

/** Tells of each step once, and of steps that were missed only the last: the mails of one day. */
export function plainReminders() {
  const told = new Map<string, number>();
  let pending = new Map<string, string>();
  let lastRun: string | undefined;

  function isItsDay({ recipient, since, plan, way, isDay }: Reminder, day: string, world: World) {
    if (way !== "weekly" || !isDay(day)) return isDay(day);
    const isLate = (from: string, before: string) =>
      from < day && (from > before || wasAway(recipient, world, from, day));
    const first = lastFirstDay(isDay, day);
    const before = lastRun ?? day;
    const wasMissed = before < first || (pending.get(plan) ?? day) < first;
    return first === day || wasMissed || (since <= first && isLate(since, before));
  }

  return function mailsOn(day: string, things: Iterable<Thing>, world: World): PlainMail[] {
    if (!isOffice(day)) return [];
    const mails = new Map<string, string[]>();
    const untold = [...things]
      .flatMap((thing) => remindersOn(day, thing, world))
      .filter(({ way, key, days }) => way !== "off" && (told.get(key) ?? 1_000) > days);
    for (const reminder of untold.filter((one) => isItsDay(one, day, world))) {
      const { key, days, recipient, thing } = reminder;
      told.set(key, days);
      mails.set(recipient, [...(mails.get(recipient) ?? []), thing]);
    }
    pending = new Map(untold.map(({ plan }) => [plan, pending.get(plan) ?? day]));
    lastRun = day;
    return [...mails]
      .map(([recipient, ids]) => ({ day, recipient, things: ids.toSorted() }))
      .toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1));
  };
}
