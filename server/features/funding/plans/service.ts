import type { Database, Transaction } from "../../../../db/connection.ts";
import {
  countPlanStatements,
  insertPlanStatements,
  listPlannedAmounts,
  type PlannedAmount,
  type PlanStatement,
} from "../../../../db/queries/drawdown-plans.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { listPeriods, type Period } from "../../../../db/queries/periods.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { listSources, type ProjectSource } from "../../../../db/queries/project-sources.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { formatScaled } from "../../../values/decimal.ts";
import type { Halere } from "../../../values/money.ts";
import { type PlanRow, readRow } from "./rules.ts";
import { type TypedPlan, totalName } from "./schema.ts";

/** What is planned to be drawn, period by source. */
export interface DrawdownPlan {
  /** Grows with each statement about the plan. */
  version: number;
  periods: Period[];
  sources: ProjectSource[];
  amounts: PlannedAmount[];
}

export async function loadPlan(db: Database, projectId: number): Promise<DrawdownPlan> {
  const version = (await countPlanStatements(db, projectId)) + 1;
  const periods = await listPeriods(db, projectId);
  const sources = await listSources(db, projectId);
  return { version, periods, sources, amounts: await listPlannedAmounts(db, projectId, EVER) };
}

export function rowOfPeriod(plan: Omit<DrawdownPlan, "version">, periodId: number): PlanRow {
  return plan.sources.map(
    (source) =>
      plan.amounts.find((one) => one.periodId === periodId && one.sourceId === source.id)?.halere ??
      null,
  );
}

/** Appends what the plan says otherwise than before; an unchanged amount leaves no row. */
export async function editPlan(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  edit: {
    projectId: number;
    version: number;
    rows: TypedPlan;
    formOf: FormOf<DrawdownPlan>;
  },
): Promise<void> {
  const { projectId } = edit;
  await change(deps, author, async ({ trx, at, by, record }) => {
    await lockProject(trx, projectId);
    const plan = await loadPlan(trx, projectId);
    if (plan.version !== edit.version) throw await conflict(trx, projectId, plan, edit.formOf);
    const cells = changedCells(plan, edit.rows);
    if (cells.length === 0) return;
    const fact = { projectId, validOn: deps.clock.today(), recordedAt: at, recordedBy: by };
    const statements: PlanStatement[] = cells.map(({ periodId, sourceId, after }) => ({
      ...{ ...fact, periodId, sourceId, halere: after },
    }));
    await insertPlanStatements(trx, statements);
    const subject = { objectType: "funding", objectId: projectId, projectId };
    const changes = Object.fromEntries(
      cells.map(({ name, before, after }) => [name, [told(before), told(after)]]),
    ) as Record<string, [unknown, unknown]>;
    record({ action: "drawdown-plan.edited", ...subject, changes });
  });
}

interface ChangedCell {
  periodId: number;
  sourceId: number;
  /** `3. ESF+`, for the history. */
  name: string;
  before: Halere | null;
  after: Halere | null;
}

function changedCells(plan: DrawdownPlan, rows: TypedPlan): ChangedCell[] {
  const errors: Record<string, string> = {};
  const cells = rows.flatMap((row) => {
    const period = plan.periods.find(({ id }) => id === row.periodId);
    if (!period) throw new NotFound("period");
    const stored = rowOfPeriod(plan, row.periodId);
    const reading = readRow(stored, row, plan.sources);
    if (!reading.ok) errors[totalName(row.periodId)] = reading.error;
    return plan.sources.map((source, index) => ({
      periodId: row.periodId,
      sourceId: source.id,
      name: `${period.number}. ${source.name}`,
      before: stored[index] ?? null,
      after: (reading.ok ? reading.cells[index] : null) ?? null,
    }));
  });
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  return cells.filter(({ before, after }) => before !== after);
}

function told(halere: Halere | null): string | null {
  return halere === null ? null : formatScaled(halere, 2, ",");
}

function conflict(
  trx: Transaction,
  projectId: number,
  plan: DrawdownPlan,
  formOf: FormOf<DrawdownPlan>,
) {
  const subject = { objectType: "funding", objectId: projectId };
  return editedMeanwhile(trx, { ...subject, version: plan.version, values: formOf(plan) });
}
