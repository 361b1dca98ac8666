import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { pragueDay, pragueInstant, pragueTime } from "../../../server/values/calendar-date.ts";

fc.configureGlobal({ seed: 20261121 });

const PRAGUE = "Europe/Prague";
const instants = fc
  .integer({ min: Date.UTC(1900, 0, 2) / 1000, max: Date.UTC(2199, 11, 30) / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const daysOfChange = fc
  .tuple(fc.integer({ min: 1996, max: 2060 }), fc.constantFrom(3, 10))
  .map(([year, month]) => {
    const last = Temporal.PlainDate.from({ year, month, day: 31 });
    return last.subtract({ days: last.dayOfWeek % 7 }).toString();
  });
const anyDays = fc
  .integer({ min: 0, max: 109_000 })
  .map((n) => Temporal.PlainDate.from("1900-01-02").add({ days: n }).toString());
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

describe("an instant in Prague", () => {
  test("falls on the day and time that the zone's rules say", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const local = Temporal.Instant.from(instant).toZonedDateTimeISO(PRAGUE);
        expect(pragueDay(instant)).toBe(local.toPlainDate().toString());
        expect(pragueTime(instant)).toBe(local.toPlainTime().toString().slice(0, 5));
      }),
      { numRuns: 1500 },
    );
  });

  test("is right in every quarter of an hour around each change of the clock", () => {
    fc.assert(
      fc.property(daysOfChange, (day) => {
        const start = Date.parse(`${day}T00:00:00Z`) - 3 * 3_600_000;
        for (let quarter = 0; quarter < 120; quarter += 1) {
          const instant = new Date(start + quarter * 900_000).toISOString();
          const local = Temporal.Instant.from(instant).toZonedDateTimeISO(PRAGUE);
          expect(pragueTime(instant)).toBe(local.toPlainTime().toString().slice(0, 5));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("late in a summer evening is already the next day", () => {
    expect(pragueDay("2026-06-22T21:59:59.999Z")).toBe("2026-06-22");
    expect(pragueDay("2026-06-22T22:30:00Z")).toBe("2026-06-23");
    expect(pragueDay("2026-12-31T23:00:00.000Z")).toBe("2027-01-01");
  });

  test("is refused without a zone, which the machine would fill in with its own", () => {
    for (const text of ["2026-11-21T10:00:00", "2026-11-21", "2026-11-21T10:00:00+01:00", ""]) {
      expect(() => pragueDay(text)).toThrow(RangeError);
    }
  });
});

describe("the instant of a day and time in Prague", () => {
  test("is the first at which the clock reads that time", () => {
    const days = fc.oneof(anyDays, daysOfChange);
    fc.assert(
      fc.property(days, times, (day, time) => {
        expect(pragueInstant(day, time)).toBe(firstInstantOf(day, time));
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ["2026-10-25", "00:30", "2026-10-24T22:30:00.000Z"],
    ["2026-10-25", "02:00", "2026-10-25T00:00:00.000Z"],
    ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25", "02:59", "2026-10-25T00:59:00.000Z"],
    ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
    ["2027-03-28", "01:59", "2027-03-28T00:59:00.000Z"],
    ["2027-03-28", "02:00", "2027-03-28T01:00:00.000Z"],
    ["2027-03-28", "02:30", "2027-03-28T01:00:00.000Z"],
    ["2027-03-28", "03:00", "2027-03-28T01:00:00.000Z"],
    ["2027-03-28", "07:30", "2027-03-28T05:30:00.000Z"],
    ["2027-10-31", "02:30", "2027-10-31T00:30:00.000Z"],
    ["2026-11-21", "07:30", "2026-11-21T06:30:00.000Z"],
  ])("%s %s is %s", (day, time, expected) => {
    expect(pragueInstant(day, time)).toBe(expected);
  });

  test("leads back to that day and time wherever they exist", () => {
    fc.assert(
      fc.property(anyDays, times, (day, time) => {
        const instant = pragueInstant(day, time);
        expect([pragueDay(instant), pragueTime(instant) >= time]).toEqual([day, true]);
      }),
      { numRuns: 500 },
    );
  });

  test("does not exist for what is no time of day", () => {
    expect(() => pragueInstant("2026-11-21", "24:00")).toThrow(RangeError);
    expect(() => pragueInstant("2026-11-21", "7:30")).toThrow(RangeError);
  });
});

/** Of a time that does not exist, Temporal gives one shifted by the gap; the gap's end is the change before it. */
function firstInstantOf(day: string, time: string): string {
  const wanted = Temporal.PlainDateTime.from(`${day}T${time}`);
  const found = wanted.toZonedDateTime(PRAGUE, { disambiguation: "compatible" });
  const exists = found.toPlainDateTime().equals(wanted);
  const first = exists ? found : found.add({ seconds: 1 }).getTimeZoneTransition("previous");
  return new Date(first?.epochMilliseconds ?? Number.NaN).toISOString();
}
