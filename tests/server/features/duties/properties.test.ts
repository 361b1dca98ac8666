import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { dueDatesBy, owedBy } from "../../../../server/features/duties/rules.ts";
import { periodsOfLength } from "../../../../server/features/periods/rules.ts";
import {
  type DueRule,
  dueUnits,
  monthEnds,
  weekendPolicies,
} from "../../../../server/values/due-rule.ts";
import { isWorkingDay } from "../../../../server/values/working-days.ts";

describe("whatever the span, the length and the rule", () => {
  const start = fc.integer({ min: 0, max: 25_000 });
  const days = fc.integer({ min: 0, max: 2_500 });
  const rules = fc.record({
    amount: fc.integer({ min: 0, max: 50 }),
    unit: fc.constantFrom(...dueUnits),
    monthEnd: fc.constantFrom(...monthEnds),
    weekend: fc.constantFrom(...weekendPolicies),
    anchor: fc.constant("period-end" as const),
  });
  const day = (n: number) => Temporal.PlainDate.from("1990-01-01").add({ days: n });

  test("periods are contiguous, none lies outside, and each owes its report once, after its end", () => {
    fc.assert(
      fc.property(
        start,
        days,
        fc.integer({ min: 1, max: 24 }),
        rules,
        (from, long, months, rule) => {
          const span = { startsOn: `${day(from)}`, endsOn: `${day(from + long)}` };
          const periods = periodsOfLength(span, months).map((one, i) => ({
            ...one,
            number: i + 1,
          }));
          const final: DueRule = { ...rule, anchor: "project-end" };
          const unknown = { decidedOn: null, lastPaidOn: null, finalReportOn: null };
          const owed = owedBy(
            { ...span, ...unknown, periods },
            {
              "interim-report-offset": { id: 1, rule },
              "final-report-offset": { id: 2, rule: final },
            },
          );
          const reports = owed.filter(({ duty }) => duty === "report");
          expect(reports.map(({ period }) => period)).toEqual(periods);
          expect(periods[0]?.startsOn).toBe(span.startsOn);
          expect(periods.at(-1)?.endsOn).toBe(span.endsOn);
          const dayAfter = (one: string) => `${Temporal.PlainDate.from(one).add({ days: 1 })}`;
          const starts = periods.slice(1).map(({ startsOn }) => startsOn);
          expect(starts).toEqual(periods.slice(0, -1).map(({ endsOn }) => dayAfter(endsOn)));
          expect(periods.every(({ startsOn, endsOn }) => startsOn <= endsOn)).toBe(true);
          const dueOn = reports.map(({ dates }) => dates?.dueOn ?? "");
          expect(dueOn.every((due, index) => due >= (periods[index]?.endsOn ?? ""))).toBe(true);
          expect(reports.filter((one) => one.isFinal)).toHaveLength(1);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  test("what is shown is a working day not before the binding one, and reminders never count from a later day", () => {
    fc.assert(
      fc.property(start, rules, (from, rule) => {
        const anchor = `${day(from)}`;
        const { dueOn, shiftedOn, remindOn } = dueDatesBy(rule, anchor);
        expect(isWorkingDay(shiftedOn) && shiftedOn >= dueOn).toBe(true);
        expect(remindOn <= dueOn && remindOn >= anchor).toBe(true);
        if (rule.weekend === "next-working-day") expect(isWorkingDay(dueOn)).toBe(true);
        if (rule.unit !== "days" || rule.weekend !== "unshifted") return;
        expect(dueOn).toBe(`${Temporal.PlainDate.from(anchor).add({ days: rule.amount })}`);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  test("two readings differ only after the last day of a month, and by three days at most", () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 48 }), (from, amount) => {
        const anchor = day(from);
        const by = (monthEnd: DueRule["monthEnd"]) =>
          dueDatesBy(
            { amount, unit: "months", monthEnd, weekend: "unshifted", anchor: "period-end" },
            `${anchor}`,
          ).dueOn;
        const plain = anchor.add({ months: amount });
        expect(by("same-day")).toBe(`${plain}`);
        const isLast = anchor.day === anchor.daysInMonth;
        const expected = isLast ? plain.with({ day: plain.daysInMonth }) : plain;
        expect(by("month-end")).toBe(`${expected}`);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
