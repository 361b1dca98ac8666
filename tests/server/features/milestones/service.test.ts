import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findMilestone } from "../../../../db/queries/milestones.ts";
import type { Author } from "../../../../server/change.ts";
import { change } from "../../../../server/change.ts";
import {
  cancelMilestone,
  completeMilestone,
  recordCompletion,
  reopenMilestone,
} from "../../../../server/features/milestones/completion/service.ts";
import { moveMilestone } from "../../../../server/features/milestones/moves/service.ts";
import { createMilestone, createTask } from "../../../../server/features/milestones/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";

describe.each(engines)("milestones on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let author: Author;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(deps.db);
    const userId = await createUser(deps.db);
    await addMember(deps.db, { projectId, userId });
    author = { userId, requestId: null, address: null, submission: null };
  });
  afterEach(() => deps.close());

  const create = (given: object) =>
    createMilestone(deps, author, projectId, {
      kind: "milestone",
      title: "Zpráva pro radu",
      dueOn: "2026-03-31",
      ...given,
    });
  const stored = async (id: number | null) => {
    const milestone = await findMilestone(deps.db, { projectId, id: id ?? 0 });
    if (!milestone) throw new Error(`no milestone ${id}`);
    return milestone;
  };
  const complete = (id: number, doneOn: string) =>
    recordCompletion(deps, author, { projectId, id }, { doneOn });

  test("a new one binds on the day typed, with its working day, its anchor and its baseline", async () => {
    const id = await create({ dueOn: "2026-05-31" });
    expect(await stored(id)).toMatchObject({
      dueOn: "2026-05-31",
      shiftedOn: "2026-06-01",
      remindOn: "2026-05-31",
      baselineDueOn: "2026-05-31",
      computedDueOn: null,
      overriddenDueOn: null,
      origin: "hand",
    });
  });

  test("a next step of the log is a task of whoever wrote it, member or not", async () => {
    const stranger = await createUser(deps.db);
    const id = await change(deps, author, (one) =>
      createTask(one, {
        projectId,
        title: "Pozvat obce",
        dueOn: "2026-03-10",
        ownerUserId: stranger,
      }),
    );
    expect(await stored(id)).toMatchObject({ kind: "task", origin: "log", ownerUserId: stranger });
  });

  test("monthly ones done late are followed by the next of the series, not of the day", async () => {
    const first = await create({
      dueOn: "2026-01-31",
      recurrence: "monthly",
      recursUntil: "2026-03-31",
      owner: { ownerUserId: author.userId, ownerContactId: null },
    });
    const second = await complete(first, "2026-03-02");
    expect(await stored(second.nextId)).toMatchObject({
      dueOn: "2026-02-28",
      baselineDueOn: "2026-02-28",
      ownerUserId: author.userId,
      recurrence: "monthly",
      recursFromId: first,
      doneOn: null,
    });
    const third = await complete(second.nextId ?? 0, "2026-03-02");
    expect(await stored(third.nextId)).toMatchObject({ dueOn: "2026-03-31" });
    expect(await complete(third.nextId ?? 0, "2026-03-01")).toEqual({ nextId: null });
  });

  test("an owner who has left the project keeps what recurs until it is handed over", async () => {
    const owner = { ownerUserId: author.userId, ownerContactId: null };
    const id = await create({ recurrence: "yearly", recursUntil: "2028-12-31", owner });
    await deps.db("memberships").where({ project_id: projectId }).delete();
    const { nextId } = await complete(id, "2026-03-02");
    expect(await stored(nextId)).toMatchObject(owner);
  });

  test("done by two people at the same moment it is done once, and followed once", async () => {
    const id = await create({ recurrence: "monthly", recursUntil: "2026-12-31" });
    const both = await Promise.allSettled([complete(id, "2026-03-01"), complete(id, "2026-03-02")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await deps.db("milestones").where({ recurs_from_id: id })).toHaveLength(1);
    expect(await deps.db("milestone_states")).toHaveLength(1);
  });

  test("opened again and done again, a recurring one brings no twin", async () => {
    const id = await create({ recurrence: "monthly", recursUntil: "2026-12-31" });
    await complete(id, "2026-03-01");
    const { version } = await stored(id);
    await reopenMilestone(deps, author, { projectId, id }, { version, reason: "Vráceno" });
    expect(await complete(id, "2026-03-02")).toEqual({ nextId: null });
    expect(await deps.db("milestones").where({ baseline_due_on: "2026-04-30" })).toHaveLength(1);
  });

  test("a moved one of a series does not move the series", async () => {
    const id = await create({
      dueOn: "2026-03-10",
      recurrence: "monthly",
      recursUntil: "2026-12-31",
    });
    const entry = { version: 1, dueOn: "2026-03-20", reason: "Na žádost", alsoIds: [] };
    await moveMilestone(deps, author, { projectId, id }, entry);
    const { nextId } = await complete(id, "2026-03-02");
    expect(await stored(nextId)).toMatchObject({ dueOn: "2026-04-10" });
  });

  test("cancelling one goes on with the next, cancelling the series does not", async () => {
    const series = { recurrence: "monthly", recursUntil: "2026-12-31" };
    const one = await create({ ...series, dueOn: "2026-03-10" });
    const reason = "Odpadlo";
    const next = await cancelMilestone(
      deps,
      author,
      { projectId, id: one },
      { version: 1, reason },
    );
    expect(await stored(next.nextId)).toMatchObject({ dueOn: "2026-04-10", cancelledOn: null });
    const ended = { version: 1, reason, endsSeries: true };
    const key = { projectId, id: next.nextId ?? 0 };
    expect(await cancelMilestone(deps, author, key, ended)).toEqual({ nextId: null });
    expect(await stored(one)).toMatchObject({ cancelledOn: "2026-03-02" });
  });

  test("every turn of its state is appended with its day and its reason", async () => {
    const id = await create({});
    await change(deps, author, (one) =>
      completeMilestone(one, { projectId, id }, { doneOn: "2026-02-27", note: "Předáno" }),
    );
    const reopened = { version: 2, reason: "Vráceno" };
    await reopenMilestone(deps, author, { projectId, id }, reopened);
    await cancelMilestone(deps, author, { projectId, id }, { version: 3, reason: "Odpadlo" });
    const facts = await deps
      .db("milestone_states")
      .orderBy("id")
      .select("state", "valid_on", "note");
    expect(facts).toEqual([
      { state: "done", valid_on: "2026-02-27", note: "Předáno" },
      { state: "open", valid_on: "2026-03-02", note: "Vráceno" },
      { state: "cancelled", valid_on: "2026-03-02", note: "Odpadlo" },
    ]);
  });

  test("what is closed is not closed twice, and nothing is done in the future", async () => {
    const id = await create({});
    await expect(complete(id, "2026-03-03")).rejects.toMatchObject({
      errors: { doneOn: "notInFuture" },
    });
    await complete(id, "2026-03-02");
    await expect(complete(id, "2026-03-02")).rejects.toMatchObject({ key: "milestoneClosed" });
    expect(await deps.db("milestone_states")).toHaveLength(1);
  });

  test("a move takes along those chosen, by as many days, and keeps every baseline", async () => {
    const activity = { project_id: projectId, number: "1", position: 1, title: "Vzdělávání" };
    const [{ id: activityId }] = await deps
      .db("activities")
      .insert({ ...activity, created_at: "2026-01-05T08:00:00.000Z" })
      .returning("id");
    const id = await create({ activityId, dueOn: "2026-03-10" });
    const along = await create({ activityId, dueOn: "2026-04-30" });
    const left = await create({ activityId, dueOn: "2026-05-31" });
    const elsewhere = await create({ dueOn: "2026-04-30" });
    const entry = { version: 1, dueOn: "2026-03-13", reason: "Svátek" };
    const key = { projectId, id };

    await expect(
      moveMilestone(deps, author, key, { ...entry, alsoIds: [along, elsewhere] }),
    ).rejects.toMatchObject({ errors: { alsoIds: "unknownChoice" } });
    await moveMilestone(deps, author, key, { ...entry, alsoIds: [along] });

    expect(await stored(id)).toMatchObject({ dueOn: "2026-03-13", baselineDueOn: "2026-03-10" });
    expect(await stored(along)).toMatchObject({
      dueOn: "2026-05-03",
      shiftedOn: "2026-05-04",
      remindOn: "2026-05-03",
      baselineDueOn: "2026-04-30",
    });
    expect(await stored(left)).toMatchObject({ dueOn: "2026-05-31" });
    const moves = await deps.db("milestone_dates").orderBy("id").select("milestone_id", "due_on");
    expect(moves).toEqual([
      { milestone_id: id, due_on: "2026-03-13" },
      { milestone_id: along, due_on: "2026-05-03" },
    ]);
  });

  test("a day computed by a rule is overridden by a move, and is itself again when moved back", async () => {
    const computed = { dueOn: "2026-05-31", shiftedOn: "2026-06-01", remindOn: "2026-05-30" };
    const id = await create({ kind: "report", dueOn: "2026-05-31", origin: "rule", computed });
    expect(await stored(id)).toMatchObject({ ...computed, computedDueOn: "2026-05-31" });
    const move = (version: number, dueOn: string) =>
      moveMilestone(deps, author, { projectId, id }, { version, dueOn, reason: "ŘO", alsoIds: [] });

    await move(1, "2026-06-15");
    expect(await stored(id)).toMatchObject({
      dueOn: "2026-06-15",
      remindOn: "2026-06-15",
      computedDueOn: "2026-05-31",
      overriddenDueOn: "2026-06-15",
      overrideReason: "ŘO",
    });
    await move(2, "2026-05-31");
    expect(await stored(id)).toMatchObject({ dueOn: "2026-05-31", overriddenDueOn: null });
  });
});
