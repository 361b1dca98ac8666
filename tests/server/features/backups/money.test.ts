import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../../db/connection.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { restoreBackup } from "../../../../server/features/backups/restoring.ts";
import { makeBackup } from "../../../../server/features/backups/service.ts";
import {
  drawdownAt,
  refreshDrawdownTotals,
} from "../../../../server/features/drawdowns/service.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  createActivity,
  createPeriod,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
  createStaffParts,
} from "../../../support/money-factories.ts";
import { createRequestParts } from "../../../support/request-factories.ts";
import { contentOf } from "./content.ts";

const DAY = "2026-02-10";
const AT = "2026-02-10T08:00:00.000Z";
// Beyond what four bytes hold.
const CAP = 15_795_600_05_00;
/** What the issue of money brought; a table that is added belongs to the rows below. */
const MONEY =
  /^(budget|project_change|drawdown|expenditure|claim|payment_request|payroll|position|staff|timesheet|voucher)/;

let deps: TestDeps;
let target: TestDatabase;
let projectId: number;

describe.each(engines)("a backup of a project's money made on %s", (engine) => {
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await fill(deps.db);
  });
  afterEach(async () => {
    await deps.close();
    await target?.close();
  });

  test.each(engines)(
    "comes back on %s with its locked budget, as locked as before",
    async (other) => {
      target = await openTestDatabase(other);
      const before = await contentOf(deps.db);
      const figures = await drawdownAt(deps.db, projectId, EVER);
      const tables = Object.keys(before).filter((name) => MONEY.test(name));
      expect(tables.length).toBeGreaterThan(20);
      expect(tables.filter((name) => before[name]?.length === 0)).toEqual([]);

      const archive = join(deps.database.folder, "backup.tar.gz");
      await makeBackup(deps, archive);
      await target.db.destroy();
      const config = { ...deps.config, databaseUrl: target.url, dataDir: target.folder };
      await restoreBackup({ ...deps, config }, archive, { replace: false });

      const restored = await target.connectAgain();
      expect(await contentOf(restored)).toEqual(before);
      expect(await drawdownAt(restored, projectId, EVER)).toEqual(figures);
      const lines = restored("budget_line_versions").where({ code: "1.1.1" });
      await expect(lines.clone().update({ amount_halere: 1 })).rejects.toThrow(/immutable/);
      await expect(lines.clone().delete()).rejects.toThrow(/immutable/);
      await restored.destroy();
    },
  );
});

/** A row in each table of money; gives the project. */
async function fill(db: Connection): Promise<number> {
  const userId = await createUser(db);
  const project = await createProject(db, { total_halere: CAP });
  const periodId = await createPeriod(db, project);
  const lineId = await fillBudget(db, project);
  const { assignmentId } = await createStaffParts(db, project, userId);
  const timesheet = await db("timesheets").first("id");
  await insert(db, "timesheet_lines", {
    ...{ timesheet_id: timesheet.id, position: 1, title: "Metodika", hours_e2: 8_050 },
  });
  const expenditureId = await createExpenditure(db, project, {
    ...{
      kind: "payroll",
      budget_line_id: lineId,
      period_id: periodId,
      amount_halere: 4_000_000_01,
    },
  });
  await insert(db, "payroll_items", {
    ...{ expenditure_id: expenditureId, assignment_id: assignmentId, month: "2026-01" },
    ...{ contract_code: "Smlouva", pay_halere: 4_000_000_01 },
    ...{ fund_hours_e2: 16_800, project_hours_e2: 8_400 },
  });
  await fillClaims(db, project, expenditureId);
  const sourceId = await insert(db, "project_sources", {
    ...{ project_id: project, kind: "eu", name: "EU", position: 1, share_ppm: 766_900 },
  });
  await insert(db, "drawdown_plans", {
    ...{ project_id: project, period_id: periodId, source_id: sourceId },
    ...{ amount_halere: CAP, valid_on: DAY, recorded_at: AT },
  });
  await insert(db, "staff_data_accesses", {
    ...{ project_id: project, user_id: userId, page: "GET /staff", happened_at: AT },
  });
  await db.transaction((trx) => refreshDrawdownTotals(trx, project));
  return project;
}

/** Two versions of one line: the decision, locked, and a draft that is based on it. */
async function fillBudget(db: Connection, project: number): Promise<number> {
  const decision = await createBudgetVersion(db, project, { eligible_halere: CAP });
  const line = { code: "1.1.1", is_staff: true, unit_price_halere: CAP, units_e4: 10_000 };
  const first = { projectId: project, versionId: decision.versionId };
  const lineId = await createBudgetLine(db, first, { ...line, amount_halere: CAP });
  const activityId = await createActivity(db, project);
  await insert(db, "budget_line_activities", { budget_line_id: lineId, activity_id: activityId });
  await db("budget_versions").where({ id: decision.versionId }).update({ locked_at: AT });
  const draft = await createBudgetVersion(db, project, {
    ...{ state: "draft", based_on_id: decision.versionId },
  });
  const second = { projectId: project, versionId: draft.versionId };
  await createBudgetLine(db, second, { ...line, budget_line_id: lineId });
  await insert(db, "project_change_items", {
    ...{ change_id: draft.changeId, subject: "project", object_id: project, field: "title" },
    ...{ from_value: "Dřív", to_value: "Potom" },
  });
  await insert(db, "budget_imports", {
    ...{ project_id: project, state: "read", file_name: "rozpocet.xlsx", sha256: "0", cells: "[]" },
    read_at: AT,
  });
  return lineId;
}

async function fillClaims(db: Connection, project: number, expenditureId: number): Promise<void> {
  const { requestId } = await createRequestParts(db, project);
  const claimId = await insert(db, "claims", {
    ...{ project_id: project, payment_request_id: requestId, expenditure_id: expenditureId },
    ...{ claimed_halere: 100, approved_halere: 60, cut_halere: 40, moved_halere: 0 },
    cut_reason: "Překročený limit",
  });
  const times = { valid_on: DAY, recorded_at: AT };
  const fact = { claim_id: claimId, project_id: project, ...times };
  const claimed = await insert(db, "claim_facts", {
    ...fact,
    kind: "claimed",
    claimed_halere: 100,
  });
  await insert(db, "claim_facts", { ...fact, kind: "withdrawn", corrects_id: claimed });
  await insert(db, "voucher_list_exports", {
    ...{ payment_request_id: requestId, list: "sd-2", format: "xml", exported_at: AT },
    ...{ rows: 1, sha256: "0" },
  });
}
