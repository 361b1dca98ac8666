import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agendaObjects } from "../../../../db/queries/agenda.ts";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import { waitingObjects } from "../../../../db/queries/waiting.ts";
import {
  compareDigests,
  type Difference,
} from "../../../../server/features/reminder-rules/preview/rules.ts";
import {
  readDays,
  readSubject,
  remindedObjects,
  ruleAbove,
  stageOf,
  subjectKey,
  subjectKeys,
} from "../../../../server/features/reminder-rules/rules.ts";
import type { ForeseenDigest } from "../../../../server/features/reminders/foresight/service.ts";
import { cs } from "../../../../server/texts/cs/index.ts";

const rule = (given: Partial<ReminderRule>): ReminderRule => ({
  ...{ id: 1, version: 1, objectType: "milestone", kind: null, programme: null, daysBefore: [7] },
  ...{ overdueAfter: 1, overdueEvery: 7, recipients: ["owner"], category: "deadlines" },
  ...{ escalateManagerAfter: null, escalateSummaryAfter: null, note: null },
  ...{ isActive: true, isArchived: false, ...given },
});

describe("what rules may be about", () => {
  const all: string[] = Object.values(remindedObjects).flat();

  test("is everything that has a date or waits, and nothing else", () => {
    expect(all.toSorted()).toEqual([...agendaObjects, ...waitingObjects].toSorted());
  });

  test("has its words", () => {
    expect(all.filter((object) => !cs.reminderRules.objects[object])).toEqual([]);
  });

  test("is read back from its word, and nothing else is", () => {
    for (const key of subjectKeys) {
      const subject = readSubject(key);
      expect(subject && subjectKey(subject)).toBe(key);
    }
    for (const key of ["", "milestone:", "milestone:report:x", "event:report", "constructor"])
      expect(readSubject(key)).toBeUndefined();
  });

  test("stays owed after its day unless it passes by itself or has waited since", () => {
    expect(["event", "milestone", "waiting-report"].map(stageOf)).toEqual([
      "passing",
      "owed",
      "waiting",
    ]);
  });
});

describe("days before the day", () => {
  test.each([
    ["30, 14,7", [30, 14, 7]],
    ["0 7 14", [14, 7, 0]],
    ["7;7;7", [7]],
    ["365", [365]],
    ["366", undefined],
    ["1.5", undefined],
    ["-1", undefined],
    ["týden", undefined],
    ["1,2,3,4,5,6,7,8,9,10,11,12,13", undefined],
  ])("typed as %j are %j", (typed, days) => expect(readDays(typed)).toEqual(days));

  test("are read back as they are shown", () => {
    const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { maxLength: 12 });
    fc.assert(
      fc.property(someDays, (days) => {
        const sorted = days.toSorted((one, other) => other - one);
        expect(readDays(sorted.join(", "))).toEqual(sorted);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe("the rule above a new one", () => {
  const general = rule({ id: 1 });
  const ofProgramme = rule({ id: 2, programme: "OPZ+" });
  const ofKind = rule({ id: 3, kind: "report" });
  const rules = [ofKind, general, ofProgramme];
  const above = (kind: string | null, programme: string | null, from = rules) =>
    ruleAbove(from, { objectType: "milestone", kind, programme })?.id;

  test("is the narrowest that has held for it, the kind before the programme", () => {
    expect(above("report", "OPZ+")).toBe(3);
    expect(above("task", "OPZ+")).toBe(2);
    expect(above("task", null)).toBe(1);
    expect(above("report", null)).toBe(3);
  });

  test("binds: what is switched off or archived takes nothing over", () => {
    const off = [general, rule({ id: 3, kind: "report", isActive: false })];
    expect(above("report", null, off)).toBe(1);
    expect(above("report", null, [rule({ isArchived: true })])).toBeUndefined();
  });
});

describe("the comparison of digests", () => {
  const thing = (objectId: number) =>
    ({ thing: { objectType: "milestone", objectId } }) as ForeseenDigest["things"][number];
  const someDigests = fc
    .uniqueArray(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3)), {
      selector: (parts) => parts.join(),
      maxLength: 30,
    })
    .map((all) => {
      const digests = new Map<string, ForeseenDigest>();
      for (const [day, who, what] of all) {
        const userId = who === 2 ? null : who;
        const contactId = who === 2 ? 2 : null;
        const key = `${day}|${who}`;
        const digest = digests.get(key) ?? {
          day: `2026-03-0${day + 1}`,
          userId,
          contactId,
          things: [],
        };
        digest.things.push(thing(what));
        digests.set(key, digest);
      }
      return [...digests.values()];
    });
  const plain = (digests: ForeseenDigest[]) =>
    digests.flatMap(({ day, userId, contactId, things }) =>
      things.map(
        ({ thing: { objectId } }) => `${day} ${userId ?? "c"}${contactId ?? ""} ${objectId}`,
      ),
    );
  const plainOf = ({ day, recipient, thing: { objectId } }: Difference) =>
    `${day} ${recipient.startsWith("user") ? recipient.slice(5) : "c2"} ${objectId}`;

  test("names what is added and what falls away, and counts it by day and person", () => {
    fc.assert(
      fc.property(someDigests, someDigests, (before, after) => {
        const [was, is] = [plain(before), plain(after)];
        const { differences, days, people, ...totals } = compareDigests(before, after);
        const gained = differences.filter((one) => one.isGained).map(plainOf);
        const lost = differences.filter((one) => !one.isGained).map(plainOf);
        expect(gained.toSorted()).toEqual(is.filter((one) => !was.includes(one)).toSorted());
        expect(lost.toSorted()).toEqual(was.filter((one) => !is.includes(one)).toSorted());
        for (const { key, ...counts } of days)
          expect(counts).toEqual({
            before: was.filter((one) => one.startsWith(key)).length,
            after: is.filter((one) => one.startsWith(key)).length,
          });
        expect(people.map(({ key }) => key).toSorted()).toEqual(
          [...new Set(differences.map(({ recipient }) => recipient))].toSorted(),
        );
        expect([totals.before.reminders, totals.after.reminders]).toEqual([was.length, is.length]);
        expect(totals.after.mails).toBe(after.length);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
