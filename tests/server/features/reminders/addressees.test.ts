import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RemindedPeople } from "../../../../db/queries/reminded-people.ts";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import {
  addresseesOf,
  recipientKey,
  ruleFor,
} from "../../../../server/features/reminders/addressees/rules.ts";
import type { RecipientRole } from "../../../../server/values/recipient-roles.ts";
import { type Person, type Thing, type World, whoIsTold } from "./plain-reminders.ts";

const PROJECT = 1;
const DAY = "2026-03-10";
const SPANS = [
  ["2026-03-01", "2026-03-09"],
  ["2026-03-05", "2026-03-10"],
  ["2026-03-10", "2026-03-20"],
  ["2026-03-11", "2026-03-20"],
] as const;
const ids = [1, 2, 3, 4, 5];
const span = fc.constantFrom(...SPANS);

const person = fc.record({
  isGone: fc.boolean(),
  isAdministrator: fc.boolean(),
  role: fc.constantFrom("manager", "coordinator", "finance", null),
  pause: fc.option(span),
  deputies: fc.array(fc.tuple(fc.constantFrom(...ids), span), { maxLength: 2 }),
});
const people = fc.array(person, { minLength: ids.length, maxLength: ids.length });
const roles = fc.uniqueArray(
  fc.constantFrom<RecipientRole>("owner", "manager", "coordinator", "finance"),
  { minLength: 1 },
);
const owner = fc.oneof(
  fc.constant(null),
  fc.record({ person: fc.constantFrom(...ids) }),
  fc.record({ contact: fc.constantFrom(7, 8) }),
);
const given = fc.record({
  ...{ people, roles, owner },
  late: fc.integer({ min: -3, max: 8 }),
  managersAfter: fc.option(fc.integer({ min: 1, max: 4 })),
});

type Given = typeof given extends fc.Arbitrary<infer One> ? One : never;

const CONTACTS = new Map([
  [7, { agrees: true }],
  [8, { agrees: false }],
]);

function plainWorld({ people: some }: Given): World {
  const all = some.map((one, index): Person => {
    const id = ids[index] ?? 0;
    const deputies = one.deputies
      .filter(([deputy]) => deputy !== id)
      .map(([deputy, [from, until]]) => ({ id: deputy, from, until }));
    return { ...one, id, deputies, weekdays: [], ways: {} };
  });
  const byId = new Map(all.map((one) => [one.id, one]));
  return { people: byId, contacts: CONTACTS, rules: [], mandatory: new Set() };
}

function productWorld(world: World): RemindedPeople {
  const all = [...world.people.values()];
  return {
    users: new Map(
      all.map((one) => [
        one.id,
        {
          ...{ id: one.id, name: `Osoba ${one.id}`, email: `osoba${one.id}@kraj.test` },
          ...{ isAlive: !one.isGone, isAdministrator: one.isAdministrator },
          seesEverything: one.isAdministrator,
          preferences: {
            pausedFromOn: one.pause?.[0] ?? null,
            pausedUntilOn: one.pause?.[1] ?? null,
          } as never,
        },
      ]),
    ),
    administratorIds: all.filter((one) => one.isAdministrator && !one.isGone).map(({ id }) => id),
    members: new Map([
      [PROJECT, all.flatMap(({ id, role }) => (role === null ? [] : [{ userId: id, role }]))],
    ]),
    deputies: new Map(
      all.map(({ id, deputies }) => [
        id,
        deputies.map((one) => ({ deputyUserId: one.id, fromOn: one.from, untilOn: one.until })),
      ]),
    ),
    contactIds: new Set([7]),
  };
}

