import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../../db/connection.ts";
import { insertImportRows } from "../../../../db/queries/import-rows.ts";
import { insertImport } from "../../../../db/queries/imports.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { change, system } from "../../../../server/change.ts";
import { withdrawBatch } from "../../../../server/features/expenditures/batches/service.ts";
import { applyImport } from "../../../../server/features/imports/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { createBudgetedProject, stepsOf } from "../payment-requests/world.ts";

const AT = "2026-03-02T07:30:00.000Z";

describe.each(engines)("expenditure worked on by two at once on %s", (engine) => {
  let deps: TestDeps;
  let other: Connection;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: AT });
    other = engine === "postgres" ? deps.database.connectAgain() : deps.db;
  });
  afterEach(async () => {
    if (other !== deps.db) await other.destroy();
    await deps.close();
  });

  /** On PostgreSQL both begin while somebody else holds the project, so that neither sees the other. */
  const whileHeld = async <Result>(projectId: number, work: () => Promise<Result>[]) => {
    if (engine === "sqlite") return Promise.allSettled(work());
    const third = deps.database.connectAgain();
    let begun: Promise<Result>[] = [];
    await third.transaction(async (trx) => {
      await lockProject(trx, projectId);
      begun = work();
      await Promise.race([Promise.allSettled(begun), new Promise((done) => setTimeout(done, 700))]);
    });
    const ended = await Promise.allSettled(begun);
    await third.destroy();
    return ended;
  };

  const importOf = async (projectId: number) => {
    const cells = JSON.stringify(["FP1", "Tisk", "1 000", "1.2.2026"]);
    const id = await insertImport(deps.db, {
      ...{ projectId, kind: "expenditures", fileName: "ucetnictvi.csv", file: "none" },
      ...{ sha256: "0".repeat(64), at: AT, userId: null },
    });
    await insertImportRows(deps.db, id, [{ number: 2, cells }]);
    const mapping = ["documentNumber", "description", "amount", "issuedOn"];
    await deps
      .db("imports")
      .where({ id })
      .update({ mapping: JSON.stringify(mapping), state: "read", file: null });
    return id;
  };

  test("the same table confirmed twice at once is written once", async () => {
    const { projectId } = await createBudgetedProject(deps.db);
    const ids = [await importOf(projectId), await importOf(projectId)];
    const { version } = await deps.db("imports").where({ id: ids[0] }).first("version");
    const all = { ...deps, db: deps.db };
    const answers = await whileHeld(projectId, () =>
      ids.map((id, place) =>
        applyImport({ ...all, db: place === 0 ? deps.db : other }, system, {
          ...{ projectId, id, version, viewerId: 0 },
        }),
      ),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: "fulfilled" });
    expect(await deps.db("expenditures").where({ project_id: projectId })).toHaveLength(1);
  });

  test("what a request has just claimed is not taken back with its import", async () => {
    const { projectId, serviceLine } = await createBudgetedProject(deps.db);
    const id = await createExpenditure(deps.db, projectId, { budget_line_id: serviceLine });
    const steps = stepsOf({ db: other, clock: deps.clock }, projectId);
    const request = await steps.create();
    await whileHeld(projectId, () => [
      steps.claim(request, { [id]: null }),
      new Promise((begin) => setTimeout(begin, 200)).then(() =>
        change(deps, system, async (one) => {
          await withdrawBatch(one, { projectId, ids: [id], reason: "Omyl" });
        }),
      ),
    ]);
    const row = await deps.db("expenditures").where({ id }).first();
    const claim = await deps.db("claims").where({ expenditure_id: id }).first();
    expect([claim?.claimed_halere, row.archived_at]).toEqual([100_000, null]);
  });
});
