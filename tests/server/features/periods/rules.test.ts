import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  areContiguous,
  errorsOfNext,
  periodsOfLength,
  spanLeft,
  withNeighbours,
} from "../../../../server/features/periods/rules.ts";

const numbered = (spans: { startsOn: string; endsOn: string }[]) =>
  spans.map((span, index) => ({ ...span, number: index + 1 }));
const written = (spans: { startsOn: string; endsOn: string }[]) =>
  spans.map(({ startsOn, endsOn }) => `${startsOn}–${endsOn}`);

describe("periods by length", () => {
  test("a span that does not divide ends with a shorter one: four months of six", () => {
    const hradec = { startsOn: "2020-09-01", endsOn: "2022-06-30" };
    expect(written(periodsOfLength(hradec, 6))).toEqual([
      "2020-09-01–2021-02-28",
      "2021-03-01–2021-08-31",
      "2021-09-01–2022-02-28",
      "2022-03-01–2022-06-30",
    ]);
  });

  test("three years in halves are six periods", () => {
    const liberec = { startsOn: "2023-05-01", endsOn: "2026-04-30" };
    expect(written(periodsOfLength(liberec, 6)).at(-1)).toBe("2025-11-01–2026-04-30");
    expect(periodsOfLength(liberec, 6)).toHaveLength(6);
  });

  test("a start on the last day of a month keeps to last days and does not creep forward", () => {
    const span = { startsOn: "2023-01-31", endsOn: "2023-05-30" };
    expect(written(periodsOfLength(span, 1))).toEqual([
      "2023-01-31–2023-02-27",
      "2023-02-28–2023-03-30",
      "2023-03-31–2023-04-29",
      "2023-04-30–2023-05-30",
    ]);
  });

  test("a span of one day is one period of one day", () => {
    const day = { startsOn: "2024-02-29", endsOn: "2024-02-29" };
    expect(periodsOfLength(day, 12)).toEqual([day]);
  });

  test("always fill the span exactly, start as an independent calendar says, and only the last is shorter", () => {
    const start = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 0, max: 2500 }),
        fc.integer({ min: 1, max: 24 }),
        (from, days, months) => {
          const first = Temporal.PlainDate.from("2019-01-01").add({ days: from });
          const span = { startsOn: first.toString(), endsOn: first.add({ days }).toString() };
          const periods = periodsOfLength(span, months);
          expect(areContiguous(numbered(periods), span)).toBe(true);
          expect(periods.at(-1)?.endsOn).toBe(span.endsOn);
          for (const [index, period] of periods.entries()) {
            expect(period.startsOn).toBe(first.add({ months: index * months }).toString());
            const whole = first
              .add({ months: (index + 1) * months })
              .subtract({ days: 1 })
              .toString();
            if (index < periods.length - 1) expect(period.endsOn).toBe(whole);
            else expect(period.endsOn <= whole).toBe(true);
          }
        },
      ),
      { seed: 20260302, numRuns: 300 },
    );
  });
});

describe("periods by hand", () => {
  const project = { startsOn: "2025-01-01", endsOn: "2026-12-31" };
  const two = numbered([
    { startsOn: "2025-01-01", endsOn: "2025-06-30" },
    { startsOn: "2025-07-01", endsOn: "2025-12-31" },
  ]);

  test("the next one starts the day after the last one, inside the project", () => {
    const next = (startsOn: string, endsOn: string) =>
      errorsOfNext({ startsOn, endsOn }, two, project);
    expect(next("2026-01-01", "2026-06-30")).toEqual({});
    expect(next("2026-01-02", "2026-06-30")).toEqual({ startsOn: "periodGap" });
    expect(next("2025-12-31", "2026-06-30")).toEqual({ startsOn: "periodOverlap" });
    expect(next("2026-01-01", "2027-01-01")).toEqual({ endsOn: "outsideProject" });
    expect(next("2026-01-01", "2025-12-31")).toEqual({ endsOn: "endBeforeStart" });
    expect(errorsOfNext({ startsOn: "2024-12-31", endsOn: "2025-06-30" }, [], project)).toEqual({
      startsOn: "outsideProject",
    });
  });

  test("what is left is told from the last period to the end of the project", () => {
    expect(spanLeft(project, two)).toEqual({ startsOn: "2026-01-01", endsOn: "2026-12-31" });
    expect(spanLeft(project, [])).toEqual(project);
    expect(spanLeft({ ...project, endsOn: "2025-12-31" }, two)).toBeNull();
  });

  test("a changed period takes its neighbours along", () => {
    const changed = { number: 1, startsOn: "2025-01-01", endsOn: "2025-08-31" };
    const { errors, periods } = withNeighbours(two, changed, project);
    expect(errors).toEqual({});
    expect(written(periods)).toEqual(["2025-01-01–2025-08-31", "2025-09-01–2025-12-31"]);
  });

  test("but may not swallow them", () => {
    const first = { number: 1, startsOn: "2025-01-01", endsOn: "2025-12-31" };
    expect(withNeighbours(two, first, project).errors).toEqual({ endsOn: "periodOverlap" });
    const second = { number: 2, startsOn: "2025-01-01", endsOn: "2025-12-31" };
    expect(withNeighbours(two, second, project).errors).toEqual({ startsOn: "periodOverlap" });
  });

  test("whatever end is chosen, the periods stay contiguous or the change is refused", () => {
    const three = numbered([
      { startsOn: "2025-01-01", endsOn: "2025-04-30" },
      { startsOn: "2025-05-01", endsOn: "2025-08-31" },
      { startsOn: "2025-09-01", endsOn: "2025-12-31" },
    ]);
    const days = fc.integer({ min: -30, max: 800 });
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3), days, days, (number, from, to) => {
        const day = (n: number) =>
          Temporal.PlainDate.from("2025-01-01").add({ days: n }).toString();
        const { errors, periods } = withNeighbours(
          three,
          { number, startsOn: day(from), endsOn: day(to) },
          project,
        );
        const areWhole = periods.every(({ startsOn, endsOn }) => startsOn <= endsOn);
        const isAllowed = Object.keys(errors).length === 0;
        expect(isAllowed).toBe(areWhole && areContiguous(periods, project));
      }),
      { seed: 20260302, numRuns: 500 },
    );
  });
});
