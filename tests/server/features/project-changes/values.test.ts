import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../server/change.ts";
import { movedMeanwhile } from "../../../../server/features/project-changes/approvals/service.ts";
import {
  listItemsNow,
  setItems,
} from "../../../../server/features/project-changes/items/service.ts";
import { engines } from "../../../support/databases.ts";
import { createActivity, createIndicator, createMilestone } from "../../../support/factories.ts";
import { type ChangedProject, openChangedProject, TODAY } from "./changed-project.ts";

describe.each(engines)("what a change of the project sets on %s", (engine) => {
  let world: ChangedProject;
  beforeEach(async () => {
    world = await openChangedProject(engine);
  });
  afterEach(() => world.close());

  test("sets texts, dates and targets when it is approved, each with the reason", async () => {
    const { deps, projectId, begin, announce, approve, historyOf } = world;
    const { db } = deps;
    const activityId = await createActivity(db, projectId, {
      ...{ goal: "Staré", starts_on: "2026-01-01", ends_on: "2026-06-30" },
    });
    const indicatorId = await createIndicator(db, projectId, { decimals: 1, target: 100 });
    const milestoneId = await createMilestone(db, projectId, { due_on: "2026-05-31" });
    const id = await begin({ hasBudget: false });
    const wanted = [
      ["project", projectId, { title: "Nový název", endsOn: "2029-12-31" }],
      ["activity", activityId, { goal: "Nové", endsOn: "2026-09-30" }],
      ["indicator", indicatorId, { target: "12.5" }],
      ["milestone", milestoneId, { dueOn: "2026-08-31" }],
    ] as const;
    for (const [subject, objectId, values] of wanted)
      await setItems(deps, system, { projectId, changeId: id, subject, objectId }, values);
    await announce(id);
    expect(await db("activities").where({ id: activityId }).first("goal")).toEqual({
      goal: "Staré",
    });
    await approve(id);
    expect(await db("projects").where({ id: projectId }).first("title", "ends_on")).toEqual({
      ...{ title: "Nový název", ends_on: "2029-12-31" },
    });
    expect(await db("activities").where({ id: activityId }).first("goal", "ends_on")).toEqual({
      ...{ goal: "Nové", ends_on: "2026-09-30" },
    });
    expect(await db("activity_dates").where({ activity_id: activityId })).toMatchObject([
      { ends_on: "2026-09-30", reason: "Přesun: Úspora" },
    ]);
    expect(await db("indicators").where({ id: indicatorId }).first("target")).toEqual({
      target: 125,
    });
    expect(await db("milestone_dates").where({ milestone_id: milestoneId })).toMatchObject([
      { due_on: "2026-08-31", reason: "Přesun: Úspora" },
    ]);
    for (const action of ["project.edited", "activity.edited", "indicator.edited"]) {
      const { changes } = await historyOf(null, action);
      expect(changes.reason).toEqual([null, "Přesun: Úspora"]);
    }
  });

  test("sets the specific goals of the project, a line each", async () => {
    const { deps, projectId, begin, announce, approve } = world;
    const stored = () =>
      deps.db("project_goals").where({ project_id: projectId }).orderBy("position").pluck("goal");
    await deps.db("project_goals").insert({ project_id: projectId, position: 1, goal: "Starý" });
    const id = await begin({ hasBudget: false });
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await setItems(deps, system, record, { goals: "Starý" });
    expect(await listItemsNow(deps.db, { projectId, changeId: id })).toEqual([]);
    await setItems(deps, system, record, { goals: "Starý\nNový" });
    expect(await listItemsNow(deps.db, { projectId, changeId: id })).toMatchObject([
      { field: "goals", fromValue: "Starý", toValue: "Starý\nNový", hasMoved: false },
    ]);
    await announce(id);
    await approve(id);
    expect(await stored()).toEqual(["Starý", "Nový"]);
    const next = await begin({ hasBudget: false });
    await setItems(deps, system, { ...record, changeId: next }, { goals: null });
    await announce(next);
    await approve(next);
    expect(await stored()).toEqual([]);
  });

  test("leaves out a field that is set to what it is", async () => {
    const { deps, projectId, begin } = world;
    const id = await begin({ hasBudget: false });
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await setItems(deps, system, record, { title: "Jiný" });
    expect(await listItemsNow(deps.db, { projectId, changeId: id })).toHaveLength(1);
    const { title } = await deps.db("projects").where({ id: projectId }).first("title");
    await setItems(deps, system, record, { title });
    expect(await listItemsNow(deps.db, { projectId, changeId: id })).toEqual([]);
  });

  test("has to be confirmed as seen when a value changed meanwhile", async () => {
    const { deps, projectId, begin, stored, announce, approve } = world;
    const id = await begin({ hasBudget: false });
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await setItems(deps, system, record, { title: "Jiný" });
    await announce(id);
    await deps.db("projects").where({ id: projectId }).update({ title: "Mezitím" });
    await expect(approve(id)).rejects.toMatchObject({
      errors: { isConfirmed: "confirmMovedMeanwhile" },
    });
    const items = await listItemsNow(deps.db, { projectId, changeId: id });
    const { seen } = await movedMeanwhile(deps.db, await stored(id), items);
    await expect(approve(id, { isConfirmed: true, seen: "jiné" })).rejects.toMatchObject({
      errors: { isConfirmed: "confirmMovedMeanwhile" },
    });
    await approve(id, { isConfirmed: true, seen });
    const [item] = await listItemsNow(deps.db, { projectId, changeId: id });
    expect(item).toMatchObject({ fromValue: "Mezitím", toValue: "Jiný", presentValue: "Jiný" });
  });

  test("does not set a milestone that is done by then", async () => {
    const { deps, projectId, begin, announce, approve } = world;
    const milestoneId = await createMilestone(deps.db, projectId, { title: "Konference" });
    const id = await begin({ hasBudget: false });
    const record = {
      projectId,
      changeId: id,
      subject: "milestone",
      objectId: milestoneId,
    } as const;
    await setItems(deps, system, record, { dueOn: "2027-01-31" });
    await announce(id);
    await deps.db("milestones").where({ id: milestoneId }).update({ done_on: TODAY });
    await expect(approve(id)).rejects.toMatchObject({
      errors: { form: "changedRecordGone:Konference" },
    });
  });

  test("refuses dates that contradict each other, with the record they are of", async () => {
    const { deps, projectId, begin, announce, approve } = world;
    const activityId = await createActivity(deps.db, projectId, {
      ...{ title: "Stáže", starts_on: "2026-01-01", ends_on: "2026-06-30" },
    });
    const id = await begin({ hasBudget: false });
    const record = { projectId, changeId: id, subject: "activity", objectId: activityId } as const;
    await setItems(deps, system, record, { endsOn: "2025-12-31" });
    await announce(id);
    await expect(approve(id)).rejects.toMatchObject({
      errors: { form: "changedRecordRefused:Stáže" },
    });
  });
});
