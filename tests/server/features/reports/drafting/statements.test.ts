import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadReportDraft } from "../../../../../server/features/reports/drafting/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createActivity, createIndicator, createMilestone } from "../../../../support/factories.ts";
import { statementsOf } from "../../../../support/queries.ts";
import {
  createHeldTraining,
  createLogEntry,
  createReportedProject,
} from "../../../../support/report-draft-factories.ts";

describe.each(engines)("drafting on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("asks as many questions of a busy half-year as of a quiet one", async () => {
    const { db } = deps;
    const quiet = await createReportedProject(db);
    const busy = await createReportedProject(db);
    for (let month = 7; month <= 12; month += 1) {
      const on = `2025-${String(month).padStart(2, "0")}-10`;
      const activity_id = await createActivity(db, busy.projectId);
      const activityIds = [activity_id];
      await createHeldTraining(db, busy.projectId, { on, activity_id, women: 2 });
      await createLogEntry(db, busy.projectId, { happened_on: on, activityIds });
      await createMilestone(db, busy.projectId, { activity_id, due_on: on });
      await createIndicator(db, busy.projectId);
    }
    const draft = ({ projectId, periods }: typeof quiet) =>
      loadReportDraft(db, {
        ...{ projectId, periodId: periods.second, reportId: null, language: "cs" },
      });
    const ofQuiet = await statementsOf(db, () => draft(quiet));
    const ofBusy = await statementsOf(db, () => draft(busy));
    expect(ofBusy).toHaveLength(ofQuiet.length);
    expect(ofBusy.length).toBeLessThanOrEqual(45);
  });
});
