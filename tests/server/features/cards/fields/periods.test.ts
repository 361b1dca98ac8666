import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { periodIn } from "../../../../../server/features/cards/fields/periods/rules.ts";

fc.configureGlobal({ seed: 20261122 });

describe("years of a card", () => {
  test.each([
    ["2014-2017", 2014, 2017],
    ["2014 – 2017", 2014, 2017],
    ["2014‑2017", 2014, 2017],
    ["2014 až 2017", 2014, 2017],
    ["2014-17", 2014, 2017],
    ["2024/2025", 2024, 2025],
    ["2024, 2025 a 2026", 2024, 2026],
    ["1. 1. 2024 – 31. 12. 2026", 2024, 2026],
    ["9/2024 – 8/2026", 2024, 2026],
    ["leden 2024 – prosinec 2026", 2024, 2026],
    ["od roku 2024 do roku 2026", 2024, 2026],
    ["2025", 2025, 2025],
    ["I. pololetí 2025", 2025, 2025],
    ["2O24-2o27", 2024, 2027],
  ])("are told by %j", (text, fromYear, toYear) => {
    expect(periodIn(text)).toEqual({ fromYear, toYear });
  });

  test.each([
    "2024+",
    "2024 +",
    "od roku 2024",
    "od 1. 1. 2024",
    "2024 a dále",
    "2024 –",
    "průběžně od 2024",
    "2024–2026+",
  ])("have no end in %j", (text) => {
    expect(periodIn(text)).toEqual({ fromYear: 2024, toYear: null });
  });

  test.each(["do roku 2026", "do konce roku 2026", "nejpozději 2026"])(
    "have no beginning in %j",
    (text) => {
      expect(periodIn(text)).toEqual({ fromYear: null, toYear: 2026 });
    },
  );

  test.each([
    "průběžně",
    "",
    "dle zákona č. 108/2006 Sb.",
    "20242026",
    "CZ.03.02.02/00/20_2024/0001329",
  ])("are not told by %j", (text) => {
    expect(periodIn(text)).toEqual({ fromYear: null, toYear: null });
  });

  test("that end before they begin are put in order with a doubt", () => {
    expect(periodIn("2026–2024")).toEqual({ fromYear: 2024, toYear: 2026, doubt: "backwards" });
  });

  test("of any span written in any usual way are its two years", () => {
    const span = fc.constantFrom("-", " - ", "–", " – ", " až ", "/");
    const years = fc.integer({ min: 1990, max: 2089 });
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 10 }), span, (from, length, sign) => {
        expect(periodIn(`v letech ${from}${sign}${from + length}.`)).toEqual({
          fromYear: from,
          toYear: from + length,
        });
      }),
    );
  });
});
