import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../../../db/connection.ts";
import type { ReportFigures } from "../../../../../server/features/reports/drafting/figures.ts";
import { reportFigures } from "../../../../../server/features/reports/drafting/service.ts";
import { addDays } from "../../../../../server/values/calendar-date.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createIndicator, insert } from "../../../../support/factories.ts";
import {
  createHeldTraining,
  createReportedProject,
  submitReport,
} from "../../../../support/report-draft-factories.ts";
import { createParticipation, createPosting } from "../../../../support/training-factories.ts";

const ENDS = ["2025-06-30", "2025-12-31", "2026-06-30"];

/** What somebody types: of which day, in which period, how much; it may correct what was typed before. */
interface Typed {
  day: number;
  /** Counted from 0; never before its day. */
  phase: number;
  amount: number;
  corrects: number | null;
}

const typed = fc.record({
  day: fc.integer({ min: 0, max: 545 }),
  phase: fc.integer({ min: 0, max: 2 }),
  amount: fc.integer({ min: 1, max: 50 }),
  corrects: fc.option(fc.nat({ max: 20 })),
});
const OPENING = 7;

const endOf = (phase: number) => ENDS[phase] ?? "";
const dayOf = ({ day }: Typed) => addDays("2025-01-01", day);
const phaseOf = (row: Typed) =>
  Math.max(
    row.phase,
    ENDS.findIndex((end) => dayOf(row) <= end),
  );

/** Rows that stand, by the order in which they were written. */
interface Standing {
  valueId: number;
  postingId: number;
  day: string;
  amount: number;
}

/** Somebody's hours and an indicator, typed at the same times, so that both are counted alike. */
async function openBook(db: Connection) {
  const project = await createReportedProject(db);
  const { projectId } = project;
  const indicatorId = await createIndicator(db, projectId, { target: 100 });
  const participationId = await createParticipation(db, projectId);
  await insert(db, "indicator_values", {
    ...{ indicator_id: indicatorId, value: OPENING, is_opening: true, valid_on: "2025-01-01" },
    recorded_at: "2025-01-02T08:00:00.000Z",
  });
  const standing: Standing[] = [];
  const write = async (row: Typed, phase: number) => {
    const place = row.corrects ?? standing.length;
    const [old] = standing.splice(place, 1);
    const day = old?.day ?? dayOf(row);
    const dates = { valid_on: day, recorded_at: `${addDays(endOf(phase), -1)}T08:00:00.000Z` };
    const value = { indicator_id: indicatorId, value: row.amount, ...dates };
    const corrects_id = old?.valueId ?? null;
    const valueId = await insert(db, "indicator_values", { ...value, corrects_id });
    const postingId = await createPosting(db, participationId, {
      ...{ minutes: row.amount, ...dates, corrects_id: old?.postingId ?? null },
    });
    standing.push({ valueId, postingId, day, amount: row.amount });
  };
  const total = () => standing.reduce((sum, { amount }) => sum + amount, 0);
  const { first, second, third } = project.periods;
  return { projectId, periodIds: [first, second, third], write, total };
}

const reported = (all: readonly ReportFigures[]) => ({
  increments: all.reduce((sum, { indicators }) => sum + (indicators[0]?.increment ?? 0), 0),
  minutes: all.reduce((sum, { people }) => sum + people.minutes + people.lateMinutes, 0),
});

describe.each(engines)("the figures of reports on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  const runs = { seed: 20_261_122, numRuns: engine === "sqlite" ? 20 : 4 };

  test("of reports handed in add up to what is achieved, whenever it was typed or corrected", async () => {
    const holds = async (rows: Typed[]) => {
      const { projectId, periodIds, write, total } = await openBook(deps.db);
      const all: ReportFigures[] = [];
      for (const [phase, periodId] of periodIds.entries()) {
        for (const row of rows.filter((one) => phaseOf(one) === phase)) await write(row, phase);
        const key = { projectId, periodId };
        all.push(await reportFigures(deps.db, { ...key, reportId: null }));
        await submitReport(deps.db, key, `${addDays(endOf(phase), 20)}T10:00:00.000Z`);
      }
      expect(reported(all)).toEqual({ increments: total(), minutes: total() });
      expect(all.at(-1)?.indicators[0]?.cumulative).toBe(OPENING + total());
      expect(all.at(-1)?.people.minutesToDate).toBe(total());
    };
    await fc.assert(fc.asyncProperty(fc.array(typed, { maxLength: 12 }), holds), runs);
  }, 120_000);

  test("of reports that nobody handed in add up as they stand", async () => {
    const holds = async (rows: Typed[]) => {
      const { projectId, periodIds, write, total } = await openBook(deps.db);
      for (const row of rows) await write(row, phaseOf(row));
      const all: ReportFigures[] = [];
      for (const periodId of periodIds)
        all.push(await reportFigures(deps.db, { projectId, periodId, reportId: null }));
      expect(reported(all)).toEqual({ increments: total(), minutes: total() });
    };
    await fc.assert(fc.asyncProperty(fc.array(typed, { maxLength: 12 }), holds), runs);
  }, 120_000);

  test("count everybody once in the period and say who is new", async () => {
    const { projectId, activityId, periods } = await createReportedProject(deps.db);
    const on = { activity_id: activityId };
    await createHeldTraining(deps.db, projectId, { ...on, on: "2025-03-01", women: 2 });
    await createHeldTraining(deps.db, projectId, { ...on, on: "2025-09-01", women: 1, men: 2 });
    const again = await deps.db("participations").where({ project_id: projectId }).first("id");
    await createPosting(deps.db, again.id, { valid_on: "2025-09-02", minutes: 90 });

    const key = { projectId, periodId: periods.second, reportId: null };
    const figures = await reportFigures(deps.db, key);

    expect(figures.people).toMatchObject({
      ...{ events: 1, persons: 4, women: 2, heads: 0, supported: 4, newlySupported: 3 },
      ...{ supportedToDate: 5, minutes: 3 * 360 + 90, minutesToDate: 5 * 360 + 90 },
    });
    expect(figures.activities[0]).toMatchObject({
      ...{ events: 1, persons: 3, women: 1, minutes: 1080, minutesToDate: 1800 },
    });
    expect(figures.told.events).toHaveLength(1);
  });

  test("freeze as JSON without anything undefined", async () => {
    const { projectId, activityId, periods } = await createReportedProject(deps.db);
    await createIndicator(deps.db, projectId);
    await createHeldTraining(deps.db, projectId, { on: "2025-03-01", activity_id: activityId });
    const key = { projectId, periodId: periods.first, reportId: null };
    const figures = await reportFigures(deps.db, key);
    expect(JSON.parse(JSON.stringify(figures))).toStrictEqual(figures);
  });
});
