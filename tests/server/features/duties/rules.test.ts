import { describe, expect, test } from "vitest";
import { availabilityAndQuality } from "../../../../db/seeds/demo/availability-and-quality.ts";
import { mentalHealthReform } from "../../../../db/seeds/demo/mental-health-reform.ts";
import { programmeRules } from "../../../../db/seeds/programme-rules.ts";
import {
  type DutyFacts,
  type DutyRules,
  dueDatesBy,
  isFinal,
  owedBy,
  requestNumber,
} from "../../../../server/features/duties/rules.ts";
import { periodsOfLength } from "../../../../server/features/periods/rules.ts";
import { isDueRuleKind } from "../../../../server/features/programme-rules/rules.ts";
import { type DueRule, readDueRule } from "../../../../server/values/due-rule.ts";

const spanOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => ({
  startsOn,
  endsOn,
});
const liberec = spanOf(mentalHealthReform);
const hradec = spanOf(availabilityAndQuality);

/** The rules of OPZ+ as the product brings them, with one reading of month ends. */
function rulesRead(monthEnd: DueRule["monthEnd"]): DutyRules {
  const rules: DutyRules = {};
  for (const [index, { programme, kind, value }] of programmeRules.entries()) {
    const rule = readDueRule(value);
    if (programme === "OPZ+" && rule && isDueRuleKind(kind))
      rules[kind] = { id: index + 1, rule: { ...rule, monthEnd } };
  }
  return rules;
}

function factsOf(
  span: { startsOn: string; endsOn: string },
  more: Partial<DutyFacts> = {},
): DutyFacts {
  const periods = periodsOfLength(span, 6).map((one, index) => ({ ...one, number: index + 1 }));
  const unknown = { decidedOn: null, lastPaidOn: null, finalReportOn: null };
  return { ...span, ...unknown, periods, ...more };
}

const reportsOf = (facts: DutyFacts, rules: DutyRules) =>
  owedBy(facts, rules).filter(({ duty }) => duty === "report");

/** Start and end of the period, the same-day reading, the month-end reading and the working day after that. */
const SIX_PERIODS = [
  ["2023-05-01", "2023-10-31", "2023-11-30", "2023-11-30", "2023-11-30"],
  ["2023-11-01", "2024-04-30", "2024-05-30", "2024-05-31", "2024-05-31"],
  ["2024-05-01", "2024-10-31", "2024-11-30", "2024-11-30", "2024-12-02"],
  ["2024-11-01", "2025-04-30", "2025-05-30", "2025-05-31", "2025-06-02"],
  ["2025-05-01", "2025-10-31", "2025-11-30", "2025-11-30", "2025-12-01"],
  ["2025-11-01", "2026-04-30", "2026-06-30", "2026-06-30", "2026-06-30"],
] as const;

describe("the six periods of project 0001329", () => {
  test("by the end of the month the day binds that the worked example gives, reminded by the earlier reading", () => {
    const told = reportsOf(factsOf(liberec), rulesRead("month-end")).map(({ period, dates }) => [
      ...[period?.startsOn, period?.endsOn],
      ...[dates?.remindOn, dates?.dueOn, dates?.shiftedOn],
    ]);
    expect(told).toEqual(SIX_PERIODS.map((row) => [...row]));
  });

  test("by the same day the earlier reading itself binds: 30 May, not 31", () => {
    const told = reportsOf(factsOf(liberec), rulesRead("same-day")).map(({ dates }) => [
      dates?.dueOn,
      dates?.remindOn,
    ]);
    expect(told).toEqual(SIX_PERIODS.map(([, , sameDay]) => [sameDay, sameDay]));
  });

  test("only the last report is final and counted from the end of the project", () => {
    const reports = reportsOf(factsOf(liberec), rulesRead("month-end"));
    expect(reports.map((one) => one.isFinal)).toEqual([false, false, false, false, false, true]);
    expect(new Set(reports.map(({ anchor }) => anchor?.kind))).toEqual(
      new Set(["period-end", "project-end"]),
    );
  });

  test("with a rule that shifts, the working day binds and reminders still count from the unshifted day", () => {
    const rules = rulesRead("month-end");
    const interim = rules["interim-report-offset"];
    if (!interim) throw new Error("no rule");
    const shifting: DueRule = { ...interim.rule, weekend: "next-working-day" };
    rules["interim-report-offset"] = { ...interim, rule: shifting };
    const third = reportsOf(factsOf(liberec), rules)[2];
    expect(third?.dates).toEqual({
      dueOn: "2024-12-02",
      shiftedOn: "2024-12-02",
      remindOn: "2024-11-30",
    });
  });
});

