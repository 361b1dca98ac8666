import type { Database } from "../../../../db/connection.ts";
import {
  type BudgetLine,
  listBudgetLines,
  updateBudgetLine,
} from "../../../../db/queries/budget-lines.ts";
import {
  type BudgetVersion,
  findDraftVersion,
  listBudgetVersions,
} from "../../../../db/queries/budget-versions.ts";
import { listRulesInForce } from "../../../../db/queries/offset-rules.ts";
import { findDraftChange } from "../../../../db/queries/project-changes.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { formatScaled } from "../../../values/decimal.ts";
import { moveSums } from "../../budgets/lines/places/service.ts";
import { draftToWrite } from "../../budgets/versions/service.ts";
import { ruleDayOf } from "../../programme-rules/rules.ts";
import { planned, type Transfer, type TransferRefusal } from "./rules.ts";

/** What is measured against: the last budget approved as the decision or by a substantial change. */
export interface TransferBasis {
  version: BudgetVersion;
  lines: BudgetLine[];
  thresholdPercent: number;
}

export interface DraftForTransfers {
  version: BudgetVersion;
  lines: BudgetLine[];
  /** Null while nothing was approved, or no rule says what is too much. */
  basis: TransferBasis | null;
}

type RuledProject = Pick<ProjectSpan, "id" | "programme" | "startsOn" | "decidedOn">;

/**
 * The draft with what its transfers are measured against. Five queries.
 * @throws Conflict `noBudgetDraft` when none is open
 */
export async function loadDraftForTransfers(
  db: Database,
  project: RuledProject,
): Promise<DraftForTransfers> {
  const version = await findDraftVersion(db, project.id);
  if (!version) throw new Conflict("noBudgetDraft");
  const [lines, basis] = await Promise.all([
    listBudgetLines(db, version.id),
    findBasis(db, project),
  ]);
  return { version, lines, basis };
}

async function findBasis(db: Database, project: RuledProject): Promise<TransferBasis | null> {
  const { id: projectId, programme } = project;
  const kinds = ["transfer-threshold"];
  const wanted = { projectId, programme, kinds, on: ruleDayOf(project) };
  const [versions, [rule]] = await Promise.all([
    listBudgetVersions(db, projectId),
    listRulesInForce(db, wanted),
  ]);
  // Insubstantial ones add up until the next one that the authority agreed to as a whole.
  const version = versions
    .filter(({ state, kind }) => state === "approved" && kind !== "insubstantial")
    .toSorted((a, b) => ((a.effectiveOn ?? "") < (b.effectiveOn ?? "") ? 1 : -1))[0];
  if (!version || !rule) return null;
  const lines = await listBudgetLines(db, version.id);
  return { version, lines, thresholdPercent: Number(rule.value) };
}

const REFUSALS: Record<TransferRefusal, { field: string; message: string }> = {
  unknownLine: { field: "From", message: "unknownChoice" },
  sameLine: { field: "To", message: "transferSameLine" },
  acrossRoots: { field: "To", message: "transferAcrossRoots" },
  twoWays: { field: "Choice", message: "transferTwoWays" },
  inexact: { field: "Choice", message: "transferInexact" },
  tooMuch: { field: "Amount", message: "transferTooMuch" },
};

/** No amount near the one asked for is possible between the two lines. */
export function impossibleTransfer(rowNumber: number): InvalidInput {
  return new InvalidInput({ [`transfer${rowNumber}Amount`]: "transferNoWay" });
}

/** The refusal of one of the rows at the field of the form that it is about. */
export function refusedTransfer(rowNumber: number, reason: TransferRefusal): InvalidInput {
  const { field, message } = REFUSALS[reason];
  return new InvalidInput({ [`transfer${rowNumber}${field}`]: message });
}

/**
 * Writes all transfers into the draft at once, over the lines as they stand by now.
 * @throws InvalidInput at the row that the lines cannot take any more
 */
export async function applyTransfers(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  rows: readonly (Transfer & { number: number })[],
): Promise<{ changeId: number }> {
  return change(deps, author, async (one) => {
    const { trx } = one;
    const draft = await draftToWrite(trx, projectId);
    const before = await listBudgetLines(trx, draft.id);
    const plan = planned(before, rows);
    if (!plan.ok) throw refusedTransfer(rows[plan.index]?.number ?? 1, plan.reason);
    for (const after of plan.changed) {
      const { lineId, version } = after;
      const was = before.find((line) => line.lineId === lineId);
      await updateBudgetLine(trx, { versionId: draft.id, lineId, version }, after);
      await moveSums(trx, draft, { ...after, by: after.amountHalere - (was?.amountHalere ?? 0) });
    }
    const changeId = (await findDraftChange(trx, projectId))?.id ?? 0;
    const codeOf = (id: number) => before.find(({ lineId }) => lineId === id)?.code ?? "";
    one.record({
      action: "budget.transferred",
      objectType: "project-change",
      objectId: changeId,
      projectId,
      changes: {
        transfers: [
          null,
          rows.map(
            ({ fromId, toId, amountHalere }) =>
              `${codeOf(fromId)} → ${codeOf(toId)}: ${formatScaled(amountHalere, 2, ",")}`,
          ),
        ],
      },
    });
    return { changeId };
  });
}
