import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { formatsFor } from "../../../server/texts/formats.ts";
import { addDays, parseCalendarDate } from "../../../server/values/calendar-date.ts";
import { parseDecimal } from "../../../server/values/decimal.ts";
import { MAX_HALERE, parseHalere } from "../../../server/values/money.ts";

fc.configureGlobal({ seed: 20261121 });

const cs = formatsFor("cs");
const en = formatsFor("en");
const NBSP = "\u00a0";

/** No-break spaces made visible to the eye of the reader. */
const seen = (text: string) => text.replaceAll(NBSP, "~");

const days = fc
  .integer({ min: 0, max: 109_571 })
  .map((n) => Temporal.PlainDate.from("1900-01-01").add({ days: n }).toString());

describe("days", () => {
  test("are written as each language does", () => {
    expect(seen(cs.date("2023-05-01"))).toBe("1.~5.~2023");
    expect(en.date("2023-05-01")).toBe("1 May 2023");
    expect(en.date("2026-09-30")).toBe("30 Sep 2026");
    expect(seen(cs.shortDate("2023-05-01"))).toBe("1.~5.");
    expect(en.shortDate("2023-12-24")).toBe("24 Dec");
    expect(seen(cs.nearDate("2023-05-01", "2023-12-31"))).toBe("1.~5.");
    expect(seen(cs.nearDate("2023-05-01", "2024-01-01"))).toBe("1.~5.~2023");
    expect(en.nearDate("2024-01-02", "2023-12-31")).toBe("2 Jan 2024");
    expect(seen(cs.longDate("2026-11-21"))).toBe("sobota 21.~listopadu 2026");
    expect(en.longDate("2026-11-21")).toBe("Saturday 21 November 2026");
    expect([cs.weekday("2026-11-23"), en.weekday("2026-11-23")]).toEqual(["pondělí", "Monday"]);
    expect([cs.shortWeekday("2026-11-22"), en.shortWeekday("2026-11-22")]).toEqual(["ne", "Sun"]);
    expect([cs.monthName("2026-03"), en.monthName("2026-03")]).toEqual([
      "březen 2026",
      "March 2026",
    ]);
  });

  test("in Czech are those of the system's own formatter, any day of three centuries", () => {
    const system = new Intl.DateTimeFormat("cs", { dateStyle: "medium", timeZone: "UTC" });
    const long = new Intl.DateTimeFormat("cs", { dateStyle: "full", timeZone: "UTC" });
    fc.assert(
      fc.property(days, (day) => {
        const instant = new Date(day);
        expect(cs.date(day).replaceAll(NBSP, " ")).toBe(
          system.format(instant).replaceAll(NBSP, " "),
        );
        expect(cs.longDate(day).replaceAll(NBSP, " ")).toBe(
          long.format(instant).replaceAll(NBSP, " "),
        );
        expect(parseCalendarDate(cs.date(day))).toBe(day);
        expect(parseCalendarDate(en.date(day))).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });

  test("of a span say the year once when it is the same", () => {
    expect(seen(cs.dateRange("2023-05-01", "2026-04-30"))).toBe("1.~5.~2023 – 30.~4.~2026");
    expect(seen(cs.dateRange("2023-05-01", "2023-10-31"))).toBe("1.~5. – 31.~10.~2023");
    expect(en.dateRange("2023-05-01", "2023-10-31")).toBe("1 May – 31 Oct 2023");
    expect(seen(cs.dateRange("2023-05-01", "2023-05-01"))).toBe("1.~5.~2023");
  });

  test("near today are told by their distance", () => {
    const distances = [-12, -3, -2, -1, 0, 1, 2, 4, 5, 12];
    const told = (formats: typeof cs) =>
      distances.map((n) => formats.daysFromToday(addDays("2026-12-30", n), "2026-12-30"));
    expect(told(cs)).toEqual([
      "před 12 dny",
      "před 3 dny",
      "před 2 dny",
      "včera",
      "dnes",
      "zítra",
      "za 2 dny",
      "za 4 dny",
      "za 5 dní",
      "za 12 dní",
    ]);
    expect(told(en)).toEqual([
      "12 days ago",
      "3 days ago",
      "2 days ago",
      "yesterday",
      "today",
      "tomorrow",
      "in 2 days",
      "in 4 days",
      "in 5 days",
      "in 12 days",
    ]);
  });

  test("of instants are those of Prague, with its time", () => {
    expect(seen(cs.dateTime("2026-06-22T22:05:00.000Z"))).toBe("23.~6.~2026 0:05");
    expect(en.dateTime("2026-06-22T22:05:00.000Z")).toBe("23 Jun 2026, 00:05");
    expect(cs.time("2026-11-21T08:05:00.000Z")).toBe("9:05");
    expect(cs.time("2026-11-21T19:05:00.000Z")).toBe("20:05");
    expect(en.time("2026-11-21T08:05:00.000Z")).toBe("09:05");
  });
});

describe("amounts and numbers", () => {
  test("are written as each language does", () => {
    expect(seen(cs.money(1_579_560_005))).toBe("15~795~600,05~Kč");
    expect(seen(en.money(1_579_560_005))).toBe("CZK~15,795,600.05");
    expect(seen(cs.money(-5))).toBe("-0,05~Kč");
    expect(seen(en.money(-5))).toBe("-CZK~0.05");
    expect(seen(cs.wholeMoney(1_579_560_050))).toBe("15~795~601~Kč");
    expect(seen(cs.wholeMoney(-150))).toBe("-2~Kč");
    expect(seen(cs.wholeMoney(-49))).toBe("0~Kč");
    expect(cs.inputMoney(1_579_560_005)).toBe("15795600,05");
    expect(seen(cs.number(1234567.5))).toBe("1~234~567,5");
    expect(seen(cs.scaled(123_450, 2))).toBe("1~234,50");
    expect(cs.scaled(600, 0)).toBe("600");
    expect(en.inputScaled(-123_450, 2)).toBe("-1234.50");
  });

  test("are those of the system's own formatter, however large", () => {
    const locales = [
      ["cs-CZ", cs],
      ["en-GB", en],
    ] as const;
    for (const [locale, formats] of locales) {
      const money = new Intl.NumberFormat(locale, { style: "currency", currency: "CZK" });
      fc.assert(
        fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
          const exact = (places: number) => `${value}e-${places}` as unknown as number;
          const plain = new Intl.NumberFormat(locale, {
            minimumFractionDigits: decimals,
            maximumFractionDigits: decimals,
          });
          expect(formats.money(value)).toBe(money.format(exact(2)));
          expect(formats.scaled(value, decimals)).toBe(plain.format(exact(decimals)));
        }),
        { numRuns: 500 },
      );
    }
  });

  test("are read back from what was printed", () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_HALERE, max: MAX_HALERE }), (halere) => {
        for (const formats of [cs, en]) {
          const expected = { ok: true, halere };
          const allowNegative = { allowNegative: true };
          expect(parseHalere(formats.money(halere), allowNegative)).toEqual(expected);
          expect(parseHalere(formats.inputMoney(halere), allowNegative)).toEqual(expected);
          expect(parseDecimal(formats.inputScaled(halere, 3), 3)).toBe(halere);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("in per cent are whole, and only nothing is 0 % and only everything 100 %", () => {
    const points = [0, 1, 49, 50, 150, 6200, 6249, 6250, 9949, 9950, 9999, 10_000, 12_345, -30];
    const whole = [0, 1, 1, 1, 2, 62, 62, 63, 99, 99, 99, 100, 123, -1];
    expect(points.map((n) => seen(cs.percent(n)))).toEqual(whole.map((n) => `${n}~%`));
    expect(points.map(en.percent)).toEqual(whole.map((n) => `${n}%`));
  });

  test("as shares have the places they need", () => {
    expect(seen(cs.share(767_350))).toBe("76,735~%");
    expect(seen(cs.share(50_000))).toBe("5~%");
    expect(seen(cs.share(1))).toBe("0,0001~%");
    expect(en.share(182_650)).toBe("18.265%");
    expect(en.share(1_000_000)).toBe("100%");
  });

  test("of minutes are hours with two places at most", () => {
    const minutes = [0, 1, 45, 90, 100, 450, 90_000];
    expect(minutes.map((each) => seen(cs.hours(each)))).toEqual([
      "0~h",
      "0,02~h",
      "0,75~h",
      "1,5~h",
      "1,67~h",
      "7,5~h",
      "1~500~h",
    ]);
    expect(minutes.map((each) => en.hourCount(each)).slice(-2)).toEqual(["7.5", "1,500"]);
  });

  test("of bytes are short", () => {
    const sizes = [0, 850, 1_400, 99_949, 999_499, 999_500, 1_234_567, 15_000_000_000, 5e15];
    expect(sizes.map((size) => seen(cs.bytes(size)))).toEqual([
      "0~B",
      "850~B",
      "1,4~kB",
      "100~kB",
      "999~kB",
      "1~MB",
      "1,2~MB",
      "15~GB",
      "5~000~000~GB",
    ]);
  });
});

describe("the formats of a language", () => {
  test("are one object that nobody can change", () => {
    expect(formatsFor("cs")).toBe(cs);
    expect([cs.language, en.language]).toEqual(["cs", "en"]);
    expect(Object.isFrozen(cs)).toBe(true);
  });
});
