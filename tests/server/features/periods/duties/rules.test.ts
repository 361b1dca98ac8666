import { describe, expect, test } from "vitest";
import {
  dueDatesAfter,
  dutiesOf,
  isFinal,
  readOffset,
  requestNumber,
} from "../../../../../server/features/periods/duties/rules.ts";
import { periodsOfLength } from "../../../../../server/features/periods/rules.ts";

const liberec = { startsOn: "2023-05-01", endsOn: "2026-04-30" };
const periods = periodsOfLength(liberec, 6).map((span, index) => ({ ...span, number: index + 1 }));

/** End of the period, the same-day reading, the month-end reading and the working day after that. */
const WORKED_EXAMPLE = [
  ["2023-10-31", "2023-11-30", "2023-11-30", "2023-11-30"],
  ["2024-04-30", "2024-05-30", "2024-05-31", "2024-05-31"],
  ["2024-10-31", "2024-11-30", "2024-11-30", "2024-12-02"],
  ["2025-04-30", "2025-05-30", "2025-05-31", "2025-06-02"],
  ["2025-10-31", "2025-11-30", "2025-11-30", "2025-12-01"],
  ["2026-04-30", "2026-06-30", "2026-06-30", "2026-06-30"],
] as const;

describe("reports after half-year periods, by both readings", () => {
  const dutiesBy = (monthEnd: "same-day" | "month-end") =>
    dutiesOf(periods, liberec, {
      "interim-report-offset": { id: 1, offset: { months: 1, monthEnd } },
      "final-report-offset": { id: 2, offset: { months: 2, monthEnd } },
    }).filter(({ kind }) => kind === "report");

  test("by month-end the day binds that the worked example gives, reminded by the earlier reading", () => {
    const told = dutiesBy("month-end").map(({ period, dates }) => [
      period.endsOn,
      dates?.remindOn,
      dates?.dueOn,
      dates?.shiftedOn,
    ]);
    expect(told).toEqual(WORKED_EXAMPLE.map((row) => [...row]));
  });

  test("by same-day the earlier day itself binds", () => {
    const told = dutiesBy("same-day").map(({ dates }) => [dates?.dueOn, dates?.remindOn]);
    expect(told).toEqual(WORKED_EXAMPLE.map(([, sameDay]) => [sameDay, sameDay]));
  });

  test("only the last one is final and has the rule of the end of the project", () => {
    const all = dutiesBy("month-end");
    expect(all.map((duty) => duty.isFinal)).toEqual([false, false, false, false, false, true]);
    expect(all.map((duty) => duty.ruleId)).toEqual([1, 1, 1, 1, 1, 2]);
  });
});

test("each period owes a report and a payment request, numbered after the first advance", () => {
  const duties = dutiesOf(periods.slice(0, 1), liberec, {});
  expect(duties.map(({ kind }) => kind)).toEqual(["report", "payment-request"]);
  expect(requestNumber({ number: 1, ...liberec })).toBe(2);
});

test("without a rule of the programme there is no date, and none is invented", () => {
  const [duty] = dutiesOf(periods.slice(0, 1), liberec, {});
  expect(duty).toMatchObject({ dates: null, ruleId: null });
});

test("a period that does not reach the end of the project is not final", () => {
  expect(isFinal({ startsOn: "2025-11-01", endsOn: "2026-04-29" }, liberec)).toBe(false);
});

test("a day in the middle of a month has one reading", () => {
  const dates = dueDatesAfter("2025-01-15", { months: 1, monthEnd: "month-end" });
  expect(dates).toEqual({ dueOn: "2025-02-15", remindOn: "2025-02-15", shiftedOn: "2025-02-17" });
});

test("a holiday on a Saturday is shown as due on the Monday", () => {
  const dates = dueDatesAfter("2028-09-28", { months: 1, monthEnd: "same-day" });
  expect(dates).toEqual({ dueOn: "2028-10-28", remindOn: "2028-10-28", shiftedOn: "2028-10-30" });
});

test.each([
  ["1 month-end", { months: 1, monthEnd: "month-end" }],
  [" 2 same-day ", { months: 2, monthEnd: "same-day" }],
  ["month-end", undefined],
  ["1 měsíc", undefined],
  ["", undefined],
])("an offset written %j is read as %j", (value, offset) => {
  expect(readOffset(value)).toEqual(offset);
});
