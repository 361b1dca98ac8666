import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isFrozen,
  isWritable,
  keptStateOf,
  numberFor,
  type ReportState,
  reportStates,
  type StateFact,
  stepsFrom,
} from "../../../../server/features/reports/rules.ts";

const fact = (state: ReportState, validOn: string, answerBy: string | null = null): StateFact => ({
  ...{ state, validOn, answerBy },
});

describe("states of a report", () => {
  test("keep the day of the last submission and of acceptance", () => {
    const facts = [
      fact("accepted", "2026-03-20"),
      fact("submitted", "2026-03-01"),
      fact("returned", "2026-02-20", "2026-03-05"),
      fact("submitted", "2026-02-09"),
    ];
    expect(keptStateOf(facts)).toEqual({
      ...{ state: "accepted", answerBy: null },
      ...{ submittedOn: "2026-03-01", acceptedOn: "2026-03-20" },
    });
  });

  test("wait for an answer from the return until it is submitted again", () => {
    const returned = [
      fact("returned", "2026-02-20", "2026-03-05"),
      fact("submitted", "2026-02-09"),
    ];
    expect(keptStateOf(returned).answerBy).toBe("2026-03-05");
    expect(keptStateOf([fact("checking", "2026-03-01"), ...returned]).answerBy).toBe("2026-03-05");
    expect(keptStateOf([fact("submitted", "2026-03-02"), ...returned]).answerBy).toBeNull();
  });

  test("of any history: a day of acceptance only when accepted, of an answer only when not submitted since", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
    const any = fc.record({
      state: fc.constantFrom(...reportStates),
      validOn: day,
      answerBy: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(any), (facts) => {
        const kept = keptStateOf(facts);
        const latest = facts[0]?.state ?? "draft";
        expect(kept.state).toBe(latest);
        expect(kept.acceptedOn !== null).toBe(latest === "accepted");
        const told = facts.filter(({ state }) => state === "submitted" || state === "returned");
        if (told[0]?.state !== "returned") expect(kept.answerBy).toBeNull();
        const handedIn = told.find(({ state }) => state === "submitted");
        expect(kept.submittedOn).toBe(handedIn?.validOn ?? null);
      }),
      { seed: 5 },
    );
  });

  test("are written on or frozen or waiting to be copied, never two of these", () => {
    for (const state of reportStates) {
      expect(isWritable(state) && isFrozen(state)).toBe(false);
      expect(stepsFrom(state).length).toBeGreaterThan(0);
    }
    expect(isWritable("ready") || isFrozen("ready")).toBe(false);
  });
});

describe("the number of a report", () => {
  test("is that of its period, or the next one where that is taken", () => {
    expect(numberFor(2, [])).toBe(2);
    expect(numberFor(2, [1, 2, 5])).toBe(6);
  });
});
