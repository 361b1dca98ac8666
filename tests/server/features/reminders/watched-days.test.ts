import fc from "fast-check";
import { expect, test } from "vitest";
import type { NotificationPreferences } from "../../../../db/queries/notification-preferences.ts";
import type { RemindedPeople, RemindedPerson } from "../../../../db/queries/reminded-people.ts";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import { recipientKey } from "../../../../server/features/reminders/addressees/rules.ts";
import { isRipe, timesOf } from "../../../../server/features/reminders/digests/rules.ts";
import {
  beginForesight,
  foreseeDay,
} from "../../../../server/features/reminders/foresight/rules.ts";
import {
  isLate,
  type RemindedThing,
  type Reminder,
  remindersOf,
} from "../../../../server/features/reminders/planning/rules.ts";
import type { State } from "../../../../server/features/reminders/planning/service.ts";
import { isDigestDay } from "../../../../server/features/reminders/rules.ts";
import { addDays, pragueInstant } from "../../../../server/values/calendar-date.ts";

const TODAY = "2026-03-16";
const DAYS = 30;

const userIds = [1, 2, 3, 4];
const day = fc.integer({ min: -25, max: 40 }).map((n) => addDays(TODAY, n));
const span = fc
  .tuple(day, fc.integer({ min: 0, max: 12 }))
  .map(([from, days]) => ({ fromOn: from, untilOn: addDays(from, days) }));
const way = fc.constantFrom("immediate", "daily", "weekly", "off");
const days = fc.constantFrom([1, 2, 3, 4, 5], [2, 4], [5]);

const person = fc.record({ isAlive: fc.boolean(), pause: fc.option(span), way, days });
const rule = fc.record({
  objectType: fc.constantFrom("milestone", "event"),
  kind: fc.constantFrom(null, "task"),
  daysBefore: fc.uniqueArray(fc.constantFrom(30, 14, 7, 3, 1, 0), { maxLength: 3 }),
  overdueAfter: fc.constantFrom(null, 1, 3),
  overdueEvery: fc.constantFrom(null, 1, 7),
  recipients: fc.uniqueArray(fc.constantFrom("owner", "manager", "coordinator"), { minLength: 1 }),
  escalateManagerAfter: fc.constantFrom(null, 2, 5),
});
const thing = fc.record({
  objectType: fc.constantFrom("milestone", "event"),
  kind: fc.constantFrom("task", "report"),
  projectId: fc.constantFrom(1, 2),
  dueOn: day,
  earlier: fc.constantFrom(0, 0, 5),
  namedUserId: fc.constantFrom(null, 1, 2, 3),
  namedContactId: fc.constantFrom(null, null, 7),
});
const told = fc.array(
  fc.tuple(fc.nat(7), fc.constantFrom(1, 2, 3), fc.integer({ min: -3, max: 14 })),
);

const state = fc
  .record({
    ...{ people: fc.tuple(person, person, person), told },
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    things: fc.array(thing, { minLength: 1, maxLength: 8 }),
    deputies: fc.array(fc.tuple(fc.constantFrom(...userIds), fc.constantFrom(...userIds), span), {
      maxLength: 3,
    }),
    lastPlannedOn: fc.option(fc.constantFrom("2026-03-10", "2026-03-13"), { nil: undefined }),
  })
  .map(({ people, rules, things, deputies, lastPlannedOn, ...given }): State => {
    const some = things.map(({ earlier, ...one }, objectId) => ({
      ...{ objectId, programme: "OPZ+", remindOn: addDays(one.dueOn, -earlier) },
      ...one,
    }));
    return {
      things: some as unknown as RemindedThing[],
      rules: rules.map((one, id) => ({ ...RULE, ...one, id })) as unknown as ReminderRule[],
      people: peopleOf(people, deputies),
      told: new Map(
        given.told.map(([n, user, offset]) => {
          const one = some[n % some.length];
          return [`${one?.objectType}|${one?.objectId}|${one?.remindOn}|user:${user}`, offset];
        }),
      ),
      lastPlannedOn,
    };
  });

const RULE = { programme: null, category: "deadlines", isActive: true, isArchived: false };

type Span = { fromOn: string; untilOn: string };
type Person = typeof person extends fc.Arbitrary<infer One> ? One : never;

