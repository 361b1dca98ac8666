import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBudgetInForce } from "../../../../db/queries/budgets-in-force.ts";
import { findDrawdownTotals } from "../../../../db/queries/drawdowns.ts";
import { findChange, listChangeStates } from "../../../../db/queries/project-changes.ts";
import { system } from "../../../../server/change.ts";
import {
  approveChange,
  correctApproval,
  movedMeanwhile,
} from "../../../../server/features/project-changes/approvals/service.ts";
import {
  listItemsNow,
  setItems,
} from "../../../../server/features/project-changes/items/service.ts";
import { addBudget, createChange } from "../../../../server/features/project-changes/service.ts";
import {
  announceChange,
  rejectChange,
  reopenChange,
} from "../../../../server/features/project-changes/steps/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  createActivity,
  createIndicator,
  createMilestone,
  createProject,
} from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
} from "../../../support/money-factories.ts";

const TODAY = "2026-03-02";
const EVER = "9999-12-31T00:00:00.000Z";

describe.each(engines)("the life of a change of the project on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let decision: { changeId: number; versionId: number };
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db, { total_halere: 1_000_00 });
    const sums = { eligible_halere: 1_000_00, direct_halere: 1_000_00 };
    decision = await createBudgetVersion(deps.db, projectId, sums);
    const version = { projectId, versionId: decision.versionId };
    const root = { code: "1", category: "eligible", is_leaf: false, amount_halere: 1_000_00 };
    await createBudgetLine(deps.db, version, root);
    const leaf = { unit_price_halere: 1_000_00, units_e4: 10_000, amount_halere: 1_000_00 };
    await createBudgetLine(deps.db, version, { code: "1.1", ...leaf });
    await deps.db("budget_versions").where({ id: decision.versionId }).update({ locked_at: EVER });
  });
  afterEach(() => deps.close());

  const begin = (given: object = {}) =>
    createChange(deps, system, projectId, {
      ...{ kind: "substantial", title: "Přesun", reason: "Úspora", effectiveOn: null },
      hasBudget: true,
      ...given,
    });
  const key = (id: number) => ({ projectId, id });
  const stored = async (id: number) => {
    const found = await findChange(deps.db, key(id));
    if (!found) throw new Error("no such change");
    return found;
  };
  const announce = async (id: number) => {
    const { version } = await stored(id);
    await announceChange(deps, system, key(id), { version, announcedOn: TODAY, note: null });
  };
  const approve = async (id: number, given: object = {}) => {
    const { version } = await stored(id);
    const days = { effectiveOn: TODAY, decidedOn: TODAY };
    await approveChange(deps, system, key(id), { version, ...days, note: null, ...given });
  };
  const setEligible = async (changeId: number, halere: number) => {
    const sums = { eligible_halere: halere, direct_halere: halere };
    await deps.db("budget_versions").where({ change_id: changeId }).update(sums);
  };
  const totalOf = async () =>
    (await deps.db("projects").where({ id: projectId }).first("total_halere")).total_halere;

  test("goes from a draft with a copy of the lines through announcement to approval", async () => {
    const id = await begin();
    const { versionId, basedOnId } = await stored(id);
    expect(basedOnId).toBe(decision.versionId);
    const lines = deps.db("budget_line_versions").where({ budget_version_id: versionId });
    expect(await lines.clone().count({ n: "*" }).first()).toMatchObject({ n: 2 });
    await lines.clone().where({ code: "1.1" }).update({ name: "Služby" });
    await setEligible(id, 900_00);
    await announce(id);
    expect(await stored(id)).toMatchObject({ state: "announced", announcedOn: TODAY });
    await expect(lines.clone().update({ name: "Jinak" })).rejects.toThrow(/immutable/);
    await approve(id, { effectiveOn: "2026-02-01", note: "Dopis ŘO" });
    expect(await stored(id)).toMatchObject({ state: "approved", effectiveOn: "2026-02-01" });
    expect(await totalOf()).toBe(900_00);
    expect(await findDrawdownTotals(deps.db, projectId)).toMatchObject({ capHalere: 900_00 });
    const { changes } = await historyOf(deps, id, "project-change.approval");
    expect(changes).toMatchObject({ state: ["announced", "approved"], note: [null, "Dopis ŘO"] });
  });

  test("is not approved before it is announced, and not edited after", async () => {
    const id = await begin();
    await expect(approve(id)).rejects.toMatchObject({ key: "changeStep" });
    await announce(id);
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await expect(setItems(deps, system, record, { title: "Jiný" })).rejects.toMatchObject({
      key: "changeNotDraft",
    });
  });

  test("is approved once when two people approve at the same time", async () => {
    const id = await begin();
    await announce(id);
    const { version } = await stored(id);
    const entry = { version, effectiveOn: TODAY, decidedOn: TODAY, note: null };
    const outcomes = await Promise.allSettled([
      approveChange(deps, system, key(id), entry),
      approveChange(deps, system, key(id), entry),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const approvals = (await listChangeStates(deps.db, id)).filter(
      ({ state }) => state === "approved",
    );
    expect(approvals).toHaveLength(1);
  });

  test("comes back to be written on only by a correction with its reason", async () => {
    const id = await begin();
    await announce(id);
    const { version, versionId } = await stored(id);
    await reopenChange(deps, system, key(id), { version, note: "Chyba v kapitole" });
    expect(await stored(id)).toMatchObject({ state: "draft", announcedOn: null, lockedAt: null });
    const states = await listChangeStates(deps.db, id);
    const announced = states.find(({ state }) => state === "announced");
    expect(states.at(-1)).toMatchObject({
      ...{ state: "draft", note: "Chyba v kapitole", correctsId: announced?.id },
    });
    await deps
      .db("budget_line_versions")
      .where({ budget_version_id: versionId, code: "1.1" })
      .update({ name: "Zase jde psát" });
  });

  test("rejected, it lets another be begun and cannot come back while that one is written", async () => {
    const id = await begin();
    await expect(begin()).rejects.toMatchObject({ key: "draftExists" });
    const { version } = await stored(id);
    await rejectChange(deps, system, key(id), { version, decidedOn: TODAY, note: "Bez nároku" });
    await begin();
    const again = await stored(id);
    expect(again).toMatchObject({ state: "rejected", decidedOn: TODAY });
    await expect(
      reopenChange(deps, system, key(id), { version: again.version, note: "Omyl" }),
    ).rejects.toMatchObject({ key: "draftExists" });
  });

  test("sets texts, dates and targets when it is approved, each with the reason", async () => {
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
      const { changes } = await historyOf(deps, null, action);
      expect(changes.reason).toEqual([null, "Přesun: Úspora"]);
    }
  });

  test("leaves out a field that is set to what it is", async () => {
    const id = await begin({ hasBudget: false });
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await setItems(deps, system, record, { title: "Jiný" });
    expect(await listItemsNow(deps.db, { projectId, changeId: id })).toHaveLength(1);
    const { title } = await deps.db("projects").where({ id: projectId }).first("title");
    await setItems(deps, system, record, { title });
    expect(await listItemsNow(deps.db, { projectId, changeId: id })).toEqual([]);
  });

  test("has to be confirmed as seen when a value changed meanwhile", async () => {
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

  test("has to be confirmed as seen when another budget was approved meanwhile", async () => {
    const first = await begin();
    await announce(first);
    const second = await begin();
    await announce(second);
    await approve(first);
    await expect(approve(second)).rejects.toMatchObject({
      errors: { isConfirmed: "confirmMovedMeanwhile" },
    });
    const { seen, budget } = await movedMeanwhile(deps.db, await stored(second), []);
    expect(budget?.changeId).toBe(first);
    await approve(second, { isConfirmed: true, seen });
    expect(await stored(second)).toMatchObject({ state: "approved" });
  });

  test("is not approved with a budget lower than what was drawn, and changes nothing then", async () => {
    await createExpenditure(deps.db, projectId, { amount_halere: 950_00 });
    const id = await begin();
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await setItems(deps, system, record, { title: "Jiný" });
    await setEligible(id, 949_99);
    await announce(id);
    await expect(approve(id)).rejects.toMatchObject({ errors: { form: "budgetBelowDrawn" } });
    expect(await stored(id)).toMatchObject({ state: "announced" });
    expect(await totalOf()).toBe(1_000_00);
    const { title } = await deps.db("projects").where({ id: projectId }).first("title");
    expect(title).not.toBe("Jiný");
  });

  test("does not set a milestone that is done by then", async () => {
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

  test("an approval corrected to another day is in force from that day, as known since", async () => {
    const id = await begin();
    await setEligible(id, 900_00);
    await announce(id);
    await approve(id, { effectiveOn: "2026-02-01" });
    const before = deps.clock.now();
    deps.clock.advanceDays(1);
    const { version } = await stored(id);
    const entry = { version, effectiveOn: "2026-02-15", note: "Účinnost podle dopisu" };
    await correctApproval(deps, system, key(id), entry);
    const inForce = async (on: string, asOf: string) =>
      (await findBudgetInForce(deps.db, projectId, { on, asOf }))?.eligible;
    expect(await inForce("2026-02-10", before)).toBe(900_00);
    expect(await inForce("2026-02-10", deps.clock.now())).toBe(1_000_00);
    expect(await inForce("2026-02-15", deps.clock.now())).toBe(900_00);
  });

  test("an approval withdrawn gives way to the budget before it", async () => {
    const id = await begin();
    await setEligible(id, 900_00);
    await announce(id);
    await approve(id);
    const { version } = await stored(id);
    await correctApproval(deps, system, key(id), { version, effectiveOn: null, note: "Omyl" });
    expect(await stored(id)).toMatchObject({ state: "announced", decidedOn: null });
    expect(await totalOf()).toBe(1_000_00);
  });

  test("is given a version of the budget later, and none where there is no budget", async () => {
    const id = await begin({ hasBudget: false });
    await addBudget(deps, system, key(id));
    expect(await stored(id)).toMatchObject({ basedOnId: decision.versionId });
    const other = await createProject(deps.db);
    const entry = { kind: "insubstantial", title: "Bez rozpočtu", reason: null } as const;
    await expect(
      createChange(deps, system, other, { ...entry, effectiveOn: null, hasBudget: true }),
    ).rejects.toMatchObject({ errors: { hasBudget: "noBudgetYet" } });
  });
});

async function historyOf(deps: TestDeps, objectId: number | null, action: string) {
  const row = await deps
    .db("audit_events")
    .where({ action })
    .modify((query) => objectId !== null && query.where({ object_id: objectId }))
    .orderBy("id", "desc")
    .first("changes");
  return { changes: typeof row.changes === "string" ? JSON.parse(row.changes) : row.changes };
}
