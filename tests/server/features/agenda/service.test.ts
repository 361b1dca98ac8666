import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countAgenda, listAgenda } from "../../../../server/features/agenda/service.ts";
import { type DueAndDone, isOverdue } from "../../../../server/features/milestones/rules.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createIndicator,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";

const today = "2026-03-02";

describe.each(engines)("the agenda on %s", (engine) => {
  let deps: TestDeps;
  let managerId: number;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    managerId = await createUser(deps.db, { name: "Eva Dvořáková" });
    projectId = await createProject(deps.db, { short_name: "Rodiny" });
    await addMember(deps.db, { projectId, userId: managerId });
  });
  afterEach(() => deps.close());

  const titles = async (scope: object = {}) =>
    (await listAgenda(deps.db, { today, ...scope })).map((row) => row.title);

  test("lists everything with a date: milestones, period ends and targets, by day", async () => {
    const periodId = await createPeriod(deps.db, projectId, {
      starts_on: "2026-01-01",
      ends_on: "2026-04-30",
    });
    const milestoneId = await createMilestone(deps.db, projectId, { due_on: "2026-02-20" });
    const indicatorId = await createIndicator(deps.db, projectId, {
      target: 40,
      target_on: "2026-05-15",
    });
    await deps.db("indicator_targets").insert({
      indicator_id: indicatorId,
      period_id: periodId,
      target: 10,
    });
    const rows = await listAgenda(deps.db, { today });
    expect(rows.map((row) => [row.objectType, row.kind, row.dueOn, row.periodNumber])).toEqual([
      ["milestone", "milestone", "2026-02-20", null],
      ["indicator-target", "target", "2026-04-30", 1],
      ["period", "period-end", "2026-04-30", 1],
      ["indicator", "target", "2026-05-15", null],
    ]);
    expect(rows[0]).toMatchObject({
      objectId: milestoneId,
      pageId: milestoneId,
      projectId,
      projectName: "Rodiny",
      remindOn: "2026-02-20",
      ownerUserId: managerId,
      ownerName: "Eva Dvořáková",
      contactName: null,
    });
    expect(rows[1]?.pageId).toBe(indicatorId);
  });

  test("keeps to the projects it is asked about, of a reader only to those in reach", async () => {
    const otherId = await createProject(deps.db, { short_name: "Senioři" });
    const thirdId = await createProject(deps.db, { short_name: "Děti" });
    for (const id of [projectId, otherId, thirdId]) {
      await createMilestone(deps.db, id, { title: `of ${id}`, due_on: "2026-04-01" });
    }
    const named = { projectIds: [otherId, projectId] };
    expect(await titles(named)).toEqual([`of ${projectId}`, `of ${otherId}`]);
    expect(await titles({ projectIds: [] })).toEqual([]);
    const reach = {
      userId: managerId,
      userIds: [managerId],
      seesEverything: false,
      isAuditor: false,
    };
    expect(await titles({ ...named, reach })).toEqual([`of ${projectId}`]);
  });

  test("leaves out what is done, cancelled, archived, reached or passed by itself", async () => {
    await createMilestone(deps.db, projectId, { done_on: "2026-02-01" });
    await createMilestone(deps.db, projectId, { cancelled_on: "2026-02-01" });
    await createMilestone(deps.db, projectId, { archived_at: "2026-02-01T08:00:00.000Z" });
    await createPeriod(deps.db, projectId, { ends_on: "2026-03-01" });
    const reached = { target: 5, achieved: 5, target_on: "2026-03-20" };
    await createIndicator(deps.db, projectId, reached);
    await createIndicator(deps.db, projectId, { ...reached, direction: "down", achieved: 4 });
    await createIndicator(deps.db, projectId, { target: null, target_on: "2026-03-20" });
    const archived = await createProject(deps.db, { archived_at: "2026-02-01T08:00:00.000Z" });
    await createMilestone(deps.db, archived);
    expect(await titles()).toEqual([]);
  });

  test("an owner without a live account is stood in for by the first manager", async () => {
    const gone = await createUser(deps.db, { deactivated_at: "2026-02-01T08:00:00.000Z" });
    const other = await createUser(deps.db);
    const [contact] = await deps
      .db("contacts")
      .insert({ name: "Petr Host", sort_key: "petr host", created_at: deps.clock.now() })
      .returning("id");
    await addMember(deps.db, { projectId, userId: other });
    await createMilestone(deps.db, projectId, { title: "A", owner_user_id: gone });
    await createMilestone(deps.db, projectId, { title: "B", owner_contact_id: contact.id });
    await createMilestone(deps.db, projectId, { title: "C", owner_user_id: other });
    expect(await titles({ ownerUserId: managerId })).toEqual(["A", "B"]);
    expect(await titles({ ownerUserId: other })).toEqual(["C"]);
    const [, held] = await listAgenda(deps.db, { today });
    expect(held).toMatchObject({ ownerUserId: managerId, contactName: "Petr Host" });
  });

  test("an owner who has left the project is stood in for, unless they see every project", async () => {
    const left = await createUser(deps.db);
    const head = await createUser(deps.db, { is_management: true });
    await createMilestone(deps.db, projectId, { title: "A", owner_user_id: left });
    await createMilestone(deps.db, projectId, { title: "B", owner_user_id: head });
    expect(await titles({ ownerUserId: left })).toEqual([]);
    expect(await titles({ ownerUserId: managerId })).toEqual(["A"]);
    expect(await titles({ ownerUserId: head })).toEqual(["B"]);
  });

  test("everybody's agenda is what they answer for among everything, each thing with somebody", async () => {
    const gone = await createUser(deps.db, { deactivated_at: "2026-02-01T08:00:00.000Z" });
    const head = await createUser(deps.db, { is_management: true });
    const both = await createUser(deps.db);
    const people = [managerId, gone, head, both];
    const secondId = await createProject(deps.db);
    await addMember(deps.db, { projectId: secondId, userId: both });
    await addMember(deps.db, { projectId, userId: both, role: "coordinator" });
    await addMember(deps.db, { projectId, userId: gone });
    for (const id of [projectId, secondId]) {
      await createPeriod(deps.db, id, { starts_on: "2026-01-01", ends_on: "2026-04-30" });
      for (const owner_user_id of [null, ...people]) {
        await createMilestone(deps.db, id, { owner_user_id });
        await createIndicator(deps.db, id, { owner_user_id, target: 4, target_on: "2026-05-15" });
      }
    }
    const all = await listAgenda(deps.db, { today });
    expect(all).toHaveLength(22);
    for (const some of [...people.map((id) => [id]), [managerId, both], [gone, head]]) {
      const own = await listAgenda(deps.db, { today, ownerUserId: some });
      expect(own).toEqual(all.filter(({ ownerUserId }) => some.includes(ownerUserId ?? 0)));
    }
    expect(all.every(({ ownerUserId }) => ownerUserId !== null)).toBe(true);
  });

  test("holds overdue to the one rule that says what it is", async () => {
    const days = ["2026-02-01", "2026-03-01", "2026-03-02", "2026-03-03"];
    const ends = [null, "2026-02-15"];
    const all: { id: number; due: DueAndDone }[] = [];
    for (const dueOn of days)
      for (const doneOn of ends)
        for (const cancelledOn of ends) {
          const columns = { due_on: dueOn, done_on: doneOn, cancelled_on: cancelledOn };
          const id = await createMilestone(deps.db, projectId, columns);
          all.push({ id, due: { dueOn, doneOn, cancelledOn } });
        }
    const listed = await listAgenda(deps.db, { today, to: "2026-03-01" });
    const expected = all.filter(({ due }) => isOverdue(due, today)).map(({ id }) => id);
    expect(listed.map((row) => row.objectId)).toEqual(expected);
    expect(expected).toHaveLength(2);
  });

  test("shows only what lies within reach", async () => {
    await createMilestone(deps.db, projectId, { title: "own" });
    await createMilestone(deps.db, await createProject(deps.db), { title: "foreign" });
    const reach = {
      userId: managerId,
      userIds: [managerId],
      seesEverything: false,
      isAuditor: false,
    };
    expect(await titles({ reach })).toEqual(["own"]);
    expect(await titles({ reach: { ...reach, seesEverything: true } })).toHaveLength(2);
  });

  test("counts each section", async () => {
    for (const due_on of ["2026-03-01", "2026-03-02", "2026-03-09", "2026-03-10", "2026-05-31"])
      await createMilestone(deps.db, projectId, { due_on });
    await createMilestone(deps.db, projectId, { due_on: "2026-06-01" });
    expect(await countAgenda(deps.db, { today })).toEqual({
      overdue: 1,
      today: 1,
      week: 1,
      month: 1,
      quarter: 1,
    });
  });
});