/** The fourth is an administrator of no project, who is always there. */
function peopleOf(some: Person[], deputies: [number, number, Span][]): RemindedPeople {
  const always: Person = { isAlive: true, pause: null, way: "daily", days: [1, 2, 3, 4, 5] };
  const users = [...some, always].map((one, index): RemindedPerson => {
    const id = index + 1;
    const category = { way: "daily", isMandatory: id === 2 };
    const preferences = {
      ...{ userId: id, digestAt: "07:30", digestDays: one.days, inProjects: new Map() },
      ...{ pausedFromOn: one.pause?.fromOn ?? null, pausedUntilOn: one.pause?.untilOn ?? null },
      ...{ categories: { deadlines: category }, everywhere: { deadlines: one.way } },
    };
    return {
      ...{ id, name: `Osoba ${id}`, email: "", isAlive: one.isAlive },
      ...{ isAdministrator: id === 4, seesEverything: id === 4 },
      preferences: preferences as unknown as NotificationPreferences,
    };
  });
  const standIns = new Map<number, { deputyUserId: number; fromOn: string; untilOn: string }[]>();
  for (const [of, deputyUserId, when] of deputies)
    if (of !== deputyUserId)
      standIns.set(of, [...(standIns.get(of) ?? []), { deputyUserId, ...when }]);
  return {
    users: new Map(users.map((one) => [one.id, one])),
    ...{ administratorIds: [4], contactIds: new Set([7]), deputies: standIns },
    members: new Map([
      [
        1,
        [
          { userId: 1, role: "manager" },
          { userId: 2, role: "coordinator" },
        ],
      ],
      [2, [{ userId: 3, role: "manager" }]],
    ]),
  };
}

const digestDays = Array.from({ length: DAYS + 1 }, (_, n) => addDays(TODAY, n)).filter(
  isDigestDay,
);

/** Each thing asked anew on each day, with all that was told kept beside. */
function plainly(given: State): string[] {
  const kept = { toldSteps: new Map(given.told), plannedOn: new Map<string, string>() };
  let { lastPlannedOn } = given;
  const said: string[] = [];
  for (const on of digestDays) {
    const around = { ...{ ...given, lastPlannedOn }, ...{ day: on, ...kept } };
    const left = given.things.filter((one) => one.objectType !== "event" || one.dueOn >= on);
    const reminders = left.flatMap((one) => remindersOf(one, given, on));
    for (const reminder of reminders.filter((one) => isToldNow(one, around)))
      said.push(lineOf(on, reminder.recipient, reminder.thing, reminder.step.offsetDays));
    lastPlannedOn = on;
  }
  return said.toSorted();
}

interface Around extends State {
  day: string;
  toldSteps: Map<string, number>;
  plannedOn: Map<string, string>;
}

function isToldNow({ thing: one, step, recipient, ...reminder }: Reminder, around: Around) {
  const { day: on, toldSteps, plannedOn, people } = around;
  const key = `${one.objectType}|${one.objectId}|${step.anchorOn}|${recipient}`;
  const last = toldSteps.get(key);
  if (last !== undefined && last <= step.offsetDays) return false;
  const since = plannedOn.get(`${key}|${step.offsetDays}`) ?? on;
  plannedOn.set(`${key}|${step.offsetDays}`, since);
  const late = isLate({ thing: one, step, recipient, ...reminder }, around);
  const planned = { ...step, plannedAt: pragueInstant(since, "00:00"), isLate: late };
  const times = timesOf(recipient, people);
  if (!times || !isRipe(planned, reminder.way, times, around)) return false;
  toldSteps.set(key, step.offsetDays);
  return true;
}

function lineOf(on: string, recipient: string, { objectId }: RemindedThing, offset: number) {
  return `${on} ${recipient} ${objectId} ${offset}`;
}

function watched(given: State): string[] {
  const foresight = beginForesight(given);
  const digests = digestDays.flatMap((on) => foreseeDay(foresight, on));
  return digests
    .flatMap(({ things, ...digest }) =>
      things.map((one) => lineOf(digest.day, recipientKey(digest), one.thing, one.offsetDays)),
    )
    .toSorted();
}

test("days watched together say what each thing asked anew on each day would", () => {
  let length = 0;
  fc.assert(
    fc.property(state, (given) => {
      const before = JSON.stringify([...given.told]);
      const plain = plainly(given);
      expect(watched(given)).toEqual(plain);
      expect(watched(given)).toEqual(plain);
      expect(JSON.stringify([...given.told])).toBe(before);
      length += plain.length;
    }),
    { seed: 20261122, numRuns: 400 },
  );
  expect(length).toBeGreaterThan(2_000);
});
