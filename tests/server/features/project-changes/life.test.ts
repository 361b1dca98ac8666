import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBudgetInForce } from "../../../../db/queries/budgets-in-force.ts";
import { findDrawdownTotals } from "../../../../db/queries/drawdowns.ts";
import { listChangeStates } from "../../../../db/queries/project-changes.ts";
import { system } from "../../../../server/change.ts";
import {
  approveChange,
  correctApproval,
  movedMeanwhile,
} from "../../../../server/features/project-changes/approvals/service.ts";
import { setItems } from "../../../../server/features/project-changes/items/service.ts";
import { addBudget, createChange } from "../../../../server/features/project-changes/service.ts";
import {
  rejectChange,
  reopenChange,
} from "../../../../server/features/project-changes/steps/service.ts";
import { engines } from "../../../support/databases.ts";
import { createProject } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { type ChangedProject, openChangedProject, TODAY } from "./changed-project.ts";

describe.each(engines)("the life of a change of the project on %s", (engine) => {
  let world: ChangedProject;
  beforeEach(async () => {
    world = await openChangedProject(engine);
  });
  afterEach(() => world.close());

  test("goes from a draft with a copy of the lines through announcement to approval", async () => {
    const {
      deps,
      projectId,
      decision,
      begin,
      stored,
      announce,
      approve,
      setEligible,
      totalOf,
      historyOf,
    } = world;
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
    const { changes } = await historyOf(id, "project-change.approval");
    expect(changes).toMatchObject({ state: ["announced", "approved"], note: [null, "Dopis ŘO"] });
  });

  test("is not approved before it is announced, and not edited after", async () => {
    const { deps, projectId, begin, announce, approve } = world;
    const id = await begin();
    await expect(approve(id)).rejects.toMatchObject({ key: "changeStep" });
    await announce(id);
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await expect(setItems(deps, system, record, { title: "Jiný" })).rejects.toMatchObject({
      key: "changeNotDraft",
    });
  });

  test("is approved once when two people approve at the same time", async () => {
    const { deps, key, begin, stored, announce } = world;
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
    const { deps, key, begin, stored, announce } = world;
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
    const { deps, key, begin, stored } = world;
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

  test("has to be confirmed as seen when another budget was approved meanwhile", async () => {
    const { deps, begin, stored, announce, approve } = world;
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
    const { deps, projectId, begin, stored, announce, approve, setEligible, totalOf } = world;
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

  test("an approval corrected to another day is in force from that day, as known since", async () => {
    const { deps, projectId, key, begin, stored, announce, approve, setEligible } = world;
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
    const { deps, key, begin, stored, announce, approve, setEligible, totalOf } = world;
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
    const { deps, decision, key, begin, stored } = world;
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
