import type { Engine } from "../../../../db/connection.ts";
import { findChange } from "../../../../db/queries/project-changes.ts";
import { system } from "../../../../server/change.ts";
import { approveChange } from "../../../../server/features/project-changes/approvals/service.ts";
import { createChange } from "../../../../server/features/project-changes/service.ts";
import { announceChange } from "../../../../server/features/project-changes/steps/service.ts";
import { openTestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";

export const TODAY = "2026-03-02";
const EVER = "9999-12-31T00:00:00.000Z";

export type ChangedProject = Awaited<ReturnType<typeof openChangedProject>>;

/** A project of 1 000 Kč with a decision of one line, and hands that take its changes through their steps. */
export async function openChangedProject(engine: Engine) {
  const deps = await openTestDeps(engine);
  const projectId = await createProject(deps.db, { total_halere: 1_000_00 });
  const decision = await decide();
  return {
    ...{ deps, projectId, decision, key, begin, stored, announce, approve },
    ...{ setEligible, totalOf, historyOf, close: () => deps.close() },
  };

  async function decide() {
    const sums = { eligible_halere: 1_000_00, direct_halere: 1_000_00 };
    const made = await createBudgetVersion(deps.db, projectId, sums);
    const version = { projectId, versionId: made.versionId };
    const root = { code: "1", category: "eligible", is_leaf: false, amount_halere: 1_000_00 };
    await createBudgetLine(deps.db, version, root);
    const leaf = { unit_price_halere: 1_000_00, units_e4: 10_000, amount_halere: 1_000_00 };
    await createBudgetLine(deps.db, version, { code: "1.1", ...leaf });
    await deps.db("budget_versions").where({ id: made.versionId }).update({ locked_at: EVER });
    return made;
  }
  function key(id: number) {
    return { projectId, id };
  }
  function begin(given: object = {}) {
    return createChange(deps, system, projectId, {
      ...{ kind: "substantial", title: "Přesun", reason: "Úspora", effectiveOn: null },
      hasBudget: true,
      ...given,
    });
  }
  async function stored(id: number) {
    const found = await findChange(deps.db, key(id));
    if (!found) throw new Error("no such change");
    return found;
  }
  async function announce(id: number) {
    const { version } = await stored(id);
    await announceChange(deps, system, key(id), { version, announcedOn: TODAY, note: null });
  }
  async function approve(id: number, given: object = {}) {
    const { version } = await stored(id);
    const days = { effectiveOn: TODAY, decidedOn: TODAY };
    await approveChange(deps, system, key(id), { version, ...days, note: null, ...given });
  }
  async function setEligible(changeId: number, halere: number) {
    const sums = { eligible_halere: halere, direct_halere: halere };
    await deps.db("budget_versions").where({ change_id: changeId }).update(sums);
  }
  async function totalOf() {
    const project = await deps.db("projects").where({ id: projectId }).first("total_halere");
    return project.total_halere;
  }
  async function historyOf(objectId: number | null, action: string) {
    const row = await deps
      .db("audit_events")
      .where({ action })
      .modify((query) => objectId !== null && query.where({ object_id: objectId }))
      .orderBy("id", "desc")
      .first("changes");
    return { changes: typeof row.changes === "string" ? JSON.parse(row.changes) : row.changes };
  }
}
