import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadReportDraft } from "../../../../../server/features/reports/drafting/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createActivity } from "../../../../support/factories.ts";
import {
  createHeldTraining,
  createLogEntry,
  createReportedProject,
  submitReport,
} from "../../../../support/report-draft-factories.ts";

describe.each(engines)("an activity in a report on %s", (engine) => {
  let deps: TestDeps;
  let project: Awaited<ReturnType<typeof createReportedProject>>;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    project = await createReportedProject(deps.db);
  });
  afterEach(() => deps.close());

  const chipIn = async (periodId: number, activityId = project.activityId) => {
    const { projectId } = project;
    const order = { projectId, periodId, reportId: null, language: "cs" as const };
    return (await loadReportDraft(deps.db, order)).chips.get(activityId);
  };
  const log = (happened_on: string, created_at: string) =>
    createLogEntry(deps.db, project.projectId, {
      ...{ happened_on, created_at, activityIds: [project.partId] },
    });
  const submit = (periodId: number, at: string) =>
    submitReport(deps.db, { projectId: project.projectId, periodId }, at);

  test("is done where the period brought something, unchanged where it did not", async () => {
    const other = await createActivity(deps.db, project.projectId);
    await log("2025-05-05", "2025-05-05T12:00:00.000Z");
    expect(await chipIn(project.periods.first)).toBe("done");
    expect(await chipIn(project.periods.first, other)).toBe("unchanged");
    expect(await chipIn(project.periods.second)).toBe("unchanged");
  });

  test("is changed when something was added to days already reported", async () => {
    const { first, second } = project.periods;
    await log("2025-05-05", "2025-05-05T12:00:00.000Z");
    await submit(first, "2025-07-20T10:00:00.000Z");
    expect(await chipIn(second)).toBe("unchanged");
    await log("2025-05-06", "2025-08-01T12:00:00.000Z");
    expect(await chipIn(second)).toBe("changed");
  });

  test("is changed when hours already reported were corrected", async () => {
    const { first, second } = project.periods;
    await createHeldTraining(deps.db, project.projectId, {
      ...{ on: "2025-03-01", activity_id: project.activityId },
    });
    await submit(first, "2025-07-20T10:00:00.000Z");
    const posting = await deps.db("support_postings").first();
    const { id, ...columns } = posting;
    await deps
      .db("support_postings")
      .insert({ ...columns, minutes: 300, recorded_at: "2025-08-01T10:00:00Z", corrects_id: id });
    expect(await chipIn(second)).toBe("changed");
  });

  test("is changed in a returned report from what was handed in of it", async () => {
    const { first } = project.periods;
    await log("2025-05-05", "2025-05-05T12:00:00.000Z");
    await submit(first, "2025-07-20T10:00:00.000Z");
    expect(await chipIn(first)).toBe("done");
    await log("2025-05-06", "2025-08-01T12:00:00.000Z");
    expect(await chipIn(first)).toBe("changed");
    await submit(first, "2025-08-05T10:00:00.000Z");
    expect(await chipIn(first)).toBe("done");
  });
});