test("Hradec Králové has three half-years and a last period of four months", () => {
  const told = reportsOf(factsOf(hradec), rulesRead("month-end")).map(
    ({ period, dates, isFinal }) => [
      ...[period?.startsOn, period?.endsOn, isFinal],
      ...[dates?.remindOn, dates?.dueOn, dates?.shiftedOn],
    ],
  );
  expect(told).toEqual([
    ["2020-09-01", "2021-02-28", false, "2021-03-28", "2021-03-31", "2021-03-31"],
    ["2021-03-01", "2021-08-31", false, "2021-09-30", "2021-09-30", "2021-09-30"],
    ["2021-09-01", "2022-02-28", false, "2022-03-28", "2022-03-31", "2022-03-31"],
    ["2022-03-01", "2022-06-30", true, "2022-08-30", "2022-08-31", "2022-08-31"],
  ]);
});

describe("what the legal act owes beside reports", () => {
  const dueOf = (facts: DutyFacts) =>
    Object.fromEntries(
      owedBy(facts, rulesRead("month-end")).map(({ key, dates }) => [key, dates?.dueOn ?? null]),
    );

  test("publicity from the start, the advance from the decision, exits with the final report", () => {
    const due = dueOf(factsOf(liberec, { decidedOn: "2023-04-12" }));
    expect(due).toMatchObject({
      "advance-request": "2023-04-12",
      poster: "2023-05-01",
      "web-note": "2023-05-01",
      "2-activity-plan": "2023-11-01",
      timesheets: "2023-06-10",
      "participant-exits": "2026-06-30",
      "6-payment-request": "2026-06-30",
    });
  });

  test("documents are kept by three rules, of which one waits for the last payment", () => {
    expect(dueOf(factsOf(liberec))).toMatchObject({
      "archive-decision": "2036-04-30",
      "archive-national": "2037-01-01",
      "archive-eu": null,
    });
    expect(dueOf(factsOf(liberec, { lastPaidOn: "2026-11-05" }))["archive-eu"]).toBe("2031-12-31");
  });

  test("a final report that the authority has prolonged takes the exits along", () => {
    expect(dueOf(factsOf(liberec, { finalReportOn: "2026-07-31" }))["participant-exits"]).toBe(
      "2026-07-31",
    );
  });

  test("without a decision the advance has no day, and none is invented", () => {
    const advance = owedBy(factsOf(liberec), rulesRead("month-end"))[0];
    expect(advance).toMatchObject({ dates: null, anchor: { kind: "decision", on: null } });
  });

  test("timesheets recur until the last month of the project", () => {
    const series = owedBy(factsOf(liberec), rulesRead("month-end")).find(
      ({ key }) => key === "timesheets",
    );
    expect(series?.recursUntil).toBe("2026-05-10");
  });

  test("a programme without rules still owes reports and requests, on days that somebody sets", () => {
    const owed = owedBy(factsOf(liberec), {});
    expect(new Set(owed.map(({ duty }) => duty))).toEqual(new Set(["report", "payment-request"]));
    expect(owed.every(({ dates, ruleId }) => dates === null && ruleId === null)).toBe(true);
  });
});

test("the second request belongs to the first period, since the first one is the advance", () => {
  expect(requestNumber({ number: 1, ...liberec })).toBe(2);
});

test("a period that does not reach the end of the project is not final", () => {
  expect(isFinal({ startsOn: "2025-11-01", endsOn: "2026-04-29" }, liberec)).toBe(false);
});

describe("days by one rule", () => {
  const rule = (written: string) => {
    const read = readDueRule(written);
    if (!read) throw new Error(written);
    return read;
  };
  test.each([
    ["1 months month-end unshifted period-end", "2025-01-15", "2025-02-15", "2025-02-15"],
    ["1 months same-day unshifted period-end", "2028-09-28", "2028-10-28", "2028-10-28"],
    ["1 months month-end unshifted period-end", "2023-10-31", "2023-11-30", "2023-11-30"],
    ["1 years month-end unshifted project-end", "2023-02-28", "2024-02-29", "2024-02-28"],
    ["10 working-days same-day unshifted period-end", "2025-12-19", "2026-01-08", "2026-01-08"],
    ["14 days same-day next-working-day decision", "2026-03-20", "2026-04-07", "2026-04-03"],
    ["0 days same-day unshifted project-start", "2023-05-01", "2023-05-01", "2023-05-01"],
  ])("%s after %s is %s, reminded towards %s", (written, anchor, dueOn, remindOn) => {
    expect(dueDatesBy(rule(written), anchor)).toMatchObject({ dueOn, remindOn });
  });
});
