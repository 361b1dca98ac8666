import { listDuties } from "../../../db/queries/duties.ts";
import {
  DAY_IS_UNKNOWN,
  type DemoActivity,
  type DemoProject,
} from "../../../db/seeds/demo/demo-project.ts";
import { system } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { createActivity } from "../activities/service.ts";
import { recordCompletion } from "../milestones/completion/service.ts";
import { createMilestone } from "../milestones/service.ts";
import { generatePeriods } from "../periods/service.ts";
import { enterProject, type ProjectRecord } from "./project-record.ts";
import { enterPublicPage } from "./public-page.ts";

type Building = Pick<Deps, "db" | "clock" | "config">;

/** Enters a project as its source tells it; what the source leaves out stays empty. */
export async function enterFinishedProject(
  deps: Building,
  told: DemoProject,
  members: ProjectRecord["members"],
): Promise<number> {
  const today = deps.clock.today();
  const projectId = await enterProject(deps, system, {
    ...told,
    phase: told.endsOn < today ? "finished" : "running",
    isExample: false,
    decidedOn: null,
    partners: [],
    codes: { "target-groups": told.targetGroups, districts: told.districts },
    members,
  });
  const activityIds: number[] = [];
  for (const activity of told.activities) {
    activityIds.push(await enterActivity(deps, projectId, activity));
  }
  for (const { title, dueOn, activity, isDone } of told.milestones) {
    const activityId = activity === null ? null : (activityIds[activity - 1] ?? null);
    const entry = { kind: "milestone" as const, title, dueOn, activityId };
    const id = await createMilestone(deps, system, projectId, entry);
    if (isDone && dueOn <= today) {
      await recordCompletion(deps, system, { projectId, id }, { doneOn: dueOn });
    }
  }
  if (told.periodMonths !== null) await enterReports(deps, projectId, told.periodMonths);
  await enterPublicPage(deps, system, { projectId, programme: told.programme, ...told.publicPage });
  return projectId;
}

async function enterActivity(
  deps: Building,
  projectId: number,
  { title, goal, parts }: DemoActivity,
): Promise<number> {
  const id = await createActivity(deps, system, projectId, { title, goal });
  for (const part of parts) {
    await createActivity(deps, system, projectId, { title: part, parentId: id });
  }
  return id;
}

/** Periods of the programme's length, with the reports their rules give. */
async function enterReports(deps: Building, projectId: number, months: number): Promise<void> {
  const numbers = Array.from({ length: Math.round(36 / months) }, (_, index) => index + 1);
  const duties = numbers.map((number) => `${number}-report`);
  await generatePeriods(deps, system, projectId, { months, duties });
  for (const { id, dueOn } of await listDuties(deps.db, projectId)) {
    if (dueOn > deps.clock.today()) continue;
    const done = { doneOn: dueOn, note: DAY_IS_UNKNOWN };
    await recordCompletion(deps, system, { projectId, id }, done);
  }
}