function bothOf(one: Given) {
  const dueOn = new Date(Date.parse(`${DAY}T12:00:00Z`) - one.late * 86_400_000);
  const thing: Thing = {
    ...{ type: "milestone", id: 1, kind: "task", doneOn: null, passes: false },
    ...{ owner: one.owner, dueOn: dueOn.toISOString().slice(0, 10) },
  };
  const world = plainWorld(one);
  const plainRule = { type: "milestone", kind: null, steps: [], after: 1, every: 7 };
  const wanted = { recipients: one.roles, managersAfter: one.managersAfter };
  const plain = whoIsTold(thing, { ...plainRule, category: "deadlines", ...wanted }, world, DAY);
  const found = addresseesOf(
    {
      ...{ objectType: "milestone", kind: "task", programme: "OPZ+", projectId: PROJECT },
      dueOn: thing.dueOn,
      namedUserId: one.owner && "person" in one.owner ? one.owner.person : null,
      namedContactId: one.owner && "contact" in one.owner ? one.owner.contact : null,
    },
    { recipients: one.roles, escalateManagerAfter: one.managersAfter },
    productWorld(world),
    DAY,
  );
  return { plain, found, world };
}

const runs = { seed: 20261122, numRuns: 3_000 };

describe("whom a reminder comes to", () => {
  test("is what a plain reading of the rules gives, whoever is away, gone or stands in", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { plain, found } = bothOf(one);
        const told = found.map((each) => [
          recipientKey(each),
          { reason: each.because, behalf: each.onBehalfOfId, answers: each.isResponsible },
        ]);
        const expected = [...plain].map(([recipient, { reason, behalf, answers }]) => [
          recipient,
          { reason, behalf, answers },
        ]);
        expect(told).toEqual(expected);
      }),
      runs,
    );
  });

  test("is somebody living as long as one administrator is left, and nobody twice", () => {
    fc.assert(
      fc.property(given, (one) => {
        const { found, world } = bothOf(one);
        const keys = found.map(recipientKey);
        expect(new Set(keys).size).toBe(keys.length);
        const living = found.filter(
          ({ userId }) => userId === null || !world.people.get(userId)?.isGone,
        );
        expect(living).toEqual(found);
        const hasAdministrator = [...world.people.values()].some(
          ({ isAdministrator, isGone }) => isAdministrator && !isGone,
        );
        if (hasAdministrator) expect(found.filter((each) => each.isResponsible)).not.toEqual([]);
      }),
      runs,
    );
  });
});

describe("which rule applies", () => {
  const rule = (id: number, scope: Partial<ReminderRule>): ReminderRule => ({
    ...{ id, objectType: "milestone", kind: null, programme: null, daysBefore: [7] },
    ...{ overdueAfter: 1, overdueEvery: 7, recipients: ["owner"], category: "milestones" },
    ...{ escalateManagerAfter: null, escalateSummaryAfter: null, note: null, version: 1 },
    ...{ isActive: true, isArchived: false, ...scope },
  });
  const general = rule(1, {});
  const ofProgramme = rule(2, { programme: "OPZ+" });
  const ofKind = rule(3, { kind: "report" });
  const ofBoth = rule(4, { kind: "report", programme: "OPZ+" });
  const thing = { objectType: "milestone", kind: "report", programme: "OPZ+" };

  test.each([
    ["kind and programme before kind alone", [general, ofProgramme, ofKind, ofBoth], 4],
    ["kind before programme", [general, ofProgramme, ofKind], 3],
    ["programme before none", [ofProgramme, general], 2],
    ["one switched off does not bind", [general, { ...ofBoth, isActive: false }], 1],
    ["nor does an archived one", [general, { ...ofKind, isArchived: true }], 1],
    ["nor one of another kind", [general, rule(5, { kind: "task" })], 1],
    ["nor one of another programme", [general, rule(6, { programme: "IROP" })], 1],
  ])("%s", (_, rules, id) => {
    expect(ruleFor(rules, thing)?.id).toBe(id);
  });

  test("none where there is none for things of its type", () => {
    expect(ruleFor([general], { ...thing, objectType: "event" })).toBeUndefined();
  });
});
